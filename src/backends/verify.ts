import { normalAddress, parseAddress } from '../model/address.ts'
import type { Difference } from '../model/backend.ts'
import type { Facts, LinkFact } from '../model/facts.ts'
import type { Device, Network } from '../model/network.ts'
import { devicesOf, lowerDevices } from '../model/network.ts'
import { usersOf } from '../model/rules/topology.ts'

const words = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))
const sorted = (names: readonly string[]): string => words(names.toSorted())

/** Compares two values in words; nothing when they are the same. */
const differ = (device: string, expected: string, found: string): Difference[] => (expected === found ? [] : [{ device, expected, found }])

/** Its cause is at the switch, in a cable, a guest or a device that is not declared. */
const notMendable = { mendable: false } as const

const addressDifferences = (network: Network, device: Device, link: LinkFact): Difference[] => {
  const { name, addresses = [], dhcp } = device
  const found = link.addresses.map(normalAddress)
  const ipv4 = found.filter((text) => parseAddress(text)?.family === 4 && !text.startsWith('169.254.'))
  if (dhcp === true) return ipv4.length > 0 ? [] : [{ device: name, expected: 'an address by DHCP', found: 'none' }]
  const wanted = addresses.map(normalAddress)
  const missing = wanted.filter((text) => !found.includes(text))
  const user = usersOf(network, name)
  const bare = user.bonds.length + user.bridges.length > 0
  const why = bare ? ' (it is a slave or port)' : ''
  // Router advertisements and link-local make IPv6 addresses by themselves: only an IPv4 address can be one too many.
  // A single address (/32) beside a device's own is how cluster software lends one to a host: not ours to judge.
  const extra = ipv4.filter((text) => !wanted.includes(text) && (bare || !text.endsWith('/32')))
  return [
    ...(missing.length > 0 ? [{ device: name, expected: `address ${words(missing)}`, found: words(found) }] : []),
    ...(extra.length > 0 ? [{ device: name, expected: wanted.length === 0 ? `no IPv4 address${why}` : `only ${words(wanted)}`,
      found: words(extra) }] : []),
  ]
}

const routeDifferences = (network: Network, device: Device, facts: Facts): Difference[] => {
  const { name, gateway } = device
  if (gateway === undefined) return []
  const ipv6 = gateway.includes(':')
  // A probe that read no IPv6 route at all did not look for one; the rules warn of it.
  if (ipv6 && !facts.routes.some((route) => route.destination.includes(':') || route.gateway?.includes(':') === true)) return []
  const defaults = facts.routes.filter((route) => (route.destination === 'default' || route.destination === '::/0'
    || route.destination === '0.0.0.0/0') && (route.gateway?.includes(':') ?? ipv6) === ipv6)
  const right = defaults.some((route) => route.device === name && normalAddress(route.gateway ?? '') === normalAddress(gateway))
  const found = words(defaults.map((route) => `${route.gateway ?? 'no gateway'} on ${route.device}`))
  if (right && defaults.length === 1) return []
  const own = new Set(devicesOf(network).map((known) => known.name))
  const foreign = right && defaults.filter((route) => own.has(route.device)).length === 1
  return [{ device: name, expected: `default route by ${gateway} on ${name}${right ? ' alone' : ''}`, found, ...(foreign ? notMendable : {}) }]
}

const noPartner = /^(00:){5}00$/

/** Slaves that meet different partners, or none, are in aggregators of their own, of which one carries everything. */
const spread = (aggregators: Readonly<Record<string, number>> = {}): string =>
  new Set(Object.values(aggregators)).size < 2 ? '' : ` (${Object.entries(aggregators).map(([slave, number]) => `${slave} is in ${number}`).join(', ')})`

/** The switch that answers is the one that the inventory names, and the aggregate the one that is meant. */
const partnerDifferences = ({ name, switch: facts }: Extract<Device, { kind: 'bond' }>, partner: string, key: number | undefined): Difference[] => [
  ...(facts?.systemMac === undefined ? [] : differ(name, `LACP partner ${facts.systemMac.toUpperCase()}`, `LACP partner ${partner}`)),
  ...(facts?.lacpKey === undefined || key === undefined ? [] : differ(name, `partner key ${facts.lacpKey}`, `partner key ${key}`)),
].map((difference) => ({ ...difference, ...notMendable }))

