import type { HostState } from '../model/events.ts'
import { cell, cut } from '../report/clean.ts'
import { armedHosts, doneStates, flightStates, hostsIn, lookStates, secondsLeft } from '../report/measures.ts'
import type { HostModel, RunModel } from '../report/model.ts'
import { states, symbolOf } from '../report/states.ts'
import { isCommand, whyText, type Cause } from '../report/story.ts'
import { type Row } from '../report/style.ts'
import { spanText, tookText } from '../report/time.ts'
import { foldedNames, hostRow, type Widths } from './columns.ts'
import { groupId, hostId } from './viewState.ts'

/** What an item is drawn with. */
export interface Look {
  readonly columns: number
  readonly now: number
  readonly ascii: boolean
  readonly widths: Widths
}

/** Something in the list that can be picked: a host, a cause, hosts in one state. Or a title, which cannot. */
export interface Item {
  /** '' for what cannot be picked. */
  readonly id: string
  readonly height: number
  /** Whether a host is shown by this item. */
  readonly holds: (host: HostModel) => boolean
  readonly rows: (look: Look, picked: boolean) => Row[]
}

const mark = (picked: boolean): string => (picked ? '> ' : '  ')

export const titleItem = (row: (look: Look) => Row): Item => ({ id: '', height: 1, holds: () => false, rows: (look) => [row(look)] })

/** One host, and why it ended badly and what to do, on two lines below. */
export const hostItem = (host: HostModel, explained: boolean): Item => {
  const why = explained ? whyText(host) : ''
  const next = explained ? (host.fault?.next ?? []) : []
  return {
    id: hostId(host.name),
    height: 1 + (why === '' ? 0 : 1) + (next.length === 0 ? 0 : 1),
    holds: (other) => other.name === host.name,
    rows: (look, picked) => [
      hostRow(host, { widths: look.widths, now: look.now, picked, ascii: look.ascii }),
      ...(why === '' ? [] : [[{ text: `      why: ${cut(why, Math.max(0, look.columns - 11))}` }]]),
      ...(next.length === 0 ? [] : [[{ text: `      do:  ${doText(next, look.columns - 11)}` }]]),
    ],
  }
}

/** Everything that is to be done, or, where that does not fit, the command, since it can be pasted. */
export const doText = (next: readonly string[], columns: number): string => {
  const all = next.join(': ')
  if (all.length <= columns) return all
  const command = next.find(isCommand)
  return command !== undefined && command.length <= columns ? command : cut(all, Math.max(0, columns))
}

/** Hosts that ended badly for one reason. Expanded: their names and what to do stand below. */
export const causeItem = (cause: Cause, expanded: boolean): Item => {
  const { state, what, hosts } = cause
  const names = hosts.map(({ name }) => name)
  const next = hosts[0]?.fault?.next ?? []
  return {
    id: causeId(cause),
    height: expanded ? 2 + (next.length > 0 ? 1 : 0) : 1,
    holds: (host) => names.includes(host.name),
    rows: (look, picked) => {
      const reason = `${what}${expanded ? '' : `: ${foldedNames(names, Math.max(10, look.columns - 28 - what.length))}`}`
      return [
        groupRow(look, picked, state, hosts.length, reason),
        ...(expanded ? [[{ text: `      on:  ${foldedNames(names, look.columns - 11)}` }]] : []),
        ...(expanded && next.length > 0 ? [[{ text: `      do:  ${doText(next, look.columns - 11)}` }]] : []),
      ]
    },
  }
}

export const causeId = ({ state, what }: Cause): string => groupId(`cause ${state} ${what}`)
export const stateId = (state: HostState | 'waiting' | 'done'): string => groupId(`state ${state}`)

const groupRow = (look: Look, picked: boolean, state: HostState, size: number, text: string): Row => {
  const { word, style } = states[state]
  const gap = ' '.repeat(Math.max(1, 15 - word.length))
  const before = 2 + (look.widths.symbol > 0 ? 2 : 0) + 15 + 5 + 2
  return [
    { text: mark(picked), ...(picked ? { style: { bold: true } } : {}) },
    ...(look.widths.symbol > 0 ? [{ text: symbolOf(state, look.ascii), style }, { text: ' ' }] : []),
    { text: word, style },
    { text: `${gap}${String(size).padStart(5)}${text === '' ? '' : `  ${cut(text, Math.max(0, look.columns - before))}`}` },
  ]
}

