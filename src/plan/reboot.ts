import type { Change } from '../model/changes.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan, PlanTimeouts, PlanWarning } from '../model/plan.ts'

/** Whether only a boot proves what a change does: files that are read at boot, services that start there, the network. */
const isProvenByBoot = (change: Change): boolean => {
  switch (change.kind) {
    case 'file':
    case 'activate':
      return true
    case 'service':
      return change.action === 'enable' || change.action === 'disable'
    case 'module':
    case 'sysctl':
    case 'command':
      return false
  }
}

/**
 * Whether a transaction restarts its host. `wanted` is the operator's --reboot: it restarts who has something that only a
 * boot proves. Without it, a host whose inventory says `acknowledge: [reboot]` may be restarted by a rollback, as its last resort.
 */
export const rebootFor = (wanted: boolean, host: Pick<Host, 'acknowledge'>, changes: readonly Change[]): HostPlan['reboot'] => {
  if (wanted && changes.some(isProvenByBoot)) return 'trial'
  return host.acknowledge.includes('reboot') && changes.some((change) => change.disruptive) ? 'last' : undefined
}

/** Changes of a trial boot's plan that nobody makes: the boot decides what runs. What is not disruptive is made before it. */
const leftToBoot = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) => {
    if (!change.disruptive) return []
    switch (change.kind) {
      case 'service':
        return change.action === 'enable' || change.action === 'disable' ? [] : [`${change.action} ${change.target}`]
      case 'module':
      case 'sysctl':
        return change.secret ? [] : [`${change.action} ${change.target}`]
      case 'file':
      case 'command':
      case 'activate':
        return []
    }
  })

/** Devices that guests' network cards show up as on the host: Xen names them vifDOMAIN.CARD, libvirt vnetN, QEMU tapN. */
const guestDevices = ({ links }: Facts): readonly string[] => links.filter(({ kind, name }) => kind === 'tap' || /^(?:vif\d|vnet\d|tap\d)/.test(name)).map(({ name }) => name)

/** What a restart means for who stands on the host. */
export const rebootWarnings = (reboot: HostPlan['reboot'], changes: readonly Change[], facts: Facts, timeouts: PlanTimeouts): PlanWarning[] => {
  if (reboot !== 'trial') return []
  const guests = guestDevices(facts)
  const left = leftToBoot(changes)
  return [
    { text: `the host is restarted and boots the new network on trial: it may take ${timeouts.boot ?? 0} s to go down, and as long in the new boot until it must be confirmed; a host that is not boots once more, with the old network`, strict: false },
    ...(guests.length > 0
      ? [{ text: `guests are running (${guests.join(', ')}): the restart ends them as the host's init does, and what it does not start at boot stays down`, strict: false }] : []),
    ...(left.length > 0 ? [{ text: `left to the boot: ${left.join(', ')}`, strict: false }] : []),
  ]
}
