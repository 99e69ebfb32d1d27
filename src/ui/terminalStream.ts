import { closeSync, constants, fstatSync, openSync, write as writeFile, writeSync } from 'node:fs'
import { Writable } from 'node:stream'
import { isatty } from 'node:tty'

/** What openTerminalStream needs of standard output. A stream without `fd` is written to as it is. */
export interface OutputStream {
  readonly fd?: number
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
  write(chunk: string | Uint8Array, done?: (error?: Error | null) => void): boolean
}

/** More than so many unsent bytes of lines, and further lines are left out. */
export const lineLimit = 256 * 1024

/**
 * A way to the terminal that never stops the event loop.
 *
 * On Linux, Node writes to terminals and pipes synchronously: some 12 KB that nobody reads would stop every confirm.
 * Here the terminal or pipe behind a descriptor is opened once more, non-blocking (open(2) O_NONBLOCK gives an open
 * file description of its own, so that the shell's is left as it is), and written with write(2) from Node's thread
 * pool; EAGAIN is asked again a little later.
 */
export interface TerminalStream {
  /** One whole line or text. When too much is unsent it is left out, and a line says so as soon as there is room. */
  write(text: string): boolean
  /** The same way as a stream, for Ink. It has the terminal's `columns`, `rows`, `isTTY`. */
  readonly writable: TerminalWritable
  /** Nothing is unsent. */
  idle(): boolean
  /** Resolves when nothing is unsent, or nobody can read it any more. */
  drained(): Promise<void>
  /** Writes at once what the terminal takes at once: for the way out of a dying process. */
  writeNow(text: string): void
  /** Resolves with why, once nobody can read any more (EPIPE, EIO): the view is gone, the run goes on. */
  readonly gone: Promise<string>
  isGone(): boolean
  close(): void
}

type Send = (chunk: Buffer, done: (error: NodeJS.ErrnoException | null, written: number) => void) => void

const shortestWait = 5
const longestWait = 100

/** Opens what stands behind a descriptor again, non-blocking. The descriptor itself where that cannot be had. */
const reopen = (fd: number): { readonly fd: number; readonly own: boolean } => {
  try {
    const stat = fstatSync(fd)
    const isTerminal = stat.isCharacterDevice() && isatty(fd)
    // /dev/tty is for a terminal that belongs to somebody else, as after `su`.
    const paths = isTerminal ? [`/proc/self/fd/${fd}`, '/dev/tty'] : stat.isFIFO() ? [`/proc/self/fd/${fd}`] : []
    for (const path of paths)
      try {
        return { fd: openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY), own: true }
      } catch {
        // the next way
      }
  } catch {
    // closed: the first write will tell
  }
  return { fd, own: false }
}

type Done = (error: Error | null | undefined) => void

class TerminalWritable extends Writable {
  readonly isTTY: boolean
  columns: number
  rows: number
  readonly #push: (chunk: Buffer, done: () => void) => void
  #gathering = false

  constructor(size: { readonly isTTY: boolean; readonly columns: number; readonly rows: number }, push: (chunk: Buffer, done: () => void) => void) {
    super({ decodeStrings: true, highWaterMark: lineLimit })
    this.isTTY = size.isTTY
    this.columns = size.columns
    this.rows = size.rows
    this.#push = push
  }

  /** All that is said in one turn of the event loop goes out in one write. */
  override write(chunk: unknown, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (!this.#gathering) {
      this.#gathering = true
      this.cork()
      setImmediate(() => {
        this.#gathering = false
        this.uncork()
      })
    }
    return typeof encoding === 'string' ? super.write(chunk, encoding, done) : super.write(chunk, encoding)
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#push(chunk, done)
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#push(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }
}

export type { TerminalWritable }

/** Example: openTerminalStream(process.stdout).write('02:13:30 virtual6   unchanged\n') */
export const openTerminalStream = (output: OutputStream): TerminalStream => {
  const target = output.fd === undefined ? undefined : reopen(output.fd)
  let reason: string | undefined
  let timer: NodeJS.Timeout | undefined
  let tellGone: (why: string) => void = () => undefined
  const gone = new Promise<string>((resolve) => {
    tellGone = resolve
  })
  const lose = (why: string): void => {
    if (reason !== undefined) return
    reason = why
    tellGone(why)
  }
  const send: Send =
    target === undefined
      ? (chunk, done) => output.write(chunk, (error) => done(error ?? null, chunk.length))
      : (chunk, done) => writeFile(target.fd, chunk, 0, chunk.length, null, done)
  const push = (chunk: Buffer, done: () => void, wait = shortestWait): void => {
    if (reason !== undefined || chunk.length === 0) return done()
    send(chunk, (error, written) => {
      if (error?.code === 'EAGAIN' || error?.code === 'EINTR') {
        // Left referenced on purpose: what was said at the end of a run is still to be read by a slow pager.
        timer = setTimeout(() => push(chunk, done, Math.min(longestWait, wait * 2)), wait)
        return
      }
      if (error !== null) {
        lose(error.code ?? error.message)
        return done()
      }
      if (written < chunk.length) push(chunk.subarray(written), done)
      else done()
    })
  }
  const writable = new TerminalWritable({ isTTY: output.isTTY === true, columns: output.columns ?? 80, rows: output.rows ?? 24 }, push)
  writable.on('error', (error) => lose(error.message))
  let omitted = 0
  const tellOmitted = (): void => {
    if (omitted === 0) return
    const text = `fleetnet: ${omitted} lines were left out, since nobody read them in time; events.jsonl has them\n`
    omitted = 0
    writable.write(text)
  }
  writable.on('drain', tellOmitted)
  return {
    write: (text) => {
      if (reason !== undefined) return false
      if (writable.writableLength > lineLimit) {
        omitted += 1
        return false
      }
      tellOmitted()
      return writable.write(text)
    },
    writable,
    idle: () => writable.writableLength === 0,
    drained: async () => {
      while (writable.writableLength > 0 || omitted > 0) {
        if (writable.writableLength === 0) tellOmitted()
        await new Promise<void>((resolve) => void writable.write('', () => resolve()))
      }
    },
    writeNow: (text) => {
      if (reason !== undefined) return
      try {
        if (target === undefined) output.write(text)
        else writeSync(target.fd, text)
      } catch {
        // EAGAIN: nobody reads, and nobody is to wait for that
      }
    },
    gone,
    isGone: () => reason !== undefined,
    close: () => {
      clearTimeout(timer)
      lose('closed')
      if (target?.own === true) closeSync(target.fd)
    },
  }
}
