import type { Marks } from './script.ts'
import { createSplitter } from './splitter.ts'

/** What the frame around a command tells. */
export interface FrameListener {
  /** What came before the command ran: a login shell's noise. */
  noise(data: Buffer): void
  /** sudo asks for a password. */
  prompt(): void
  /** The command runs: it may be sent its input. */
  ready(): void
  output(data: Buffer): void
  errors(data: Buffer): void
  /** With a terminal only: the command's exit status. */
  exit(code: number): void
}

export interface Frame {
  stdout(chunk: Buffer): void
  stderr(chunk: Buffer): void
  /** The streams have ended. */
  end(): void
}

type Phase = 'starting' | 'running' | 'errors' | 'status' | 'ended'

/**
 * Takes the marks out of an exec's streams. Without a terminal sudo's prompt comes on standard error; with one, everything
 * comes on standard output.
 */
export const createFrame = (marks: Marks, terminal: boolean, listener: FrameListener): Frame => {
  let phase: Phase = 'starting'
  const starting = createSplitter(terminal ? [marks.ready, marks.password] : [marks.ready])
  const prompts = createSplitter([marks.password])
  const running = createSplitter([marks.errors])
  const errors = createSplitter([marks.exit])
  let status = ''

  const take = (chunk: Buffer): Buffer => {
    switch (phase) {
      case 'starting': {
        const { before, mark, after } = starting.feed(chunk)
        if (before.length > 0) listener.noise(before)
        if (mark === 1) listener.prompt()
        if (mark === 0) {
          phase = 'running'
          flushPrompts()
          listener.ready()
        }
        return after
      }
      case 'running': {
        if (!terminal) {
          listener.output(chunk)
          return chunk.subarray(chunk.length)
        }
        const { before, mark, after } = running.feed(chunk)
        if (before.length > 0) listener.output(before)
        if (mark !== undefined) phase = 'errors'
        return after
      }
      case 'errors': {
        const { before, mark, after } = errors.feed(chunk)
        if (before.length > 0) listener.errors(before)
        if (mark !== undefined) phase = 'status'
        return after
      }
      case 'status': {
        status += chunk.toString('latin1')
        if (!status.includes('\n') && status.length < 16) return chunk.subarray(chunk.length)
        phase = 'ended'
        listener.exit(Number.parseInt(status, 10))
        return chunk.subarray(chunk.length)
      }
      case 'ended':
        return chunk.subarray(chunk.length)
    }
  }

  const flushPrompts = (): void => {
    const rest = prompts.rest()
    if (rest.length > 0) listener.errors(rest)
  }

  return {
    stdout(chunk) {
      for (let rest = chunk; rest.length > 0;) rest = take(rest)
    },
    stderr(chunk) {
      if (phase !== 'starting') return listener.errors(chunk)
      for (let rest = chunk; rest.length > 0;) {
        const { before, mark, after } = prompts.feed(rest)
        if (before.length > 0) listener.errors(before)
        if (mark !== undefined) listener.prompt()
        rest = after
      }
    },
    end() {
      flushPrompts()
      const held = { starting: starting.rest(), running: running.rest(), errors: errors.rest() }
      if (held.starting.length > 0) listener.noise(held.starting)
      if (held.running.length > 0) listener.output(held.running)
      if (held.errors.length > 0) listener.errors(held.errors)
    },
  }
}
