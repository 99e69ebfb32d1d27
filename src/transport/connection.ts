import type { Socket } from 'node:net'
import type { Client } from 'ssh2'
import type { Connection } from '../model/connection.ts'
import { startExecution, type Become, type RunningExecution } from './execution.ts'

/** Milliseconds that the last bytes may take to leave a connection that is closed. */
const farewell = 1_000

/** An ssh2 client that is ready, and the socket under it. */
export interface OpenClient {
  readonly client: Client
  readonly socket: Socket
  readonly hostKey: string
}

/** The Connection of an open client. Every way in which it ends ends its execs as cut off. */
export const createConnection = ({ client, socket, hostKey }: OpenClient, host: string, become: Become | undefined): Connection => {
  const running = new Set<RunningExecution>()
  const cutOff = (): void => {
    for (const execution of running) execution.cutOff()
  }
  let ended = false
  const closed = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true
      cutOff()
      resolve()
    }
    if (socket.closed) end()
    else client.once('close', end)
  })

  return {
    hostKey,
    closed,
    exec(request) {
      const execution = startExecution({ client, host, request, become, onEnd: () => running.delete(execution) })
      running.add(execution)
      if (ended) execution.cutOff()
      return execution
    },
    close() {
      if (ended) return
      ended = true
      cutOff()
      client.end()
      socket.destroySoon()
      const timer = setTimeout(() => socket.destroy(), farewell)
      socket.once('close', () => clearTimeout(timer))
    },
  }
}
