import { once } from 'node:events'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What happens to bytes between a client and a host that is slow, stalls, or is cut off for a while. */
export interface WireQuality {
  /** Milliseconds for each chunk towards the client. */
  readonly delay: number
  /** Bytes towards the client after which the connection says nothing more. */
  readonly stallAfter: number
  /** Resolves when the path is up. */
  readonly open: () => Promise<void>
}

const carry = async (from: Socket, to: Socket, quality: WireQuality, towardsClient: boolean): Promise<void> => {
  let carried = 0
  try {
    for await (const chunk of from) {
      if (!Buffer.isBuffer(chunk)) continue
      if (towardsClient && quality.delay > 0) await sleep(quality.delay)
      await quality.open()
      const part = towardsClient ? chunk.subarray(0, Math.max(0, quality.stallAfter - carried)) : chunk
      carried += chunk.length
      if (part.length > 0 && !to.write(part)) await Promise.race([once(to, 'drain'), once(to, 'close')])
    }
    if (!towardsClient || carried <= quality.stallAfter) to.end()
  } catch {
    to.destroy()
  }
}

/** Connects a client's socket to a server of ours through a wire of that quality. `from` is told the port that it connects from. */
export const joinByWire = (client: Socket, port: number, from: (localPort: number) => void, quality: WireQuality): void => {
  const inner = createConnection({ host: '127.0.0.1', port, noDelay: true })
  inner.once('connect', () => from(inner.localPort ?? 0))
  client.on('error', () => inner.destroy())
  client.on('close', () => inner.destroy())
  inner.on('error', () => client.destroy())
  void carry(inner, client, quality, true)
  void carry(client, inner, quality, false)
}

/** A server on loopback. Resolves when it listens, with its port. */
export const listen = async (address: string, port: number, onSocket: (socket: Socket) => void): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = createServer({ noDelay: true }, onSocket)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: address, port }, resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  return { server, port: bound.port }
}
