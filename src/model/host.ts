import type { PlatformDeclaration, SecretReference, SshSettings, Timeouts } from '../schema/generated/inventory.ts'
import type { SourcePosition } from './errors.ts'
import type { Network } from './network.ts'

export type { PlatformDeclaration, SecretReference, SshSettings, Timeouts } from '../schema/generated/inventory.ts'

export type Acknowledgement = 'bmc' | 'network-storage' | 'controller-host' | 'reboot'

/** How to reach a host, defaults filled in, paths absolute. */
export interface SshTarget extends SshSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly connectTimeout: number
  readonly keepalive: number
  readonly become: boolean
}

/** One host of the inventory, everything merged: what the operator wants. */
export interface Host {
  readonly name: string
  /** Outermost group first. */
  readonly groups: readonly string[]
  readonly ssh: SshTarget
  readonly platform: PlatformDeclaration
  readonly playbook: string | undefined
  readonly network: Network
  /** Redundancy group: its hosts never change at the same time. */
  readonly group: string | undefined
  readonly acknowledge: readonly Acknowledgement[]
  readonly vars: Readonly<Record<string, unknown>>
  /** Prefix of every path on the host; '' on a real one. */
  readonly root: string
  readonly timeouts: Timeouts
  readonly position: SourcePosition
}

export type { SecretReference as Secret }
