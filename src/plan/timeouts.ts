import type { Host } from '../model/host.ts'
import type { Bond, Network } from '../model/network.ts'
import type { PlanTimeouts } from '../model/plan.ts'

/** T1 unless the inventory says otherwise. */
const usual = 120
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

/**
 * The clocks of a host that gets this network, in seconds.
 *
 *     settle  = max(15, slowest bond + slowest bridge)
 *     bond    = (802.3ad: 90 with lacpRate slow, 3 with fast; else 0) + updelay
 *     bridge  = spanning tree: 2 * forwardDelay (default 15, at least 2); else forwardDelay (default 0)
 *     confirm = max(30, settle + 45)
 *
 * The inventory's `timeouts.confirm` replaces confirm; settle then ends at two thirds of it at the latest, so that there is
 * time to decide. `timeouts.cutOver` replaces the 120 s of the cut-over.
 */
export const timeoutsFor = (host: Pick<Host, 'timeouts'>, network: Network): PlanTimeouts => {
  const settle = Math.max(links, most(Object.values(network.bonds).map(bondSettles)) + most(Object.values(network.bridges).map(bridgeSettles)))
  const { confirm, cutOver = usual } = host.timeouts
  if (confirm !== undefined) return { cutOver, confirm, settle: Math.min(settle, Math.floor((confirm * 2) / 3)) }
  return { cutOver, confirm: Math.max(30, settle + verifying), settle }
}
