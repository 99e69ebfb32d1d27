import type { PlannedHost } from '../run/index.ts'
import { clean } from './clean.ts'
import { type ChangeGroup, differingColumns, type GroupedPlan, groupPlans, pathText, planSentence, safetySentence } from './planGroups.ts'
import { differsText } from './shapes.ts'
import { paint } from './style.ts'
import { table } from './table.ts'
import { count, someNames, wrapWords } from './words.ts'

export interface PlanTextOptions {
  /** Show what changes inside files. Default: true. */
  readonly diff?: boolean
  readonly color?: boolean
  /** Default: 80. */
  readonly columns?: number
  /** Host names, batch by batch, when the run will roll. */
  readonly batches?: readonly (readonly string[])[]
  /** Failures that the run tolerates. */
  readonly maxFailures?: number
}

/** Hosts of a group whose own values are told one by one; the report has all. */
const valueRows = 12

/**
 * A plan for a person: hosts with the same change once, their management path before and after, the order, what can cut
 * the connection, warnings, and who cannot take part and what to do about it. The one sentence comes last.
 */
export const planText = (planned: readonly PlannedHost[], options: PlanTextOptions = {}): string => {
  const grouped = groupPlans(planned)
  const { color = false, columns = 80 } = options
  const parts = [...grouped.groups.map((group) => groupText(group, grouped, options)), ...unchangedText(grouped, columns), ...failedTexts(grouped, color), ...(grouped.groups.length === 0 ? [] : batchText(options, columns)), grouped.all === 1 && grouped.unchanged.length === 1 ? [] : wrapWords(planSentence(grouped), columns - 1)]
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const groupText = (group: ChangeGroup, { groups, all }: GroupedPlan, { diff = true, color = false, columns = 80 }: PlanTextOptions): string[] => {
  const [first, ...more] = group.hosts
  const { plan } = first
  const disruptive = plan.changes.filter((change) => change.disruptive).length
  const cutting = disruptive === 0 ? 'nothing can cut the connection' : `${disruptive} can cut the connection`
  const single = group.hosts.length === 1
  const title = single && all === 1 ? first.name : `${groups.length === 1 ? 'Change' : `Change ${group.number}`}: ${count(group.hosts.length, 'host')}`
  const differs = differsText(group.shape)
  return [
    paint(`${title}   ${count(plan.changes.length, 'change')}, ${cutting}   ${clean(plan.platform)}`, { bold: true }, color),
    ...(single && all === 1 ? [] : [`on                ${someNames(group.hosts.map(({ name }) => name), Math.max(40, columns - 19))}`]),
    `management path   now   ${pathText(plan.pathBefore)}`,
    `                  then  ${pathText(plan.pathAfter)}`,
    ...wrapWords(safetySentence(plan), columns - 1),
    ...(more.length > 0 && differs !== '' ? [`The hosts differ in: ${differs}.`, ...valueTable(group)] : []),
    ...plan.warnings.flatMap(({ text }) => wrapWords(`warning: ${clean(text)}`, columns - 1).map((line, index) => paint(`${index === 0 ? '' : '  '}${line}`, { color: 'yellow' }, color))),
    '',
    ...orderLines(group, color),
    ...(diff ? ['', ...(more.length > 0 ? [`As it is on ${first.name}:`, ''] : []), ...diffText(first.diffs, color)] : []),
  ]
}

const valueTable = (group: ChangeGroup): string[] => {
  const { titles, rows } = differingColumns(group)
  if (titles.length < 2) return []
  const hidden = rows.length - valueRows
  return [...table(titles.map((title) => ({ title })), rows.slice(0, valueRows)).map((line) => `  ${line}`), ...(hidden > 0 ? [`  and ${hidden} more: --report FILE.html has all`] : [])]
}

/** The changes in the order in which they are made; what can cut comes last, in one cut-over. */
const orderLines = (group: ChangeGroup, color: boolean): string[] => {
  const { changes } = group.hosts[0].plan
  const rows = changes.map((change, index) => [`${index + 1}`, change.disruptive ? 'yes' : '', change.kind, change.action, change.secret && change.kind !== 'file' ? '(secret)' : clean(change.target), change.steps.join(' ')])
  const [titles = '', ...lines] = table([{ title: '', right: true }, { title: 'CAN CUT' }, { title: 'KIND' }, { title: 'ACTION' }, { title: 'TARGET' }, { title: 'STEPS' }], rows)
  return [titles, ...lines.map((line, index) => paint(line, changes[index]?.disruptive ? { color: 'yellow' } : undefined, color))]
}

const diffText = (diffs: readonly string[], color: boolean): string[] =>
  diffs.flatMap((diff) => [...diff.split('\n').map((line) => paint(line, lineStyle(line), color)), '']).slice(0, -1)

const lineStyle = (line: string): { readonly color?: 'cyan' | 'magenta'; readonly bold?: boolean } | undefined => {
  if (line.startsWith('+')) return { color: 'cyan' }
  if (line.startsWith('-')) return { color: 'magenta' }
  return line.startsWith('/') ? { bold: true } : undefined
}

const unchangedText = ({ unchanged, all }: GroupedPlan, columns: number): string[][] => {
  if (unchanged.length === 0) return []
  return all === 1 ? [[`${unchanged[0] ?? ''} is as desired: nothing to do.`]] : [[`As desired: ${someNames(unchanged, Math.max(40, columns - 14))}`]]
}

const failedTexts = ({ failed }: GroupedPlan, color: boolean): string[][] =>
  failed.map(({ name, unreachable, error }) => [
    `${paint(unreachable ? 'UNREACHABLE' : 'NOT PLANNED', { color: 'red' }, color)}  ${name}${error.step === undefined ? '' : `, step ${clean(error.step)}`}: ${clean(error.what)}`,
    ...error.next.map((text) => `do: ${clean(text)}`),
  ])

const batchText = ({ batches, maxFailures }: PlanTextOptions, columns: number): string[][] => {
  if (batches === undefined || batches.length < 2) return []
  const rows = batches.slice(0, 10).map((names, index) => `batch ${index + 1}   ${someNames(names, Math.max(30, columns - 12))}`)
  const more = batches.length > 10 ? [`and ${batches.length - 10} more batches`] : []
  const budget = maxFailures === undefined ? [] : [maxFailures === 0 ? 'The first failure halts the run before the next batch.' : `${count(maxFailures, 'failure')} ${maxFailures === 1 ? 'is' : 'are'} tolerated; one more halts the run before the next batch.`]
  return [[...rows, ...more, ...budget]]
}
