import type { HostModel, RunModel } from '../report/model.ts'
import { isArmed, secondsLeft } from '../report/measures.ts'
import { states } from '../report/states.ts'
import { cut } from '../report/clean.ts'
import type { Row, Span, Style } from '../report/style.ts'
import { spanText } from '../report/time.ts'

/** Under so many seconds the countdown is bold. */
const soon = 30

/** What stands under BACK IN: the time while a watchdog runs, `now` while it acts, `?` when nobody can tell. */
export const backIn = (host: HostModel, now: number): { readonly text: string; readonly urgent: boolean } => {
  if (host.state === 'rolling back') return { text: 'now', urgent: true }
  if (host.state === 'lost') return { text: '?', urgent: false }
  const left = secondsLeft(host, now)
  if (left === undefined) return { text: '-', urgent: false }
  return left === 0 ? { text: 'due', urgent: true } : { text: spanText(left), urgent: left < soon }
}

/** The state's look: yellow is exactly `goes back by itself unless confirmed`, so a host without a watchdog is not yellow. */
export const stateStyle = (host: HostModel): Style => {
  const { style, armed } = states[host.state]
  return armed === 'yes' && !isArmed(host) ? { ...(style.bold ? { bold: true } : {}) } : style
}

/** What a host is doing, or how it came to its end. */
export const stepText = (host: HostModel): string => {
  switch (host.state) {
    case 'rolled back':
    case 'failed':
    case 'unknown':
    case 'lost':
    case 'unreachable':
      return host.fault?.step ?? ''
    case 'committed':
      return host.awaySeconds === undefined ? '' : `away ${Math.round(host.awaySeconds)} s`
    case 'skipped':
      return host.fault?.what ?? ''
    case 'unchanged':
    case 'waiting':
      return host.state === 'waiting' ? `batch ${host.batch}` : ''
    default:
      return host.detail
  }
}

/** A row of exactly fitting text: cut to `columns`, its spans' styles kept. */
export const fit = (row: Row, columns: number): Row => {
  let left = columns
  const result: Span[] = []
  const total = row.reduce((sum, { text }) => sum + text.length, 0)
  if (total <= columns) return row
  for (const span of row) {
    if (left <= 0) break
    const isCut = span.text.length > left || (span.text.length === left && span !== row.at(-1))
    const text = isCut ? `${span.text.slice(0, left - 1)}~` : span.text
    result.push({ ...span, text })
    left -= text.length
  }
  return result
}

/** Text at the left and text at the right edge of `columns`; the left one is cut first. */
export const ends = (left: string, right: string, columns: number): string => {
  const room = columns - right.length
  if (room < 2) return cut(left, columns)
  return `${cut(left, room - 1).padEnd(room)}${right}`
}

/** The first text that fits; the last one otherwise, cut. */
export const firstThatFits = (texts: readonly string[], columns: number): string => texts.find((text) => text.length <= columns) ?? cut(texts.at(-1) ?? '', columns)

/** Whether the run is far enough to be drawn. */
export const hasStarted = (model: RunModel): boolean => model.startedAt !== undefined
