import type { Backend, Difference } from '../model/backend.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { HostPlan } from '../model/plan.ts'

/**
 * What speaks against confirming: an empty list confirms. The exit status of network scripts proves nothing, so the
 * running state is compared, and the session must have come in by the way that was meant: another device that answers
 * for the address, or another host that owns it, would make the check pass by accident.
 */
export const differencesOnTrial = (backend: Backend, host: Host, plan: HostPlan, facts: Facts): Difference[] => {
  const device = plan.pathAfter?.devices.at(-1)
  const cameInOn = facts.session?.device
  const path: Difference[] =
    device !== undefined && cameInOn !== device
      ? [{ device, expected: `this session on ${device}`, found: `it came in on ${cameInOn ?? 'no device that is known'}` }]
      : []
  return [...path, ...backend.verify(host.network, facts)]
}

/** Differences in one line. Example: bond0: expected slaves eth0 eth1, found eth0 */
export const describeDifferences = (differences: readonly Difference[]): string =>
  differences.map(({ device, expected, found }) => `${device}: expected ${expected}, found ${found}`).join('; ')
