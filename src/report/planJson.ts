import type { PlanDocument, PlannedHostDocument } from '../schema/generated/plan.ts'
import { diffOf } from '../plan/index.ts'
import type { PlannedHost } from '../run/index.ts'
import { clean, cleanLines } from './clean.ts'
import { pathText } from './planGroups.ts'

/** The one document of `plan --format json`, as its schema (plan.schema.json) says. */
export const planDocument = (planned: readonly PlannedHost[], runId?: string): PlanDocument => ({
  version: 1,
  ...(runId === undefined ? {} : { runId }),
  hosts: planned.map(hostDocument),
})

const hostDocument = ({ host, result }: PlannedHost): PlannedHostDocument => {
  if (!('plan' in result)) {
    const { kind, what, next, step } = result.error
    return { name: host.name, status: result.status, changes: [], error: { kind, what: cleanLines(what), next: next.map(clean), ...(step === undefined ? {} : { step }) } }
  }
  const { plan } = result
  return {
    name: host.name,
    platform: plan.platform,
    status: plan.changes.length === 0 ? 'unchanged' : 'changes',
    managementPath: { before: pathText(plan.pathBefore), after: pathText(plan.pathAfter) },
    ...(plan.reboot === undefined ? {} : { reboot: plan.reboot }),
    digest: plan.digest,
    changes: plan.changes.map((change) => ({
      step: change.steps.join(' '),
      kind: change.kind,
      target: change.secret && change.kind !== 'file' ? '(secret)' : change.target,
      action: change.action,
      disruptive: change.disruptive,
      diff: diffOf(change),
    })),
    ...(plan.warnings.length === 0 ? {} : { warnings: plan.warnings.map(({ text }) => clean(text)) }),
  }
}

/** The document as text, with a newline at its end. */
export const planJson = (planned: readonly PlannedHost[], { runId }: { readonly runId?: string } = {}): string => `${JSON.stringify(planDocument(planned, runId), undefined, 2)}\n`
