import type { Facts } from '../model/facts.ts'
import type { Network } from '../model/network.ts'
import { lowerDevices, peerOf } from '../model/network.ts'

/** What a device stands on directly. */
export type Lower = (device: string) => readonly string[]

/** In the running network. Guests' devices are ports of a bridge, and nothing of the host's stands on them. */
export const runningLower = ({ bonds, vlans, bridges, links }: Facts): Lower => {
  const guests = new Set(links.filter(({ kind }) => kind === 'tap').map(({ name }) => name))
  const known = new Set(links.filter(({ kind }) => kind === 'physical' || kind === 'bond' || kind === 'vlan').map(({ name }) => name))
  return (device) => {
    const bond = bonds.find(({ name }) => name === device)
    if (bond) return bond.slaves
    const vlan = vlans.find(({ name }) => name === device)
    if (vlan) return [vlan.parent]
    const peer = peerOf(device)
    const pair = bridges.filter((bridge) => peer !== undefined && bridge.ports.includes(peer)).map(({ name }) => name)
    if (pair.length > 0) return pair
    const ports = bridges.find(({ name }) => name === device)?.ports.filter((port) => !guests.has(port)) ?? []
    const own = ports.filter((port) => known.has(port))
    return own.length > 0 ? own : ports
  }
}

export const desiredLower = (network: Network): Lower => (device) => lowerDevices(network, device)

/** The chain under a device, lowest first; devices side by side at its foot are joined. Example: ['eth0+eth1', 'bond0', 'vlan100'] */
export const chainOf = (lower: Lower, device: string, seen: readonly string[] = []): string[] => {
  const below = seen.includes(device) ? [] : lower(device)
  if (below.length === 0) return [device]
  const carrying = below.find((name) => lower(name).length > 0)
  return carrying === undefined ? [below.join('+'), device] : [...chainOf(lower, carrying, [...seen, device]), device]
}

/** The devices at the very bottom of a device: NICs. */
export const footOf = (lower: Lower, device: string, seen: readonly string[] = []): string[] => {
  const below = seen.includes(device) ? [] : lower(device)
  return below.length === 0 ? [device] : [...new Set(below.flatMap((name) => footOf(lower, name, [...seen, device])))]
}

/** All devices under a device, itself included. */
export const allUnder = (lower: Lower, device: string, seen: readonly string[] = []): string[] =>
  seen.includes(device) ? [] : [device, ...lower(device).flatMap((name) => allUnder(lower, name, [...seen, device]))]
