/** What in a change belongs to one host alone: its MACs, addresses and name. */
export type ValueKind = 'MAC' | 'address' | 'name'

export interface HostValue {
  readonly kind: ValueKind
  readonly value: string
}

/** A change with the host's own values taken out: hosts with one shape get the same change. */
export interface Shape {
  readonly text: string
  /** In the order in which they first occur. */
  readonly values: readonly HostValue[]
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const mac = '\\b[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}\\b'
const ipv4 = '\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b'
/** At least two colons and a double one or eight groups, so that times of day do not count. */
const ipv6 = '(?<![\\w:.])(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}(?![\\w:])|(?<![\\w:.])(?:[0-9a-fA-F]{1,4}:)+(?::[0-9a-fA-F]{1,4})+(?![\\w:])'

/**
 * Takes a host's own values out of a text, each replaced by its number, the same value by the same number.
 *
 * @example shapeOf('HWADDR=00:14:5E:C0:FF:02', 'virtual11').text // HWADDR=<MAC 1>
 */
export const shapeOf = (text: string, host: string): Shape => {
  const name = host === '' ? '' : `|(?<![\\w.-])${escaped(host)}(?![\\w-])`
  const values: HostValue[] = []
  const numbers = new Map<string, number>()
  const shape = text.replaceAll(new RegExp(`(?<mac>${mac})|(?<address>${ipv4}|${ipv6})${name}`, 'g'), (found: string, ...rest: unknown[]) => {
    const kind = kindOf(rest.at(-1))
    const key = `${kind} ${found.toLowerCase()}`
    const known = numbers.get(key)
    if (known === undefined) {
      values.push({ kind, value: found })
      numbers.set(key, values.length)
    }
    return `<${kind} ${known ?? values.length}>`
  })
  return { text: shape, values }
}

const kindOf = (groups: unknown): ValueKind => {
  if (typeof groups !== 'object' || groups === null) return 'name'
  if ('mac' in groups && groups.mac !== undefined) return 'MAC'
  return 'address' in groups && groups.address !== undefined ? 'address' : 'name'
}

/** Hosts with one shape: who they are, and which of the values are not the same on all of them. */
export interface ShapeGroup {
  readonly shape: string
  readonly first: readonly HostValue[]
  readonly differs: boolean[]
  hosts: number
}

/** Counts one more host to its shape's group. Costs as much as the shape has values. */
export const addShape = (groups: Map<string, ShapeGroup>, shape: Shape): ShapeGroup => {
  const known = groups.get(shape.text)
  if (known === undefined) {
    const group = { shape: shape.text, first: shape.values, differs: shape.values.map(() => false), hosts: 1 }
    groups.set(shape.text, group)
    return group
  }
  known.hosts += 1
  for (const [index, { value }] of shape.values.entries()) if (known.first[index]?.value !== value) known.differs[index] = true
  return known
}

/** What differs between the hosts of a group beside their names, in words; empty when nothing does. Example: 2 MACs, 1 address */
export const differsText = ({ first, differs }: Pick<ShapeGroup, 'first' | 'differs'>): string =>
  (['MAC', 'address'] as const)
    .map((kind) => [kind, first.filter((value, index) => value.kind === kind && differs[index] === true).length] as const)
    .filter(([, size]) => size > 0)
    .map(([kind, size]) => `${size} ${kind}${size === 1 ? '' : kind === 'address' ? 'es' : 's'}`)
    .join(', ')
