import type { Fault, HostState, OutcomeCounts, RunEvent, RunHalted, RunInterrupted, RunStarted, Stage } from '../model/events.ts'
import { clean, cleanLines } from './clean.ts'
import { addShape, shapeOf, type ShapeGroup } from './shapes.ts'
import { states } from './states.ts'
import { zoneOf } from './time.ts'

/** A host's log is kept in the model up to so many lines, a diff up to so many characters; the run's folder has all. */
export const logLimit = 200
export const settledLogLimit = 30
export const diffLimit = 64 * 1024

export interface LogLine {
  /** Milliseconds since the epoch, the controller's clock. */
  readonly at: number
  readonly stage: string
  readonly text: string
}

export interface PlanInBrief {
  readonly digest: string
  readonly changes: number
  readonly disruptive: number
  readonly pathBefore: string
  readonly pathAfter: string
  readonly facts: string
  readonly diff: string
  /** The hosts of this run that get the same change. */
  readonly group: ShapeGroup
}

/** What is known of one host. Times are milliseconds since the epoch, the controller's clock; all text is cleaned. */
export interface HostModel {
  readonly name: string
  /** Its place in the run. */
  readonly index: number
  readonly batch: number
  state: HostState
  stage: Stage | undefined
  detail: string
  /** When each stage was entered. */
  readonly stageAt: Map<Stage, number>
  startedAt: number | undefined
  endedAt: number | undefined
  /** The earliest moment at which it may go back by itself. */
  armedUntil: number | undefined
  armedPhase: 'cut over' | 'confirm' | undefined
  /** When its checkpoint was taken: what it goes back to. */
  checkpointAt: number | undefined
  cutAt: number | undefined
  address: string
  plan: PlanInBrief | undefined
  readonly log: LogLine[]
  /** Lines that are no longer kept here. */
  logDropped: number
  fault: Fault | undefined
  seconds: number | undefined
  awaySeconds: number | undefined
  degraded: readonly string[]
  untested: readonly string[]
}

export interface BatchModel {
  readonly number: number
  readonly hosts: readonly string[]
  startedAt: number | undefined
  counts: OutcomeCounts | undefined
}

/** A run as its events tell it. One event costs the same whatever the number of hosts. */
export interface RunModel {
  runId: string
  command: RunStarted['command']
  inventory: string
  playbook: string
  folder: string
  maxFailures: number
  startedAt: number | undefined
  endedAt: number | undefined
  /** Minutes east of UTC, as the events' times have it. */
  zone: number
  readonly hosts: Map<string, HostModel>
  /** Names by state, in the order in which they came to it. */
  readonly byState: Readonly<Record<HostState, Set<string>>>
  /** Hosts whose watchdog may be running. */
  readonly armed: Set<string>
  batches: BatchModel[]
  /** The batch that runs, from 1; 0 before the first. */
  batch: number
  halted: RunHalted | undefined
  interrupted: RunInterrupted | undefined
  exitCode: number | undefined
  seconds: number | undefined
  /** Ends of commits, newest last, for what the last minute brought. Bounded. */
  readonly commits: { readonly at: number; readonly away: number | undefined }[]
  /** Distinct changes, the hosts' own values taken out. */
  readonly shapes: Map<string, ShapeGroup>
  /** Lines about the run itself. Bounded. */
  readonly log: LogLine[]
  readonly warnings: { readonly host: string | undefined; readonly text: string }[]
}

const commitLimit = 2_000
const warningLimit = 500

const noStates = (): Record<HostState, Set<string>> => ({
  waiting: new Set(), connecting: new Set(), probing: new Set(), planned: new Set(), armed: new Set(), staging: new Set(),
  'cutting over': new Set(), verifying: new Set(), confirming: new Set(), committed: new Set(), unchanged: new Set(),
  'rolling back': new Set(), 'rolled back': new Set(), failed: new Set(), unreachable: new Set(), unknown: new Set(),
  lost: new Set(), skipped: new Set(),
})

