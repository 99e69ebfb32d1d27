import { randomBytes } from 'node:crypto'
import type { Client, ClientChannel } from 'ssh2'
import type { ExecRequest, ExecResult, Execution } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import { becomeError, noPassword, noTerminal, unusablePassword, wantsTerminal, wrongPassword } from './become.ts'
import { createDeadline } from './deadline.ts'
import { createFrame, type Frame } from './frame.ts'
import { loginShellLine } from './loginShell.ts'
import { createCollector, createLines, createTail } from './output.ts'
import { endOfInput, marksOf, scriptOf } from './script.ts'

const defaultMaxOutput = 16 * 1024 * 1024
const maxErrors = 64 * 1024

/** How a connection becomes root. */
export interface Become {
  readonly user: string
  /** Undefined: the inventory names no password. */
  readonly password: (() => Promise<string>) | undefined
  /** Set when sudo has asked for a terminal: every exec of the connection gets one then. */
  terminal: boolean
  /** The password was refused: no exec tries it again. */
  readonly refused: () => FleetError | undefined
  readonly refuse: (error: FleetError) => void
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

/** Runs one command on an open connection. Rejects only with a FleetError of kind become, or of kind authentication when a password cannot be had. */
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
  let channel: ClientChannel | undefined
  let nonce = ''
  let started = false
  let settled = false
  let inputEnded = !keepInputOpen
  /** Written before the command was ready. */
  let waiting: string[] = []

  const settle = (): boolean => {
    if (settled) return false
    settled = true
    deadline.clear()
    if (channel !== undefined) letGo(channel)
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

  const sendEnd = (terminal: boolean): void => {
    if (!terminal) channel?.end()
    else if (keepInputOpen) channel?.write(`${endOfInput(nonce)}\n`)
  }

  const attempt = (terminal: boolean): void => {
    nonce = randomBytes(16).toString('hex')
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
      if (inputEnded) sendEnd(terminal)
    }
    const frame = createFrame(marksOf(nonce), terminal, {
      noise: (data) => noise.add(data),
      prompt() {
        if (settled || become === undefined) return
        prompts += 1
        if (prompts > 1) {
          const error = wrongPassword(host, become.user)
          become.refuse(error)
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
    open(client, line, terminal, (opened) => {
      if (opened instanceof Error) {
        if (terminal && become !== undefined && !settled && !opened.message.includes('Not connected')) return fail(noTerminal(host, become.user, opened.message))
        stderr.add(Buffer.from(`the host refused to run a command: ${opened.message}`))
        return finish('cut-off')
      }
      channel = opened
      if (settled) return letGo(opened)
      // Without sudo nothing but the command reads standard input, so it need not wait for the command to be ready.
      if (become === undefined) {
        started = false
        sendInput()
      }
      follow(opened, frame, (exit) => {
        if (settled) return
        frame.end()
        if (exit === undefined) return finish('cut-off')
        if (become === undefined || started) return finish('exited', exit.code)
        // With a terminal sudo's own words come before the ready mark, on standard output.
        const said = Buffer.concat([noise.all(), stderr.all()]).toString()
        if (!terminal && wantsTerminal(said)) {
          become.terminal = true
          return attempt(true)
        }
        const error = becomeError(host, become.user, said, exit.code)
        if (error.what === wrongPassword(host, become.user).what) become.refuse(error)
        fail(error)
      })
    })
  }

  const refused = become?.refused()
  if (refused !== undefined) queueMicrotask(() => fail(refused))
  else attempt(become?.terminal ?? false)

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
      if (channel !== undefined && (become === undefined || started)) sendEnd(become?.terminal ?? false)
    },
    abort: () => finish('aborted'),
    cutOff: () => finish('cut-off'),
  }
}

/** Opens a channel; ssh2 throws when the connection has just ended. */
const open = (client: Client, line: string, terminal: boolean, opened: (result: ClientChannel | Error) => void): void => {
  const failed = (error: unknown): void => queueMicrotask(() => opened(error instanceof Error ? error : new Error(String(error))))
  try {
    client.exec(line, terminal ? { pty: { term: 'dumb', rows: 24, cols: 80 } } : {}, (error, channel) => {
      if (error) failed(error)
      else opened(channel)
    })
  } catch (error) {
    failed(error)
  }
}

/** Hands a channel's data to the frame, and tells once when both streams and the channel have ended. */
const follow = (channel: ClientChannel, frame: Frame, ended: (exit: { readonly code: number | undefined } | undefined) => void): void => {
  let exit: { readonly code: number | undefined } | undefined
  let open = 2
  const one = (): void => {
    open -= 1
    if (open === 0) ended(exit)
  }
  channel.on('data', (chunk: Buffer) => frame.stdout(chunk))
  channel.stderr.on('data', (chunk: Buffer) => frame.stderr(chunk))
  channel.once('exit', (code: number | null) => (exit = { code: code ?? undefined }))
  channel.once('close', one)
  channel.stderr.once('end', one)
  // A write to a channel that the host has just closed: its end is told by `close`.
  channel.on('error', () => undefined)
}

/**
 * Ends a channel that nobody listens to any more. It is paused, so that a host which goes on sending fills no memory. What
 * runs on the host is not killed: it sees the end of its input and a closed output, as when a connection is lost.
 */
const letGo = (channel: ClientChannel): void => {
  channel.removeAllListeners('data')
  channel.stderr.removeAllListeners('data')
  channel.pause()
  channel.stderr.pause()
  channel.close()
}

const answerPrompt = async (host: string, become: Become): Promise<string> => {
  if (become.password === undefined) throw noPassword(host, become.user)
  const password = await become.password()
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