const bondDifferences = (device: Extract<Device, { kind: 'bond' }>, facts: Facts): Difference[] => {
  const { name, mode, slaves, miimon, lacpRate, xmitHashPolicy } = device
  const bond = facts.bonds.find((candidate) => candidate.name === name)
  if (!bond) return [{ device: name, expected: 'a bond', found: 'a device of another kind' }]
  const aggregated = bond.aggregatorPorts ?? 0
  const partner = bond.partnerMac ?? '00:00:00:00:00:00'
  return [
    ...differ(name, `mode ${mode}`, `mode ${bond.mode}`),
    ...differ(name, `slaves ${sorted(slaves)}`, `slaves ${sorted(bond.slaves)}`),
    ...(miimon === undefined ? [] : differ(name, `miimon ${miimon}`, `miimon ${bond.miimon}`)),
    ...(lacpRate === undefined || bond.lacpRate === undefined ? [] : differ(name, `LACP rate ${lacpRate}`, `LACP rate ${bond.lacpRate}`)),
    ...(xmitHashPolicy === undefined || bond.xmitHashPolicy === undefined ? [] : differ(name, `hash policy ${xmitHashPolicy}`,
      `hash policy ${bond.xmitHashPolicy.split(' ')[0] ?? ''}`)),
    ...(mode !== '802.3ad' || bond.mode !== mode ? [] : [
      ...(noPartner.test(partner) ? [{ device: name, expected: 'an LACP partner', found: 'none: the switch does not answer', ...notMendable }]
        : partnerDifferences(device, partner, bond.partnerKey)),
      ...differ(name, `${slaves.length} ports in the active aggregator`, `${aggregated} ports in the active aggregator`).map((difference) =>
        ({ ...difference, found: difference.found + spread(bond.aggregators) })).map((difference) =>
        (sorted(slaves) === sorted(bond.slaves) ? { ...difference, ...notMendable } : difference)),
    ]),
  ]
}

const vlanDifferences = ({ name, parent, id }: Extract<Device, { kind: 'vlan' }>, facts: Facts): Difference[] => {
  const vlan = facts.vlans.find((candidate) => candidate.name === name)
  return vlan ? differ(name, `VLAN ${id} on ${parent}`, `VLAN ${vlan.id} on ${vlan.parent}`)
    : [{ device: name, expected: `VLAN ${id} on ${parent}`, found: 'a device of another kind' }]
}

/** Guests' taps and vifs come and go; a NIC, a bond or a VLAN that is not declared is a leak between networks. */
const bridgeDifferences = ({ name, ports, stp }: Extract<Device, { kind: 'bridge' }>, facts: Facts): Difference[] => {
  const bridge = facts.bridges.find((candidate) => candidate.name === name)
  if (!bridge) return [{ device: name, expected: 'a bridge', found: 'a device of another kind' }]
  const missing = ports.filter((port) => !bridge.ports.includes(port))
  const extra = bridge.ports.filter((port) => !ports.includes(port) && ['physical', 'bond', 'vlan'].includes(facts.links.find((link) =>
    link.name === port)?.kind ?? 'other'))
  return [
    ...(missing.length > 0 ? [{ device: name, expected: `port ${words(missing)}`, found: `ports ${words(bridge.ports)}` }] : []),
    ...(extra.length > 0 ? [{ device: name, expected: `ports ${words(ports)} and guests`, found: `also ${words(extra)}` }] : []),
    ...differ(name, `spanning tree ${stp === true ? 'on' : 'off'}`, `spanning tree ${bridge.stp ? 'on' : 'off'}`),
  ]
}

/** A NIC that carries nothing: whether it is up makes no difference to anybody, and its file may say that it stays down. */
const isIdle = (network: Network, { kind, name, addresses = [], dhcp }: Device): boolean =>
  kind === 'interface' && addresses.length === 0 && dhcp !== true && !devicesOf(network).some((device) => lowerDevices(network, device.name).includes(name))

/** A bridge's MTU is that of its smallest port: where a guest's is the one, no ifup raises it. */
const heldByGuest = (network: Network, { name, mtu = 0 }: Device, link: LinkFact, facts: Facts): boolean => link.mtu < mtu
  && (facts.bridges.find((bridge) => bridge.name === name)?.ports ?? []).some((port) => network.bridges[name]?.ports.includes(port) === false
    && facts.links.find((candidate) => candidate.name === port)?.mtu === link.mtu)

const deviceDifferences = (network: Network, device: Device, facts: Facts): Difference[] => {
  const { name, mtu } = device
  const link = facts.links.find((candidate) => candidate.name === name)
  if (!link) return [{ device: name, expected: 'the device', found: 'nothing of that name' }]
  const own = device.kind === 'bond' ? bondDifferences(device, facts) : device.kind === 'vlan' ? vlanDifferences(device, facts)
    : device.kind === 'bridge' ? bridgeDifferences(device, facts) : []
  const given = device.kind === 'interface' && device.peer !== undefined ? device.mac?.toUpperCase() : undefined
  const silent = device.kind !== 'bridge' && device.arp === false
  return [
    ...(given === undefined ? [] : differ(name, `MAC address ${given}`, `MAC address ${link.mac.toUpperCase()}`)),
    ...(silent ? differ(name, 'ARP off', link.arp === false ? 'ARP off' : 'ARP on') : []),
    ...(isIdle(network, device) ? [] : differ(name, 'up', link.up ? 'up' : 'down')),
    ...own,
    ...(mtu === undefined ? [] : differ(name, `MTU ${mtu}`, `MTU ${link.mtu}`).map((difference) =>
      (heldByGuest(network, device, link, facts) ? { ...difference, ...notMendable } : difference))),
    ...addressDifferences(network, device, link),
    ...routeDifferences(network, device, facts),
  ]
}

/** What differs between the running and the desired network; "[OK]" of a script proves nothing. */
export const differencesOf = (desired: Network, facts: Facts): Difference[] => devicesOf(desired).flatMap((device) => deviceDifferences(desired,
  device, facts))
