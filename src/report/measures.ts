import type { HostState, OutcomeCounts, Spread, Stage } from '../model/events.ts'
import { spreadOf } from '../run/spread.ts'
import type { HostModel, RunModel } from './model.ts'
import { stateNames, states } from './states.ts'

/** The stages of one host, in order. */
export const stages: readonly Stage[] = ['connect', 'probe', 'plan', 'arm', 'stage', 'cut over', 'verify', 'confirm']

/** States that want somebody's eyes, worst first. */
export const lookStates: readonly HostState[] = ['lost', 'unknown', 'rolled back', 'failed', 'unreachable']
export const doneStates: readonly HostState[] = ['committed', 'unchanged']
export const flightStates: readonly HostState[] = stateNames.filter((state) => states[state].standing === 'in flight')
export const armedStates: readonly HostState[] = stateNames.filter((state) => states[state].armed === 'yes' || states[state].armed === 'now')

export const sizeOf = (model: RunModel, of: readonly HostState[]): number => of.reduce((sum, state) => sum + model.byState[state].size, 0)

/** Hosts in some states, in the order of the run. */
export const hostsIn = (model: RunModel, of: readonly HostState[]): HostModel[] =>
  of.flatMap((state) => [...model.byState[state]].flatMap((name) => model.hosts.get(name) ?? [])).toSorted((a, b) => a.index - b.index)

/** Whether a host's own watchdog is running, as far as is known: it goes back by itself unless confirmed. */
export const isArmed = (host: HostModel): boolean => {
  const { armed } = states[host.state]
  return armed === 'now' || ((armed === 'yes' || armed === 'perhaps') && host.armedUntil !== undefined)
}

/** Armed hosts, least time left first; who is going back already comes first of all. */
export const armedHosts = (model: RunModel): HostModel[] =>
  [...new Set([...model.armed, ...model.byState['rolling back']])]
    .flatMap((name) => model.hosts.get(name) ?? [])
    .filter(isArmed)
    .toSorted((a, b) => backAt(a) - backAt(b) || a.index - b.index)

const backAt = (host: HostModel): number => (host.state === 'rolling back' ? 0 : (host.armedUntil ?? Number.POSITIVE_INFINITY))

/** Whole seconds until a host may go back, never negative; undefined when it does not. */
export const secondsLeft = (host: HostModel, now: number): number | undefined =>
  host.armedUntil === undefined || !isArmed(host) ? undefined : Math.max(0, Math.floor((host.armedUntil - now) / 1000))

/** Failures as the budget counts them. */
export const failuresOf = (model: RunModel): number => sizeOf(model, lookStates)

/** Hosts in doubt that are still being asked: they have not ended. */
const beingAsked = (model: RunModel): number => [...model.byState.unknown].filter((name) => model.hosts.get(name)?.endedAt === undefined).length

export const endedHosts = (model: RunModel): number => sizeOf(model, [...lookStates, ...doneStates, 'skipped']) - beingAsked(model)

export const flightSize = (model: RunModel): number => sizeOf(model, flightStates) + beingAsked(model)

export const countsOf = (model: RunModel): OutcomeCounts => ({
  committed: model.byState.committed.size,
  unchanged: model.byState.unchanged.size,
  rolledBack: model.byState['rolled back'].size,
  failed: model.byState.failed.size,
  unreachable: model.byState.unreachable.size,
  unknown: model.byState.unknown.size,
  lost: model.byState.lost.size,
  skipped: model.byState.skipped.size,
})

/** How many ended how, in words. `unknown` and `skipped` are named only when there are some; `lost` always. */
export const countWords = (counts: OutcomeCounts): readonly (readonly [HostState, number])[] => [
  ['committed', counts.committed],
  ['unchanged', counts.unchanged],
  ['rolled back', counts.rolledBack],
  ['failed', counts.failed],
  ['unreachable', counts.unreachable],
  ...(counts.unknown > 0 ? ([['unknown', counts.unknown]] as const) : []),
  ...(counts.skipped > 0 ? ([['skipped', counts.skipped]] as const) : []),
  ['lost', counts.lost],
]

/** Seconds from a host's start until its end, or until now. */
export const hostSeconds = (host: HostModel, now: number): number | undefined => {
  if (host.state === 'waiting' || host.startedAt === undefined) return undefined
  if (host.seconds !== undefined && host.endedAt !== undefined) return host.seconds
  return Math.max(0, ((host.endedAt ?? now) - host.startedAt) / 1000)
}

/** The middle one of some numbers; undefined of none. */
export const median = (numbers: readonly number[]): number | undefined => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]

const spreadOver = (model: RunModel, read: (host: HostModel) => number | undefined): Spread | undefined =>
  spreadOf(
    [...model.hosts.values()].flatMap((host) => {
      const seconds = read(host)
      return seconds === undefined ? [] : [{ host: host.name, seconds }]
    }),
  )

/** How long management addresses did not answer, of all hosts that ended and of which it was measured. */
export const awayTimes = (model: RunModel): Spread | undefined => spreadOver(model, ({ awaySeconds }) => awaySeconds)

/** How long hosts that went back took until they answered again. */
export const recoveryTimes = (model: RunModel): Spread | undefined => spreadOver(model, ({ recoverySeconds }) => recoverySeconds)

/** One cell a stage: `#` done, `>` now, `x` ended here, `.` to come, `-` does not apply. */
export const stageBar = (host: HostModel): string => stages.map((stage) => stageMark(host, stage)).join('')

/** Stages that a plan without anything disruptive, or without changes, does not go through. */
const doesNotApply = (host: HostModel, stage: Stage): boolean => {
  if (host.plan === undefined || stages.indexOf(stage) < stages.indexOf('arm')) return false
  if (host.stageAt.has(stage)) return false
  return host.plan.changes === 0 || (host.plan.disruptive === 0 && stage !== 'stage')
}

export const stageMark = (host: HostModel, stage: Stage): '#' | '>' | 'x' | '.' | '-' => {
  if (doesNotApply(host, stage)) return '-'
  if (host.state === 'committed') return '#'
  const at = stages.indexOf(stage)
  const reached = host.stage === undefined ? -1 : stages.indexOf(host.stage)
  if (at < reached) return '#'
  if (at > reached) return '.'
  const { standing } = states[host.state]
  if (standing === 'to look at' || host.state === 'rolling back') return 'x'
  if (standing === 'done') return '#'
  return standing === 'skipped' ? '.' : '>'
}

/** Hosts that may still be armed at the end: those that said so and never took it back, and those of whom nothing is known. */
export const mayBeArmed = (model: RunModel): string[] => [...new Set([...model.armed, ...model.byState.unknown])]
