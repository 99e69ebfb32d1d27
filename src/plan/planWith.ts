import type { Backend, Finding } from '../model/backend.ts'
import type { Change } from '../model/changes.ts'
import { FleetError, FleetErrors } from '../model/errors.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import { assemblePlan } from './assemble.ts'
import { checkCoverage } from './coverage.ts'
import { foldSteps } from './fold.ts'
import { platformBackend } from './platform.ts'
import { checkReadable } from './refusals.ts'

export interface PlanInput {
  readonly host: Host
  readonly playbook: Playbook
  readonly facts: Facts
  readonly strict: boolean
  /** The operator wants the new network booted on trial. Default: false. */
  readonly reboot?: boolean
}

/** Files that would claim a managed device at the next start, and that no step removes. */
const checkStale = ({ host, facts, playbook }: PlanInput, backend: Backend, changes: readonly Change[]): void => {
  if (backend.says?.({ host, facts }) === true) return
  const removed = new Set(changes.flatMap((change) => (change.kind === 'file' ? [change.target] : [])))
  const left = backend.stale({ host, facts }).filter((path) => !removed.has(path))
  if (left.length === 0) return
  throw new FleetError({
    kind: 'playbook',
    host: host.name,
    what: `${left.join(', ')} would claim a device of the new network, and no step of ${playbook.name} removes it`,
    next: ['add assignAddresses() to the playbook'],
  })
}

/** What runs otherwise than desired and stays so: it starts no cut-over, and after one for another reason it would not be verified. */
const lastingFindings = (host: Host, facts: Facts, backend: Backend): Finding[] =>
  backend.verify(host.network, facts).filter(({ mendable }) => mendable === false).map(({ device, expected, found }) => ({
    severity: 'warning', path: device, what: `${device}: expected ${expected}, found ${found}`,
    next: 'no cut-over mends it, and one for another reason would fail verification and go back',
  }))

/** As planHost, with the backend and the request given. */
export const planWith = (input: PlanInput, found: Backend | undefined, request: FactsRequest): HostPlan => {
  const { host, playbook, facts, strict, reboot = false } = input
  checkReadable(host, facts)
  const backend = platformBackend(host, facts, found)
  const touchesNetwork = playbook.steps.some((step) => step.covers.length > 0 || step.activates)
  // A playbook that leaves the network alone is not held up by what is wrong with it.
  const findings = touchesNetwork ? backend.check(host, facts) : []
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    throw new FleetErrors(errors.map(({ rule, path, what, next }) =>
      new FleetError({
        kind: 'inventory', host: host.name, path: `network.${path}`, what: rule === undefined ? what : `${rule} ${what}`, next: [next], position: host.position,
      })))
  }
  const lasting = touchesNetwork ? lastingFindings(host, facts, backend) : []
  checkCoverage(playbook, host, facts, backend)
  const changes = foldSteps({ host, facts, backend, steps: playbook.steps, request })
  if (touchesNetwork) checkStale(input, backend, changes)
  return assemblePlan({
    host, facts, backend, request, playbook: playbook.name, changes, network: host.network, hostAfter: host.ssh.hostAfter, findings: [...findings, ...lasting], warnings: [], strict, reboot,
  })
}
