/* Generated from event.schema.json by `npm run schema`. Edit the schema, not this file. */

/**
 * One line of a run's journal (events.jsonl) and of `apply --format json`.
 */
export type RunEvent =
  | RunStarted
  | BatchStarted
  | BatchFinished
  | HostStateChanged
  | HostArmed
  | HostAway
  | HostPlanned
  | HostLog
  | HostOutput
  | HostFinished
  | RunHalted
  | RunInterrupted
  | RunWarning
  | RunFinished
/**
 * ISO 8601 with zone, the controller's clock.
 */
export type Time = string
/**
 * Where a host is, or how it ended.
 */
export type HostState =
  | 'waiting'
  | 'connecting'
  | 'probing'
  | 'planned'
  | 'armed'
  | 'staging'
  | 'cutting over'
  | 'rebooting'
  | 'verifying'
  | 'confirming'
  | 'committed'
  | 'unchanged'
  | 'rolling back'
  | 'rolled back'
  | 'failed'
  | 'unreachable'
  | 'unknown'
  | 'lost'
  | 'skipped'
/**
 * The stages of one host, in order.
 */
export type Stage = 'connect' | 'probe' | 'plan' | 'arm' | 'stage' | 'cut over' | 'verify' | 'confirm'
export type Outcome =
  'committed' | 'unchanged' | 'rolled back' | 'failed' | 'unreachable' | 'unknown' | 'lost' | 'skipped'

/**
 * The first event of a run.
 */
export interface RunStarted {
  type: 'run-started'
  time: Time
  runId: string
  command: 'apply' | 'rollback' | 'verify' | 'status'
  inventory: string
  /**
   * Names joined by a comma where groups have their own.
   */
  playbook: string
  /**
   * Host names, batch by batch.
   */
  batches: string[][]
  /**
   * More failures than this halt the run.
   */
  maxFailures: number
  /**
   * Where journal and logs are.
   */
  folder: string
}
export interface BatchStarted {
  type: 'batch-started'
  time: Time
  /**
   * From 1.
   */
  batch: number
  hosts: string[]
}
export interface BatchFinished {
  type: 'batch-finished'
  time: Time
  batch: number
  counts: OutcomeCounts
}
export interface OutcomeCounts {
  committed: number
  unchanged: number
  rolledBack: number
  failed: number
  unreachable: number
  unknown: number
  lost: number
  skipped: number
}
/**
 * A host went into another state; also while it stays in one, when `detail` changes.
 */
export interface HostStateChanged {
  type: 'host-state'
  time: Time
  host: string
  state: HostState
  stage?: Stage
  /**
   * What it is doing now, a few words. Example: 10.1.1.111, 4th try
   */
  detail?: string
}
/**
 * The watchdog runs: the host goes back by itself. Sent again when T1 gives way to T2, the only jump of the countdown.
 */
export interface HostArmed {
  type: 'host-armed'
  time: Time
  host: string
  phase: 'cut over' | 'confirm'
  /**
   * Until the earliest moment at which the host may go back, from its own uptime.
   */
  seconds: number
  /**
   * The same moment by the controller's clock, ISO 8601.
   */
  backAt: string
}
/**
 * The host's management address fell silent, or answers again, as the controller's probes tell.
 */
export interface HostAway {
  type: 'host-away'
  time: Time
  host: string
  away: boolean
}
export interface HostPlanned {
  type: 'host-planned'
  time: Time
  host: string
  digest: string
  /**
   * How many.
   */
  changes: number
  /**
   * How many of them can cut the connection.
   */
  disruptive: number
  /**
   * Management path in words. Example: eth0 10.1.1.101/24
   */
  pathBefore: string
  pathAfter: string
  /**
   * Platform in words. Example: el5 ifcfg xend
   */
  facts?: string
  /**
   * The whole unified diff, and a line for each other change.
   */
  diff: string
}
/**
 * One line of a host's story.
 */
export interface HostLog {
  type: 'host-log'
  time: Time
  host: string
  /**
   * A stage, or run.
   */
  stage: string
  text: string
}
/**
 * A line that a command on the host printed, cleaned of control bytes.
 */
export interface HostOutput {
  type: 'host-output'
  time: Time
  host: string
  text: string
}
/**
 * A host's end. No event of this host follows, but for `unknown`, which another end may settle.
 */
export interface HostFinished {
  type: 'host-finished'
  time: Time
  host: string
  outcome: Outcome
  /**
   * From its start.
   */
  seconds: number
  /**
   * How long its management address did not answer, probed by the controller. 0: nothing was noticed, less than twice awayPlusMinus. Absent when it was not measured.
   */
  awaySeconds?: number
  /**
   * By how many seconds awaySeconds may be off either way.
   */
  awayPlusMinus?: number
  /**
   * Of a host that went back: from its first missed answer until it was back for good.
   */
  recoverySeconds?: number
  /**
   * By how many seconds recoverySeconds may be off either way.
   */
  recoveryPlusMinus?: number
  /**
   * The same from the moment at which the host logged that its cut-over began.
   */
  recoverySinceCutOver?: number
  /**
   * Where it answers now.
   */
  address?: string
  /**
   * Guests' devices that a rollback could not put back.
   */
  degraded?: string[]
  /**
   * Files that count from the next reboot on.
   */
  untested?: string[]
  fault?: Fault
}
/**
 * Why a host ended badly, in words for an operator.
 */
export interface Fault {
  /**
   * The closed kind of the error, for machines.
   */
  kind: string
  /**
   * What was expected and what was found, one line.
   */
  what: string
  /**
   * The step or stage it happened in.
   */
  step?: string
  /**
   * What to do: sentences, and commands that can be pasted.
   */
  next: string[]
}
/**
 * No host starts any more.
 */
export interface RunHalted {
  type: 'run-halted'
  time: Time
  reason: string
  cause: 'failures' | 'lost' | 'interrupt'
}
/**
 * Ctrl-C, SIGTERM or SIGHUP.
 */
export interface RunInterrupted {
  type: 'run-interrupted'
  time: Time
  times: 1 | 2
  /**
   * Hosts that stay untouched.
   */
  letGo: number
  /**
   * Hosts on trial and when each goes back by itself.
   */
  armed: {
    host: string
    backAt: string
  }[]
}
export interface RunWarning {
  type: 'run-warning'
  time: Time
  host?: string
  text: string
}
/**
 * The last event.
 */
export interface RunFinished {
  type: 'run-finished'
  time: Time
  counts: OutcomeCounts
  away?: Spread
  recovery?: Spread
  /**
   * Hosts that are still armed.
   */
  armed: string[]
  seconds: number
  exitCode: number
}
/**
 * Figures of several hosts in seconds; percentiles are figures that were measured.
 */
export interface Spread {
  hosts: number
  p50: number
  p95: number
  max: number
  maxHost: string
}
