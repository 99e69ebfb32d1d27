import type { HostState, Spread } from '../model/events.ts'
import { awayTimes, hostsIn, lookStates, mayBeArmed, recoveryTimes, sizeOf } from './measures.ts'
import type { HostModel, RunModel } from './model.ts'
import { states, symbolOf } from './states.ts'
import { causesOf, hasRest, inventoryFlag, isCommand, resumeCommand } from './story.ts'
import { paint } from './style.ts'
import { table } from './table.ts'
import { clockText, measuredText, spanText } from './time.ts'
import { verdict } from './verdict.ts'
import { count, someNames, wrapWords } from './words.ts'

export interface SummaryOptions {
  readonly color?: boolean
  readonly ascii?: boolean
  /** Default: 80. Commands are never cut or wrapped. */
  readonly columns?: number
  /** Milliseconds since the epoch, for a run that is still going. Default: the run's end. */
  readonly now?: number
}

/** Batches beyond this are told only where something is to be looked at. */
const batchLimit = 20
/** Hosts beyond this are told by cause. */
const hostLimit = 20

const tableStates: readonly HostState[] = ['committed', 'unchanged', 'rolled back', 'failed', 'unreachable']

/** The end of a run, for the main screen: what matters most is nearest to the prompt. */
export const summaryText = (model: RunModel, options: SummaryOptions = {}): string => {
  const { color = false, ascii = true, columns = 80 } = options
  const now = options.now ?? model.endedAt ?? model.startedAt ?? 0
  const parts = [headLines(model, now, columns), batchTable(model, columns), lookLines(model, { color, ascii, columns }), footLines(model), verdictLines(model, { color, now, columns })]
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const headLines = (model: RunModel, now: number, columns: number): string[] => {
  const start = model.startedAt ?? now
  const end = model.endedAt ?? now
  const what = `run ${model.runId}   ${model.command} ${model.inventory}   ${model.playbook}`
  const when = `${clockText(start, model.zone)} to ${clockText(end, model.zone)}   ${spanText((end - start) / 1000)}`
  return what.length + 3 + when.length < columns ? [`${what}   ${when}`] : [what, when]
}

const batchTable = (model: RunModel, columns: number): string[] => {
  const extra = (['unknown', 'skipped'] as const).filter((state) => model.byState[state].size > 0)
  const all = [...tableStates, ...extra, 'lost' as const]
  // A terminal would break a table that is too wide: then states that no host is in give way; lost never does.
  const shown = tableWidth(all) < columns ? all : all.filter((state) => state === 'lost' || model.byState[state].size > 0)
  const counted = model.batches.map((batch) => ({ batch, counts: batchCounts(model, batch.hosts) }))
  const told = counted.length <= batchLimit ? counted : counted.filter(({ counts }) => lookStates.some((state) => (counts.get(state) ?? 0) > 0))
  const rows = told.map(({ batch, counts }) => [`${batch.number}`, `${batch.hosts.length}`, ...shown.map((state) => `${counts.get(state) ?? 0}`)])
  const lines = table([{ title: 'batch ' }, { title: 'hosts', right: true }, ...shown.map((title) => ({ title, right: true }))], rows)
  return told.length === counted.length ? lines : [...lines, `${counted.length - told.length} more batches with nothing to look at`]
}

const tableWidth = (titles: readonly string[]): number => ['batch ', 'hosts', ...titles].join('  ').length

const batchCounts = (model: RunModel, names: readonly string[]): ReadonlyMap<HostState, number> => {
  const counts = new Map<HostState, number>()
  for (const name of names) {
    const state = model.hosts.get(name)?.state ?? 'waiting'
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

const indent = ' '.repeat(14)

const lookLines = (model: RunModel, look: { readonly color: boolean; readonly ascii: boolean; readonly columns: number }): string[] => {
  const hosts = hostsIn(model, lookStates)
  if (hosts.length === 0) return []
  if (hosts.length <= hostLimit) return lookStates.flatMap((state) => hostsIn(model, [state])).flatMap((host) => hostLines(host, look))
  // Lost hosts are always told one by one.
  const lost = hostsIn(model, ['lost']).flatMap((host) => hostLines(host, look))
  const causes = causesOf(model).filter(({ state }) => state !== 'lost')
  return [
    ...lost,
    ...causes.flatMap(({ state, what, hosts: affected }) => [
      `${paint(symbolOf(state, look.ascii), states[state].style, look.color)} ${`${affected.length} hosts`.padEnd(12)}${paint(states[state].loud.padEnd(14), states[state].style, look.color)}${what}`,
      ...wrapWords(affected.map(({ name }) => name).join(' '), look.columns - 1 - indent.length - 4).map((line, index) => `${indent}${index === 0 ? 'on: ' : '    '}${line}`),
      ...doLines(affected[0]?.fault?.next ?? []),
    ]),
  ]
}

const hostLines = (host: HostModel, { color, ascii, columns }: { readonly color: boolean; readonly ascii: boolean; readonly columns: number }): string[] => {
  const row = states[host.state]
  const name = `${host.name} `.padEnd(12)
  const gap = ' '.repeat(Math.max(1, 14 - row.word.length))
  const [first = '', ...more] = wrapWords(`${host.fault?.what ?? ''}${untouched(host)}`, columns - 1 - indent.length, columns - 3 - name.length - row.word.length - gap.length)
  return [
    `${paint(symbolOf(host.state, ascii), row.style, color)} ${name}${paint(row.word, row.style, color)}${gap}${first}`,
    ...more.map((line) => `${indent}${line}`),
    ...backLine(host),
    ...(host.degraded.length > 0 ? [`${indent}degraded: not put back: ${host.degraded.join(' ')}`] : []),
    ...doLines(host.fault?.next ?? []),
  ]
}

const untouched = (host: HostModel): string =>
  (host.state === 'failed' || host.state === 'unreachable') && host.fault?.what.includes('nothing was changed') !== true ? '; nothing was changed' : ''

const backLine = (host: HostModel): string[] => {
  if (host.state !== 'rolled back') return []
  const over = host.plan === undefined ? '' : /^([^ ]+) /.exec(host.plan.pathBefore)?.[1]
  const away = host.awaySeconds === undefined ? '' : `; away ${measuredText(host.awaySeconds, host.awayPlusMinus)}`
  return [`${indent}reachable${host.address === '' ? '' : ` on ${host.address}`}${over ? ` over ${over}` : ''}, as before${away}`, ...recoveryLine(host)]
}

const recoveryLine = ({ recoverySeconds, recoveryPlusMinus, recoverySinceCutOver }: HostModel): string[] => {
  if (recoverySeconds === undefined) return []
  const since = recoverySinceCutOver === undefined ? '' : `, ${recoverySinceCutOver.toFixed(1)} s after its cut-over began`
  return [`${indent}back ${measuredText(recoverySeconds, recoveryPlusMinus)} after it fell silent${since}`]
}

const tenths = (seconds: number): string => `${seconds.toFixed(1)} s`
const spreadText = ({ p50, p95, max, maxHost }: Spread): string => `p50 ${tenths(p50)}, p95 ${tenths(p95)}, max ${tenths(max)} (${maxHost})`

/** What to do: commands stand alone on their line, so that they can be pasted. */
const doLines = (next: readonly string[]): string[] =>
  next.map((text, index) => {
    const then = index + 1 < next.length && isCommand(next[index + 1] ?? '') && !isCommand(text) ? ', then' : ''
    return index === 0 ? `${indent}do: ${text}${then}` : `${indent}    ${text}${then}`
  })

const footLines = (model: RunModel): string[] => {
  const [away, recovery] = [awayTimes(model), recoveryTimes(model)]
  const untested = hostsIn(model, ['committed']).filter((host) => host.untested.length > 0)
  return [
    ...(away === undefined ? [] : [`address away  ${spreadText(away)}`]),
    ...(recovery === undefined ? [] : [`recovery      ${spreadText(recovery)}`]),
    ...(untested.length === 0 ? [] : [`untested      until the next reboot on ${someNames(untested.map(({ name }) => name), 50)}`]),
    `logs          ${model.folder}${model.folder.endsWith('/') ? '' : '/'}`,
    ...(hasRest(model) ? [`the rest      ${resumeCommand(model)}`] : []),
    ...(model.command === 'apply' && model.byState.committed.size > 0 ? [`undo          fleetnet rollback ${inventoryFlag(model)}`] : []),
  ]
}

const verdictLines = (model: RunModel, { color, now, columns }: { readonly color: boolean; readonly now: number; readonly columns: number }): string[] => {
  const { word, style } = verdict(model, now)
  const { committed, unchanged } = { committed: model.byState.committed.size, unchanged: model.byState.unchanged.size }
  const first = `${committed + unchanged} of ${count(model.hosts.size, 'host')} ${committed + unchanged === 1 ? 'is' : 'are'} as desired: ${committed} committed, ${unchanged} unchanged.`
  const skipped = sizeOf(model, ['skipped', 'waiting'])
  const bad = [
    `${model.byState['rolled back'].size} rolled back`,
    `${model.byState.failed.size} failed`,
    `${model.byState.unreachable.size} unreachable`,
    ...(skipped > 0 ? [`${skipped} not started`] : []),
    ...(model.byState.unknown.size > 0 ? [`${model.byState.unknown.size} unknown`] : []),
    `${model.byState.lost.size} lost`,
  ].join(', ')
  // A host whose outcome is unknown may be armed, though its word that it is never came.
  const armed = mayBeArmed(model)
  const exit = model.exitCode === undefined ? '' : `exit ${model.exitCode}`
  const last = wrapWords(`${bad}.`, columns - 1)
  const add = (text: string, gap: string): void => {
    const line = `${last.at(-1) ?? ''}${gap}${text}`
    if (text === '') return
    if (line.length < columns) last[last.length - 1] = line
    else last.push(text)
  }
  add(armed.length === 0 ? 'No host is armed.' : '', ' ')
  add(exit, ' '.repeat(5))
  return [`${paint(word, style, color)}  ${first}`, ...armedLines(model, armed, columns), ...last]
}

/** Who may still be armed, and until when: nobody is left to watch them but whoever reads this. */
const armedLines = (model: RunModel, names: readonly string[], columns: number): string[] => {
  if (names.length === 0) return []
  const told = names.slice(0, hostLimit).map((name) => {
    const until = model.hosts.get(name)?.armedUntil
    return until === undefined ? name : `${name} at ${clockText(until, model.zone)}`
  })
  const more = names.length > told.length ? `, and ${names.length - told.length} more` : ''
  const back = names.length === 1 ? 'goes back by itself unless it was confirmed' : 'go back by themselves unless they were confirmed'
  return wrapWords(`${count(names.length, 'host')} may still be armed and ${back}: ${told.join(', ')}${more}. fleetnet status tells.`, columns - 1)
}
