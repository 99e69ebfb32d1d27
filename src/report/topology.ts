import type { Facts } from '../model/facts.ts'
import { devicesOf, lowerDevices } from '../model/network.ts'
import type { ManagementPath } from '../model/plan.ts'
import { clean } from './clean.ts'
import type { ChangingHost } from './planGroups.ts'

export type Column = 'NIC' | 'bond' | 'VLAN' | 'bridge' | 'address'
export const topologyColumns: readonly Column[] = ['NIC', 'bond', 'VLAN', 'bridge', 'address']

/** kept: there before and after. new: only after. removed: only before. */
export type Status = 'kept' | 'new' | 'removed'

export interface TopologyNode {
  readonly id: string
  readonly column: Column
  readonly label: string
  readonly status: Status
  /** The session comes in over it. */
  readonly session: boolean
}

export interface TopologyEdge {
  readonly from: string
  readonly to: string
  readonly status: Status
  readonly session: boolean
}

/** Devices from NIC to address, as a picture shows them. */
export interface Topology {
  readonly nodes: readonly TopologyNode[]
  readonly edges: readonly TopologyEdge[]
}

/** Devices of one moment: column, what each stands on, addresses. */
interface Devices {
  readonly columns: ReadonlyMap<string, Column>
  readonly lower: ReadonlyMap<string, readonly string[]>
  readonly addresses: ReadonlyMap<string, readonly string[]>
}

const kindColumns = { physical: 'NIC', interface: 'NIC', bond: 'bond', vlan: 'VLAN', bridge: 'bridge' } as const

const devicesBefore = (facts: Facts): Devices => {
  const links = facts.links.filter(({ kind }) => kind === 'physical' || kind === 'bond' || kind === 'vlan' || kind === 'bridge')
  const columns = new Map(links.map(({ name, kind }) => [name, kindColumns[kind as 'physical' | 'bond' | 'vlan' | 'bridge']]))
  const lower = new Map<string, readonly string[]>([
    ...facts.bonds.map(({ name, slaves }) => [name, slaves] as const),
    ...facts.vlans.map(({ name, parent }) => [name, [parent]] as const),
    ...facts.bridges.map(({ name, ports }) => [name, ports.filter((port) => columns.has(port))] as const),
  ])
  return { columns, lower, addresses: new Map(links.map(({ name, addresses }) => [name, addresses])) }
}

/** The desired network, and what stands beside it untouched. */
const devicesAfter = ({ host, plan }: ChangingHost, before: Devices | undefined): Devices => {
  const { network } = host
  const devices = devicesOf(network)
  const columns = new Map<string, Column>(devices.map(({ name, kind }) => [name, kindColumns[kind]]))
  const lower = new Map<string, readonly string[]>(devices.map(({ name }) => [name, lowerDevices(network, name)]))
  const addresses = new Map<string, readonly string[]>(devices.map((device) => [device.name, device.dhcp ? ['by DHCP'] : (device.addresses ?? [])]))
  for (const slave of devices.flatMap(({ name }) => [...lowerDevices(network, name)])) if (!columns.has(slave)) columns.set(slave, 'NIC')
  const removed = new Set(plan.changes.flatMap((change) => (change.kind === 'file' && change.action === 'remove' ? [change.target.replace(/^.*\/ifcfg-/, '')] : [])))
  const touched = new Set(plan.changes.flatMap((change) => (change.kind === 'activate' ? change.activation.touchedDevices : [])))
  for (const [name, column] of before?.columns ?? []) {
    const goes = removed.has(name) || (column !== 'NIC' && touched.has(name))
    if (columns.has(name) || goes) continue
    columns.set(name, column)
    lower.set(name, before?.lower.get(name) ?? [])
    addresses.set(name, before?.addresses.get(name) ?? [])
  }
  return { columns, lower, addresses }
}

const sessionDevices = (path: ManagementPath | undefined): ReadonlySet<string> => new Set(path?.devices.flatMap((device) => device.split('+')) ?? [])

