import { normalAddress, parseAddress } from '../model/address.ts'
import type { Addressing, Network } from '../model/network.ts'
import { definedOnly, isTargets, orderTargets, plainValue } from './bondingOptions.ts'
import { defaultDelay } from './bridgeDelay.ts'
import { commentText } from './comments.ts'

const sharedOf = <Device extends Addressing>(device: Device): Device => {
  const addresses = (device.addresses ?? []).map(normalAddress)
  const of = (family: 4 | 6): string[] => addresses.filter((text) => parseAddress(text)?.family === family)
  return definedOnly({
    ...device,
    addresses: addresses.length === 0 ? undefined : [...of(4), ...of(6)],
    gateway: device.gateway === undefined ? undefined : normalAddress(device.gateway),
    dhcp: device.dhcp === true ? true : undefined,
    comment: commentText(device.comment ?? '') || undefined,
    ...('arp' in device && device.arp === true ? { arp: undefined } : {}),
  })
}

const mapValues = <Value>(record: Readonly<Record<string, Value>>, map: (value: Value) => Value): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([key, value]) => [key, map(value)]))

/**
 * One of the many ways to write the same network, so that two can be compared: lists whose order means nothing are
 * sorted (slaves and ports come up in the order of their files' names), defaults and empty fields are left out, MAC
 * and IPv6 addresses have one spelling, IPv4 addresses come first.
 */
export const normalNetwork = (network: Network): Network => ({
  interfaces: mapValues(network.interfaces, (device) =>
    sharedOf(definedOnly({ ...device, mac: device.mac?.toUpperCase(), ethtool: device.ethtool?.trim() || undefined }))),
  bonds: mapValues(network.bonds, (bond) => {
    const [first, ...rest] = bond.slaves.toSorted()
    const targets = orderTargets(bond.arpIpTarget ?? [])
    const facts = bond.switch && definedOnly({
      ...bond.switch,
      name: commentText(bond.switch.name ?? '') || undefined,
      portChannel: commentText(bond.switch.portChannel ?? '') || undefined,
      ports: bond.switch.ports?.length ? bond.switch.ports.map(commentText) : undefined,
      vlans: bond.switch.vlans?.length ? bond.switch.vlans : undefined,
    })
    const options = Object.entries(bond.options ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([key, value]) =>
      [key, plainValue(value)] as const)
    return sharedOf(definedOnly({
      ...bond,
      slaves: first === undefined ? bond.slaves : [first, ...rest],
      miimon: bond.arpInterval !== undefined && bond.miimon === 0 ? undefined : bond.miimon,
      arpIpTarget: isTargets(targets) ? targets : undefined,
      options: options.length === 0 ? undefined : Object.fromEntries(options),
      switch: facts && Object.keys(facts).length > 0 ? facts : undefined,
    }))
  }),
  vlans: mapValues(network.vlans, sharedOf),
  bridges: mapValues(network.bridges, (bridge) => sharedOf(definedOnly({
    ...bridge,
    ports: bridge.ports.toSorted(),
    stp: bridge.stp === true ? true : undefined,
    forwardDelay: bridge.forwardDelay === defaultDelay(bridge.stp) ? undefined : bridge.forwardDelay,
  }))),
})
