import { inSubnet, normalAddress, parseAddress } from '../model/address.ts'
import type { Facts, SessionFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Device, Network } from '../model/network.ts'
import { devicesOf } from '../model/network.ts'
import type { ManagementPath } from '../model/plan.ts'
import { allUnder, chainOf, desiredLower, footOf, runningLower } from './devices.ts'

/** An address in its one form, without prefix, zone, or the IPv4-in-IPv6 form that a server on `::` sees. */
export const bareAddress = (text: string): string => normalAddress((text.split('/')[0] ?? text).replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, ''))

const carries = (addresses: readonly string[] | undefined, address: string): string | undefined => addresses?.find((own) => bareAddress(own) === address)

/** The path that the session came in on, if the host could tell it. */
export const pathBefore = (facts: Facts): ManagementPath | undefined => {
  const { session } = facts
  if (session?.device === undefined) return undefined
  const address = bareAddress(session.serverAddress)
  const own = facts.links.find(({ name }) => name === session.device)?.addresses
  return { address: carries(own, address) ?? address, devices: chainOf(runningLower(facts), session.device) }
}

/** Where the management path goes. */
export type PathAfter =
  /** The session is not known, or comes in on a device that the network does not manage. */
  | { readonly type: 'untouched'; readonly path: ManagementPath | undefined }
  /** The session's address is on this path afterwards, whatever device carried it before. */
  | { readonly type: 'kept'; readonly path: ManagementPath }
  /** The address is given by DHCP or a router on this path: the same one as long as the MAC address stays. */
  | { readonly type: 'leased'; readonly path: ManagementPath; readonly device: string }
  /** The host answers on another address. */
  | { readonly type: 'moved'; readonly path: ManagementPath }
  /** The address goes, and nothing says where the host answers. */
  | { readonly type: 'gone' }

const pathTo = (network: Network, device: string, address: string): ManagementPath => ({ address, devices: chainOf(desiredLower(network), device) })

/** MAC addresses of NICs, so that a NIC that xend renamed (peth0) is still itself. */
const macsOf = (facts: Facts, names: readonly string[]): Set<string> =>
  new Set(facts.links.filter(({ name }) => names.includes(name)).map(({ permanentMac, mac }) => (permanentMac ?? mac).toUpperCase()))

/** Desired devices that stand on the NICs under the session's device, or have its name. */
const successors = (network: Network, facts: Facts, device: string): Device[] => {
  const running = runningLower(facts)
  const before = allUnder(running, device)
  const macs = macsOf(facts, footOf(running, device))
  const lower = desiredLower(network)
  const isNic = (name: string): boolean => before.includes(name) || macs.has(network.interfaces[name]?.mac?.toUpperCase() ?? '')
  return devicesOf(network).filter(({ name }) => before.includes(name) || footOf(lower, name).some(isNic))
}

/** The one of several addresses that takes over: in the session's own subnet, else on the device with the gateway, else the only one. */
const takeOver = (facts: Facts, session: SessionFact, devices: readonly Device[]): { readonly device: Device; readonly address: string } | undefined => {
  const old = parseAddress(bareAddress(session.serverAddress))
  const own = facts.links.find(({ name }) => name === session.device)?.addresses ?? []
  const subnet = parseAddress(carries(own, bareAddress(session.serverAddress)) ?? '') ?? old
  const all = devices.flatMap((device) => (device.addresses ?? []).flatMap((address) => (parseAddress(address)?.family === old?.family ? [{ device, address }] : [])))
  const near = all.find(({ address }) => {
    const parsed = parseAddress(address)
    return parsed !== undefined && subnet !== undefined && (inSubnet(subnet, parsed) || inSubnet(parsed, subnet))
  })
  return near ?? all.find(({ device }) => device.gateway !== undefined) ?? (all.length === 1 ? all[0] : undefined)
}

/** Where the session's way goes when the host gets this network. `hostAfter` is where the operator says that it answers. */
export const pathAfter = (facts: Facts, network: Network, hostAfter?: string): PathAfter => {
  const { session } = facts
  const before = pathBefore(facts)
  const devices = devicesOf(network)
  const told = hostAfter === undefined ? undefined : bareAddress(hostAfter)
  if (told !== undefined && parseAddress(told)) {
    const device = devices.find(({ addresses }) => carries(addresses, told))
    const path = device && pathTo(network, device.name, carries(device.addresses, told) ?? told)
    if (path) return { type: session && bareAddress(session.serverAddress) === told ? 'kept' : 'moved', path }
  }
  if (session === undefined) return { type: 'untouched', path: undefined }
  const address = bareAddress(session.serverAddress)
  const keeper = devices.find(({ addresses }) => carries(addresses, address))
  if (keeper) return { type: 'kept', path: pathTo(network, keeper.name, carries(keeper.addresses, address) ?? address) }
  if (session.device === undefined) return { type: 'untouched', path: undefined }
  const heirs = successors(network, facts, session.device)
  if (heirs.length === 0) return { type: 'untouched', path: before }
  const heir = takeOver(facts, session, heirs) ?? takeOver(facts, session, devices)
  if (heir) return { type: 'moved', path: pathTo(network, heir.device.name, heir.address) }
  const family = parseAddress(address)?.family
  const asking = heirs.filter((device) => device.dhcp === true || (family === 6 && (device.addresses ?? []).length > 0)).at(-1)
  if (asking) return { type: 'leased', path: pathTo(network, asking.name, before?.address ?? address), device: asking.name }
  return { type: 'gone' }
}

/** MAC address that a device will have: a bond takes that of the first slave by name, a bridge the lowest of its ports. */
export const macAfter = (network: Network, facts: Facts, device: string, depth = 0): string | undefined => {
  const link = facts.links.find(({ name }) => name === device)
  const below = depth > 8 ? [] : desiredLower(network)(device)
  const own = (name: string): string | undefined => macAfter(network, facts, name, depth + 1)
  if (network.interfaces[device]?.peer !== undefined) return (network.interfaces[device].mac ?? link?.mac)?.toUpperCase()
  if (network.bonds[device]) return own(below.toSorted()[0] ?? '')
  if (below.length > 0) return below.flatMap((name) => own(name) ?? []).toSorted()[0]
  return (network.interfaces[device]?.mac ?? link?.permanentMac ?? link?.mac)?.toUpperCase()
}

/** Where verify connects to: what the operator says, else the same target, unless it was the address that goes. */
export const addressAfter = (host: Host, facts: Facts, after: PathAfter, hostAfter?: string): string => {
  if (hostAfter !== undefined) return hostAfter
  if (after.type !== 'moved') return host.ssh.host
  const target = parseAddress(bareAddress(host.ssh.host))
  // Behind address translation the target was never the session's own address, and stays.
  if (target && facts.session && target.address !== bareAddress(facts.session.serverAddress)) return host.ssh.host
  return bareAddress(after.path.address)
}
