import type { Tree } from '../inventory/tree.ts'
import { asMap } from '../inventory/tree.ts'
import { lift } from './lift.ts'
import type { ImportedHost } from './source.ts'

/** A group of an inventory that is to be written. */
export interface ComposedGroup {
  readonly name: string
  readonly shared: Tree
  readonly hosts: readonly ComposedHost[]
}
export interface ComposedHost {
  readonly host: ImportedHost
  readonly own: Tree
}
export interface Composed {
  readonly groups: readonly ComposedGroup[]
  /** Hosts that share with nobody. */
  readonly hosts: readonly ComposedHost[]
}

/** Hosts that a person would put together: of one platform, with bonds, VLANs and bridges of the same names. */
const kindOf = ({ settings: { platform = {}, network } }: ImportedHost): { readonly platform: string; readonly shape: string } => ({
  platform: `${platform.release ?? platform.backend ?? 'hosts'}${platform.xend === true ? '-xen' : ''}`,
  shape: JSON.stringify([network.bonds, network.vlans, network.bridges].map((devices) => Object.keys(devices ?? {}))),
})

const by = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return groups
}

/** Sorts one platform's hosts into groups of one shape; shapes that only one host has go together into the last group. */
const shapes = (hosts: readonly ImportedHost[]): ImportedHost[][] => {
  const alike = [...by(hosts, (host) => kindOf(host).shape).values()]
  const single = alike.filter(({ length }) => length === 1).flat()
  return [...alike.filter(({ length }) => length > 1), ...(single.length > 0 ? [single] : [])]
}

/** Groups that hosts were in already stay theirs; others are grouped by platform and shape. */
const grouped = (hosts: readonly ImportedHost[]): Map<string, ImportedHost[]> => {
  const named = by(hosts.filter(({ groups }) => groups.length > 0), ({ groups }) => groups.at(-1) ?? '')
  const names = new Set([...hosts.map(({ name }) => name), ...named.keys()])
  const free = (wanted: string): string => {
    const name = [wanted, ...Array.from({ length: hosts.length + names.size }, (_, index) => `${wanted}-${index + 2}`)].find((candidate) => !names.has(candidate)) ?? wanted
    names.add(name)
    return name
  }
  const rest = by(hosts.filter(({ groups }) => groups.length === 0), (host) => kindOf(host).platform)
  return new Map([...named, ...[...rest].flatMap(([platform, members]) => shapes(members).map((group) => [free(platform), group] as const))])
}

/** Lifts what hosts share into their groups. */
export const compose = (hosts: readonly ImportedHost[]): Composed => {
  const all = [...grouped(hosts)].map(([name, members]): ComposedGroup => {
    const { shared, own } = lift(members.map(({ settings }) => asMap(settings)))
    return { name, shared, hosts: members.map((host, index) => ({ host, own: own[index] ?? {} })) }
  })
  const kept = ({ hosts: members }: ComposedGroup): boolean => members.length > 1 || members.some(({ host }) => host.groups.length > 0)
  return { groups: all.filter(kept), hosts: all.filter((group) => !kept(group)).flatMap((group) => group.hosts) }
}
