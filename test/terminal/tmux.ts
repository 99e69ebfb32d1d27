// A real terminal: tmux with a socket of its own, so that nobody's sessions are touched.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { ExecutionContext } from 'ava'
import { bin, path } from '../cli/bin.ts'

const execute = promisify(execFile)
let servers = 0

export interface TerminalOptions {
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
}

export interface Terminal {
  /** Sends keys by tmux's names. Example: 'Enter', 'C-c', 'q' */
  keys(...names: readonly string[]): Promise<void>
  /** The rows on the screen, trailing blanks cut. `history` adds what scrolled off; `escapes` keeps colours. */
  screen(options?: { readonly history?: boolean; readonly escapes?: boolean }): Promise<string[]>
  /** A tmux format. Example: '#{alternate_on}' */
  tells(format: string): Promise<string>
  resize(columns: number, rows: number): Promise<void>
  /** Every byte that was written to the terminal since it was opened. */
  bytes(): Promise<Buffer>
  /** Waits until the rows please; fails with the screen. */
  until(what: string, pleases: (rows: readonly string[]) => boolean, milliseconds?: number): Promise<string[]>
}

/** Runs shell commands in a terminal. `fleetnet` is the built command; the prompt is `$ `. */
export const openTerminal = async (t: ExecutionContext, folder: string, { columns = 80, rows = 24, env = {} }: TerminalOptions = {}): Promise<Terminal> => {
  const socket = `fleetnet-test-${process.pid}-${(servers += 1)}-${Math.random().toString(36).slice(2, 8)}`
  const tmux = async (...words: readonly string[]): Promise<string> => (await execute('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...words], { maxBuffer: 64 << 20 })).stdout
  const raw = join(folder, `${socket}.bytes`)
  const variables = { PATH: path, HOME: folder, PS1: '$ ', LANG: 'C.UTF-8', TERM: 'screen-256color', ...env }
  const words = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
  // env -i: nothing of the caller's, such as CI or NO_COLOR, and nothing that tmux adds.
  await tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), '-c', folder, 'env', '-i', ...words, 'sh', '-i')
  t.teardown(() => tmux('kill-server').catch(() => undefined))
  await tmux('set-option', '-g', 'history-limit', '5000')
  await tmux('pipe-pane', `cat >${raw}`)
  const terminal: Terminal = {
    keys: async (...names) => void (await tmux('send-keys', ...names)),
    screen: async ({ history = false, escapes = false } = {}) => {
      const text = await tmux('capture-pane', '-p', ...(history ? ['-S', '-'] : []), ...(escapes ? ['-e'] : []))
      return text.replace(/\n$/, '').split('\n').map((row) => row.trimEnd())
    },
    tells: async (format) => (await tmux('display-message', '-p', format)).trim(),
    resize: async (toColumns, toRows) => void (await tmux('resize-window', '-x', String(toColumns), '-y', String(toRows))),
    bytes: async () => readFile(raw).catch(() => Buffer.alloc(0)),
    until: async (what, pleases, milliseconds = 60_000) => {
      for (const end = Date.now() + milliseconds; ; await sleep(40)) {
        const found = await terminal.screen()
        if (pleases(found)) return found
        if (Date.now() > end) throw new Error(`never came: ${what}; the screen:\n${found.join('\n')}`)
      }
    },
  }
  await terminal.until('a prompt', (found) => found[0] === '$')
  await terminal.keys('-l', `fleetnet() { ${process.execPath} ${bin} "$@"; }`)
  await terminal.keys('Enter')
  await terminal.until('a prompt again', (found) => found.filter((row) => row === '$').length === 1)
  return terminal
}

/** Types a command line and presses Enter. */
export const type = async (terminal: Terminal, line: string): Promise<void> => {
  await terminal.keys('-l', line)
  await terminal.keys('Enter')
}

/** What is left of rows when clocks, countdowns and counted tries are taken out: what a fresh frame has to equal. */
export const still = (rows: readonly string[]): string[] => rows.map((row) => row.replace(/\d+/g, '0').replace(/ +/g, ' '))
