import { parseAddress } from '../model/address.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Network } from '../model/network.ts'
import { devicesOf, lowerDevices, peerOf } from '../model/network.ts'

/** All devices under one, itself included. */
const below = (device: string, lower: (name: string) => readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    lower(name).forEach(visit)
  }
  visit(device)
  return found
}

/** What carries our session now, from running state; empty when it is not known. */
export const pathBefore = (facts: Facts): ReadonlySet<string> => {
  const device = facts.session?.device
  const lower = (name: string): readonly string[] => [
    ...(facts.bonds.find((bond) => bond.name === name)?.slaves ?? []),
    ...(facts.bridges.find((bridge) => bridge.name === name)?.ports ?? []),
    ...facts.vlans.filter((vlan) => vlan.name === name).map((vlan) => vlan.parent),
    ...facts.bridges.filter(({ ports }) => ports.some((port) => port === peerOf(name))).map((bridge) => bridge.name),
  ]
  return device === undefined ? new Set() : below(device, lower)
}

/** What will carry it: the device with the address that the host is to answer on, else the one with the gateway. */
export const pathAfter = (network: Network, host: Host, facts: Facts): ReadonlySet<string> => {
  const devices = devicesOf(network)
  const wanted = [host.ssh.hostAfter, facts.session?.serverAddress, host.ssh.host].flatMap((text) => parseAddress(text ?? '') ?? [])
  const holds = (address: { readonly family: 4 | 6; readonly value: bigint }) => (device: (typeof devices)[number]): boolean =>
    (device.addresses ?? []).some((text) => { const own = parseAddress(text); return own?.family === address.family && own.value === address.value })
  const device = wanted.map((address) => devices.find(holds(address))).find((found) => found !== undefined)
    ?? devices.find(({ gateway }) => gateway !== undefined) ?? devices.find(({ dhcp }) => dhcp === true)
  return device === undefined ? new Set() : below(device.name, (name) => lowerDevices(network, name))
}

/** What stands on a device now: the bond or bridge that it is in, the VLANs on it, and what stands on those. */
export const above = (facts: Facts, names: Iterable<string>): ReadonlySet<string> => {
  const found = new Set(names)
  // A set is walked to its end, entries that are added on the way included.
  for (const name of found) {
    const master = facts.links.find((link) => link.name === name)?.master
    if (master !== undefined) found.add(master)
    for (const link of facts.links) if (peerOf(link.name) === name) found.add(link.name)
    for (const vlan of facts.vlans) if (vlan.parent === name) found.add(vlan.name)
  }
  return found
}
