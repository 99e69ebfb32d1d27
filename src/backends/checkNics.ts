import type { Facts } from '../model/facts.ts'
import type { Network } from '../model/network.ts'
import { error, list, type NetworkFinding } from '../model/rules/finding.ts'

/** The NIC's own address: a slave shows its bond's. */
const ownMac = (link: Facts['links'][number]): string => (link.permanentMac ?? link.mac).toUpperCase()

/** NICs that are declared and not there, or there with another MAC address. */
export const nicFindings = (network: Network, facts: Facts): NetworkFinding[] => {
  const nics = facts.links.filter(({ kind }) => kind === 'physical')
  const there = list(nics.map((link) => `${link.name} ${ownMac(link)}`))
  return Object.entries(network.interfaces).flatMap(([name, { mac }]) => {
    // Xen's loopback devices are made when they are first asked for, and given their address.
    if (Object.entries(network.interfaces).some(([first, { peer }]) => peer !== undefined && (first === name || peer === name))) return []
    const link = facts.links.find((candidate) => candidate.name === name)
    const wanted = mac?.toUpperCase()
    const owner = nics.find((candidate) => ownMac(candidate) === wanted)
    if (!link) return [error('E15', ['interfaces', name], `the host has no ${name}; its NICs are ${there}`,
      'Correct the name, or look whether its driver is loaded.')]
    if (wanted === undefined || ownMac(link) === wanted) return []
    return [error('E05', ['interfaces', name, 'mac'],
      `no ${name} with MAC address ${wanted}: ${owner ? `${owner.name} has it` : 'no NIC of the host has it'}; its NICs are ${there}`,
      owner ? `Use the name ${owner.name}, or the MAC address of ${name}.` : 'Correct the MAC address.')]
  })
}
