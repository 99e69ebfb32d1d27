import { clean } from './clean.ts'
import { escapeHtml } from './html.ts'
import { placed, type Topology, topologyColumns } from './topology.ts'

const columnWidth = 132
const rowHeight = 40
const box = { width: 104, height: 24 } as const
const margin = 8
const head = 26

const marks = { kept: '', new: '+ ', removed: 'x ' } as const

/** The picture as inline SVG: the session is thick and says so, new is solid with `+`, removed dashed with `x`, untouched thin. */
export const topologySvg = (title: string, sentence: string, topology: Topology): string => {
  const places = placed(topology)
  const rows = Math.max(1, ...[...places.values()].map(({ row }) => row + 1))
  const width = margin * 2 + columnWidth * topologyColumns.length
  const height = head + rows * rowHeight + margin
  const at = (id: string): { readonly x: number; readonly y: number } | undefined => {
    const place = places.get(id)
    return place === undefined ? undefined : { x: margin + place.column * columnWidth, y: head + place.row * rowHeight }
  }
  const lines = topology.edges.flatMap(({ from, to, status, session }) => {
    const [start, end] = [at(from), at(to)]
    if (start === undefined || end === undefined) return []
    const [x1, y1, x2, y2] = [start.x + box.width, start.y + box.height / 2, end.x, end.y + box.height / 2]
    const middle = x2 - (columnWidth - box.width) / 2
    return [`<path class="line ${status}${session ? ' session' : ''}" d="M${x1} ${y1} H${middle} V${y2} H${x2}"/>`]
  })
  const boxes = topology.nodes.flatMap(({ id, label, status, session, column }) => {
    const place = at(id)
    if (place === undefined) return []
    const word = session && column === 'address' ? `<text class="word" x="${place.x + box.width / 2}" y="${place.y + box.height + 12}" text-anchor="middle">session</text>` : ''
    // About 6 units a character at this size: longer labels are drawn together instead of running out of their box.
    const text = `${marks[status]}${label}`
    const tight = text.length * 6.2 > box.width - 14 ? ` textLength="${box.width - 14}" lengthAdjust="spacingAndGlyphs"` : ''
    return [
      `<g><title>${escapeHtml(`${clean(id)}${status === 'kept' ? '' : `, ${status}`}${session ? ', carries the session' : ''}`)}</title><rect class="box ${status}${session ? ' session' : ''}" x="${place.x}" y="${place.y}" width="${box.width}" height="${box.height}" rx="3"/><text x="${place.x + box.width / 2}" y="${place.y + 16}" text-anchor="middle"${tight}>${escapeHtml(text)}</text>${word}</g>`,
    ]
  })
  const titles = topologyColumns.map((column, index) => `<text class="column" x="${margin + index * columnWidth + box.width / 2}" y="16" text-anchor="middle">${column}</text>`)
  return `<svg role="img" viewBox="0 0 ${width} ${height}"><title>${escapeHtml(title)}</title><desc>${escapeHtml(sentence)}</desc>${titles.join('')}${lines.join('')}${boxes.join('')}</svg>`
}
