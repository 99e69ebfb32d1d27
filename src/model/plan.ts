import type { Change } from './changes.ts'
import type { FactsRequest } from './facts.ts'

/** The chain of devices under the address that our SSH session came in on. */
export interface ManagementPath {
  /** With prefix length where it is known. Example: 10.1.1.101/24 */
  readonly address: string
  /** Lowest first: ['eth0+eth1', 'bond0', 'bond0.100', 'vlan100'] */
  readonly devices: readonly string[]
}

export interface PlanWarning {
  readonly text: string
  /** An error under --strict. */
  readonly strict: boolean
}

/** One host's ordered changes, bound to the facts that they rest on. */
export interface HostPlan {
  readonly host: string
  readonly playbook: string
  /** The platform in words. Example: el5 ifcfg xend */
  readonly platform: string
  readonly backend: string
  /** In the order of execution: what cannot cut first, the cut-over last. */
  readonly changes: readonly Change[]
  readonly disruptive: boolean
  /**
   * Whether the transaction may restart the host. `trial`: the new network is not cut over to, but booted, on trial, and a
   * host that is not confirmed boots the old one. `last`: only when nothing else brings the old network back. Default: never.
   */
  readonly reboot?: 'trial' | 'last'
  readonly pathBefore: ManagementPath | undefined
  readonly pathAfter: ManagementPath | undefined
  /** Where the host answers after the change: what verify connects to. */
  readonly addressAfter: string
  readonly warnings: readonly PlanWarning[]
  /** Digest of the facts, computed on the host, and the request that it was computed for. */
  readonly digest: string
  readonly request: FactsRequest
  readonly timeouts: PlanTimeouts
}

/**
 * Seconds. T1: the cut-over has to end. T2: the confirm has to come. settle: no rollback is decided before. boot, where the
 * host may be restarted: how long the init may take to go down, and from the guard's start in the new boot until the confirm.
 */
export interface PlanTimeouts {
  readonly cutOver: number
  readonly confirm: number
  readonly settle: number
  readonly boot?: number
}

/** What planning one host came to. */
export type PlanResult =
  | { readonly status: 'changes' | 'unchanged'; readonly plan: HostPlan }
  | { readonly status: 'failed' | 'unreachable'; readonly host: string; readonly error: import('./errors.ts').FleetError }
