import type { ReadNetwork } from '../model/backend.ts'
import type { Network } from '../model/network.ts'

type Standing = ReadNetwork['standing']

/**
 * What hangs together with some devices, these included: what stands on them, and what they stand on. The files of a device
 * that is left out claim its slaves, ports and parent, so that none of these could be managed without it.
 *
 * @returns by device, the one that it hangs together with
 */
export const together = (standing: Standing, devices: Iterable<string>): ReadonlyMap<string, string> => {
  const found = new Map([...devices].map((device) => [device, device]))
  // A map is walked to its end, entries that are added on the way included.
  for (const [device, origin] of found) {
    const near = standing.flatMap((entry) => (entry.device === device ? entry.on : entry.on.includes(device) ? [entry.device] : []))
    for (const name of near) if (name !== '' && !found.has(name)) found.set(name, origin)
  }
  return found
}

const kept = <Value>(record: Readonly<Record<string, Value>>, out: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !out.has(name)))

export const withoutDevices = (network: Network, out: ReadonlySet<string>): Network => ({
  interfaces: kept(network.interfaces, out),
  bonds: kept(network.bonds, out),
  vlans: kept(network.vlans, out),
  bridges: kept(network.bridges, out),
})
