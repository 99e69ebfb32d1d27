import type { Change } from '../model/changes.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Network } from '../model/network.ts'
import { bareAddress, macAfter, type PathAfter } from './managementPath.ts'

type Refuse = (kind: 'refused' | 'busy' | 'disk' | 'become', what: string, ...next: readonly string[]) => FleetError
const refuserFor = (host: Host): Refuse => (kind, what, ...next) => new FleetError({ kind, host: host.name, step: 'plan', what, next })

/** What makes the facts themselves useless for a plan. */
export const checkReadable = (host: Host, facts: Facts): void => {
  const refuse = refuserFor(host)
  if (facts.uid !== 0) throw refuse('become', `root was expected, found user ${facts.uid}`, 'become root by sudo: ssh.become: true in the inventory, or --become', 'or log in as root: ssh.user: root')
  const { pending } = facts
  if (pending !== undefined) {
    const left = pending.secondsLeft === undefined ? 'it does not go back by itself' : `it goes back by itself in ${Math.max(0, Math.floor(pending.secondsLeft))} s`
    throw refuse('busy', `transaction ${pending.id} of run ${pending.runId} is undecided (${pending.state}); ${left}`, `fleetnet status --limit ${host.name}`, 'settle it, or wait until it has gone back, then plan again')
  }
}

const below = (mount: string, path: string): boolean => mount === path || mount === 'root' || path.startsWith(`${mount === '/' ? '' : mount}/`)

const console = (host: Host): string[] => [
  `from its console: write the files that \`fleetnet render --limit ${host.name}\` shows, then restart the network there`,
  `or leave it out: --limit '!${host.name}'`,
]

const checkStorage: Check = ({ host, facts }, refuse) => {
  const root = facts.networkMounts.find((mount) => below(mount, '/etc'))
  if (root !== undefined) return refuse('refused', `${root === 'root' || root === '/' ? 'the root file system' : root} is reached over the network: a cut-over would take away what the rollback runs from`, ...console(host))
  if (facts.networkMounts.length > 0 && !host.acknowledge.includes('network-storage')) {
    return refuse('refused', `network storage is in use (${facts.networkMounts.join(', ')}): what stands on it hangs while the network is away`, 'stop what uses it, and unmount or log out', 'or accept that: acknowledge: [network-storage] in the inventory')
  }
  return undefined
}

const checkAddress: Check = ({ facts, network, after, hostAfter }, refuse) => {
  if (hostAfter !== undefined) return undefined
  const address = bareAddress(facts.session?.serverAddress ?? '')
  if (after.type === 'gone') {
    return refuse('refused', `the network has no place for ${address}, on which this session came in, and does not say where the host answers instead`, 'give the address to a device in the inventory', 'or declare where it answers then: ssh.hostAfter')
  }
  if (after.type !== 'leased') return undefined
  const before = facts.links.find(({ name }) => name === facts.session?.device)?.mac.toUpperCase()
  const then = macAfter(network, facts, after.device)
  if (before !== undefined && before === then) return undefined
  return refuse('refused', `the address of ${after.device} comes from DHCP or a router, and its MAC address changes from ${before ?? 'unknown'} to ${then ?? 'unknown'}: where the host answers then is unknown`,
    'declare where it answers then: ssh.hostAfter', `or give ${after.device} a fixed address in the inventory`)
}

/** NetworkManager follows ifcfg files that do not say NM_CONTROLLED=no, and would act on them beside the network scripts. */
const checkNetworkManager: Check = ({ facts, changes }, refuse) => {
  if (!facts.networkManager) return undefined
  const owned = changes.flatMap((change) =>
    change.kind === 'file' && change.when === 'cut over' && /\/ifcfg-[^/]+$/.test(change.target) && change.before !== undefined && !/^\s*NM_CONTROLLED=["']?no\b/im.test(change.before.content) ? [change.target] : [])
  if (owned.length === 0) return undefined
  return refuse('refused', `NetworkManager runs and owns ${owned.join(', ')}`, 'set NM_CONTROLLED=no in them, then `nmcli connection reload`', 'or stop and disable NetworkManager, then plan again')
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
    'apply a playbook of stubXendNetworkScript() and removeXendState() alone, which cuts nothing, then reboot the host', 'or undo it from its console: /etc/xen/scripts/network-bridge stop')
}

type Check = (input: RefusalInput, refuse: Refuse) => FleetError | undefined

export interface RefusalInput {
  readonly host: Host
  readonly facts: Facts
  readonly network: Network
  readonly disruptive: boolean
  readonly after: PathAfter
  readonly hostAfter: string | undefined
  readonly changes: readonly Change[]
}

/** What speaks against changing the host at all, and against cutting its network over. All of it, so that it is mended in one go. */
export const refusals = (input: RefusalInput): FleetError[] => {
  const { host, facts, disruptive } = input
  const refuse = refuserFor(host)
  const found: (FleetError | undefined)[] = [
    facts.unwritable === undefined ? undefined : refuse('disk', `/etc takes no new files: ${facts.unwritable}`, 'make room on it, or mount it writable, then plan again'),
    facts.configurationOwners.length === 0 ? undefined
      : refuse('refused', `${facts.configurationOwners.join(', ')} is in the middle of a run and may write the same files`, 'wait until it has ended, or stop it, then plan again'),
  ]
  if (disruptive) {
    found.push(
      facts.clusterManagers.length === 0 ? undefined
        : refuse('refused', `${facts.clusterManagers.join(', ')} would fence the host while its network is away`, 'take the host out of the cluster, or stop the cluster manager on it, then plan again'),
      facts.init === 'none' ? refuse('refused', 'no init system that could run a boot guard: after a power cut nothing would bring the old network back', ...console(host)) : undefined,
      checkRenamed(input, refuse),
      checkStorage(input, refuse),
      checkNetworkManager(input, refuse),
      checkAddress(input, refuse),
    )
  }
  return found.filter((error) => error !== undefined)
}
