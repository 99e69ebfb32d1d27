import type { NetworkFinding } from '../model/rules.ts'
import type { FleetError, SourcePosition } from '../model/errors.ts'
import type { Host } from '../model/host.ts'

/** A fleet: what the operator wants of every host. */
export interface Inventory {
  /** Example: prod */
  readonly name: string
  /** Absolute paths of the files that it was read from, in their order. */
  readonly files: string[]
  /** In the order of the files. */
  readonly hosts: Host[]
  /** Names of each group's hosts, those of nested groups included, in the order of `hosts`. */
  readonly groups: Readonly<Record<string, string[]>>
  /** What is doubtful and yet no error; the same doubt about several hosts once. */
  readonly warnings: readonly InventoryWarning[]
}

export interface InventoryWarning {
  /** All hosts that it is true of. */
  readonly hosts: readonly string[]
  readonly finding: NetworkFinding
  /** Where it was set; undefined when by -e. */
  readonly position: SourcePosition | undefined
}

/** An inventory as far as it can be read: for telling all that is wrong with it, and for nothing else. */
export interface Examined {
  /** What the schema and the fleet's own rules have against it; rules of networks are left to who asks. */
  readonly errors: readonly FleetError[]
  /** Hosts whose own settings can be read, and where each setting was set: a file, or the -e that `path` shows. */
  readonly hosts: readonly { readonly host: Host; readonly origin: (path: readonly string[]) => { readonly position: SourcePosition | undefined; readonly path: string } }[]
}

export interface LoadOptions {
  /** The working folder: names, files and folders are looked for from here. */
  readonly cwd: string
  /** Values of -e, PATH=VALUE each; later ones win. */
  readonly set?: readonly string[]
  /** What `~` means. Default: the operator's home. */
  readonly home?: string
}
