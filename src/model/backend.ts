import type { Activation } from './changes.ts'
import type { Facts, FileFact, Release } from './facts.ts'
import type { Host } from './host.ts'
import type { Network } from './network.ts'

/** A file as a backend wants it. */
export interface RenderedFile {
  readonly path: string
  readonly content: string
  readonly mode: number
  /** What it configures; steps pick by it. `global` is host-wide (default gateway, NOZEROCONF). */
  readonly part: 'interface' | 'slave' | 'bond' | 'vlan' | 'bridge' | 'global'
  /** The device, or '' for a global file. */
  readonly device: string
}

/** Something wrong, or doubtful, in a desired network. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** Rule id of the ground-truth table where it has one. Example: E16 */
  readonly rule?: string
  /** Path inside the host's network, or of a file on the host. Example: bonds.bond0.slaves */
  readonly path: string
  readonly what: string
  readonly next: string
}

/** A difference between the running and the desired network. */
export interface Difference {
  readonly device: string
  readonly expected: string
  readonly found: string
  /** No cut-over of this host could mend it (an unplugged cable, a silent switch, a guest's MTU): it is told, and is no reason for one. */
  readonly mendable?: false
}

/** Something of a host's files that an inventory does not say, or that is wrong in them. */
export interface ReadNote {
  /**
   * left out: the device is not managed, its files stay as they are. kept: a setting that the inventory has no word for stands in
   * the file. mistake: the file does not do what it seems to say; `fleetnet lint` tells more.
   */
  readonly kind: 'left out' | 'kept' | 'mistake'
  readonly path: string
  /** Counts from 1. */
  readonly line?: number
  readonly device?: string
  readonly what: string
}

/** A host's files in the inventory's words. */
export interface ReadNetwork {
  readonly network: Network
  /** Everything that the files know of, and what it stands on: what hangs together can only be managed together. */
  readonly standing: readonly { readonly device: string; readonly on: readonly string[] }[]
  /** The file that tells most of a device, by device. */
  readonly paths: ReadonlyMap<string, string>
  readonly notes: readonly ReadNote[]
}

/** What a backend may look at. `facts` is undefined before a host was probed. */
export interface BackendContext {
  readonly host: Host
  readonly facts: Facts
}

/** What a plan knows beyond the paths that change. */
export interface ActivationKnowledge {
  /** All files as the plan leaves them, those that steps of the user's own wrote included. Default: what render makes of `changed`. */
  readonly after?: Readonly<Record<string, FileFact>>
  /** Devices that run otherwise than desired although their files may be right: they are taken down and brought up as well. */
  readonly drifted?: readonly string[]
}

/** How one platform stores and activates network state. Everything here is pure: only the transport talks to hosts. */
export interface Backend {
  readonly name: 'ifcfg' | 'ifupdown'
  /** Shell globs of the files that it owns and may show in a diff. */
  readonly ownedGlobs: readonly string[]
  /** Exact paths of further files that it reads or writes. Example: /etc/modprobe.conf */
  readonly ownedFiles: readonly string[]
  /** Whether the host is one of its platforms. */
  detects(facts: Facts): boolean
  /** Rules that would make a wrong file. Errors stop before any host is touched; without facts only what the inventory alone tells. */
  check(host: Host, facts?: Facts): Finding[]
  /** Every file of the desired network. `addresses: false` leaves addresses and gateways out, for the steps that do not own them. */
  render(context: BackendContext, options: { readonly addresses: boolean }): RenderedFile[]
  /** The files that bonding needs outside the network scripts (el5: modprobe.conf; el6, el7: modprobe.d), from their present state. */
  renderBonding(context: BackendContext, read: (path: string) => FileFact | undefined): readonly { readonly path: string; readonly content: string; readonly mode: number }[]
  /** Paths of existing files that would claim a managed device as they are: they must go, or be as render has them. */
  stale(context: BackendContext): string[]
  /** The inverse of render. */
  parse(files: Readonly<Record<string, FileFact>>): Network
  /** As parse, for an inventory that is to be written: with all that the files hold beyond it. None where a platform keeps no files. */
  read?(files: Readonly<Record<string, FileFact>>, release: Release | undefined): ReadNetwork
  /**
   * Whether the files of the desired network's devices, some of them not written by fleetnet, say all of it already in a style
   * of their own. Such files are left as they stand until the network changes. Absent: never.
   */
  says?(context: BackendContext): boolean
  /** How the running network gets from the old files to the new. `changed` are the paths of the network files that change. */
  activation(context: BackendContext, changed: readonly string[], known?: ActivationKnowledge): Activation
  /** What differs between the running and the desired network: slaves, mode, ports, addresses, routes, LACP partner. Empty is verified. */
  verify(desired: Network, facts: Facts): Difference[]
}
