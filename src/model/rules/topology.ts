import type { Network } from '../network.ts'
import { devicesOf, lowerDevices, peerOf } from '../network.ts'
import { error, list, warning, type NetworkFinding } from './finding.ts'
import { mapOf } from './names.ts'

/** What a device is in: the bonds that have it as slave, the bridges that have it as port. */
export const usersOf = (network: Network, name: string): { readonly bonds: readonly string[]; readonly bridges: readonly string[] } => ({
  bonds: Object.entries(network.bonds).filter(([, bond]) => bond.slaves.some((slave) => slave === name)).map(([bond]) => bond),
  bridges: Object.entries(network.bridges).filter(([, bridge]) => bridge.ports.includes(name)).map(([bridge]) => bridge),
})

const undefinedFindings = (network: Network): NetworkFinding[] => [
  ...Object.entries(network.interfaces).flatMap(([name, { peer }]) => {
    const keys = ['interfaces', name, 'peer']
    if (peer === undefined) return []
    return [
      ...(peerOf(name) === peer ? [] : [error('E15', keys, `${peer} is not the other end of ${name}`, 'Xen pairs them by number: veth0 with vif0.0.')]),
      ...(network.interfaces[peer] ? [] : [error('E15', keys, `${peer}, the other end of ${name}, is not declared under interfaces`, `Add interfaces.${peer}.`)]),
      ...(usersOf(network, peer).bridges.length > 0 ? [] : [error('E15', keys, `${peer} is no port of a bridge: nothing that ${name} sends gets anywhere`,
        `List ${peer} in the ports of a bridge.`)]),
    ]
  }),
  ...Object.entries(network.bonds).flatMap(([name, { slaves }]) => [
    ...(slaves.length > 0 ? [] : [error('E15', ['bonds', name, 'slaves'], `${name} has no slaves`, 'List its NICs in slaves.')]),
    ...slaves.filter((slave) => !network.interfaces[slave]).map((slave) =>
      error('E15', ['bonds', name, 'slaves'], `slave ${slave} is not declared under interfaces, there are ${list(Object.keys(network.interfaces))}`,
        `Add interfaces.${slave}, with its mac.`)),
  ]),
  ...Object.entries(network.vlans).flatMap(([name, { parent, id }]) => [
    ...(parent === '' ? [error('E15', ['vlans', name], `the parent of ${name} cannot be told from its name`,
      'Declare parent and id, or name it like bond0.50.')]
      : network.interfaces[parent] || network.bonds[parent] || network.bridges[parent] || network.vlans[parent] ? []
        : [error('E15', ['vlans', name, 'parent'], `${name} stands on ${parent}, which is not declared`,
          `Declare ${parent} under interfaces or bonds.`)]),
    ...(Number.isInteger(id) && id >= 1 && id <= 4094 ? []
      : [error('E17', ['vlans', name, 'id'], `a VLAN id from 1 to 4094 was expected, ${name} has ${id === 0 ? 'none' : id}`,
        'Declare id, or name it like bond0.50.')]),
  ]),
  ...Object.entries(network.bridges).flatMap(([name, { ports }]) => ports.flatMap((port) =>
    network.interfaces[port] || network.bonds[port] || network.vlans[port] ? []
      : [error('E15', ['bridges', name, 'ports'], network.bridges[port] ? `port ${port} of ${name} is itself a bridge`
        : `port ${port} of ${name} is not declared`,
        network.bridges[port] ? 'A bridge cannot be a port of a bridge: list interfaces, bonds or VLANs.' : `Declare ${port}, or take it out.`)])),
]

const twiceFindings = (network: Network): NetworkFinding[] =>
  devicesOf(network).flatMap(({ kind, name }) => {
    const { bonds, bridges } = usersOf(network, name)
    const vlans = Object.entries(network.vlans).filter(([, vlan]) => vlan.parent === name).map(([vlan]) => vlan)
    const all = [...bonds, ...bridges]
    const keys = [mapOf[kind], name]
    return [
      ...(all.length > 1 ? [error('E15', keys, `${name} is in ${list(all)}`,
        'A device can be in one bond or one bridge: take it out of the others.')] : []),
      ...(bonds.length > 0 && vlans.length > 0
        ? [error('E15', keys, `${name} is a slave of ${list(bonds)} and carries ${list(vlans)}`, `Put the VLANs on ${bonds[0]}.`)] : []),
      ...(bridges.length > 0 && vlans.length > 0
        ? [warning(undefined, keys, `${name} is a port of ${list(bridges)} and carries ${list(vlans)}; kernels before 2.6.37 give every frame to the bridge`,
          `Put the bridge on a VLAN of ${name}, or the VLANs on the bridge.`)] : []),
    ]
  })

const sameVlanFindings = (network: Network): NetworkFinding[] => {
  const seen = new Map<string, string>()
  return Object.entries(network.vlans).flatMap(([name, { parent, id }]) => {
    const key = `${parent} ${id}`
    const other = seen.get(key)
    seen.set(key, name)
    return other === undefined || parent === '' ? [] : [error('E15', ['vlans', name], `${name} and ${other} are both VLAN ${id} on ${parent}`,
      'Keep one of them.')]
  })
}

/** The devices that form a ring with `name`, from it to itself, or undefined. */
const ringOf = (network: Network, name: string, trail: readonly string[] = []): readonly string[] | undefined => {
  if (trail.includes(name)) return name === trail[0] ? [...trail, name] : undefined
  for (const lower of lowerDevices(network, name)) {
    const ring = ringOf(network, lower, [...trail, name])
    if (ring) return ring
  }
  return undefined
}

const cycleFindings = (network: Network): NetworkFinding[] =>
  devicesOf(network).flatMap(({ kind, name }) => {
    const ring = ringOf(network, name)
    // One finding a ring: told at its first name.
    return ring && ring.toSorted()[0] === name ? [error('E15', [mapOf[kind], name], `devices stand on each other: ${ring.join(' → ')}`,
      'Take one of them out.')] : []
  })

/** Whether every device stands on devices that are there, once, and on no ring. */
export const topologyFindings = (network: Network): NetworkFinding[] => [
  ...undefinedFindings(network),
  ...twiceFindings(network),
  ...sameVlanFindings(network),
  ...cycleFindings(network),
]
