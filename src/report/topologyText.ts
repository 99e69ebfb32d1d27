import { placed, type Topology, topologyColumns, type TopologyNode } from './topology.ts'

const marks = { kept: '', new: '+', removed: 'x' } as const

const cellOf = (node: TopologyNode): string => `${marks[node.status]}${node.label}${node.column === 'address' && node.session ? '  session' : ''}`

/**
 * The picture in ASCII. `=` carries the session, `-` is any other line, `|` joins rows, `+` is new, `x` goes.
 */
export const topologyText = (title: string, topology: Topology): string[] => {
  const places = placed(topology)
  const rows = Math.max(0, ...[...places.values()].map(({ row }) => row + 1))
  const shown = topologyColumns.filter((column) => topology.nodes.some((node) => node.column === column))
  const widths = shown.map((column) => Math.max(column.length, ...topology.nodes.filter((node) => node.column === column).map((node) => cellOf(node).length)))
  const gap = 5
  const starts = widths.map((_, index) => 1 + widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0))
  const width = (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0)
  const grid = Array.from({ length: rows }, () => Array<string>(width).fill(' '))
  const put = (row: number, at: number, text: string): void => {
    for (const [index, character] of Array.from(text).entries()) {
      const line = grid[row]
      if (line !== undefined && at + index < width) line[at + index] = character
    }
  }
  for (const { from, to, session, status } of topology.edges) {
    const [start, end] = [places.get(from), places.get(to)]
    const source = topology.nodes.find(({ id }) => id === from)
    const target = topology.nodes.find(({ id }) => id === to)
    if (start === undefined || end === undefined || source === undefined || target === undefined) continue
    const left = (starts[shown.indexOf(source.column)] ?? 0) + cellOf(source).length + 1
    const right = (starts[shown.indexOf(target.column)] ?? 0) - 2
    const line = session ? '=' : '-'
    const bend = Math.max(left, right - 2)
    if (start.row === end.row) put(start.row, left, line.repeat(Math.max(1, right - left + 1)))
    else {
      // Down or up in front of the target; what stands there already is the same joint.
      put(start.row, left, line.repeat(Math.max(1, bend - left)))
      for (let row = Math.min(start.row, end.row); row <= Math.max(start.row, end.row); row += 1) if (row !== start.row || grid[row]?.[bend] === ' ') put(row, bend, '|')
      put(end.row, bend + 1, line.repeat(Math.max(1, right - bend)))
    }
    if (status !== 'kept') put(end.row, right, marks[status])
  }
  for (const node of topology.nodes) {
    const place = places.get(node.id)
    if (place !== undefined) put(place.row, starts[shown.indexOf(node.column)] ?? 0, cellOf(node))
  }
  const titles = Array<string>(width).fill(' ')
  for (const [index, column] of shown.entries()) for (const [offset, character] of Array.from(column).entries()) titles[(starts[index] ?? 0) + offset] = character
  return [title, titles.join('').trimEnd(), ...grid.map((line) => line.join('').trimEnd())]
}
