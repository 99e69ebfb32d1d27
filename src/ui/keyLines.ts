import type { RunModel } from '../report/model.ts'
import { cut } from '../report/clean.ts'
import type { ViewState } from './viewState.ts'

/** The last row: a note, what is being typed, or the keys, as many as fit; how to stop is never left out. */
export const keyText = (model: RunModel, state: ViewState, columns: number, folded: boolean): string => {
  if (state.finding !== undefined) return cut(`find: ${state.finding}_   enter keeps it  esc forgets it`, columns)
  if (state.note !== '') return cut(state.note, columns)
  const stopping = model.interrupted !== undefined && model.exitCode === undefined
  const last = stopping ? ['? keys', '^C again: stop watching'] : ['? keys', '^C stop']
  const keys = keysOf(state, stopping, folded)
  for (let shown = keys.length; shown >= 0; shown -= 1) {
    const text = [...keys.slice(0, shown), ...last].join('  ')
    if (text.length <= columns) return text
  }
  return cut(last[1] ?? '', columns)
}

const keysOf = ({ screen, help, filter, group, found }: ViewState, stopping: boolean, folded: boolean): string[] => {
  if (help) return ['esc back']
  switch (screen) {
    case 'main':
      if (filter !== 'all' || group !== undefined || found !== '') return ['up/down pick', 'enter host', 'esc all hosts', 'f filter', '/ find']
      if (stopping) return ['up/down pick', 'enter host', 'd diff']
      return folded ? ['up/down pick', 'enter unfold', 'n next', '/ find', 'f filter'] : ['up/down pick', 'enter host', 'd diff', 'n next to look at', '/ find']
    case 'host':
      return ['up/down next host', 'd diff', 'l whole log', 'esc back']
    case 'diff':
      return ['space/b page', ']/[ next file', 'up/down line', 'esc back']
    case 'log':
      return ['space/b page', 'up/down line', '/ find', 'esc back']
  }
}

/** What every key does, for `?`. */
export const helpTexts: readonly string[] = [
  'No key changes a host.',
  '',
  'up down j k       move the pick, or the text   PgUp PgDn Home End as well',
  'enter / esc       open a host, unfold a group / back',
  'd  l              diff, whole log of the picked host',
  'space b           in them: one page on, one page back',
  '] [               next file, previous file of a diff',
  'n                 next thing to look at, then next armed by least time',
  'f                 filter: all, to look at, armed, in flight, waiting, done',
  '/                 find: a host by name; in diff and log a text',
  'r                 repaint',
  'q                 back; here: leave the view, the run goes on as plain lines',
  '^C                once: armed hosts finish, no other starts',
  '                  twice: stop watching; armed hosts go back by themselves',
]
