import type { Transport } from '../model/connection.ts'
import type { Fault, Outcome, RunStarted, UntimedEvent } from '../model/events.ts'
import type { Host } from '../model/host.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Clock } from './clock.ts'
import type { Reach } from './reach.ts'

/** What all hosts of a run share. */
export interface RunContext {
  readonly runId: string
  /** As the operator named it: commands to paste name it too. */
  readonly inventory: string
  readonly command: RunStarted['command']
  readonly transport: Transport
  readonly clock: Clock
  readonly emit: (event: UntimedEvent) => void
  /** Resolves when every event so far is on the disk. */
  readonly synced: () => Promise<void>
  /** Aborted by the first Ctrl-C, and when the run halts: who is not armed yet is let go. */
  readonly stopping: AbortSignal
  /** Aborted by the second Ctrl-C: nobody is waited for any more. */
  readonly abandoned: AbortSignal
  readonly strict: boolean
  /** Asks an address whether it answers, from where the transport's connections come from. */
  readonly reach: Reach
  /** The new network is booted on trial. Default: false. */
  readonly reboot?: boolean
  /** Whether the controller's own way is known to work: another host answers. Without another host: false. */
  readonly canary: (except: string) => Promise<boolean>
}

/** One host's turn in a run. */
export interface HostTurn {
  readonly host: Host
  readonly playbook: Playbook
  /** From 1, unique in the run. */
  readonly number: number
  /** planDigest of the saved plan that was approved: another plan is drift. */
  readonly savedDigest?: string
}

/** How a host ended. */
export interface HostEnd {
  readonly outcome: Outcome
  readonly fault?: Fault
  readonly address?: string
  readonly awaySeconds?: number
  readonly awayPlusMinus?: number
  readonly recoverySeconds?: number
  readonly recoveryPlusMinus?: number
  readonly recoverySinceCutOver?: number
  readonly degraded?: string[]
  readonly untested?: string[]
}
