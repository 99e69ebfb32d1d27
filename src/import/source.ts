import type { ReadNote } from '../model/backend.ts'
import type { Facts, FileFact, Release } from '../model/facts.ts'
import type { NetworkDocument } from '../model/network.ts'
import type { HostSettings } from '../schema/generated/inventory.ts'

/** One host that is to be imported: its files, and for a live one what runs. */
export interface HostSource {
  readonly name: string
  /** Groups that it is in already, outermost first. */
  readonly groups: readonly string[]
  /** What is known of it beside its network: how to reach it, and what an existing inventory says. */
  readonly settings: HostSettings
  /** By path on the host. */
  readonly files: Readonly<Record<string, FileFact>>
  readonly release: Release | undefined
  readonly xend: boolean
  /** Of a live host. */
  readonly facts?: Facts
}

/** Something of a host that is not, or not only, in the inventory that is written. */
export type HostNote =
  | ReadNote
  /** What runs is not what the files say. */
  | { readonly kind: 'drift'; readonly path: ''; readonly device: string; readonly what: string; readonly line?: never }

export interface ImportedHost {
  readonly name: string
  readonly groups: readonly string[]
  /** As they stand in an inventory: platform, playbook, network, and what was known before. */
  readonly settings: HostSettings & { readonly network: NetworkDocument }
  readonly notes: readonly HostNote[]
}
