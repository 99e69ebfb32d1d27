import { devicesOf, type Network } from '../../model/network.ts'
import { normalNetwork } from '../normal.ts'
import type { Config } from './configs.ts'
import { extrasOf } from './extras.ts'
import { parseConfigs } from './parse.ts'

/** What runs the same however it is written: comments, MAC addresses that are compared alone, what the switch is known to do. */
const withoutEffect = new Set(['comment', 'switch', 'mac'])

/**
 * What the files make of each device, for comparing two sets: those that differ in comments, order or spelling need no
 * restart of the device. A stanza that nothing starts has no effect.
 */
export const effectsOf = (configs: readonly Config[]): ReadonlyMap<string, string> => {
  const network: Network = normalNetwork(parseConfigs(configs))
  return new Map(devicesOf(network).map((device) => {
    const fields = Object.entries(device).filter(([key]) => !withoutEffect.has(key)).toSorted(([left], [right]) => (left < right ? -1 : 1))
    const extras = configs.filter((config) => config.device === device.name).flatMap(extrasOf).toSorted()
    return [device.name, JSON.stringify([fields, extras])] as const
  }))
}