const bare = (address: string): string => address.split('/')[0] ?? address

const draw = (own: Devices, other: Devices | undefined, path: ManagementPath | undefined, onlyHere: Status): Topology => {
  const session = sessionDevices(path)
  const nodes: TopologyNode[] = []
  const edges: TopologyEdge[] = []
  const used = new Set([...own.lower.values()].flat())
  for (const [name, column] of own.columns) {
    const addresses = own.addresses.get(name) ?? []
    // A NIC that carries nothing says nothing.
    if (column === 'NIC' && addresses.length === 0 && !used.has(name) && !session.has(name)) continue
    const parent = own.lower.get(name)?.[0] ?? ''
    const label = column === 'VLAN' && name.startsWith(`${parent}.`) ? name.slice(parent.length) : name
    nodes.push({ id: name, column, label: clean(label), status: other?.columns.has(name) === true ? 'kept' : onlyHere, session: session.has(name) })
    for (const from of own.lower.get(name) ?? [])
      edges.push({ from, to: name, status: other?.lower.get(name)?.includes(from) === true ? 'kept' : onlyHere, session: session.has(from) && session.has(name) })
    for (const address of addresses) {
      const isSession = path !== undefined && session.has(name) && bare(address) === bare(path.address)
      const status = other?.addresses.get(name)?.includes(address) === true ? 'kept' : onlyHere
      const id = `${name} ${address}`
      nodes.push({ id, column: 'address', label: clean(address), status, session: isSession })
      edges.push({ from: name, to: id, status, session: isSession })
    }
  }
  return { nodes, edges }
}

/** Before and after of one host. Before is absent when its facts are. */
export const topologiesOf = (changing: ChangingHost): { readonly before: Topology | undefined; readonly after: Topology } => {
  const before = changing.facts === undefined ? undefined : devicesBefore(changing.facts)
  const after = devicesAfter(changing, before)
  return {
    before: before === undefined ? undefined : draw(before, after, changing.plan.pathBefore, 'removed'),
    after: draw(after, before, changing.plan.pathAfter, 'new'),
  }
}

/** Where each node stands: its column, and its row, so that a line between neighbours is short. */
export const placed = ({ nodes, edges }: Topology): ReadonlyMap<string, { readonly column: number; readonly row: number }> => {
  const places = new Map<string, { column: number; row: number }>()
  const columnOf = new Map(nodes.map(({ id, column }) => [id, topologyColumns.indexOf(column)]))
  for (const [column, title] of topologyColumns.entries()) {
    // A line that goes on to a later column keeps its row: through a device that it does not use it would look like its path.
    const passing = new Set(edges.flatMap(({ from, to }) => ((columnOf.get(to) ?? 0) > column ? (places.get(from)?.row ?? []) : [])))
    const rowOf = (node: TopologyNode): number => Math.min(...edges.filter(({ to }) => to === node.id).flatMap(({ from }) => places.get(from)?.row ?? []))
    const here = nodes.filter((node) => node.column === title).map((node, index) => ({ node, wanted: rowOf(node), index }))
    let next = 0
    for (const { node, wanted } of here.toSorted((a, b) => (Number.isFinite(a.wanted) ? a.wanted : 0) - (Number.isFinite(b.wanted) ? b.wanted : 0) || a.index - b.index)) {
      let row = Math.max(next, Number.isFinite(wanted) ? wanted : next)
      while (passing.has(row)) row += 1
      places.set(node.id, { column, row })
      next = row + 1
    }
  }
  return places
}

/** The same in a sentence, for those who do not see the picture. */
export const topologySentence = (before: string, after: string, changing: ChangingHost): string => {
  const { after: picture } = topologiesOf(changing)
  const added = picture.nodes.filter(({ status, column }) => status === 'new' && column !== 'address').map(({ id }) => clean(id))
  return `The session comes in over ${before} and will come in over ${after}.${added.length === 0 ? '' : ` New devices: ${added.join(', ')}.`}`
}
