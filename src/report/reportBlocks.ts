import { clean } from './clean.ts'
import { type ChangeGroup, differingColumns, type GroupedPlan, losesAddress, pathText, planSentence, safetySentence } from './planGroups.ts'
import { nameLimit, type ReportDetails } from './reportDetails.ts'
import { differsText } from './shapes.ts'
import type { ChangingHost } from './planGroups.ts'
import { compactNames, count } from './words.ts'

/** A part of a report, by what it is; HTML and Markdown draw each in their own way. */
export type Block =
  | { readonly kind: 'banner'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly marked?: readonly boolean[] }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'diff'; readonly text: string }
  | { readonly kind: 'picture'; readonly host: ChangingHost }

const heading = (level: 1 | 2 | 3, text: string, id?: string): Block => ({ kind: 'heading', level, text, ...(id === undefined ? {} : { id }) })
const text = (words: string): Block => ({ kind: 'text', text: words })

/** The whole report, top to bottom; without diffs where they would make it too large. */
export const reportBlocks = (grouped: GroupedPlan, details: ReportDetails, withDiffs: boolean): Block[] => [
  ...bannerBlocks(details),
  heading(2, 'In one sentence'),
  text(planSentence(grouped)),
  ...approverBlocks(grouped, details),
  ...orderBlocks(grouped, details),
  ...notIncludedBlocks(grouped),
  ...changesBlocks(grouped, withDiffs),
  ...appendixBlocks(grouped, details),
]

const bannerBlocks = (details: ReportDetails): Block[] => [
  heading(1, 'Dry run'),
  { kind: 'banner', text: 'Dry run. Nothing was changed.' },
  {
    kind: 'table',
    titles: [],
    rows: [
      ['Inventory', clean(details.inventory)],
      ['Playbook', clean(details.playbook)],
      ['Selection', clean(details.selection ?? 'all hosts')],
      ['Made at', clean(details.madeAt)],
      ['By', clean(details.by)],
      ['fleetnet', clean(details.version)],
      ['Digest of the plan', clean(details.digest)],
    ],
  },
]

const hostsOf = (grouped: GroupedPlan): ChangingHost[] => grouped.groups.flatMap(({ hosts }) => hosts)

const approverBlocks = (grouped: GroupedPlan, { maxFailures, inventory }: ReportDetails): Block[] => {
  const hosts = hostsOf(grouped)
  const losing = hosts.filter(losesAddress)
  const restarting = hosts.filter(({ plan }) => plan.reboot === 'trial')
  const settle = losing.map(({ plan }) => plan.timeouts.settle)
  const timeouts = losing.map(({ plan }) => plan.timeouts)
  const range = (values: readonly number[]): string => (Math.min(...values) === Math.max(...values) ? `${Math.max(...values)} s` : `${Math.min(...values)} to ${Math.max(...values)} s`)
  return [
    heading(2, 'For the approver'),
    {
      kind: 'list',
      items: [
        losing.length === 0
          ? 'Nothing in this plan can cut the connection to a host.'
          : `What can cut the connection: the cut-over of ${count(losing.length, 'host')}. It is the last thing that each of them does, and it is marked below.`,
        ...(losing.length === 0
          ? []
          : [
              `Time away: the new network needs up to ${range(settle)} to settle; a host is either confirmed or goes back within ${range(timeouts.map(({ cutOver, confirm }) => cutOver + confirm))} of arming.`,
              ...(restarting.length === 0 ? [] : [`Restarts: ${compactNames(restarting.map(({ name }) => name)).join(', ')}. Each boots the new network on trial, takes up to ${range(restarting.map(({ plan }) => plan.timeouts.boot ?? 0))} to go down and as long to come up and be confirmed, and otherwise boots the old network.`]),
              `Going back: each host puts itself back, without us, unless its cut-over ends within ${range(timeouts.map(({ cutOver }) => cutOver))} and is confirmed over a new connection within ${range(timeouts.map(({ confirm }) => confirm))} after that. A reboot or a power cut before the confirm comes back to the old network.`,
            ]),
        maxFailures === 0 ? 'What stops the run: the first failure, before the next batch; a lost host at once.' : `What stops the run: more than ${count(maxFailures, 'failure')}, before the next batch; a lost host at once.`,
        `Undoing it later: fleetnet rollback -i ${clean(inventory)}`,
      ],
    },
  ]
}

const names = (list: readonly string[]): string => compactNames(list.map(clean)).join(' ')

const orderBlocks = (grouped: GroupedPlan, { batches }: ReportDetails): Block[] => {
  const redundancy = new Map<string, string[]>()
  for (const { host } of hostsOf(grouped)) if (host.group !== undefined) redundancy.set(host.group, [...(redundancy.get(host.group) ?? []), host.name])
  const many = grouped.all > nameLimit
  return [
    heading(2, 'Who goes when'),
    { kind: 'table', titles: ['Batch', 'Hosts', 'Names'], rows: batches.map((batch, index) => [`${index + 1}`, `${batch.length}`, many && batch.length > 20 ? 'see the appendix' : names(batch)]) },
    ...(redundancy.size === 0 ? [] : [text('Hosts of one redundancy group never change at the same time:'), { kind: 'list' as const, items: [...redundancy].map(([group, members]) => `${clean(group)}: ${names(members)}`) }]),
  ]
}

