import type { HostModel } from '../report/model.ts'
import { cut } from '../report/clean.ts'
import type { Row } from '../report/style.ts'
import { type Item, type Look, titleItem } from './items.ts'

/** What is listed: `pinned` stays on top, `rest` moves below it. */
export interface List {
  readonly pinned: readonly Item[]
  readonly rest: readonly Item[]
}

export const heightOf = (items: readonly Item[]): number => items.reduce((sum, { height }) => sum + height, 0)

/** A row that says how much is hidden. */
export const moreItem = (text: string): Item => titleItem(({ columns }) => [{ text: cut(`    ... ${text}`, columns) }])

/** Rows of a list: what is pinned, then the rest, moved so that the pick is seen. What is hidden is counted. */
export const listRows = (list: List, pick: string | undefined, picked: HostModel | undefined, look: Look, room: number): Row[] => {
  const all = [...list.pinned, ...list.rest]
  const marked = markedId(all, pick, picked)
  const isPicked = (item: Item): boolean => item.id !== '' && item.id === marked
  const render = (items: readonly Item[]): Row[] => items.flatMap((item) => item.rows(look, isPicked(item)))
  const pinned = render(list.pinned).slice(0, room)
  const left = room - pinned.length
  if (heightOf(list.rest) <= left) return [...pinned, ...render(list.rest)]
  return [...pinned, ...windowRows(list.rest, list.rest.findIndex(isPicked), look, left, render)]
}

/** The item that carries the mark: the picked one itself, or the folded row that holds the picked host. */
export const markedId = (items: readonly Item[], pick: string | undefined, picked: HostModel | undefined): string | undefined => {
  const direct = items.find(({ id }) => id !== '' && id === pick)
  return (direct ?? (picked === undefined ? undefined : items.find(({ id, holds }) => id !== '' && holds(picked))))?.id
}

const windowRows = (items: readonly Item[], pickedAt: number, look: Look, room: number, render: (items: readonly Item[]) => Row[]): Row[] => {
  if (room <= 0) return []
  const body = Math.max(1, room - 2)
  // Whole pages around the pick, so that rows stand still while the pick moves within a page.
  const heights = items.map(({ height }) => height)
  const before = heights.slice(0, Math.max(0, pickedAt)).reduce((sum, height) => sum + height, 0)
  const page = Math.floor(before / body) * body
  let from = 0
  for (let sum = 0; from < items.length && sum < page; from += 1) sum += heights[from] ?? 1
  if (pickedAt >= 0 && from > pickedAt) from = pickedAt
  let to = from
  const space = room - (from > 0 ? 1 : 0)
  for (let sum = 0; to < items.length && sum + (heights[to] ?? 1) <= (to === items.length - 1 ? space : space - 1); to += 1) sum += heights[to] ?? 1
  if (to === from) to = from + 1
  const above = items.slice(0, from).filter(({ id }) => id !== '').length
  const below = items.slice(to).filter(({ id }) => id !== '').length
  const rows = [...(above > 0 ? moreItem(`${above} more above`).rows(look, false) : []), ...render(items.slice(from, to)), ...(below > 0 ? moreItem(`${below} more below`).rows(look, false) : [])]
  return rows.slice(0, room)
}

/** Ids in the order of the list, for moving the pick. */
export const pickableIds = (list: List): string[] => [...list.pinned, ...list.rest].flatMap(({ id }) => (id === '' ? [] : [id]))
