import { backendFor, backends } from '../backends/index.ts'
import type { FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import { type PlanInput, planWith } from './planWith.ts'
import { requestWith } from './request.ts'

/** What one probe has to read for a plan: what the backends own and what the steps ask for. */
export const requestFor = (host: Host, playbook: Playbook): FactsRequest => requestWith(host, playbook.steps, backends)

/**
 * One host's plan: what the playbook makes of the inventory and the facts. No changes: the host is as desired.
 *
 * @throws FleetError or FleetErrors: root is needed (become), a pending transaction (busy), another platform (platform), a
 *   network that cannot be (inventory), a playbook that leaves part of it out (playbook), a host that must not be changed
 *   in band (refused, disk). Under `strict` also for warnings of a doubtful plan.
 */
export const planHost = (input: PlanInput): HostPlan => planWith(input, backendFor(input.facts), requestFor(input.host, input.playbook))
