import type { BondMode } from './network.ts'

/** A regular file or symlink on the host, without the root prefix. */
export interface FileFact {
  readonly path: string
  /** Text; latin1-decoded where it is not UTF-8, and then `binary` is true and no step may change it. */
  readonly content: string
  readonly binary: boolean
  /** Permission bits, as a number. Example: 0o644 */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Number of hard links: a rename splits them when it is more than 1. */
  readonly links: number
  /** What a symlink points to; the content is that of the file behind it. */
  readonly symlink?: string
}

export type LinkKind = 'loopback' | 'physical' | 'bond' | 'vlan' | 'bridge' | 'tap' | 'other'

export interface LinkFact {
  readonly name: string
  readonly kind: LinkKind
  /** Upper case. A slave has its bond's. */
  readonly mac: string
  /** The NIC's own, upper case, where it is known to differ. */
  readonly permanentMac?: string
  readonly mtu: number
  readonly up: boolean
  readonly carrier: boolean
  /** Only where somebody switched it off. */
  readonly arp?: false
  /** Mb/s; absent when unknown. */
  readonly speed?: number
  readonly driver?: string
  /** The bond or bridge that it is in. */
  readonly master?: string
  /** With prefix length, in the order that `ip addr` prints. Example: 10.1.1.101/24 */
  readonly addresses: readonly string[]
  readonly receivedPackets: number
}

export interface BondFact {
  readonly name: string
  readonly mode: BondMode | 'unknown'
  readonly slaves: readonly string[]
  readonly miimon: number
  readonly lacpRate?: 'slow' | 'fast'
  readonly xmitHashPolicy?: string
  readonly primary?: string
  readonly activeSlave?: string
  /** 802.3ad: ports of the active aggregator, and its partner. 00:00:00:00:00:00 is no partner. */
  readonly aggregatorPorts?: number
  readonly partnerMac?: string
  /** 802.3ad: the LACP key of the partner's aggregate. */
  readonly partnerKey?: number
  /** 802.3ad: the number of each slave's aggregator, where the host tells it. */
  readonly aggregators?: Readonly<Record<string, number>>
}

export interface BridgeFact {
  readonly name: string
  /** Guests' taps and vifs included. */
  readonly ports: readonly string[]
  readonly stp: boolean
  /** Seconds. */
  readonly forwardDelay: number
}

export interface VlanFact {
  readonly name: string
  readonly parent: string
  readonly id: number
}

export interface RouteFact {
  /** `default` or a prefix. */
  readonly destination: string
  readonly gateway?: string
  readonly device: string
}

/** The address that our SSH session came in on, and the device that carries it. */
export interface SessionFact {
  readonly clientAddress: string
  readonly serverAddress: string
  readonly device?: string
}

/** Who looked after a transaction last, over a session of its own. */
export interface ControllerFact {
  /** Where the session came from; '' where sudo hides it. */
  readonly from: string
  readonly secondsAgo: number
  /** Whether that session is still there. */
  readonly connected: boolean
}

/** A transaction on the host that is not decided yet, or one of its history. */
export interface TransactionFact {
  readonly id: string
  readonly runId: string
  /** armed: on trial, goes back by itself. Words of the host-side state file. */
  readonly state: 'receiving' | 'checkpointed' | 'armed' | 'staging' | 'cutting over' | 'rebooting' | 'on trial' | 'rolling back' | 'committed' | 'rolled back' | 'failed'
  /** Seconds until it goes back by itself; absent when it does not. */
  readonly secondsLeft?: number
  /** Why it goes back, or went. */
  readonly why?: string
  /** The host was started again since, and what watched over it then is gone: its deadline counts no more. */
  readonly restarted?: true
  /** Of an undecided one, when it was since the host was started. */
  readonly controller?: ControllerFact
  /** What of an undecided one cannot be relied on, in words: a damaged folder, or a newer fleetnet's. */
  readonly damage?: string
  /** A rollback restarts the host: it was booted on trial, or is about to be. */
  readonly restarts?: true
}

