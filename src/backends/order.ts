import type { ActivationCommand } from '../model/changes.ts'
import type { DeviceKind } from '../model/network.ts'

/** Plain devices, bonds, VLANs, bridges: what comes up in which order. Down is the reverse. */
export const levels: readonly (DeviceKind | 'alias')[] = ['interface', 'bond', 'vlan', 'bridge']

/** A device that is taken down or brought up. */
export interface Entry {
  readonly device: string
  /** What ifup and ifdown are told. */
  readonly word: string
  readonly level: number
  /** Seconds that its ifup may take. */
  readonly timeout: number
}

/** A command that may fail: exit codes of network scripts prove nothing in either direction, verification decides. */
export const command = (words: readonly string[], timeout: number): ActivationCommand => ({ words, timeout, mayFail: true })

export const nowhere: ReadonlySet<string> = new Set()

/** Lowest first, those of the path before all others. A path holds all that it stands on, so no order is broken. */
export const upwards = (entries: readonly Entry[], path: ReadonlySet<string>): Entry[] =>
  entries.toSorted((left, right) => Number(path.has(right.device)) - Number(path.has(left.device)) || left.level - right.level
    || (left.device < right.device ? -1 : 1))

/** Highest first, those of the path after all others. */
export const downwards = (entries: readonly Entry[], path: ReadonlySet<string>): Entry[] =>
  entries.toSorted((left, right) => Number(path.has(left.device)) - Number(path.has(right.device)) || right.level - left.level
    || (left.device < right.device ? -1 : 1))

/** arping, ethtool and a slow driver fit into 30 s; dhclient gives up after 60; with STP the scripts wait for ports. */
export const seconds = (traits: { readonly dhcp: boolean; readonly stpDelay: number | undefined; readonly slaves: number; readonly addresses: number }): number =>
  (traits.dhcp ? 90 : 30) + (traits.stpDelay === undefined ? 0 : 2 * traits.stpDelay + 7) + 5 * (traits.slaves + traits.addresses)