const notIncludedBlocks = ({ failed }: GroupedPlan): Block[] => [
  heading(2, 'Not included'),
  ...(failed.length === 0
    ? [text('Every host of the selection is included.')]
    : [{ kind: 'table' as const, titles: ['Host', 'Why', 'What to do'], rows: failed.map(({ name, unreachable, error }) => [clean(name), `${unreachable ? 'unreachable: ' : ''}${clean(error.what)}`, error.next.map(clean).join('; ')]) }]),
]

const changesBlocks = (grouped: GroupedPlan, withDiffs: boolean): Block[] => [
  heading(2, 'Distinct changes'),
  ...(grouped.groups.length === 0 ? [text('No host changes.')] : []),
  ...grouped.groups.flatMap((group) => groupBlocks(group, grouped.all, withDiffs)),
]

const groupBlocks = (group: ChangeGroup, all: number, withDiffs: boolean): Block[] => {
  const [first] = group.hosts
  const { plan } = first
  const differs = differsText(group.shape)
  const { titles, rows } = differingColumns(group)
  const many = all > nameLimit
  return [
    heading(3, `Change ${group.number}: ${count(group.hosts.length, 'host')}, ${clean(plan.platform)}`, `change-${group.number}`),
    text(many && group.hosts.length > 20 ? `Its hosts are named in the appendix.` : `On ${names(group.hosts.map(({ name }) => name))}.`),
    ...(differs === '' || group.hosts.length === 1 ? [] : [text(`The hosts differ in: ${differs}.${many ? ' The values are in the appendix.' : ''}`), ...(many || titles.length < 2 ? [] : [{ kind: 'table' as const, titles, rows }])]),
    text(`Management path${group.hosts.length > 1 ? ` of ${first.name}` : ''}: now ${pathText(plan.pathBefore)}, then ${pathText(plan.pathAfter)}.`),
    text(safetySentence(plan)),
    ...(plan.warnings.length === 0 ? [] : [{ kind: 'list' as const, items: plan.warnings.map(({ text: words }) => `Warning: ${clean(words)}`) }]),
    { kind: 'picture', host: first },
    {
      kind: 'table',
      titles: ['', 'Kind', 'Action', 'Target', 'Steps', 'Can cut'],
      rows: plan.changes.map((change, index) => [`${index + 1}`, change.kind, change.action, change.secret && change.kind !== 'file' ? '(secret)' : clean(change.target), change.steps.map(clean).join(' '), change.disruptive ? 'can cut the connection' : '']),
      marked: plan.changes.map(({ disruptive }) => disruptive),
    },
    ...(withDiffs ? first.diffs.map((diff) => ({ kind: 'diff' as const, text: diff })) : [text('The diffs are left out, since the page would be too large: fleetnet plan --format json has them.')]),
  ]
}

const appendixBlocks = (grouped: GroupedPlan, details: ReportDetails): Block[] => {
  const numbers = new Map(grouped.groups.flatMap(({ number, hosts }) => hosts.map((changing) => [changing.name, { number, changing }] as const)))
  const batchOf = new Map(details.batches.flatMap((batch, index) => batch.map((name) => [clean(name), index + 1] as const)))
  const everybody = [...numbers.keys(), ...grouped.unchanged, ...grouped.failed.map(({ name }) => name)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const rows = everybody.map((name) => {
    const known = numbers.get(name)
    const what = known !== undefined ? `${known.number}` : grouped.unchanged.includes(name) ? 'as desired' : 'not included'
    const facts = grouped.facts.get(name)
    const read = facts === undefined ? '' : `${facts.releaseText}, kernel ${facts.kernel}, digest ${facts.digest.replace(/^(\w+:)?(.{12}).*$/, '$1$2')}`
    const own = known === undefined || grouped.all <= nameLimit ? '' : known.changing.values.filter((_, index) => grouped.groups[known.number - 1]?.shape.differs[index] === true).map(({ value }) => value).join(' ')
    return [clean(name), what, `${batchOf.get(name) ?? ''}`, clean(read), ...(grouped.all > nameLimit ? [clean(own)] : [])]
  })
  return [
    heading(2, 'Appendix'),
    heading(3, 'All hosts'),
    { kind: 'table', titles: ['Host', 'Change', 'Batch', 'What the probe read', ...(grouped.all > nameLimit ? ['Its own values'] : [])], rows },
    heading(3, 'Applying this very plan'),
    ...(details.applyCommand === undefined
      ? [
          // Without a saved plan an apply plans anew: it must not be taken for what was approved.
          text(`The digest of this plan is ${clean(details.digest)}. The plan was not saved: an apply plans anew. To apply this very plan, add --out FILE to the command that made this page; then`),
          { kind: 'command', text: 'fleetnet apply FILE' } as const,
        ]
      : [
          text(`The digest of this plan is ${clean(details.digest)}. A host that is not what the plan was made from is refused, not changed.`),
          { kind: 'command', text: clean(details.applyCommand) } as const,
        ]),
  ]
}
