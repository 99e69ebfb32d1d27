import { cell, cellRight, cut, cutMiddle } from '../report/clean.ts'
import { hostSeconds, stageBar } from '../report/measures.ts'
import type { HostModel, RunModel } from '../report/model.ts'
import { states, symbolOf } from '../report/states.ts'
import type { Row, Span } from '../report/style.ts'
import { spanText } from '../report/time.ts'
import { backIn, stateStyle, stepText } from './cells.ts'

/** How wide each column of the list of hosts is; 0 is left out. The mark of the pick takes two more. */
export interface Widths {
  readonly symbol: 0 | 2
  readonly host: number
  readonly stages: 0 | 9
  readonly step: number
  readonly address: number
  readonly time: number
}

const stateColumns = 13
const backColumns = 7
const hostColumns = 15

/**
 * What fits. From 80 columns downwards these give way: the step shortens to nothing, then the time, the stages, the
 * host's name in its middle, the symbol. From 100 upwards the step grows, then the address gets a column.
 */
export const widthsFor = (columns: number, longestName: number): Widths => {
  const fixed = 2 + stateColumns + backColumns
  const wide = Math.max(0, columns - 79)
  const host = Math.max(hostColumns, Math.min(longestName, hostColumns + Math.floor(wide / 2)))
  const timeColumns = 5
  let left = columns - fixed - 2 - (host + 1)
  if (left < 0) {
    const narrow = columns - fixed - 2 - 1
    return narrow >= 5 ? { symbol: 2, host: Math.min(hostColumns, narrow), stages: 0, step: 0, address: 0, time: 0 } : { symbol: 0, host: Math.max(3, narrow + 2), stages: 0, step: 0, address: 0, time: 0 }
  }
  const stages = left >= 9 ? 9 : 0
  left -= stages
  const time = stages === 9 && left >= timeColumns ? timeColumns : 0
  left -= time
  const address = time > 0 && columns >= 99 && left >= 40 ? 16 : 0
  left -= address
  const step = time > 0 && left - 1 >= 4 ? left - 1 : 0
  return { symbol: 2, host, stages, step, address, time }
}

/** The titles of the list. `label` says what is listed when it is not all hosts. */
export const titleRow = (widths: Widths, label: string): Row => [
  {
    text: [
      ' '.repeat(2 + widths.symbol),
      cell(label, widths.host + 1),
      'STATE'.padEnd(stateColumns),
      'BACK IN',
      ...(widths.stages > 0 ? [' STAGES  '] : []),
      ...(widths.step > 0 ? [` ${cell('STEP', widths.step)}`] : []),
      ...(widths.address > 0 ? [` ${'ADDRESS'.padEnd(15)}`] : []),
      ...(widths.time > 0 ? [' TIME'] : []),
    ].join(''),
    style: { dim: true },
  },
]

const timeText = (host: HostModel, now: number): string => {
  const seconds = hostSeconds(host, now)
  // Nobody waits for a host that was let go: its reason takes the time's columns.
  if (host.state === 'skipped') return ''
  return seconds === undefined ? '-' : spanText(seconds)
}

/** One host. Host, state and BACK IN are always there. */
export const hostRow = (host: HostModel, look: { readonly widths: Widths; readonly now: number; readonly picked: boolean; readonly ascii: boolean }): Row => {
  const { widths, now, picked, ascii } = look
  const back = backIn(host, now)
  const style = stateStyle(host)
  const time = timeText(host, now)
  // A time of an hour and more takes its columns from the step.
  const timeWidth = time === '' ? 0 : Math.max(4, time.length)
  const step = time === '' ? widths.step + (widths.address > 0 ? 0 : widths.time) : widths.step - (timeWidth - 4)
  const spans: Span[] = [
    { text: picked ? '> ' : '  ', ...(picked ? { style: { bold: true } } : {}) },
    ...(widths.symbol > 0 ? [{ text: symbolOf(host.state, ascii), style }, { text: ' ' }] : []),
    { text: `${cutMiddle(host.name, widths.host).padEnd(widths.host)} ` },
    { text: states[host.state].word, style },
    { text: ' '.repeat(Math.max(0, stateColumns - states[host.state].word.length)) },
    { text: cellRight(back.text, backColumns), ...(back.urgent ? { style: { bold: true } } : {}) },
  ]
  if (widths.stages > 0) spans.push({ text: ` ${stageBar(host)}` })
  if (widths.step > 0) spans.push({ text: ` ${cell(stepText(host), step)}` })
  if (widths.address > 0) spans.push({ text: ` ${cell(host.address, 15)}` })
  if (widths.time > 0 && time !== '') spans.push({ text: ` ${time.padStart(widths.step > 0 ? timeWidth : 4)}` })
  return spans
}

/** The longest name of a run, so that columns do not jump while rows come and go. */
export const longestName = (model: RunModel): number => {
  const known = lengths.get(model.hosts)
  if (known !== undefined && known.size === model.hosts.size) return known.length
  let length = 0
  for (const name of model.hosts.keys()) length = Math.max(length, name.length)
  lengths.set(model.hosts, { size: model.hosts.size, length })
  return length
}

const lengths = new WeakMap<object, { readonly size: number; readonly length: number }>()

/** The names of a folded row: the first ones, `...`, the last one. */
export const foldedNames = (names: readonly string[], columns: number): string => {
  const all = names.join(' ')
  if (all.length <= columns) return all
  const last = names.at(-1) ?? ''
  let text = ''
  for (const name of names) {
    const longer = text === '' ? name : `${text} ${name}`
    if (longer.length + 5 + last.length > columns) break
    text = longer
  }
  return cut(text === '' ? `... ${last}` : `${text} ... ${last}`, columns)
}
