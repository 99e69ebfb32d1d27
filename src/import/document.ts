import { normalNetwork } from '../backends/normal.ts'
import type { Network, NetworkDocument } from '../model/network.ts'

const filled = <Value extends object>(record: Record<string, Value>): Record<string, Value> | undefined => (Object.keys(record).length === 0 ? undefined : record)

/** In the order of their names as people count: bond0.50 before bond0.100. */
const mapValues = <From, To>(record: Readonly<Record<string, From>>, map: (value: From, name: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => left.localeCompare(right, 'en', { numeric: true })).map(([name, value]) => [name, map(value, name)]))

const defined = <Value extends object>(value: Value): Value => {
  const kept = { ...value }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}

/**
 * A network as a person writes it down: without what goes without saying (parent and id of `bond0.50`, no ports), and with
 * the mode and miimon of each bond, which are asked for first.
 */
export const asDocument = (network: Network): NetworkDocument => {
  const { interfaces, bonds, vlans, bridges } = normalNetwork(network)
  return defined({
    interfaces: filled(mapValues(interfaces, ({ mac, ...rest }) => defined({ mac, ...rest }))),
    bonds: filled(mapValues(bonds, ({ slaves, mode, miimon, ...rest }) => defined({ slaves, mode, miimon, ...rest }))),
    vlans: filled(mapValues(vlans, ({ parent, id, ...rest }, name) => (name === `${parent}.${id}` ? rest : { parent, id, ...rest }))),
    bridges: filled(mapValues(bridges, ({ ports, ...rest }) => (ports.length === 0 ? rest : { ports, ...rest }))),
  })
}
