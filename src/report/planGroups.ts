import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'
import { describePath, diffOf } from '../plan/index.ts'
import type { PlannedHost } from '../run/index.ts'
import type { FleetError } from '../model/errors.ts'
import { clean, cleanLines } from './clean.ts'
import { addShape, type HostValue, shapeOf, type ShapeGroup } from './shapes.ts'

/** A host with a plan; everything that is shown of it is cleaned. */
export interface ChangingHost {
  readonly name: string
  readonly host: Host
  readonly facts: Facts | undefined
  readonly plan: HostPlan
  /** One text a change, in the order of the plan. */
  readonly diffs: readonly string[]
  readonly values: readonly HostValue[]
}

/** Hosts that get the same change, but for their own MACs, addresses and names. */
export interface ChangeGroup {
  /** From 1, most hosts first. */
  readonly number: number
  readonly hosts: readonly [ChangingHost, ...ChangingHost[]]
  readonly shape: ShapeGroup
}

export interface GroupedPlan {
  readonly groups: readonly ChangeGroup[]
  readonly unchanged: readonly string[]
  /** Of every host that was read. */
  readonly facts: ReadonlyMap<string, Facts>
  readonly failed: readonly { readonly name: string; readonly unreachable: boolean; readonly error: FleetError }[]
  readonly all: number
}

/** Sorts what planning came to into distinct changes, hosts as desired, and hosts that cannot take part. */
export const groupPlans = (planned: readonly PlannedHost[]): GroupedPlan => {
  const shapes = new Map<string, ShapeGroup>()
  const members = new Map<ShapeGroup, ChangingHost[]>()
  const unchanged: string[] = []
  const read = new Map<string, Facts>()
  const failed: { name: string; unreachable: boolean; error: FleetError }[] = []
  for (const { host, facts, result } of planned) {
    const name = clean(host.name)
    if (facts !== undefined) read.set(name, facts)
    if (!('plan' in result)) {
      failed.push({ name, unreachable: result.status === 'unreachable', error: result.error })
      continue
    }
    const { plan } = result
    if (plan.changes.length === 0) {
      unchanged.push(name)
      continue
    }
    const diffs = plan.changes.map((change) => cleanLines(diffOf(change).trimEnd()))
    const shape = shapeOf([plan.platform, pathText(plan.pathBefore), pathText(plan.pathAfter), ...diffs, ...plan.warnings.map(({ text }) => clean(text))].join('\n'), host.name)
    const group = addShape(shapes, shape)
    const list = members.get(group) ?? []
    list.push({ name, host, facts, plan, diffs, values: shape.values })
    members.set(group, list)
  }
  const groups = [...members]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([shape, [first, ...more]], index) => (first === undefined ? [] : [{ number: index + 1, hosts: [first, ...more] as const, shape }]))
  return { groups, unchanged, facts: read, failed, all: planned.length }
}

/** A management path in words, safe to show. */
export const pathText = (path: HostPlan['pathBefore']): string => clean(describePath(path).replaceAll('\u2192', '->'))

/** What differs between the hosts of a group: a title and each host's value a column. */
export const differingColumns = ({ hosts, shape }: ChangeGroup): { readonly titles: string[]; readonly rows: (readonly string[])[] } => {
  const positions = shape.first.flatMap((value, index) => (shape.differs[index] === true && value.kind !== 'name' ? [index] : []))
  const kindAt = (position: number): string => shape.first[position]?.kind ?? ''
  return {
    titles: ['host', ...positions.map((position, index) => `${kindAt(position)} ${positions.slice(0, index + 1).filter((other) => kindAt(other) === kindAt(position)).length}`)],
    rows: hosts.map(({ name, values }) => [name, ...positions.map((position) => clean(values[position]?.value ?? ''))]),
  }
}

/** Whether a plan takes the management address away for a moment. */
export const losesAddress = ({ plan }: ChangingHost): boolean => plan.disruptive

/** The whole plan in one sentence. */
export const planSentence = (grouped: GroupedPlan): string => {
  const changing = grouped.groups.reduce((sum, { hosts }) => sum + hosts.length, 0)
  const losing = grouped.groups.reduce((sum, { hosts }) => sum + hosts.filter(losesAddress).length, 0)
  const unreachable = grouped.failed.filter((failure) => failure.unreachable).length
  const refused = grouped.failed.length - unreachable
  const parts = [
    ...(changing === 0 && grouped.all > 0 ? [] : [`${changing} ${changing === 1 ? 'changes' : 'change'}`]),
    ...(grouped.unchanged.length > 0 ? [`${grouped.unchanged.length} ${grouped.unchanged.length === 1 ? 'is' : 'are'} as desired`] : []),
    ...(unreachable > 0 ? [`${unreachable} could not be reached`] : []),
    ...(refused > 0 ? [`${refused} cannot be changed`] : []),
  ]
  const loss = losing === 0 ? (changing === 0 ? ' Nothing would change.' : ' No host loses its management address.') : ` ${losing} ${losing === 1 ? 'loses its' : 'lose their'} management address for a moment.`
  return grouped.all === 1 ? `The host ${parts.join(', ').replace(/^1 /, '')}.${loss.replace(/ 1 loses/, ' It loses')}` : `${grouped.all} hosts: ${parts.join(', ')}.${loss}`
}

/** How a host goes back by itself, in a sentence. */
export const safetySentence = ({ disruptive, reboot, timeouts: { cutOver, confirm, boot = 0 } }: HostPlan): string => {
  if (reboot === 'trial')
    return `Restarts the host: it boots the new network on trial, and the old one again unless it is confirmed over a new connection within ${boot} s of that boot; so it does when its power goes before.`
  if (!disruptive) return 'Nothing in it can cut the connection: no watchdog is needed, a failure is undone at once.'
  const last = reboot === 'last' ? ' When nothing else brings the old network back, it restarts.' : ''
  return `Goes back by itself unless the cut-over ends within ${cutOver} s and is confirmed over a new connection within ${confirm} s after that.${last}`
}
