import type { HostModel } from '../report/model.ts'
import type { RunModel } from '../report/model.ts'
import { armedHosts, doneStates, flightStates, hostsIn, lookStates } from '../report/measures.ts'
import { states } from '../report/states.ts'

export type Screen = 'main' | 'host' | 'diff' | 'log'
export const filters = ['all', 'to look at', 'armed', 'in flight', 'waiting', 'done'] as const
export type Filter = (typeof filters)[number]

/** What the operator has chosen to see. It never reaches the run. */
export interface ViewState {
  readonly screen: Screen
  readonly help: boolean
  /** Id of the list's item: `host NAME` or `group KEY`. It stays on its host while rows move. */
  readonly pick: string | undefined
  /** Whether the view chose the pick itself; then it moves on when its host has ended. */
  readonly automatic: boolean
  readonly filter: Filter
  /** The group that is unfolded, alone in the list. */
  readonly group: string | undefined
  /** What is being typed after `/`. */
  readonly finding: string | undefined
  /** The search that holds: names in the list, text in diff and log. */
  readonly found: string
  /** First line of diff or log. */
  readonly scroll: number
  /** A line in place of the keys. */
  readonly note: string
}

export const firstState: ViewState = {
  screen: 'main',
  help: false,
  pick: undefined,
  automatic: true,
  filter: 'all',
  group: undefined,
  finding: undefined,
  found: '',
  scroll: 0,
  note: '',
}

/** How large the window is, and how it may be drawn on. */
export interface Window {
  readonly columns: number
  readonly rows: number
  readonly ascii: boolean
}

export const hostId = (name: string): string => `host ${name}`
export const groupId = (key: string): string => `group ${key}`
export const hostOfId = (id: string | undefined): string | undefined => (id?.startsWith('host ') ? id.slice(5) : undefined)
export const groupOfId = (id: string | undefined): string | undefined => (id?.startsWith('group ') ? id.slice(6) : undefined)

/** The host that is picked, if it is one. */
export const pickedHost = (model: RunModel, state: ViewState): HostModel | undefined => {
  const name = hostOfId(state.pick)
  return name === undefined ? undefined : model.hosts.get(name)
}

/** A pick that makes sense: the operator's own, or the armed host with the least time left, or who is in flight, or to look at. */
export const settlePick = (model: RunModel, state: ViewState): ViewState => {
  const picked = pickedHost(model, state)
  const stays = state.pick !== undefined && (!state.automatic || (picked !== undefined && states[picked.state].standing === 'in flight'))
  if (stays) return state
  const next = armedHosts(model)[0] ?? hostsIn(model, flightStates)[0] ?? lookStates.flatMap((look) => hostsIn(model, [look]))[0] ?? hostsIn(model, doneStates)[0] ?? hostsIn(model, ['waiting'])[0]
  return next === undefined ? state : { ...state, pick: hostId(next.name), automatic: true }
}