export type InitSystem = 'sysv' | 'systemd' | 'none'
/** RHEL, CentOS, Oracle Linux of that major release. */
export type RedHatRelease = 'el5' | 'el6' | 'el7'
/** Debian of that major release, Ubuntu of that long-term release. */
export type DebianRelease = 'debian7' | 'debian8' | 'debian9' | 'debian10' | 'debian11' | 'debian12' | 'debian13'
  | 'ubuntu14.04' | 'ubuntu16.04' | 'ubuntu18.04' | 'ubuntu20.04' | 'ubuntu22.04' | 'ubuntu24.04'
export type Release = RedHatRelease | DebianRelease

export const redHatReleases: readonly RedHatRelease[] = ['el5', 'el6', 'el7']
export const debianReleases: readonly DebianRelease[] = ['debian7', 'debian8', 'debian9', 'debian10', 'debian11', 'debian12', 'debian13',
  'ubuntu14.04', 'ubuntu16.04', 'ubuntu18.04', 'ubuntu20.04', 'ubuntu22.04', 'ubuntu24.04']

export const isRedHat = (release: Release | undefined): release is RedHatRelease => redHatReleases.some((known) => known === release)
export const isDebian = (release: Release | undefined): release is DebianRelease => debianReleases.some((known) => known === release)

/** What one probe of a host read. */
export interface Facts {
  readonly hostname: string
  readonly kernel: string
  readonly bootId: string
  /** Seconds since boot. */
  readonly uptime: number
  readonly release: Release | undefined
  /** First line of /etc/redhat-release or PRETTY_NAME of os-release. */
  readonly releaseText: string
  readonly uid: number
  readonly init: InitSystem
  /** cron reads /etc/cron.d here, so that a rescuer can be placed. */
  readonly cron: boolean
  readonly xend: boolean
  readonly networkManager: boolean
  readonly session: SessionFact | undefined
  readonly links: readonly LinkFact[]
  readonly bonds: readonly BondFact[]
  readonly bridges: readonly BridgeFact[]
  readonly vlans: readonly VlanFact[]
  /** IPv4 as `ip route` prints them, then IPv6 default routes. */
  readonly routes: readonly RouteFact[]
  /** By path; what was asked for and is there. */
  readonly files: Readonly<Record<string, FileFact>>
  /** Loaded kernel modules, only those that were asked for. */
  readonly modules: readonly string[]
  /** By key; what was asked for and is there. Words of a value are parted by one blank. */
  readonly sysctls: Readonly<Record<string, string>>
  /** By name; what was asked for. */
  readonly services: Readonly<Record<string, ServiceFact>>
  /** By id: whether a command step's guard says that there is nothing to do. */
  readonly guards: Readonly<Record<string, boolean>>
  /**
   * The network is reached over these: mount points of network file systems, `root` included; `iscsi NAME` for a session,
   * of which it is not known what is on it. Example: /var/lib/libvirt/images
   */
  readonly networkMounts: readonly string[]
  /** Running cluster managers that would fence the host. Example: o2cb */
  readonly clusterManagers: readonly string[]
  /** Another configuration owner in the middle of a run. Example: puppet */
  readonly configurationOwners: readonly string[]
  /** /etc takes no new files: why, in a word (read-only, full). */
  readonly unwritable: string | undefined
  readonly pending: TransactionFact | undefined
  /** Newest first, five at most. */
  readonly history: readonly TransactionFact[]
  /** Computed on the host over the stable facts; compared, never interpreted. */
  readonly digest: string
}

export interface ServiceFact {
  readonly present: boolean
  readonly running: boolean
  readonly enabled: boolean
}

/** What the probe is asked to read beyond what it always reads. Paths are without the root prefix. */
export interface FactsRequest {
  /** Shell globs of the files that backends own. Example: /etc/sysconfig/network-scripts/ifcfg-* */
  readonly globs: readonly string[]
  readonly files: readonly string[]
  readonly modules: readonly string[]
  readonly sysctls: readonly string[]
  readonly services: readonly string[]
  readonly guards: readonly GuardQuestion[]
}

/** Whether a command step has nothing to do: `creates` is there, or `unless` ends with 0. */
export type GuardQuestion = { readonly id: string; readonly creates: string } | { readonly id: string; readonly unless: string }

export const noRequest: FactsRequest = { globs: [], files: [], modules: [], sysctls: [], services: [], guards: [] }
