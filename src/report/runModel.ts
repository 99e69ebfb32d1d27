import type { Fault, HostState, OutcomeCounts, RunHalted, RunInterrupted, RunStarted, Stage } from '../model/events.ts'
import type { ShapeGroup } from './shapes.ts'

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
  awayPlusMinus: number | undefined
  recoverySeconds: number | undefined
  recoveryPlusMinus: number | undefined
  recoverySinceCutOver: number | undefined
  /** When it fell silent, while it is. */
  silentSince: number | undefined
  /** Milliseconds of earlier silences. */
  silentBefore: number
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

export const commitLimit = 2_000
export const warningLimit = 500

const noStates = (): Record<HostState, Set<string>> => ({
  waiting: new Set(), connecting: new Set(), probing: new Set(), planned: new Set(), armed: new Set(), staging: new Set(),
  'cutting over': new Set(), rebooting: new Set(), verifying: new Set(), confirming: new Set(), committed: new Set(), unchanged: new Set(),
  'rolling back': new Set(), 'rolled back': new Set(), failed: new Set(), unreachable: new Set(), unknown: new Set(),
  lost: new Set(), skipped: new Set(),
})

export const newModel = (): RunModel => ({
  runId: '', command: 'apply', inventory: '', playbook: '', folder: '', maxFailures: 0, startedAt: undefined, endedAt: undefined, zone: 0,
  hosts: new Map(), byState: noStates(), armed: new Set(), batches: [], batch: 0, halted: undefined, interrupted: undefined,
  exitCode: undefined, seconds: undefined, commits: [], shapes: new Map(), log: [], warnings: [],
})

/** A host before its turn. */
export const newHost = (name: string, index: number, batch: number): HostModel => ({
  name, index, batch, state: 'waiting', stage: undefined, detail: '', stageAt: new Map(), startedAt: undefined, endedAt: undefined,
  armedUntil: undefined, armedPhase: undefined, checkpointAt: undefined, cutAt: undefined, address: '', plan: undefined, log: [],
  logDropped: 0, fault: undefined, seconds: undefined, awaySeconds: undefined, awayPlusMinus: undefined, recoverySeconds: undefined, recoveryPlusMinus: undefined, recoverySinceCutOver: undefined,
  silentSince: undefined, silentBefore: 0, degraded: [], untested: [],
})
