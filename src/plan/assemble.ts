import type { Backend, Finding } from '../model/backend.ts'
import type { Change } from '../model/changes.ts'
import { FleetError, FleetErrors } from '../model/errors.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Network } from '../model/network.ts'
import type { HostPlan, PlanWarning } from '../model/plan.ts'
import { addressAfter, pathAfter, pathBefore } from './managementPath.ts'
import { consoleSafe } from './order.ts'
import { platformWords } from './platform.ts'
import { rebootFor, rebootWarnings } from './reboot.ts'
import { refusals } from './refusals.ts'
import { bootTimeout, timeoutsFor } from './timeouts.ts'
import { withWayBack } from './wayBack.ts'
import { warningsFor } from './warnings.ts'

/** The changes of a host, and what a plan has to say around them. */
export interface PlanParts {
  readonly host: Host
  readonly facts: Facts
  readonly backend: Backend
  readonly request: FactsRequest
  readonly playbook: string
  readonly changes: readonly Change[]
  /** The network that the host has afterwards: the inventory's, or the one that a rollback brings back. */
  readonly network: Network
  /** Where the operator says that the host answers afterwards. */
  readonly hostAfter: string | undefined
  readonly findings: readonly Finding[]
  readonly warnings: readonly PlanWarning[]
  readonly strict: boolean
  /** The operator wants the new network booted on trial. Default: false. */
  readonly reboot?: boolean
}

/** Puts a plan together, unless something speaks against it. @throws FleetErrors */
export const assemblePlan = (parts: PlanParts): HostPlan => {
  const { host, facts, backend, request, playbook, network, hostAfter, strict } = parts
  const changes = consoleSafe(withWayBack(parts.changes, facts))
  const reboot = rebootFor(parts.reboot ?? false, host, changes)
  // A boot cuts the connection whatever it is for.
  const disruptive = reboot === 'trial' || changes.some((change) => change.disruptive)
  const activates = changes.some((change) => change.kind === 'activate' && change.activation.up.length + change.activation.down.length > 0)
  // Where no network file changes, the way in stays what it is; a boot also activates files that nothing else does.
  const moves = activates || (reboot === 'trial' && changes.some((change) => change.kind === 'file' && change.when === 'cut over'))
  const before = pathBefore(facts)
  const after = moves ? pathAfter(facts, network, hostAfter) : ({ type: 'untouched', path: before } as const)
  const against = changes.length === 0 ? [] : refusals({ host, facts, network, disruptive, after, hostAfter, changes })
  if (against.length > 0) throw new FleetErrors(against)
  const settling = timeoutsFor(host, network, changes)
  const timeouts = reboot === undefined ? settling : { ...settling, boot: bootTimeout(host, settling) }
  const warnings = [...rebootWarnings(reboot, changes, facts, timeouts), ...warningsFor({ facts, changes, findings: parts.findings, booted: reboot === 'trial' }), ...(changes.length === 0 ? [] : parts.warnings)]
  const doubtful = strict && changes.length > 0 ? warnings.filter((warning) => warning.strict) : []
  if (doubtful.length > 0) {
    throw new FleetErrors(doubtful.map(({ text }) => new FleetError({ kind: 'refused', host: host.name, step: 'plan', what: text, next: ['mend it, or plan without --strict'] })))
  }
  return {
    host: host.name,
    playbook,
    platform: platformWords(facts, backend),
    backend: backend.name,
    changes,
    disruptive,
    ...(reboot === undefined ? {} : { reboot }),
    pathBefore: before,
    pathAfter: after.type === 'gone' ? undefined : after.path,
    addressAfter: moves ? addressAfter(host, facts, after, hostAfter) : host.ssh.host,
    warnings,
    digest: facts.digest,
    request,
    timeouts,
  }
}
