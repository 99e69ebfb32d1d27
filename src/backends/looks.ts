import type { Difference } from '../model/backend.ts'
import type { Facts, LinkFact } from '../model/facts.ts'
import type { Network } from '../model/network.ts'
import { devicesOf } from '../model/network.ts'
import { defaultDelay } from './bridgeDelay.ts'

const words = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))

/** A host is as its network is to be and still not well: no cut-over mends a cable, a card, or what a guest hangs on. */
const look = (device: string, expected: string, found: string): Difference => ({ device, expected, found, mendable: false })

/** Each slave's own link, and that it is the NIC which is meant. */
const slaveLooks = (network: Network, facts: Facts): Difference[] => Object.entries(network.bonds).flatMap(([bond, { slaves }]) => slaves.flatMap((name) => {
  const link = facts.links.find((candidate) => candidate.name === name)
  const wanted = network.interfaces[name]?.mac?.toUpperCase()
  if (link === undefined) return []
  const own = (link.permanentMac ?? link.mac).toUpperCase()
  return [
    ...(link.carrier ? [] : [look(name, `a link, as a slave of ${bond}`, link.up ? 'no link: cable, port or card' : 'it is down')]),
    ...(wanted === undefined || wanted === own ? [] : [look(name, `MAC address ${wanted}`, `MAC address ${own}`)]),
  ]
}))

const delayLooks = (network: Network, facts: Facts): Difference[] => Object.entries(network.bridges).flatMap(([name, { stp, forwardDelay }]) => {
  const bridge = facts.bridges.find((candidate) => candidate.name === name)
  // With spanning tree the kernel has a least delay of its own.
  const wanted = stp === true ? Math.max(2, forwardDelay ?? defaultDelay(stp)) : (forwardDelay ?? defaultDelay(stp))
  return bridge === undefined || Math.round(bridge.forwardDelay) === wanted ? [] : [look(name, `forward delay ${wanted} s`, `forward delay ${bridge.forwardDelay} s`)]
})

const what = ({ name }: LinkFact, facts: Facts): string => {
  const ports = facts.bridges.find((bridge) => bridge.name === name)?.ports
  return ports === undefined ? 'a device' : `a bridge with ports ${words(ports)}`
}

/**
 * What xend and libvirt leave behind, on a host whose guests have bridges of their own: bridges and renamed NICs that nobody
 * declares, and guests that are plugged in there or nowhere.
 */
const leftOvers = (network: Network, facts: Facts): Difference[] => {
  if (Object.keys(network.bridges).length === 0) return []
  const declared = new Set(devicesOf(network).map(({ name }) => name))
  const bridges = facts.links.filter(({ name }) => /^(xenbr|virbr)\d+(-nic)?$/.test(name) && !declared.has(name))
  const renamed = facts.links.filter(({ name }) => /^(peth|pbond|veth|vif0\.)\d+$/.test(name) && !declared.has(name))
  const guests = facts.links.filter(({ name, master }) => /^vif[1-9]\d*\.\d+$/.test(name) && (master === undefined || !declared.has(master)))
  return [
    ...bridges.map((link) => look(link.name, 'no bridge beside those of the inventory', what(link, facts))),
    ...renamed.map((link) => look(link.name, 'nothing that xend renamed or made', what(link, facts))),
    ...guests.map(({ name, master }) => look(name, `a port of ${words(Object.keys(network.bridges))}`, master === undefined ? 'a port of no bridge' : `a port of ${master}`)),
  ]
}

/**
 * What one looks at by eye when all is done, beyond what decides over a change: links and MAC addresses of slaves, forward
 * delays, left-overs of xend and libvirt. Never a reason for a rollback: it is told by `verify` alone.
 */
export const looksOf = (network: Network, facts: Facts): Difference[] => [...slaveLooks(network, facts), ...delayLooks(network, facts), ...leftOvers(network, facts)]
