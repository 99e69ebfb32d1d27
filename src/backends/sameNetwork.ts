import type { RenderedFile } from '../model/backend.ts'
import type { FileFact } from '../model/facts.ts'
import type { Network } from '../model/network.ts'
import { devicesOf } from '../model/network.ts'
import { normalNetwork } from './normal.ts'

/** What runs the same however it is written, and so is no reason to write a file anew. */
const withoutEffect = new Set(['comment', 'switch'])

const fieldsOf = (device: object): string => JSON.stringify(Object.entries(device).filter(([key]) => !withoutEffect.has(key))
  .toSorted(([left], [right]) => (left < right ? -1 : 1)))

/**
 * Whether every device of one network is in another, and means the same there. A MAC address counts where both have one: a
 * file that names none takes the NIC by its name. A NIC that nothing is said of needs no file where `bareNics`.
 */
export const holdsAll = (desired: Network, found: Network, { bareNics }: { readonly bareNics: boolean }): boolean => {
  const there = new Map(devicesOf(normalNetwork(found)).map((device) => [`${device.kind} ${device.name}`, device]))
  return devicesOf(normalNetwork(desired)).every((device) => {
    const other = there.get(`${device.kind} ${device.name}`)
    if (device.kind !== 'interface') return other !== undefined && fieldsOf(device) === fieldsOf(other)
    const { mac, ...rest } = device
    if (other?.kind !== 'interface') return bareNics && fieldsOf(rest) === fieldsOf({ kind: device.kind, name: device.name })
    const { mac: own, ...fields } = other
    return (own === undefined || own === mac) && fieldsOf(rest) === fieldsOf(fields)
  })
}

/** Whether files are there as they would be written. */
export const areAsRendered = (paths: readonly string[], files: Readonly<Record<string, FileFact>>, rendered: readonly RenderedFile[]): boolean =>
  paths.every((path) => rendered.some((file) => file.path === path && file.content === files[path]?.content))
