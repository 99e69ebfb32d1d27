import { randomBytes } from 'node:crypto'
import type { Client, ClientChannel } from 'ssh2'
import type { ExecRequest, ExecResult, Execution } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import { becomeError, noPassword, noTerminal, passwordNotHad, unusablePassword, wantsTerminal, wrongPassword } from './become.ts'
import { followChannel, letGoOfChannel, openChannel } from './channel.ts'
import { createDeadline } from './deadline.ts'
import { createFrame } from './frame.ts'
import { loginShellLine } from './loginShell.ts'
import { createCollector, createLines, createTail } from './output.ts'
import { endOfInput, marksOf, scriptOf } from './script.ts'

const defaultMaxOutput = 16 * 1024 * 1024
const maxErrors = 64 * 1024

/** What sudo on a host has shown. */
export interface KnownSudo {
  /** It wants a terminal (requiretty). */
  terminal: boolean
  /** It refused the password, which is not tried again. */
  refused: FleetError | undefined
}

/** How a connection becomes root. */
export interface Become {
  readonly user: string
  /** Undefined: the inventory names no password. */
  readonly password: (() => Promise<string>) | undefined
  /** What is known of sudo on the host; its later execs go by it. */
  readonly known: KnownSudo
}

export interface ExecutionOptions {
  readonly client: Client
  readonly host: string
  readonly request: ExecRequest
  readonly become: Become | undefined
  readonly onEnd: () => void
}

/** An execution that its connection can end. */
export interface RunningExecution extends Execution {
  cutOff(): void
}

/** Runs one command on an open connection. */
export const startExecution = ({ client, host, request, become, onEnd }: ExecutionOptions): RunningExecution => {
  const keepInputOpen = request.keepInputOpen === true
  const input = Buffer.from(request.input ?? '')
  const stdout = createCollector(request.maxOutput ?? defaultMaxOutput)
  let noise = createTail(maxErrors)
  let stderr = createTail(maxErrors)
  const lines = createLines(carefully(request.onLine))
  let resolve: (result: ExecResult) => void
  let reject: (error: unknown) => void
  const result = new Promise<ExecResult>((...settlers) => ([resolve, reject] = settlers))
  // Who starts a command and does not look at how it ended must not end the process.
  result.catch(() => undefined)
  let channel: ClientChannel | undefined
  let nonce = ''
  let hasTerminal = false
  let started = false
  let settled = false
  let inputEnded = !keepInputOpen
  /** Written before the command was ready. */
  let waiting: string[] = []

  const settle = (): boolean => {
    if (settled) return false
    settled = true
    deadline.clear()
    if (channel !== undefined) letGoOfChannel(channel)
    onEnd()
    return true
  }
  const finish = (ended: ExecResult['ended'], code?: number): void => {
    if (settle()) resolve({ ended, code, stdout: started ? stdout.all() : noise.all(), stderr: stderr.all().toString() })
  }
  const fail = (error: unknown): void => {
    if (settle()) reject(error)
  }
  const deadline = createDeadline(request.timeout, () => finish('timed-out'))

  const sendEnd = (): void => {
    if (!hasTerminal) channel?.end()
    else if (keepInputOpen) channel?.write(`${endOfInput(nonce)}\n`)
  }

  const attempt = (terminal: boolean): void => {
    nonce = randomBytes(16).toString('hex')
    hasTerminal = terminal
    channel = undefined
    noise = createTail(maxErrors)
    stderr = createTail(maxErrors)
    const line = loginShellLine(
      scriptOf({ command: request.command, nonce, become: become !== undefined, terminal, inputLength: input.length, keepInputOpen }),
    )
    let prompts = 0
    const sendInput = (): void => {
      if (input.length > 0) channel?.write(input)
      for (const text of waiting) channel?.write(text)
      waiting = []
      if (inputEnded) sendEnd()
    }
    const frame = createFrame(marksOf(nonce), terminal, {
      noise: (data) => noise.add(data),
      prompt() {
        if (settled || become === undefined) return
        prompts += 1
        if (prompts > 1) {
          const error = wrongPassword(host, become.user)
          become.known.refused = error
          return fail(error)
        }
        deadline.pause()
        answerPrompt(host, become)
          .then((password) => {
            if (!settled) channel?.write(`${password}\n`)
          }, fail)
          .finally(() => deadline.resume())
      },
      ready() {
        started = true
        if (become !== undefined) sendInput()
      },
      output(data) {
        if (settled) return
        const fits = stdout.add(data)
        lines(data)
        if (!fits) finish('too-much-output')
      },
      errors: (data) => stderr.add(data),
      exit: (code) => finish(Number.isNaN(code) ? 'cut-off' : 'exited', Number.isNaN(code) ? undefined : code),
    })
    openChannel(client, line, terminal, (opened) => {
      if (opened instanceof Error) {
        if (terminal && become !== undefined && !settled && !opened.message.includes('Not connected'))
          return fail(noTerminal(host, become.user, opened.message))
        stderr.add(Buffer.from(`the host refused to run a command: ${opened.message}`))
        return finish('cut-off')
      }
      channel = opened
      if (settled) return letGoOfChannel(opened)
      // Without sudo nothing but the command reads standard input, so it need not wait for the command to be ready.
      if (become === undefined) sendInput()
      followChannel(opened, frame, (exit) => {
        if (settled) return
        frame.end()
        if (exit === undefined) return finish('cut-off')
        if (become === undefined || started) return finish('exited', exit.code)
        // With a terminal sudo's own words come before the ready mark, on standard output.
        const said = Buffer.concat([noise.all(), stderr.all()]).toString()
        if (!terminal && wantsTerminal(said)) {
          become.known.terminal = true
          return attempt(true)
        }
        const error = becomeError(host, become.user, said, exit.code)
        if (error.what === wrongPassword(host, become.user).what) become.known.refused = error
        fail(error)
      })
    })
  }

  const refused = become?.known.refused
  if (refused !== undefined) queueMicrotask(() => fail(refused))
  else attempt(become?.known.terminal ?? false)

  return {
    result,
    output: () => (started ? stdout.all() : Buffer.alloc(0)),
    write(text) {
      if (!keepInputOpen) throw new TypeError('write needs an exec with keepInputOpen')
      if (settled || inputEnded) return
      if (channel === undefined || (become !== undefined && !started)) waiting.push(text)
      else channel.write(text)
    },
    endInput() {
      if (settled || inputEnded) return
      inputEnded = true
      if (channel !== undefined && (become === undefined || started)) sendEnd()
    },
    abort: () => finish('aborted'),
    cutOff: () => finish('cut-off'),
  }
}

const answerPrompt = async (host: string, become: Become): Promise<string> => {
  if (become.password === undefined) throw noPassword(host, become.user)
  const password = await become.password().catch((error: unknown) => Promise.reject(passwordNotHad(host, error)))
  if (/[\n\r\0]/.test(password)) throw unusablePassword(host, become.user)
  return password
}

/** A listener that throws has a bug, which must be seen, but must not end a connection that a host's network may hang on. */
const carefully = (onLine: ExecRequest['onLine']): ((line: string) => void) => {
  if (onLine === undefined) return () => undefined
  let told = false
  return (line) => {
    try {
      onLine(line)
    } catch (error) {
      if (!told) process.emitWarning(error instanceof Error ? error : new Error(String(error)))
      told = true
    }
  }
}
