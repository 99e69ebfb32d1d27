import { backendFor } from '../backends/index.ts'
import type { Difference } from '../model/backend.ts'
import { FleetError, FleetErrors } from '../model/errors.ts'
import type { Facts, TransactionFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { completeNetwork } from '../model/network.ts'
import type { Playbook } from '../model/playbook.ts'
import { pathAfter, planHost } from '../plan/index.ts'
import { describeDifferences, differencesOnTrial } from './acceptance.ts'

/**
 * Why a host on trial must not be confirmed by somebody who did not begin it; undefined when it may. Its plan is not
 * known here, so the trial has to be what inventory and playbook want: a plan that is made now finds nothing left to
 * change, and a run's own checks pass (the running network, and the way that this session came in).
 *
 * @param facts read over a new connection, with what the playbook asks for
 */
export const whyNotConfirm = (host: Host, playbook: Playbook, facts: Facts, expected: TransactionFact): string | undefined => {
  const { pending } = facts
  if (pending?.id !== expected.id) return 'it was settled meanwhile'
  if (pending.damage !== undefined) return pending.damage
  if (pending.restarted === true) return 'the host was started again since, and what it runs now is no trial'
  if (pending.state !== 'on trial') return `it is ${pending.state}: only a host on trial can be confirmed`
  const backend = backendFor(facts)
  if (backend === undefined) return 'no backend knows this platform'
  try {
    const plan = planHost({ host, playbook, facts: { ...facts, pending: undefined }, strict: false })
    // Commands and restarts leave no trace by which one could tell whether they ran.
    const left = plan.changes.filter((change) => change.kind === 'file' || change.kind === 'sysctl' || change.kind === 'module' || (change.kind === 'service' && change.action !== 'restart'))
    if (left.length > 0) return `the trial is not what the inventory and ${playbook.name} want: ${left.map(({ target }) => target).slice(0, 5).join(', ')} would be changed`
    const touchesNetwork = playbook.steps.some(({ covers }) => covers.length > 0)
    const wanted = touchesNetwork ? host.network : completeNetwork()
    const way = pathAfter(facts, wanted, host.ssh.hostAfter)
    const differences: Difference[] = differencesOnTrial(backend, { ...host, network: wanted }, { ...plan, pathAfter: way.type === 'gone' ? undefined : way.path }, facts)
    return differences.length === 0 ? undefined : `not as desired: ${describeDifferences(differences)}`
  } catch (error) {
    if (error instanceof FleetError) return error.what
    if (error instanceof FleetErrors) return error.errors.map(({ what }) => what).join('; ')
    throw error
  }
}
