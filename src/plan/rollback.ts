import { backendFor, backends } from '../backends/index.ts'
import { mergeRequests } from '../facts/index.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'
import { rollbackRequest } from './history.ts'
import { requestWith } from './request.ts'
import { rollbackWith } from './rollbackWith.ts'

export { rollbackRequest } from './history.ts'

/**
 * The plan that puts back what the newest committed transaction replaced, and activates the old network. It is a plan like
 * any other: it is itself on trial, and can be rolled back again.
 *
 * `request` is what the facts were read for; the digest is compared over the same. Default: what the backends own, and the
 * history.
 *
 * @throws FleetError of kind refused: no history, or files that this request did not read; else as planHost.
 */
export const planRollback = ({ host, facts, request }: { readonly host: Host; readonly facts: Facts; readonly request?: FactsRequest }): HostPlan =>
  rollbackWith({ host, facts, request: request ?? mergeRequests(requestWith(host, [], backends), rollbackRequest()), backend: backendFor(facts) })
