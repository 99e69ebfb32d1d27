import { normalAddress } from '../model/address.ts'
import type { Facts } from '../model/facts.ts'
import type { Network } from '../model/network.ts'
import { devicesOf } from '../model/network.ts'
import { error, type NetworkFinding } from '../model/rules/finding.ts'
import { mapOf } from '../model/rules/names.ts'
import { usersOf } from '../model/rules/topology.ts'

/** A file that is left alone, and the addresses that its device gets from it at the next start. */
export interface Claim {
  readonly device: string
  readonly path: string
  readonly addresses: readonly string[]
}

const bare = (address: string): string => normalAddress(address.split('/')[0] ?? address)

/** A desired address that another device has or gets, which this plan does not take it off: the host would have it twice. */
const addressFindings = (network: Network, facts: Facts, left: (device: string) => boolean, claims: readonly Claim[]): NetworkFinding[] =>
  devicesOf(network).flatMap(({ kind, name, addresses = [] }) => addresses.flatMap((address) => {
    const place = [mapOf[kind], name, 'addresses']
    const holder = facts.links.find((link) => link.kind !== 'loopback' && left(link.name) && link.addresses.some((own) => bare(own) === bare(address)))
    if (holder) return [error('E12', place, `${address} is on ${holder.name}, which is neither declared nor taken down: the host would have it twice`,
      `Declare ${holder.name}, or take the address off it from the console.`)]
    const file = claims.find((claim) => claim.addresses.some((own) => bare(own) === bare(address)))
    return file ? [error('E12', place, `${address} is also in ${file.path}, and ${file.device} is not declared: the host would have it twice`,
      `Declare ${file.device}, or take the address out of ${file.path}.`)] : []
  }))

/** A NIC in a running bond or bridge that no file knows, such as xend's: nothing takes it out, and it can be in one alone. */
const masterFindings = (network: Network, facts: Facts, left: (device: string) => boolean): NetworkFinding[] =>
  Object.keys(network.interfaces).flatMap((name) => {
    const master = facts.links.find((link) => link.name === name)?.master
    if (master === undefined || !left(master)) return []
    return [error('E15', ['interfaces', name], `${name} is in ${master}, which is neither declared nor taken down`, facts.xend
      ? 'Apply a playbook of stubXendNetworkScript() and removeXendState() alone, which cuts nothing, then reboot the host; or undo it from its '
        + 'console: /etc/xen/scripts/network-bridge stop'
      : `Declare ${master}, or take ${name} out of it from the console.`)]
  })

/** A VLAN that somebody made by hand on a NIC that becomes a slave: a slave's own VLANs carry nothing. */
const vlanFindings = (network: Network, facts: Facts, left: (device: string) => boolean): NetworkFinding[] =>
  facts.vlans.filter(({ name }) => left(name)).flatMap(({ name, parent }) => {
    const [bond] = network.interfaces[parent] ? usersOf(network, parent).bonds : []
    if (bond === undefined || facts.links.find((link) => link.name === parent)?.master === bond) return []
    return [error('E15', ['interfaces', parent], `${name} stands on ${parent}, which becomes a slave of ${bond}: it is neither declared nor taken down`,
      `Declare its VLAN on ${bond}, and take ${name} down from the console.`)]
  })

/**
 * Running devices that nobody declares and no file makes, and that hold what the network needs: a NIC or an address.
 *
 * @param gone devices that the old files know and the new network has no place for
 * @param claims of files whose devices are neither managed nor gone
 */
export const runningFindings = (network: Network, facts: Facts, gone: ReadonlySet<string>, claims: readonly Claim[]): NetworkFinding[] => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const left = (device: string): boolean => !managed.has(device) && !gone.has(device)
  return [...addressFindings(network, facts, left, claims), ...masterFindings(network, facts, left), ...vlanFindings(network, facts, left)]
}
