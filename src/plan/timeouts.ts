import type { ActivationCommand, Change } from '../model/changes.ts'
import type { Host } from '../model/host.ts'
import { devicesOf, type Bond, type Network } from '../model/network.ts'
import type { PlanTimeouts } from '../model/plan.ts'

/** The least T1 unless the inventory says otherwise. */
const usual = 120
/** What is left of T1 when every command took the time that is expected of it. */
const spare = 30
/**
 * Seconds that the network scripts are expected to take, of initscripts 8.45 to 9.49: arping asks for each IPv4 address whether
 * somebody has it, dhclient gives up after 60 s, and a bridge with spanning tree is waited for.
 */
const takes = { address: 4, dhcp: 60, device: 1.5, stp: 7 } as const
/** Links come up and neighbours are found; the least that is waited before a rollback is decided. */
const links = 15
/**
 * Connecting, comparing and confirming, after everything has settled. It also covers a switch port without edge mode, which
 * forwards nothing for 30 s (twice 15 s, IEEE 802.1D) after its link went down and up.
 */
const verifying = 45
/** A partner that sends slowly is heard every 30 s and given up after three times that (IEEE 802.1AX, Long_Timeout_Time); fast: 1 s and 3 s. */
const lacp = { slow: 90, fast: 3 } as const
/** The kernel's forward delay where spanning tree is on and nothing is said of it. */
const forwardDelay = 15

const bondSettles = (bond: Bond): number =>
  (bond.mode === '802.3ad' ? lacp[bond.lacpRate ?? 'slow'] : 0) + Math.ceil((bond.updelay ?? 0) / 1000)

/** A port listens and learns for one forward delay each; without spanning tree, kernels before 2.6.27 let it learn for one. */
const bridgeSettles = ({ stp, forwardDelay: delay }: Network['bridges'][string]): number =>
  stp === true ? 2 * Math.max(2, delay ?? forwardDelay) : (delay ?? 0)

const most = (values: readonly number[]): number => Math.max(0, ...values)

const upTakes = (network: Network, { words }: ActivationCommand): number => {
  const device = words[0] === 'ifup' ? devicesOf(network).find(({ name }) => name === words.at(-1)) : undefined
  if (device === undefined) return takes.device
  const waits = device.kind === 'bridge' && device.stp === true ? 2 * (device.forwardDelay ?? forwardDelay) + takes.stp : 0
  const ipv4 = device.addresses?.filter((address) => !address.includes(':')).length ?? 0
  const own = waits + ipv4 * takes.address + (device.dhcp === true ? takes.dhcp : 0)
  return (own > 0 ? own : takes.device) + (device.kind === 'bond' ? device.slaves.length * takes.device : 0)
}

/** The least that a host gets for a restart each way: guests are given five minutes to go down, servers boot for minutes. */
const restarting = 600
/** Of the new boot, what passes until its network is started: from there on it settles as after a cut-over. */
const booting = 300

/**
 * Seconds that a restart may take, each way: `max(600, 300 + confirm)`, or the inventory's `timeouts.boot`.
 *
 * @param timeouts those of timeoutsFor
 */
export const bootTimeout = (host: Pick<Host, 'timeouts'>, { confirm }: Pick<PlanTimeouts, 'confirm'>): number => host.timeouts.boot ?? Math.max(restarting, booting + confirm)

/** Seconds that the commands of a cut-over are expected to take together: they run one after the other. */
const expected = (network: Network, changes: readonly Change[]): number => changes.reduce((sum, change) => (change.kind !== 'activate' ? sum
  : sum + change.activation.down.length * takes.device + change.activation.up.reduce((all, command) => all + upTakes(network, command), 0)), 0)

/**
 * The clocks of a host that gets this network, in seconds.
 *
 *     cutOver = max(120, 30 + expected)
 *     expected = of each device that comes up: spanning tree 2 * forwardDelay + 7, 4 for each IPv4 address, 60 for DHCP, and
 *                1.5 for one with none of them; 1.5 for each slave of a bond that comes up and for each device that goes down
 *     settle  = max(15, slowest bond + slowest bridge)
 *     bond    = (802.3ad: 90 with lacpRate slow, 3 with fast; else 0) + updelay
 *     bridge  = spanning tree: 2 * forwardDelay (default 15, at least 2); else forwardDelay (default 0)
 *     confirm = max(30, settle + 45)
 *
 * The inventory's `timeouts.confirm` replaces confirm; settle then ends at two thirds of it at the latest, so that there is
 * time to decide. `timeouts.cutOver` replaces cutOver.
 *
 * @param changes those of the plan: what its activation takes down and brings up. Default: nothing.
 */
export const timeoutsFor = (host: Pick<Host, 'timeouts'>, network: Network, changes: readonly Change[] = []): PlanTimeouts => {
  const settle = Math.max(links, most(Object.values(network.bonds).map(bondSettles)) + most(Object.values(network.bridges).map(bridgeSettles)))
  const { confirm, cutOver = Math.max(usual, Math.ceil(spare + expected(network, changes))) } = host.timeouts
  if (confirm !== undefined) return { cutOver, confirm, settle: Math.min(settle, Math.floor((confirm * 2) / 3)) }
  return { cutOver, confirm: Math.max(30, settle + verifying), settle }
}
