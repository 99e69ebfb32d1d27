import type { RunModel } from '../report/model.ts'
import { armedHosts } from '../report/measures.ts'
import { lookHosts } from './items.ts'
import { listItems } from './list.ts'
import { markedId, pickableIds } from './listRows.ts'
import { type Key, type Pressed, stay } from './pressed.ts'
import { jumpTo, onText, openText } from './textKeys.ts'
import { filters, groupOfId, hostId, hostOfId, pickedHost, type ViewState, type Window } from './viewState.ts'

/** What one key does. No key changes a host. */
export const press = (model: RunModel, before: ViewState, window: Window, key: Key): Pressed => {
  const state = before.note === '' ? before : { ...before, note: '' }
  if (key === 'ctrl-c') return { state, wish: 'interrupt' }
  if (key === 'ctrl-z') return stay({ ...state, note: 'no: a stopped fleetnet confirms nobody, and armed hosts would go back. q leaves the view' })
  if (state.finding !== undefined) return stay(typing(model, state, window, key))
  if (key === 'r') return { state, wish: 'repaint' }
  if (key === '?') return stay({ ...state, help: !state.help })
  if (state.help) return stay(key === 'escape' || key === 'q' || key === 'enter' ? { ...state, help: false } : state)
  switch (state.screen) {
    case 'main':
      return onMain(model, state, window, key)
    case 'host':
      return onHost(model, state, window, key)
    case 'diff':
    case 'log':
      return onText(model, state, window, key)
  }
}

const isPrintable = (key: Key): boolean => key.length === 1 && key >= ' ' && key !== '\u007f'

const typing = (model: RunModel, state: ViewState, window: Window, key: Key): ViewState => {
  const typed = state.finding ?? ''
  if (key === 'escape') return { ...state, finding: undefined, found: '' }
  if (key === 'backspace') return withFirstMatch(model, { ...state, finding: typed.slice(0, -1) }, window)
  if (key === 'enter') {
    const found = { ...state, finding: undefined, found: typed }
    return state.screen === 'main' ? found : jumpTo(model, found, window, 0)
  }
  if (state.screen === 'main' && (key === 'up' || key === 'down')) return move(model, state, window, key === 'up' ? -1 : 1)
  return isPrintable(key) ? withFirstMatch(model, { ...state, finding: `${typed}${key}` }, window) : state
}

/** While a name is typed, the pick is on the first host that has it. */
const withFirstMatch = (model: RunModel, state: ViewState, window: Window): ViewState => {
  if (state.screen !== 'main' || state.finding === '') return state
  const [first] = idsOf(model, state, window)
  return first === undefined ? state : { ...state, pick: first, automatic: false }
}

const roomOf = (window: Window): number => window.rows - 6

const idsOf = (model: RunModel, state: ViewState, window: Window): string[] => pickableIds(listItems(model, state, roomOf(window)))

const move = (model: RunModel, state: ViewState, window: Window, by: number): ViewState => {
  const list = listItems(model, state, roomOf(window))
  const ids = pickableIds(list)
  if (ids.length === 0) return state
  const marked = markedId([...list.pinned, ...list.rest], state.pick, pickedHost(model, state))
  const at = marked === undefined ? (by > 0 ? -1 : ids.length) : ids.indexOf(marked)
  const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))]
  return next === undefined ? state : { ...state, pick: next, automatic: false }
}

const onMain = (model: RunModel, state: ViewState, window: Window, key: Key): Pressed => {
  const page = Math.max(1, roomOf(window) - 2)
  switch (key) {
    case 'up':
    case 'k':
      return stay(move(model, state, window, -1))
    case 'down':
    case 'j':
      return stay(move(model, state, window, 1))
    case 'pageUp':
      return stay(move(model, state, window, -page))
    case 'pageDown':
      return stay(move(model, state, window, page))
    case 'home':
      return stay(move(model, state, window, Number.NEGATIVE_INFINITY))
    case 'end':
      return stay(move(model, state, window, Number.POSITIVE_INFINITY))
    case 'enter':
      return stay(open(model, state, window))
    case 'd':
    case 'l':
      return stay(openText(model, state, key === 'd' ? 'diff' : 'log'))
    case 'n':
      return stay(nextToLookAt(model, state))
    case 'f': {
      const filter = filters[(filters.indexOf(state.filter) + 1) % filters.length] ?? 'all'
      return stay({ ...state, filter, group: undefined, found: '' })
    }
    case '/':
      return stay({ ...state, finding: '', found: '' })
    case 'escape':
      return stay({ ...state, filter: 'all', group: undefined, found: '' })
    case 'q':
      return state.filter === 'all' && state.group === undefined && state.found === '' ? { state, wish: 'leave' } : stay({ ...state, filter: 'all', group: undefined, found: '' })
    default:
      return stay(state)
  }
}

/** Opens a host; unfolds a group. A folded row that the picked host is in is unfolded as well. */
const open = (model: RunModel, state: ViewState, window: Window): ViewState => {
  const list = listItems(model, state, roomOf(window))
  const marked = markedId([...list.pinned, ...list.rest], state.pick, pickedHost(model, state))
  const group = groupOfId(marked)
  if (group !== undefined) {
    const unfolded = { ...state, group, filter: 'all' as const }
    const first = idsOf(model, unfolded, window)[0]
    const keeps = hostOfId(state.pick) !== undefined
    return { ...unfolded, ...(first === undefined || keeps ? {} : { pick: first }), automatic: false }
  }
  return marked === undefined ? state : { ...state, screen: 'host', pick: marked, automatic: false }
}

/** The next host to look at after the picked one, then armed hosts by least time, then from the start. */
const nextToLookAt = (model: RunModel, state: ViewState): ViewState => {
  const names = [...new Set([...lookHosts(model), ...armedHosts(model)].map(({ name }) => name))]
  const at = names.indexOf(hostOfId(state.pick) ?? '')
  const next = names[(at + 1) % names.length]
  return next === undefined ? { ...state, note: 'nothing to look at, no host is armed' } : { ...state, pick: hostId(next), automatic: false }
}

const onHost = (model: RunModel, state: ViewState, window: Window, key: Key): Pressed => {
  switch (key) {
    case 'escape':
    case 'q':
      return stay({ ...state, screen: 'main' })
    case 'up':
    case 'k':
      return stay(neighbour(model, state, window, -1))
    case 'down':
    case 'j':
      return stay(neighbour(model, state, window, 1))
    case 'd':
    case 'l':
      return stay(openText(model, state, key === 'd' ? 'diff' : 'log'))
    case 'n':
      return stay(nextToLookAt(model, state))
    default:
      return stay(state)
  }
}

/** The host above or below, groups passed over. */
const neighbour = (model: RunModel, state: ViewState, window: Window, by: -1 | 1): ViewState => {
  const ids = idsOf(model, state, window).filter((id) => hostOfId(id) !== undefined)
  const at = ids.indexOf(state.pick ?? '')
  const next = ids[at === -1 ? 0 : at + by]
  return next === undefined ? state : { ...state, pick: next, automatic: false }
}

export type { Key, Pressed, Wish } from './pressed.ts'
