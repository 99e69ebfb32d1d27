import { quote } from '../model/quote.ts'

/** Marks that frame an exec. Each holds a nonce, so that nothing a host prints on its own can be taken for one. */
export interface Marks {
  /** Printed by the shell that is about to run the command: what comes before it is the login shell's noise. */
  readonly ready: Buffer
  /** sudo's prompt. */
  readonly password: Buffer
  /** With a terminal: standard output has ended, standard error follows. */
  readonly errors: Buffer
  /** With a terminal: the exit status follows, then a newline. */
  readonly exit: Buffer
}

export const marksOf = (nonce: string): Marks => ({
  ready: Buffer.from(`${nonce}-ready\n`),
  password: Buffer.from(`${nonce}-password:`),
  errors: Buffer.from(`${nonce}-errors\n`),
  exit: Buffer.from(`${nonce}-exit `),
})

/** A line of standard input that stands for its end: a terminal in raw mode has no other. */
export const endOfInput = (nonce: string): string => `${nonce}-eof`

/** A shell word that prints as a mark but does not look like one, so that a shell which shows its commands fools nobody. */
const word = (nonce: string, name: string): string => `${nonce}"-"${name}`

export interface ScriptOptions {
  readonly command: string
  readonly nonce: string
  readonly become: boolean
  /** Run with a terminal, which sudo's requiretty asks for. */
  readonly terminal: boolean
  /** Bytes of input that are sent at once, and whether lines follow them. */
  readonly inputLength: number
  readonly keepInputOpen: boolean
}

/** The POSIX sh script around a command. Pure. */
export const scriptOf = (options: ScriptOptions): string => {
  const { command, nonce, become, terminal } = options
  const run = terminal ? inTerminal(options) : `echo ${word(nonce, 'ready')}; ${command}`
  if (!become) return run
  // sudo clears SSH_CONNECTION from the environment, so it travels as an argument.
  const inner = `test -z "$1" || { SSH_CONNECTION=$1; export SSH_CONNECTION; }; shift; ${run}`
  // sudo takes `-k` together with a command only since 1.7.3 (RHEL 5 has 1.7.2), so it gets a call of its own.
  return [
    ...(terminal ? ['stty raw -echo'] : []),
    'sudo -k </dev/null >/dev/null 2>&1',
    'LC_ALL=C; export LC_ALL',
    `exec sudo -S -p ${word(nonce, 'password:')} -- /bin/sh -c ${quote(inner)} sh "$SSH_CONNECTION"`,
  ].join('; ')
}

/**
 * A terminal in raw mode carries bytes unchanged, but it has neither an end of input nor a standard error. So the input is
 * counted, or ends with a line that holds the nonce; standard error is told after standard output; and the exit status is
 * told in the stream, because a reader of lines that nobody writes any more would keep the channel open.
 */
const inTerminal = ({ command, nonce, inputLength, keepInputOpen }: ScriptOptions): string => {
  const count = inputLength > 0 ? `head -c ${inputLength}` : ':'
  const lines = `while IFS= read -r line; do case $line in ${endOfInput(nonce)}) break;; esac; printf "%s\\n" "$line"; done`
  const feed = keepInputOpen ? `{ ${count}; ${lines}; }` : count
  return [
    'stty raw -echo',
    'exec 3>&1',
    `echo ${word(nonce, 'ready')}`,
    `${feed} | { errors=$(eval ${quote(command)} 2>&1 >&3 3>&-); code=$?; ` +
      `echo ${word(nonce, 'errors')}; printf %s "$errors"; echo ${word(nonce, 'exit')} $code; }`,
  ].join('; ')
}
