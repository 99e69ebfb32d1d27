import type { RedHatRelease } from '../model/facts.ts'

/** The switch's side of a host's ports. */
export interface SimulatedSwitch {
  /** The ports are in an LACP aggregate. */
  readonly lacp: boolean
  /** Tagged VLANs that get through. Untagged frames always do. */
  readonly vlans: readonly number[] | 'all'
  /** The ports have a link. */
  readonly up: boolean
}

export const workingSwitch: SimulatedSwitch = { lacp: true, vlans: 'all', up: true }

/** How a host misbehaves. At most one fault of a type at a time. */
export type SimulatedFault =
  /** Answers on no address that is on another device than at the start, as behind a switch that was not prepared. */
  | { readonly type: 'cut-off-after-cut-over' }
  /** Power cut as soon as a transaction's log holds the text. */
  | { readonly type: 'power-cut-at'; readonly logged: string }
  /** SIGKILL to the transaction's supervisor alone as soon as its log holds the text. */
  | { readonly type: 'supervisor-killed-at'; readonly logged: string }
  /** Every answer takes so much longer, in milliseconds. */
  | { readonly type: 'slow'; readonly milliseconds: number }
  /** After so many bytes to the client, each connection stays open and says nothing more. */
  | { readonly type: 'stall-after'; readonly bytes: number }
  /** New connections are reset. */
  | { readonly type: 'refuse' }
  /** New connections meet another host key. */
  | { readonly type: 'wrong-host-key' }
  /** Commands of new sessions cannot write a byte to a file; names can still be made and renamed. */
  | { readonly type: 'disk-full' }

export type FaultType = SimulatedFault['type']

export interface SimulatedNic {
  /** Example: eth0 */
  readonly name: string
  readonly mac: string
}

/** A guest's virtual interface that is there before anything changes. */
export interface SimulatedGuest {
  /** Example: vif1.0 */
  readonly vif: string
  /** The bridge that it is a port of; made when no file makes it. */
  readonly bridge: string
}

/** One host as it is before anything changes: its address on its first NIC, untagged. */
export interface SimulatedHostSpec {
  readonly name: string
  readonly release: RedHatRelease
  readonly nics: readonly SimulatedNic[]
  /** Management address with prefix length. Example: 10.1.1.104/24 */
  readonly address: string
  readonly gateway?: string
  /** A Xen dom0 with xend. Default: on el5. */
  readonly xend?: boolean
  readonly guests?: readonly SimulatedGuest[]
  /** Whether crond runs, so that a rescuer can be placed. Default: true. */
  readonly cron?: boolean
  /** Further files, by path without the root; their folders are made. */
  readonly files?: Readonly<Record<string, string>>
  /** Who answers on the wire beside the client and the gateway: another owner of an address, a host to ping. */
  readonly neighbours?: readonly string[]
  /** What a DHCP server on the wire gives to whichever device asks. Default: there is none. */
  readonly dhcp?: { readonly address: string; readonly gateway?: string }
  /** Address of the simulated client, which SSH_CONNECTION shows. Default: the gateway, else 10.1.1.1. */
  readonly client?: string
  /** Where the SSH server listens. Default: 127.0.0.1, and a free port. */
  readonly listen?: { readonly address?: string; readonly port?: number }
  /** Further loopback addresses, same port, for addresses that the host gets later. */
  readonly later?: readonly { readonly listen: string; readonly address: string }[]
  readonly switch?: Partial<SimulatedSwitch>
  readonly faults?: readonly SimulatedFault[]
}

export interface FleetOptions {
  /** Where the hosts' trees and the keys are put; it is made. */
  readonly folder: string
  readonly hosts: readonly SimulatedHostSpec[]
  /** A public key in OpenSSH's form that may log in. Default: a key pair is made in the folder. */
  readonly authorizedKey?: string
  /** The private key that belongs to it, for the helper that makes inventory settings. */
  readonly identityFile?: string
  /** How a host that does not answer looks: `timeout` accepts and never says a word, `refuse` resets. Default: timeout. */
  readonly silence?: 'timeout' | 'refuse'
  /** What becomes of open connections when the address stops answering: closed, or silent until it answers again. Default: close. */
  readonly onCut?: 'close' | 'stall'
  /** Milliseconds that a minute of cron and of systemd's timers takes. Default: 60,000. */
  readonly minute?: number
  /** Milliseconds between power and a booted host. Default: 0. */
  readonly bootTime?: number
}

/** How a controller reaches a simulated host: the `ssh` settings of an inventory, and the root of its paths. */
export interface SimulatedReach {
  readonly ssh: {
    readonly host: string
    readonly hostAfter?: string
    readonly port: number
    readonly user: string
    readonly identityFile: string
    readonly identityAgent: 'none'
    readonly knownHosts: string
  }
  readonly root: string
}
