import type { RunEvent } from '../../src/model/events.ts'
import { reduce } from '../../src/report/model.ts'
import { frame, frameText } from '../../src/ui/frame.ts'
import { press, type Key } from '../../src/ui/press.ts'
import { firstState, groupId, settlePick, type ViewState, type Window } from '../../src/ui/viewState.ts'
import { at, folded, rolling, stopping } from './stories.ts'

interface Scene {
  readonly events: () => readonly RunEvent[]
  readonly clock: string
  readonly keys?: readonly Key[]
  readonly state?: Partial<ViewState>
}

const rollingScene = (keys: readonly Key[] = []): Scene => ({ events: () => rolling().events, clock: '02:14:51', keys })

const scenes: Readonly<Record<string, Scene>> = {
  main: rollingScene(),
  host: rollingScene(['enter']),
  diff: rollingScene(['enter', 'd']),
  log: rollingScene(['l']),
  keys: rollingScene(['?']),
  find: rollingScene(['/', '1', '2']),
  filter: rollingScene(['f']),
  unfolded: rollingScene(['end', 'up', 'enter']),
  folded: { events: () => folded().events, clock: '02:41:07', state: { pick: groupId('cause rolled back no LACP partner on bond0 after 45 s'), automatic: false } },
  stopping: { events: () => stopping().events, clock: '02:14:53' },
}

export interface Look {
  readonly columns: number
  readonly rows: number
  readonly mode: 'ascii' | 'unicode' | 'colour'
}

const looks: readonly Look[] = [
  { columns: 80, rows: 24, mode: 'ascii' },
  { columns: 80, rows: 24, mode: 'unicode' },
  { columns: 80, rows: 24, mode: 'colour' },
  { columns: 60, rows: 15, mode: 'ascii' },
  { columns: 60, rows: 24, mode: 'unicode' },
  { columns: 100, rows: 30, mode: 'ascii' },
  { columns: 200, rows: 50, mode: 'unicode' },
]

/** One screen of a scene, as it is drawn. NO_COLOR is every mode but `colour`. */
export const screenOf = (scene: Scene, { columns, rows, mode }: Look): string => {
  const model = reduce(scene.events())
  const window: Window = { columns, rows, ascii: mode === 'ascii' }
  let state: ViewState = settlePick(model, { ...firstState, ...scene.state })
  for (const key of scene.keys ?? []) state = press(model, state, window, key).state
  return frameText(frame(model, state, window, at(scene.clock)), mode === 'colour')
}

/** Every golden screen by the name of its file: `main-80x24-ascii.txt`. */
export const screens = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(scenes).flatMap(([name, scene]) => looks.map((look) => [`${name}-${look.columns}x${look.rows}-${look.mode}.txt`, `${screenOf(scene, look)}\n`] as const)))
