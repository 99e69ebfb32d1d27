import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** The port that a server listens on. */
export const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('the server does not listen on a port')
  return address.port
}

/** Serves raw TCP on a free port of 127.0.0.1. */
export const listen = async (onSocket: (socket: Socket) => void): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    onSocket(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const { port, stop } = await listen(() => undefined)
  await stop()
  return port
}

/** A stretch of network in front of a server, which can be cut or go silent. */
export interface Link {
  readonly port: number
  /** Ends all connections. */
  cut(): void
  /** Carries nothing any more, and tells nobody. */
  freeze(): void
  stop(): Promise<void>
}

export const startLink = async (to: number): Promise<Link> => {
  const pairs = new Set<readonly [Socket, Socket]>()
  const { port, stop } = await listen((near) => {
    const far = connect({ host: '127.0.0.1', port: to, noDelay: true })
    const pair = [near, far] as const
    pairs.add(pair)
    far.on('error', () => near.destroy())
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => {
      pairs.delete(pair)
      near.destroy()
    })
  })
  const each = (act: (near: Socket, far: Socket) => void): void => {
    for (const [near, far] of pairs) act(near, far)
  }
  const cut = (): void => each((near) => near.resetAndDestroy())
  return {
    port,
    cut,
    freeze: () =>
      each((near, far) => {
        near.unpipe(far).pause()
        far.unpipe(near).pause()
      }),
    async stop() {
      cut()
      await stop()
    },
  }
}
