import type { Client, ClientChannel } from 'ssh2'
import type { Frame } from './frame.ts'

/** How a channel ended. `code` is undefined after a signal. */
export interface ChannelExit {
  readonly code: number | undefined
}

/** Starts a command line on a channel of its own. Never calls back at once: ssh2 throws when the connection has just ended. */
export const openChannel = (client: Client, line: string, terminal: boolean, opened: (result: ClientChannel | Error) => void): void => {
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

/** Hands a channel's data to the frame, and tells once when it and both of its streams have ended. Undefined: the host told no status. */
export const followChannel = (channel: ClientChannel, frame: Frame, ended: (exit: ChannelExit | undefined) => void): void => {
  let exit: ChannelExit | undefined
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
export const letGoOfChannel = (channel: ClientChannel): void => {
  channel.removeAllListeners('data')
  channel.stderr.removeAllListeners('data')
  channel.pause()
  channel.stderr.pause()
  channel.close()
}
