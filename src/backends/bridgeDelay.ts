import type { Network } from '../model/network.ts'
import { warning, type NetworkFinding } from '../model/rules/finding.ts'

/** Seconds: none without spanning tree, so that a port forwards at once; else what 802.1D takes. */
export const defaultDelay = (stp: boolean | undefined): number => (stp === true ? 15 : 0)

/** A forward delay that the kernel does not take. */
export const delayFindings = (network: Network): NetworkFinding[] =>
  Object.entries(network.bridges).flatMap(([name, { stp, forwardDelay }]) =>
    stp === true && forwardDelay !== undefined && forwardDelay < 2
      ? [warning('E07', ['bridges', name, 'forwardDelay'], `with spanning tree the kernel raises a delay of ${forwardDelay} s to 2 s`,
        'Set forwardDelay: 2 or more.')] : [])
