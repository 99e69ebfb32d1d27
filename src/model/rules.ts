import type { Network } from './network.ts'
import { addressFindings } from './rules/addresses.ts'
import { bondFindings } from './rules/bonds.ts'
import type { NetworkFinding } from './rules/finding.ts'
import { macFindings, nameFindings } from './rules/names.ts'
import { topologyFindings } from './rules/topology.ts'

export type { NetworkFinding } from './rules/finding.ts'

/**
 * What is wrong, or doubtful, in a network on any platform: names, undefined devices, rings, bond options, addresses,
 * MTUs. Pure, never throws, whatever the network holds. Rule ids are those of the lint table in the documentation.
 *
 * @example networkFindings(completeNetwork({ bonds: { bond0: { slaves: ['eth0'] } } }))[0]?.path // bonds.bond0.slaves
 */
export const networkFindings = (network: Network): NetworkFinding[] => [
  ...nameFindings(network),
  ...macFindings(network),
  ...topologyFindings(network),
  ...bondFindings(network),
  ...addressFindings(network),
]
