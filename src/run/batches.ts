import type { Host } from '../model/host.ts'
import { devicesOf } from '../model/network.ts'
import type { Rolling } from '../model/playbook.ts'

const sizeOf = (size: number | `${number}%`, all: number): number =>
  typeof size === 'number' ? size : Math.max(1, Math.floor((all * Number.parseFloat(size)) / 100))

/** How many failures are tolerated among so many hosts. Example: failureBudget('10%', 25) // 2 */
export const failureBudget = (budget: number | `${number}%`, hosts: number): number =>
  typeof budget === 'number' ? budget : Math.floor((hosts * Number.parseFloat(budget)) / 100)

const bare = (address: string): string => address.split('/')[0] ?? address

/**
 * Hosts that others stand on: the gateway of another host of this run, and the one that is acknowledged to carry the
 * controller. They go alone, last: while they change, nobody else may need them.
 */
export const carriers = (hosts: readonly Host[]): ReadonlySet<string> => {
  const owners = new Map<string, string>()
  const gateways = new Map<string, Set<string>>()
  for (const host of hosts)
    for (const device of devicesOf(host.network)) {
      for (const address of device.addresses ?? []) owners.set(bare(address), host.name)
      if (device.gateway) gateways.set(device.gateway, (gateways.get(device.gateway) ?? new Set()).add(host.name))
    }
  const result = new Set<string>()
  for (const [gateway, users] of gateways) {
    const owner = owners.get(gateway)
    if (owner !== undefined && [...users].some((user) => user !== owner)) result.add(owner)
  }
  for (const host of hosts) if (host.acknowledge.includes('controller-host')) result.add(host.name)
  return result
}

/**
 * Who changes together. Sizes count all hosts of the run; the last size repeats until everybody had a turn. No batch
 * holds two hosts of one redundancy group: the later one waits for a later batch. Carriers come last, one by one.
 *
 * @example planBatches(hosts, { batches: [1, '10%', '100%'], maxFailures: 0 }) // [['a'], ['b', 'c'], […]]
 */
export const planBatches = (hosts: readonly Host[], rolling: Pick<Rolling, 'batches'>): string[][] => {
  const alone = carriers(hosts)
  let waiting = hosts.filter((host) => !alone.has(host.name))
  const batches: string[][] = []
  while (waiting.length > 0) {
    const size = sizeOf(rolling.batches[Math.min(batches.length, rolling.batches.length - 1)] ?? '100%', hosts.length)
    const groups = new Set<string>()
    const batch: Host[] = []
    const later: Host[] = []
    for (const host of waiting) {
      const clash = host.group !== undefined && groups.has(host.group)
      if (batch.length >= size || clash) later.push(host)
      else {
        batch.push(host)
        if (host.group !== undefined) groups.add(host.group)
      }
    }
    batches.push(batch.map((host) => host.name))
    waiting = later
  }
  for (const host of hosts) if (alone.has(host.name)) batches.push([host.name])
  return batches
}
