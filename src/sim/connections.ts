import type { Socket } from 'node:net'
import type { ReachableAddress } from './kernel.ts'

/** One open connection to a host, and the address that it came in on. */
interface OpenConnection {
  readonly socket: Socket
  readonly address: string
  readonly device: string
}

/** Connections of a host: who is held because nobody answers, who is open, and who is waiting for the path to come back. */
export interface Connections {
  /** Takes a new connection: served now, or held until its address answers. */
  accept(socket: Socket, address: string): void
  /** Tells which addresses answer now. */
  update(reachable: readonly ReachableAddress[]): void
  /** Whether an address answers; without one, whether any does. */
  answers(address?: string): boolean
  /** Resolves when the address answers. */
  whenOpen(address: string): Promise<void>
  cutAll(): void
}

/** Milliseconds in which what a host wrote before it was cut off still arrives. */
const inFlight = 250

/**
 * Keeps connections in step with the simulated network. A held connection is served when its address answers again, as
 * when a client's repeated SYN gets through.
 */
export const createConnections = (options: {
  readonly serve: (socket: Socket, address: string) => void
  readonly silence: 'timeout' | 'refuse'
  readonly onCut: 'close' | 'stall'
}): Connections => {
  let reachable: readonly ReachableAddress[] = []
  const held = new Map<Socket, string>()
  const open = new Set<OpenConnection>()
  const waiting = new Set<{ readonly address: string; readonly resume: () => void }>()
  const deviceOf = (address: string): string | undefined => reachable.find((entry) => entry.address === address)?.device
  const serve = (socket: Socket, address: string, device: string): void => {
    const connection = { socket, address, device }
    open.add(connection)
    socket.on('close', () => open.delete(connection))
    options.serve(socket, address)
  }
  return {
    accept(socket, address) {
      socket.on('error', () => undefined)
      const device = deviceOf(address)
      if (device !== undefined) return serve(socket, address, device)
      if (options.silence === 'refuse') return void socket.resetAndDestroy()
      held.set(socket, address)
      socket.on('close', () => held.delete(socket))
    },
    update(now) {
      reachable = now
      for (const connection of open)
        // A connection that stalls goes on when its address answers again, whichever device carries it then.
        if (options.onCut === 'close' && deviceOf(connection.address) !== connection.device) setTimeout(() => connection.socket.destroy(), inFlight)
      for (const [socket, address] of held) {
        const device = deviceOf(address)
        if (device === undefined || socket.destroyed) continue
        held.delete(socket)
        serve(socket, address, device)
      }
      for (const entry of waiting) {
        if (deviceOf(entry.address) === undefined) continue
        waiting.delete(entry)
        entry.resume()
      }
    },
    answers: (address) => (address === undefined ? reachable.length > 0 : deviceOf(address) !== undefined),
    whenOpen: async (address) =>
      deviceOf(address) === undefined ? new Promise((resolve) => void waiting.add({ address, resume: resolve })) : undefined,
    cutAll() {
      reachable = []
      for (const { socket } of open) socket.destroy()
      for (const [socket] of held) socket.destroy()
      for (const { resume } of waiting) resume()
      waiting.clear()
    },
  }
}