export const newModel = (): RunModel => ({
  runId: '', command: 'apply', inventory: '', playbook: '', folder: '', maxFailures: 0, startedAt: undefined, endedAt: undefined, zone: 0,
  hosts: new Map(), byState: noStates(), armed: new Set(), batches: [], batch: 0, halted: undefined, interrupted: undefined,
  exitCode: undefined, seconds: undefined, commits: [], shapes: new Map(), log: [], warnings: [],
})

/** The whole fold. Example: reduce(events).byState.lost.size */
export const reduce = (events: Iterable<RunEvent>, model: RunModel = newModel()): RunModel => {
  for (const event of events) applyEvent(model, event)
  return model
}

const newHost = (name: string, index: number, batch: number): HostModel => ({
  name, index, batch, state: 'waiting', stage: undefined, detail: '', stageAt: new Map(), startedAt: undefined, endedAt: undefined,
  armedUntil: undefined, armedPhase: undefined, checkpointAt: undefined, cutAt: undefined, address: '', plan: undefined, log: [],
  logDropped: 0, fault: undefined, seconds: undefined, awaySeconds: undefined, degraded: [], untested: [],
})

const hostOf = (model: RunModel, name: string): HostModel => {
  const known = model.hosts.get(name)
  if (known !== undefined) return known
  const host = newHost(name, model.hosts.size, model.batch)
  model.hosts.set(name, host)
  model.byState.waiting.add(name)
  return host
}

const keep = <T>(list: T[], item: T, limit: number): number => {
  list.push(item)
  // Cut in blocks: shifting one by one would cost as much as the list is long, at every line.
  if (list.length <= limit + limit / 2) return 0
  const dropped = list.length - limit
  list.splice(0, dropped)
  return dropped
}

const tell = (host: HostModel, at: number, stage: string, text: string): void => {
  host.logDropped += keep(host.log, { at, stage, text: clean(text) }, logLimit)
}

const toState = (model: RunModel, host: HostModel, state: HostState): void => {
  if (host.state === state) return
  model.byState[host.state].delete(host.name)
  model.byState[state].add(host.name)
  host.state = state
}

const stageOfState: Partial<Record<HostState, Stage>> = {
  connecting: 'connect',
  probing: 'probe',
  planned: 'plan',
  armed: 'arm',
  staging: 'stage',
  'cutting over': 'cut over',
  verifying: 'verify',
  confirming: 'confirm',
}

const enter = (host: HostModel, stage: Stage | undefined, at: number): void => {
  if (stage === undefined) return
  host.stage = stage
  if (!host.stageAt.has(stage)) host.stageAt.set(stage, at)
  if (stage === 'cut over') host.cutAt ??= at
}

/** Arrows are two columns wide in some locales. */
const cleanPath = (path: string): string => clean(path.replaceAll('\u2192', '->'))

const cleanFault = (fault: Fault): Fault => ({
  kind: fault.kind,
  what: clean(fault.what),
  next: fault.next.map(clean),
  ...(fault.step === undefined ? {} : { step: clean(fault.step) }),
})

