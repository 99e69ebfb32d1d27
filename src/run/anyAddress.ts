import { isIP } from 'node:net'
import { FleetError } from '../model/errors.ts'
import type { Connection, ConnectOptions, Transport } from '../model/connection.ts'
import type { Host } from '../model/host.ts'
import { devicesOf } from '../model/network.ts'
import { knownName } from '../transport/index.ts'

/** More addresses of one host are not tried. */
const addressLimit = 4

/** Where a host may answer when nobody knows how far its change has come: before it, and after it. */
export const addressesOf = ({ ssh, network }: Host): string[] => {
  if (ssh.hostAfter !== undefined) return [...new Set([ssh.host, ssh.hostAfter])]
  const own = devicesOf(network)
    .toSorted((a, b) => Number(b.gateway !== undefined) - Number(a.gateway !== undefined))
    .flatMap(({ addresses = [] }) => addresses.map((address) => address.split('/')[0] ?? address))
  // A name, or an address that stays, leads there whatever the network is.
  return isIP(ssh.host) === 0 || ssh.host.startsWith('127.') || own.includes(ssh.host) ? [ssh.host] : [ssh.host, ...own].slice(0, addressLimit)
}

/**
 * Connects to the first address that answers. Whichever it is, the host key is the one that is known for the host.
 * Rejects with the first address's FleetError.
 */
export const connectAnywhere = async (transport: Transport, host: Host, options: ConnectOptions = {}): Promise<{ readonly connection: Connection; readonly address: string }> => {
  const { ssh } = host
  let first: FleetError | undefined
  for (const address of addressesOf(host)) {
    try {
      const target = address === ssh.host ? ssh : { ...ssh, hostKeyAlias: ssh.hostKeyAlias ?? knownName(ssh.host, ssh.port) }
      return { connection: await transport.connect(host.name, target, { ...options, address }), address }
    } catch (error) {
      if (!(error instanceof FleetError)) throw error
      first ??= error
      if (error.kind !== 'connect') throw first
    }
  }
  throw first ?? new Error(`${host.name} has no address`)
}