/** All hosts in one state in flight: how many, the first that goes back, the one that takes longest. */
export const stateItem = (model: RunModel, state: HostState): Item => ({
  id: stateId(state),
  height: 1,
  holds: (host) => host.state === state,
  rows: (look, picked) => {
    const hosts = hostsIn(model, [state])
    return [groupRow(look, picked, state, hosts.length, `${firstBack(model, state, look.now).padStart(13)}  ${longest(hosts, look.now)}`)]
  },
})

const firstBack = (model: RunModel, state: HostState, now: number): string => {
  if (state === 'rolling back') return 'now'
  const first = armedHosts(model).find((host) => host.state === state)
  const left = first === undefined ? undefined : secondsLeft(first, now)
  return left === undefined ? '-' : left === 0 ? 'due' : spanText(left)
}

const longest = (hosts: readonly HostModel[], now: number): string => {
  const since = (host: HostModel): number => (host.stage === undefined ? undefined : host.stageAt.get(host.stage)) ?? host.startedAt ?? now
  const slowest = hosts.toSorted((a, b) => since(a) - since(b))[0]
  if (slowest === undefined) return ''
  const seconds = (now - since(slowest)) / 1000
  return `${slowest.name} ${seconds < 60 ? `${Math.max(0, Math.floor(seconds))} s` : tookText(seconds)}`
}

/** Hosts that are folded into one row, which always says how many there are. */
export const foldItem = (model: RunModel, kind: 'waiting' | 'in flight' | 'done' | 'skipped', hosts: readonly HostModel[], asGroup: boolean): Item => {
  const names = new Set(hosts.map(({ name }) => name))
  const state = kind === 'done' ? 'committed' : kind === 'in flight' ? 'connecting' : kind
  return {
    id: groupId(`state ${kind}`),
    height: 1,
    holds: (host) => names.has(host.name),
    rows: (look, picked) => {
      const { style } = states[state]
      const symbol = look.widths.symbol > 0 ? [{ text: symbolOf(state, look.ascii), style }, { text: ' ' }] : []
      const marked = { text: mark(picked), ...(picked ? { style: { bold: true } } : {}) }
      if (asGroup) return [[marked, ...symbol, { text: `${kind.padEnd(15)}${String(hosts.length).padStart(5)}${kind === 'done' ? `  ${doneCounts(model)}` : ''}` }]]
      const head = cell(`${hosts.length} ${kind}`, 15)
      const room = look.columns - 2 - symbol.length - 16
      return [[marked, ...symbol, { text: `${head} ${foldText(model, kind, hosts, room)}`.trimEnd() }]]
    },
  }
}

const foldText = (model: RunModel, kind: 'waiting' | 'in flight' | 'done' | 'skipped', hosts: readonly HostModel[], columns: number): string => {
  switch (kind) {
    case 'done':
      return doneText(model, hosts, columns)
    case 'in flight':
      return foldedNames(hosts.map(({ name }) => name), Math.max(0, columns))
    case 'waiting':
    case 'skipped':
      return waitingText(hosts, columns)
  }
}

const doneCounts = (model: RunModel): string =>
  doneStates.filter((state) => model.byState[state].size > 0).map((state) => `${model.byState[state].size} ${state}`).join(', ')

const doneText = (model: RunModel, hosts: readonly HostModel[], columns: number): string => {
  const named = doneStates
    .map((state) => [state, hosts.filter((host) => host.state === state).map(({ name }) => name)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([state, names]) => `${names.join(' ')} (${state})`)
    .join(' ')
  return named.length <= columns ? named : cut(doneCounts(model), Math.max(0, columns))
}

const waitingText = (hosts: readonly HostModel[], columns: number): string => {
  const first = hosts[0]?.batch ?? 0
  const last = hosts.at(-1)?.batch ?? first
  const batches = first === last ? `  (batch ${first})` : `  (batches ${first} to ${last})`
  const room = columns - batches.length
  return room < 10 ? cut(batches.trimStart(), Math.max(0, columns)) : `${foldedNames(hosts.map(({ name }) => name), room)}${batches}`
}

/** Hosts with something to look at, worst first. */
export const lookHosts = (model: RunModel): HostModel[] => lookStates.flatMap((state) => hostsIn(model, [state]))

/** Hosts in flight: armed ones first, least time left first. */
export const flightHosts = (model: RunModel): HostModel[] => {
  const armed = armedHosts(model).filter((host) => states[host.state].standing === 'in flight')
  const known = new Set(armed)
  return [...armed, ...hostsIn(model, flightStates).filter((host) => !known.has(host))]
}
