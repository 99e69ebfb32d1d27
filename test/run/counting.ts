import type { Connection, Transport } from '../../src/model/connection.ts'

/** How often a host was connected to, and how many execs it ran. */
export interface Count {
  connections: number
  execs: number
}

/** A transport that counts what another one is asked to do, by host. Failed connections count too. */
export const countingTransport = (inner: Transport): { readonly transport: Transport; take(host: string): Count } => {
  const counts = new Map<string, Count>()
  const countOf = (host: string): Count => {
    const found = counts.get(host) ?? { connections: 0, execs: 0 }
    counts.set(host, found)
    return found
  }
  const counted = (host: string, connection: Connection): Connection => ({
    hostKey: connection.hostKey,
    closed: connection.closed,
    close: () => connection.close(),
    exec: (request) => {
      countOf(host).execs += 1
      return connection.exec(request)
    },
  })
  return {
    transport: {
      connect: async (host, target, options) => {
        countOf(host).connections += 1
        return counted(host, await inner.connect(host, target, options))
      },
      close: async () => inner.close(),
    },
    take: (host) => {
      const count = countOf(host)
      counts.delete(host)
      return count
    },
  }
}
