import type { Change } from '../model/changes.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Network } from '../model/network.ts'
import { bareAddress, macAfter, type PathAfter } from './managementPath.ts'

export interface RefusalInput {
  readonly host: Host
  readonly facts: Facts
  readonly network: Network
  readonly disruptive: boolean
  readonly after: PathAfter
  readonly hostAfter: string | undefined
  readonly changes: readonly Change[]
}

type Refuse = (kind: 'refused' | 'busy' | 'disk' | 'become', what: string, ...next: readonly string[]) => FleetError
type Check = (input: RefusalInput, refuse: Refuse) => FleetError | undefined

const refuserFor = (host: Host): Refuse => (kind, what, ...next) => new FleetError({ kind, host: host.name, step: 'plan', what, next })

/** What makes the facts themselves useless for a plan. @throws FleetError of kind become or busy */
export const checkReadable = (host: Host, facts: Facts): void => {
  const refuse = refuserFor(host)
  if (facts.uid !== 0) {
    throw refuse('become', `root was expected, found user ${facts.uid}`,
      'become root by sudo: ssh.become: true in the inventory, or --become', 'or log in as root: ssh.user: root')
  }
  const { pending } = facts
  if (pending === undefined) return
  if (pending.damage !== undefined) {
    throw refuse('busy', `transaction ${pending.id} is undecided, and ${pending.damage}`,
      `on its console: sh /etc/fleetnet/tx/${pending.id}/ctl rollback, if that still works`,
      `else compare the network files with /etc/fleetnet/tx/${pending.id}/before, put them right, remove /etc/fleetnet/pending and /etc/fleetnet/guard, then plan again`)
  }
  const left = pending.secondsLeft === undefined
    ? 'it does not go back by itself'
    : `it goes back by itself in ${Math.max(0, Math.floor(pending.secondsLeft))} s`
  throw refuse('busy', `transaction ${pending.id} of run ${pending.runId} is undecided (${pending.state}); ${left}`,
    `fleetnet status --limit ${host.name}`, 'settle it, or wait until it has gone back, then plan again')
}

/** What is left for a host that must not be changed over its own network. */
const fromConsole = (host: Host): string[] => [
  `from its console: write the files there as the inventory wants them, then restart the network, and run \`fleetnet verify --limit ${host.name}\``,
  `or leave it out: --limit '!${host.name}'`,
]

const checkDisk: Check = ({ facts }, refuse) =>
  facts.unwritable === undefined ? undefined
    : refuse('disk', `/etc takes no new files: ${facts.unwritable}`, 'make room on it, or mount it writable, then plan again')

const checkOwners: Check = ({ facts }, refuse) =>
  facts.configurationOwners.length === 0 ? undefined
    : refuse('refused', `${facts.configurationOwners.join(', ')} is in the middle of a run and may write the same files`,
      'wait until it has ended, or stop it, then plan again')

const checkCluster: Check = ({ facts }, refuse) =>
  facts.clusterManagers.length === 0 ? undefined
    : refuse('refused', `${facts.clusterManagers.join(', ')} would fence the host while its network is away`,
      'take the host out of the cluster, or stop the cluster manager on it, then plan again')

const checkInit: Check = ({ host, facts }, refuse) =>
  facts.init !== 'none' ? undefined
    : refuse('refused', 'no init system that could run a boot guard: after a power cut nothing would bring the old network back', ...fromConsole(host))

const below = (mount: string, path: string): boolean => mount === path || mount === 'root' || path.startsWith(`${mount === '/' ? '' : mount}/`)

const checkStorage: Check = ({ host, facts }, refuse) => {
  const { networkMounts } = facts
  const root = networkMounts.find((mount) => below(mount, '/etc'))
  if (root !== undefined) {
    const words = root === 'root' || root === '/' ? 'the root file system' : root
    return refuse('refused', `${words} is reached over the network: a cut-over would take away what the rollback runs from`, ...fromConsole(host))
  }
  if (networkMounts.length === 0 || host.acknowledge.includes('network-storage')) return undefined
  return refuse('refused', `network storage is in use (${networkMounts.join(', ')}): what stands on it hangs while the network is away`,
    'stop what uses it, and unmount or log out', 'or accept that: acknowledge: [network-storage] in the inventory')
}

