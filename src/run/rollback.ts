import { backendFor } from '../backends/index.ts'
import { mergeRequests } from '../facts/index.ts'
import type { Facts, FactsRequest, FileFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import { planRollback, requestFor, rollbackRequest } from '../plan/index.ts'
import type { Planner } from './host.ts'

/** The files as a plan leaves them. */
export const filesAfter = (facts: Facts, plan: HostPlan): Readonly<Record<string, FileFact>> => {
  const files: Record<string, FileFact> = { ...facts.files }
  for (const change of plan.changes) {
    if (change.kind !== 'file') continue
    if (change.after === undefined) delete files[change.target]
    else files[change.target] = { path: change.target, binary: false, links: 1, ...change.after }
  }
  return files
}

/** `fleetnet rollback` is itself a transaction: its plan puts the last committed transaction's checkpoint back. */
export const planRollbackOf: Planner = ({ host, playbook }, facts) => {
  const plan = planRollback({ host, facts, request: rollbackRequestOf(host, playbook) })
  const desired = backendFor(facts)?.parse(filesAfter(facts, plan)) ?? host.network
  return { plan, desired }
}

export const rollbackRequestOf = (host: Host, playbook: Playbook): FactsRequest => mergeRequests(requestFor(host, playbook), rollbackRequest())
