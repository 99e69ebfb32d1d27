import type { HostPlan } from './plan.ts'
import type { InitSystem } from './facts.ts'

/**
 * The format of a transaction's folder on a host. It rises when another fleetnet could no longer read one, or settle it by
 * its `ctl rollback`. 1 had neither this number nor checksums.
 */
export const transactionFormat = 2

/** Everything that a host-side transaction is compiled from. */
export interface TransactionSpec {
  /** Unique on the host: run id, dash, host's number. Only [A-Za-z0-9-]. */
  readonly id: string
  readonly runId: string
  /** 128 random bits, hex: who knows it may decide. */
  readonly nonce: string
  /** Prefix of every path on the host; '' on a real one. */
  readonly root: string
  readonly init: InitSystem
  readonly cron: boolean
  readonly plan: HostPlan
}

/** A transaction as the controller sends and settles it. Commands are for Connection.exec. */
export interface CompiledTransaction {
  readonly id: string
  readonly nonce: string
  /** The loader: it receives the payload on standard input, checks it, starts the supervisor and follows its log. */
  readonly start: string
  readonly payload: Buffer
  /**
   * Follows a transaction's log from its first line, for a controller whose first connection was cut. One that was not
   * received whole is cancelled, and it ends with status 3.
   */
  readonly follow: string
  /** The same for a transaction that was received: it makes nothing on a host that does not know of it. */
  readonly followReceived: string
  /**
   * Verify and confirm in one exec. It prints a line `NONCE state WORDS`, a probe answer (parseProbe takes the whole
   * output; the last answer counts) and a line `NONCE decide`, then reads one line of standard input:
   * `again NONCE` probes once more, `confirm NONCE` and `rollback NONCE` decide and print progress lines until the
   * outcome stands. End of input decides nothing. The nonce comes on standard input only, so that `ps` never shows it.
   */
  readonly converse: string
}

/** A line that the supervisor logs, parsed. `uptime` is the host's, in seconds. */
export type Progress = { readonly uptime: number } & (
  | { readonly type: 'received' | 'locked' | 'checkpointed' | 'guarded' | 'staged' | 'cutting' | 'committed' }
  /** The new files are in place and on the disk; the host is asked to restart, and boots them on trial. */
  | { readonly type: 'rebooting' }
  /** The watchdog runs; sent again with the second deadline when the cut-over has ended. */
  | { readonly type: 'armed'; readonly phase: 'cut over' | 'confirm'; readonly until: number }
  /** One change begins. */
  | { readonly type: 'doing'; readonly what: string }
  /** The cut-over ended: verify may begin. */
  | { readonly type: 'on-trial' }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'warning'; readonly text: string }
  | { readonly type: 'rolling-back'; readonly why: string }
  | { readonly type: 'rolled-back'; readonly degraded: readonly string[] }
  /** Ended before any change: drift, busy, refused, disk. */
  | { readonly type: 'refused'; readonly kind: 'drift' | 'busy' | 'disk' | 'refused'; readonly why: string }
  /** No rung of the ladder brought the checkpoint's probes back. */
  | { readonly type: 'rollback-failed'; readonly why: string }
)
