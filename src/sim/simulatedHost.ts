import type { SimulatedState } from './kernel.ts'
import type { FaultType, FleetOptions, SimulatedFault, SimulatedReach, SimulatedSwitch } from './spec.ts'

/** One host of a simulated fleet. */
export interface SimulatedHost {
  readonly name: string
  /** Its tree: the prefix of every path on it. */
  readonly root: string
  /** Where its SSH server listens. */
  readonly address: string
  readonly port: number
  /** SHA256 fingerprint of its host key. */
  readonly fingerprint: string
  /** Lines for known_hosts, one for each address that it listens on. */
  readonly knownHosts: readonly string[]
  readonly reach: SimulatedReach
  /** Changes the switch's side of its ports; what is left out stays. */
  setSwitch(change: Partial<SimulatedSwitch>): Promise<void>
  setFault(fault: SimulatedFault): Promise<void>
  clearFault(type: FaultType): Promise<void>
  /** SIGKILL to every process of the host; connections drop. */
  powerCut(): Promise<void>
  /** Powers on, with a new boot id: guard, network from the files, other services. */
  boot(): Promise<void>
  reboot(): Promise<void>
  /** Whether an address of it answers; without one, whether any does. Example: 10.1.1.104 */
  reachable(address?: string): boolean
  state(): SimulatedState
  /** Runs a command on its console. */
  run(command: string, input?: string): Promise<{ readonly code: number; readonly output: string }>
  /** How many of its processes run. */
  processCount(): Promise<number>
  /** One minute of cron and timers, now. */
  passMinute(): Promise<void>
  /** Powers off and closes its server. */
  stop(): Promise<void>
}

/** What the hosts of a fleet share. */
export interface FleetSettings {
  readonly folder: string
  readonly authorizedKey: string
  readonly identityFile: string
  readonly knownHosts: string
  readonly plainTools: string
  readonly options: FleetOptions
}
