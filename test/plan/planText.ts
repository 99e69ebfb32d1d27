import type { FleetError } from '../../src/model/errors.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import { describePath, diffOf } from '../../src/plan/index.ts'

/** A plan as a golden file shows it. */
export const planText = (plan: HostPlan): string => [
  `${plan.host}: ${plan.platform}, ${plan.playbook}, ${plan.changes.length} changes${plan.disruptive ? ', can cut the connection' : ''}`,
  `before   ${describePath(plan.pathBefore)}`,
  `after    ${describePath(plan.pathAfter)}`,
  `answers  ${plan.addressAfter}`,
  `seconds  cut over ${plan.timeouts.cutOver}, confirm ${plan.timeouts.confirm}, settle ${plan.timeouts.settle}`,
  ...plan.warnings.map(({ text, strict }) => `warning  ${text}${strict ? ' (strict)' : ''}`),
  '',
  ...plan.changes.map((change) => `${change.kind === 'file' ? `[${change.when}] ` : change.disruptive ? '[cut over] ' : '[stage] '}${diffOf(change)}`),
].join('\n')

export const errorsText = (errors: readonly FleetError[]): string =>
  errors.map(({ kind, what, path, next }) => [`${kind}: ${what}`, ...(path === undefined ? [] : [`  at ${path}`]), ...next.map((line) => `  do: ${line}`), ''].join('\n')).join('')
