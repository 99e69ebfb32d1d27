import { placed, type Topology, topologyColumns, type TopologyNode } from './topology.ts'

const marks = { kept: '', new: '+', removed: 'x' } as const

const cellOf = (node: TopologyNode): string => `${marks[node.status]}${node.label}${node.column === 'address' && node.session ? '  session' : ''}`

/**
 * The picture in ASCII. `=` carries the session, `-` is any other line, `+` before a name is new, `x` goes; in a line, `+` is where lines meet.
 */
export const topologyText = (title: string, topology: Topology): string[] => {
  const places = placed(topology)
  const rows = Math.max(0, ...[...places.values()].map(({ row }) => row + 1))
  const shown = topologyColumns.filter((column) => topology.nodes.some((node) => node.column === column))
  const widths = shown.map((column) => Math.max(column.length, ...topology.nodes.filter((node) => node.column === column).map((node) => cellOf(node).length)))
  const gap = 7
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
    const lay = (row: number, first: number, last: number): void => {
      for (let column = first; column <= last; column += 1) if (grid[row]?.[column] !== '+' && (session || grid[row]?.[column] !== '=')) put(row, column, line)
    }
    if (start.row === end.row) lay(start.row, left, right)
    else {
      lay(start.row, left, bend - 1)
      for (let row = Math.min(start.row, end.row) + 1; row < Math.max(start.row, end.row); row += 1) if (grid[row]?.[bend] === ' ') put(row, bend, '|')
      put(start.row, bend, '+')
      put(end.row, bend, '+')
      lay(end.row, bend + 1, right)
    }
    if (status === 'removed') put(end.row, right, 'x')
  }
  for (const node of topology.nodes) {
    const place = places.get(node.id)
    if (place !== undefined) put(place.row, starts[shown.indexOf(node.column)] ?? 0, cellOf(node))
  }
  const titles = Array<string>(width).fill(' ')
  for (const [index, column] of shown.entries()) for (const [offset, character] of Array.from(column).entries()) titles[(starts[index] ?? 0) + offset] = character
  return [title, titles.join('').trimEnd(), ...grid.map((line) => line.join('').trimEnd())]
}