/**
 * xend's network-bridge renames a NIC (eth0 becomes peth0) and puts a device of its own in its place: a bond would take that
 * one for a slave. It has to be undone first, and undoing it is as much of a cut as any.
 */
const checkRenamed: Check = ({ facts, network }, refuse) => {
  const renamed = Object.keys(network.interfaces).filter((name) =>
    facts.links.some((link) => link.name === `p${name}`) && facts.links.some((link) => link.name === name && link.kind !== 'physical'))
  if (renamed.length === 0) return undefined
  return refuse('refused', `xend's network script has renamed ${renamed.join(', ')} to ${renamed.map((name) => `p${name}`).join(', ')}`,
    'apply a playbook of stubXendNetworkScript() and removeXendState() alone, which cuts nothing, then reboot the host',
    'or undo it from its console: /etc/xen/scripts/network-bridge stop')
}

/** NetworkManager follows ifcfg files that do not say NM_CONTROLLED=no, and would act on them beside the network scripts. */
const checkNetworkManager: Check = ({ facts, changes }, refuse) => {
  if (!facts.networkManager) return undefined
  const keptOut = (content: string): boolean => /^\s*NM_CONTROLLED=["']?no\b/im.test(content)
  const owned = changes.flatMap((change) =>
    change.kind === 'file' && change.when === 'cut over' && /\/ifcfg-[^/]+$/.test(change.target) && change.before && !keptOut(change.before.content)
      ? [change.target] : [])
  if (owned.length === 0) return undefined
  return refuse('refused', `NetworkManager runs and owns ${owned.join(', ')}`,
    'set NM_CONTROLLED=no in them, then `nmcli connection reload`', 'or stop and disable NetworkManager, then plan again')
}

const checkAddress: Check = ({ facts, network, after, hostAfter }, refuse) => {
  if (hostAfter !== undefined) return undefined
  const declare = 'declare where it answers then: ssh.hostAfter'
  if (after.type === 'gone') {
    const address = bareAddress(facts.session?.serverAddress ?? '')
    return refuse('refused', `the network has no place for ${address}, on which this session came in, and does not say where the host answers instead`,
      'give the address to a device in the inventory', `or ${declare}`)
  }
  if (after.type !== 'leased') return undefined
  const before = facts.links.find(({ name }) => name === facts.session?.device)?.mac.toUpperCase()
  const then = macAfter(network, facts, after.device)
  if (before !== undefined && before === then) return undefined
  return refuse('refused', `the address of ${after.device} comes from DHCP or a router, and its MAC address changes from ` +
    `${before ?? 'unknown'} to ${then ?? 'unknown'}: where the host answers then is unknown`,
  declare, `or give ${after.device} a fixed address in the inventory`)
}

/** Broadcom NetXtreme II, 1 and 10 Gb/s: their management firmware answers on the host's own port. */
const sharedDrivers: readonly string[] = ['bnx2', 'bnx2x']

/** A NIC that a management controller shares, in a bond, can make a storm of broadcasts on the switch. */
const checkShared: Check = ({ host, facts, network }, refuse) => {
  if (host.acknowledge.includes('bmc')) return undefined
  const slaves = new Set(Object.values(network.bonds).flatMap((bond) => bond.slaves))
  const shared = facts.links.filter((link) => slaves.has(link.name) && link.master === undefined && sharedDrivers.includes(link.driver ?? ''))
  if (shared.length === 0) return undefined
  return refuse('refused', `${shared.map(({ name, driver }) => `${name} (${driver})`).join(', ')} may be shared with the management controller (BMC): ` +
    'a bond over a shared port can make a storm of broadcasts on the switch',
  'look whether management firmware is active on the port, and turn it off with the maker\'s tool (Broadcom: xdiag)',
  'then say so in the inventory: acknowledge: [bmc]')
}

const always: readonly Check[] = [checkDisk, checkOwners]
const beforeCut: readonly Check[] = [checkCluster, checkInit, checkRenamed, checkShared, checkNetworkManager, checkStorage, checkAddress]

/** What speaks against changing the host at all, and against cutting its network over. All of it, so that it is mended in one go. */
export const refusals = (input: RefusalInput): FleetError[] => {
  const refuse = refuserFor(input.host)
  return [...always, ...(input.disruptive ? beforeCut : [])].flatMap((check) => check(input, refuse) ?? [])
}
