import type { HostModel, RunModel } from '../report/model.ts'
import { rowText } from '../report/style.ts'
import { fileStarts } from './diffRows.ts'
import { pageSize, textOf } from './frame.ts'
import { type Key, type Pressed, stay } from './pressed.ts'
import { pickedHost, type ViewState, type Window } from './viewState.ts'

/** Opens diff or log of the picked host: a diff from its start, a log at its end. */
export const openText = (model: RunModel, state: ViewState, screen: 'diff' | 'log'): ViewState =>
  pickedHost(model, state) === undefined ? { ...state, note: 'pick a host first: enter unfolds a group' } : { ...state, screen, scroll: screen === 'diff' ? 0 : Number.MAX_SAFE_INTEGER, found: '', automatic: false }

/** Keys of diff and log. */
export const onText = (model: RunModel, state: ViewState, window: Window, key: Key): Pressed => {
  const host = pickedHost(model, state)
  if (host === undefined || key === 'escape' || key === 'q') return stay({ ...state, screen: 'host', found: '' })
  const page = pageSize(model, state, host, window)
  const scrolled = (by: number): Pressed => stay(scrollTo(model, state, host, window, currentScroll(model, state, host, window) + by))
  switch (key) {
    case 'up':
    case 'k':
      return scrolled(-1)
    case 'down':
    case 'j':
      return scrolled(1)
    case ' ':
    case 'pageDown':
      return scrolled(page)
    case 'b':
    case 'pageUp':
      return scrolled(-page)
    case 'home':
      return scrolled(Number.NEGATIVE_INFINITY)
    case 'end':
      return scrolled(Number.POSITIVE_INFINITY)
    case 'd':
    case 'l':
      return stay(openText(model, state, key === 'd' ? 'diff' : 'log'))
    case ']':
    case '[': {
      const starts = fileStarts(textOf(model, state, host, window.columns - 1).rows)
      const at = currentScroll(model, state, host, window)
      const next = key === ']' ? starts.find((start) => start > at) : starts.findLast((start) => start < at)
      return next === undefined ? stay(state) : stay(scrollTo(model, state, host, window, next))
    }
    case '/':
      return stay({ ...state, finding: '' })
    case 'n':
      return stay(state.found === '' ? state : jumpTo(model, state, window, 1))
    default:
      return stay(state)
  }
}

const lastScroll = (model: RunModel, state: ViewState, host: HostModel, window: Window): number =>
  Math.max(0, textOf(model, state, host, window.columns - 1).rows.length - pageSize(model, state, host, window))

const currentScroll = (model: RunModel, state: ViewState, host: HostModel, window: Window): number => Math.min(state.scroll, lastScroll(model, state, host, window))

const scrollTo = (model: RunModel, state: ViewState, host: HostModel, window: Window, to: number): ViewState => {
  const last = lastScroll(model, state, host, window)
  // At the end of a log the text goes on scrolling by itself.
  const scroll = Math.max(0, Math.min(last, to))
  return { ...state, scroll: state.screen === 'log' && scroll === last ? Number.MAX_SAFE_INTEGER : scroll }
}

/** Scrolls to the next row that holds what is looked for. */
export const jumpTo = (model: RunModel, state: ViewState, window: Window, after: 0 | 1): ViewState => {
  const host = pickedHost(model, state)
  if (host === undefined || state.found === '') return state
  const { rows } = textOf(model, state, host, window.columns - 1)
  const from = Math.min(state.scroll, Math.max(0, rows.length - 1)) + after
  const looked = state.found.toLowerCase()
  const has = (index: number): boolean => rowText(rows[index] ?? []).toLowerCase().includes(looked)
  const order = [...rows.keys()].map((index) => (index + from) % rows.length)
  const at = order.find(has)
  return at === undefined ? { ...state, note: `not found: ${state.found}` } : { ...state, scroll: at }
}
