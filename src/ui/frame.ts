import { cut } from '../report/clean.ts'
import type { HostModel, RunModel } from '../report/model.ts'
import { paintRow, plain, type Row, rowText } from '../report/style.ts'
import { verdict } from '../report/verdict.ts'
import { fit } from './cells.ts'
import { longestName, widthsFor } from './columns.ts'
import { diffHead, diffRows } from './diffRows.ts'
import { progressRows, topRows } from './header.ts'
import { hostRows } from './hostRows.ts'
import type { Look } from './items.ts'
import { helpTexts, keyText } from './keyLines.ts'
import { listItems } from './list.ts'
import { listRows } from './listRows.ts'
import { linesOf, logPane, logText } from './logRows.ts'
import { groupOfId, pickedHost, type ViewState, type Window } from './viewState.ts'

/** From so many columns on the log stands beside the list. */
export const besideFrom = 140
/** A window that became smaller than this during a run shows the verdict alone. */
export const smallest = { columns: 30, rows: 8 } as const

/**
 * One whole screen: exactly `rows` rows of at most `columns - 1` columns. Pure: the same model, state, window and time
 * always give the same rows.
 */
export const frame = (model: RunModel, state: ViewState, window: Window, now: number): Row[] => {
  const columns = window.columns - 1
  const rows = window.columns < smallest.columns || window.rows < smallest.rows ? tooSmall(model, window, now) : screenRows(model, state, window, now)
  return filled(rows.map((row) => fit(row, columns)), window.rows)
}

/** A screen as text: what golden files hold and what the terminal gets. */
export const frameText = (rows: readonly Row[], color: boolean): string => rows.map((row) => paintRow(row, color).trimEnd()).join('\n')

const filled = (rows: readonly Row[], size: number): Row[] => [...rows.slice(0, size), ...Array.from({ length: Math.max(0, size - rows.length) }, (): Row => [])]

const tooSmall = (model: RunModel, { columns, rows }: Window, now: number): Row[] => {
  const { word, sentence, style } = verdict(model, now)
  const text = `${word}  ${sentence}`
  const lines: string[] = []
  const width = Math.max(1, columns - 1)
  for (let at = 0; at < text.length && lines.length < rows; at += width) lines.push(text.slice(at, at + width))
  const [first = '', ...more] = lines
  return [[{ text: first.slice(0, word.length), style }, { text: first.slice(word.length) }], ...more.map(plain)]
}

const screenRows = (model: RunModel, state: ViewState, window: Window, now: number): Row[] => {
  const columns = window.columns - 1
  const host = pickedHost(model, state)
  const room = window.rows - 4
  const about = state.screen === 'main' ? undefined : host
  const top = topRows(model, now, columns, about)
  const folded = groupOfId(state.pick) !== undefined
  const keys = plain(keyText(model, state, columns, folded))
  const body = state.help ? helpRows(columns) : bodyRows(model, state, host, window, now, room)
  return [...top, ...filled(body, room), keys]
}

const helpRows = (columns: number): Row[] => [plain('-'.repeat(columns)), ...helpTexts.map((text) => plain(cut(text, columns)))]

const bodyRows = (model: RunModel, state: ViewState, host: HostModel | undefined, window: Window, now: number, room: number): Row[] => {
  const columns = window.columns - 1
  if (state.screen === 'main' || host === undefined) return mainRows(model, state, host, window, now, room)
  if (state.screen === 'host') return hostRows(model, host, { columns, room, now, ascii: window.ascii })
  const text = textOf(model, state, host, columns)
  const body = room - 1 - text.head.length - 1
  const from = Math.min(Math.max(0, state.scroll), Math.max(0, text.rows.length - body))
  const shown = text.rows.slice(from, from + body)
  const position = text.rows.length === 0 ? 'nothing to show' : `lines ${from + 1}-${from + shown.length} of ${text.rows.length}`
  const found = state.found === '' ? '' : `   looking for ${state.found}`
  return [plain('-'.repeat(columns)), ...text.head, ...filled(shown, body), plain(cut(`${position}${found}`, columns))]
}

/** What diff and log scroll through. */
export const textOf = (model: RunModel, state: ViewState, host: HostModel, columns: number): { readonly head: Row[]; readonly rows: Row[] } => {
  if (state.screen === 'diff') {
    const { plan } = host
    if (plan === undefined) return { head: [plain(`${host.name}   not planned yet`), []], rows: [] }
    return { head: diffHead(host, plan, columns), rows: diffRows(plan.diff, columns) }
  }
  const dropped = host.logDropped === 0 ? [] : [plain(`${host.logDropped} earlier lines are in ${model.folder.replace(/\/$/, '')}/${host.name}.log`)]
  return { head: [plain(`${host.name}   log`), []], rows: [...dropped, ...linesOf(model, host).flatMap((line) => wrap(logText(line, model.zone), columns))] }
}

const wrap = (text: string, columns: number): Row[] => (text.length <= columns || columns < 24 ? [plain(text)] : [plain(`${text.slice(0, columns - 1)}\\`), ...wrap(`${' '.repeat(19)}${text.slice(columns - 1)}`, columns)])

/** Rows of diff or log that are seen at a time: the rest of the screen is title, rule and position. */
export const pageSize = (model: RunModel, state: ViewState, host: HostModel, window: Window): number =>
  Math.max(1, window.rows - 4 - 2 - textOf(model, state, host, window.columns - 1).head.length)

const mainRows = (model: RunModel, state: ViewState, host: HostModel | undefined, window: Window, now: number, room: number): Row[] => {
  const all = window.columns - 1
  const beside = window.columns >= besideFrom
  const columns = beside ? Math.max(79, Math.floor(window.columns * 0.6)) : all
  const progress = progressRows(model, all)
  const left = room - progress.length
  const look: Look = { columns, now, ascii: window.ascii, widths: widthsFor(columns, longestName(model)) }
  const rows = listRows(listItems(model, state, left), state.pick, host, look, left)
  if (!beside) return [...progress, ...rows, ...logPane(model, host, all, left - rows.length, true)]
  return [...progress, ...sideBySide(rows, logPane(model, host, all - columns - 2, left, false), columns)]
}

const sideBySide = (left: readonly Row[], right: readonly Row[], columns: number): Row[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const row = fit(left[index] ?? [], columns)
    const beside = right[index]
    return beside === undefined ? row : [...row, { text: ' '.repeat(columns + 2 - rowText(row).length) }, ...beside]
  })