/** Brings the model up to one more event. It changes the model it is given: that is what makes it cheap. */
export const applyEvent = (model: RunModel, event: RunEvent): RunModel => {
  const at = Date.parse(event.time)
  switch (event.type) {
    case 'run-started': {
      model.runId = event.runId
      model.command = event.command
      model.inventory = clean(event.inventory)
      model.playbook = clean(event.playbook)
      model.folder = clean(event.folder)
      model.maxFailures = event.maxFailures
      model.startedAt = at
      model.zone = zoneOf(event.time)
      model.batches = event.batches.map((hosts, index) => ({ number: index + 1, hosts, startedAt: undefined, counts: undefined }))
      for (const [index, names] of event.batches.entries())
        for (const name of names) {
          if (model.hosts.has(name)) continue
          model.hosts.set(name, newHost(name, model.hosts.size, index + 1))
          model.byState.waiting.add(name)
        }
      break
    }
    case 'batch-started': {
      model.batch = event.batch
      const batch = model.batches[event.batch - 1]
      if (batch !== undefined) batch.startedAt = at
      break
    }
    case 'batch-finished': {
      const batch = model.batches[event.batch - 1]
      if (batch !== undefined) batch.counts = event.counts
      break
    }
    case 'host-state': {
      const host = hostOf(model, event.host)
      toState(model, host, event.state)
      if (event.state !== 'waiting') host.startedAt ??= at
      enter(host, event.stage ?? stageOfState[event.state], at)
      host.detail = clean(event.detail ?? '')
      if (host.stage === 'connect' && host.address === '') host.address = host.detail.replace(/:\d+$/, '')
      break
    }
    case 'host-armed': {
      const host = hostOf(model, event.host)
      const until = at + event.seconds * 1000
      // Within one phase the countdown never jumps up; the change to the second deadline is its only jump.
      host.armedUntil = host.armedPhase === event.phase && host.armedUntil !== undefined ? Math.min(host.armedUntil, until) : until
      host.armedPhase = event.phase
      host.checkpointAt ??= host.log.findLast(({ stage }) => stage === 'arm')?.at ?? at
      model.armed.add(event.host)
      break
    }
    case 'host-planned': {
      const diff = cleanLines(event.diff)
      hostOf(model, event.host).plan = {
        digest: clean(event.digest),
        changes: event.changes,
        disruptive: event.disruptive,
        pathBefore: cleanPath(event.pathBefore),
        pathAfter: cleanPath(event.pathAfter),
        facts: clean(event.facts ?? ''),
        group: addShape(model.shapes, shapeOf(diff, event.host)),
        diff: diff.length <= diffLimit ? diff : `${diff.slice(0, diffLimit)}\nthe diff goes on: the host's log in the run's folder has it whole`,
      }
      break
    }
    case 'host-log':
      tell(hostOf(model, event.host), at, event.stage, event.text)
      break
    case 'host-output':
      tell(hostOf(model, event.host), at, 'output', event.text)
      break
    case 'host-finished': {
      const host = hostOf(model, event.host)
      toState(model, host, event.outcome)
      host.endedAt = at
      host.seconds = event.seconds
      host.awaySeconds = event.awaySeconds
      host.fault = event.fault === undefined ? undefined : cleanFault(event.fault)
      host.degraded = (event.degraded ?? []).map(clean)
      host.untested = (event.untested ?? []).map(clean)
      if (event.address !== undefined) host.address = clean(event.address)
      if (event.outcome === 'committed') keep(model.commits, { at, away: event.awaySeconds }, commitLimit)
      // An unknown or lost host may still be on trial, and then still goes back by itself.
      if (event.outcome !== 'unknown' && event.outcome !== 'lost') {
        host.armedUntil = undefined
        host.armedPhase = undefined
      }
      if (event.outcome !== 'unknown') model.armed.delete(event.host)
      if (states[event.outcome].standing === 'done' && host.log.length > settledLogLimit)
        host.logDropped += host.log.splice(0, host.log.length - settledLogLimit).length
      break
    }
    case 'run-halted':
      model.halted = { ...event, reason: clean(event.reason) }
      keep(model.log, { at, stage: 'run', text: `halted: ${clean(event.reason)}` }, logLimit)
      break
    case 'run-interrupted':
      model.interrupted = event
      keep(model.log, { at, stage: 'run', text: `Ctrl-C: ${event.letGo} hosts let go, ${event.armed.length} armed hosts finish` }, logLimit)
      break
    case 'run-warning': {
      const text = clean(event.text)
      if (event.host !== undefined) tell(hostOf(model, event.host), at, 'warning', text)
      else keep(model.log, { at, stage: 'run', text: `warning: ${text}` }, logLimit)
      keep(model.warnings, { host: event.host, text }, warningLimit)
      break
    }
    case 'run-finished':
      model.endedAt = at
      model.exitCode = event.exitCode
      model.seconds = event.seconds
      break
  }
  return model
}
