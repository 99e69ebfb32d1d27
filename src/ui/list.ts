import type { HostState } from '../model/events.ts'
import { armedStates, doneStates, flightStates, hostsIn, isArmed, median } from '../report/measures.ts'
import type { HostModel, RunModel } from '../report/model.ts'
import { stateNames, states } from '../report/states.ts'
import { causesOf, type Cause } from '../report/story.ts'
import { cell, cut } from '../report/clean.ts'
import type { Row } from '../report/style.ts'
import { titleRow } from './columns.ts'
import { causeId, causeItem, flightHosts, foldItem, hostItem, type Item, lookHosts, type Look, stateItem, titleItem } from './items.ts'
import { heightOf, type List, moreItem } from './listRows.ts'
import { groupOfId, type ViewState } from './viewState.ts'

/** Chooses what is listed in `room` rows: hosts while they fit, causes instead of hosts and states instead of rows when not. */
export const listItems = (model: RunModel, state: ViewState, room: number): List => {
  if (state.group !== undefined || state.filter !== 'all' || state.finding !== undefined || state.found !== '') return chosenHosts(model, state)
  const look = lookHosts(model)
  const flight = flightHosts(model)
  const folds = foldedRest(model, false)
  const explained = look.map((host) => hostItem(host, true))
  const half = Math.floor((room - 1) / 2)
  const lookFits = heightOf(explained) <= half
  const forLook = lookFits ? heightOf(explained) : Math.min(half, causesOf(model).length + 1)
  const others = flight.filter((host) => !isArmed(host))
  const flightRoom = room - 1 - forLook - folds.length
  // Armed hosts are told by name as long as that can be; hosts that are not armed yet fold into one row before that.
  const shown = flight.length <= flightRoom ? flight : flight.filter(isArmed)
  const flightFits = shown.length + (shown.length < flight.length ? 1 : 0) <= flightRoom
  const rest = [...(shown.length < flight.length ? [foldItem(model, 'in flight', others, false)] : []), ...folds]
  if (lookFits && flightFits) return { pinned: [titleItem(({ widths }) => titleRow(widths, 'HOST')), ...explained], rest: [...startedAndSkipped(model, flightRoom - shown.length, shown), ...rest] }
  return foldedList(model, { room, flight: shown, rest, flightFits })
}

/** In flight, and who was let go after it had started, while there is room for them. */
const startedAndSkipped = (model: RunModel, room: number, flight: readonly HostModel[]): Item[] => {
  const letGo = startedSkipped(model)
  return [...flight, ...(letGo.length <= room ? letGo : [])].map((host) => hostItem(host, false))
}

const startedSkipped = (model: RunModel): HostModel[] => {
  const skipped = hostsIn(model, ['skipped'])
  const started = skipped.filter((host) => host.startedAt !== undefined)
  return started.length <= 4 ? started : []
}

const foldedRest = (model: RunModel, asGroup: boolean): Item[] => {
  const shown = new Set(asGroup ? [] : startedSkipped(model))
  const groups = [
    ['waiting', hostsIn(model, ['waiting'])],
    ['skipped', hostsIn(model, ['skipped']).filter((host) => !shown.has(host))],
    ['done', hostsIn(model, doneStates)],
  ] as const
  return groups.filter(([, hosts]) => hosts.length > 0).map(([kind, hosts]) => foldItem(model, kind, hosts, asGroup))
}

const foldedList = (model: RunModel, { room, flight, rest: folds, flightFits }: { readonly room: number; readonly flight: readonly HostModel[]; readonly rest: readonly Item[]; readonly flightFits: boolean }): List => {
  const causes = causesOf(model)
  const lost = hostsIn(model, ['lost'])
  const others = causes.filter((cause) => cause.state !== 'lost')
  const byStage = flightStates.filter((state) => model.byState[state].size > 0)
  // Where not all of them fit, armed ones come first: they are what somebody looks for.
  const isFull = 2 + byStage.length + 3 + Math.min(lost.length + others.length, Math.floor(room / 2)) > room
  const present = isFull ? byStage.toSorted((a, b) => Number(armedStates.includes(b)) - Number(armedStates.includes(a))) : byStage
  const rest = flightFits
    ? [titleItem(({ widths }) => titleRow(widths, 'HOST')), ...flight.map((host) => hostItem(host, false)), ...folds]
    : [...(present.length > 0 ? [titleItem(flightTitle)] : []), ...present.map((state) => stateItem(model, state)), ...foldedRest(model, true)]
  const minute = flightFits ? [] : lastMinute(model)
  const need = heightOf(rest) + heightOf(minute)
  // At least a line for each, up to half of the room; more only where nothing else wants it.
  const least = Math.min(1 + lost.length + others.length, Math.max(2, Math.floor(room / 2)))
  const forLook = Math.max(least, room - need) - 1
  const pinned = lost.length + others.length === 0 ? [] : [titleItem(lookTitle), ...lookItems(lost, others, forLook)]
  return { pinned, rest: [...rest, ...(heightOf(pinned) + need <= room ? minute : [])] }
}

/** Lost hosts one by one, never folded while they fit; then causes, as many of them expanded as there is room for. */
const lookItems = (lost: readonly HostModel[], causes: readonly Cause[], room: number): Item[] => {
  const needed = lost.length + causes.length
  if (needed > room) {
    const shownLost = lost.slice(0, lost.length > room - 1 ? Math.max(0, room - 1) : lost.length)
    const shownCauses = causes.slice(0, Math.max(0, room - 1 - shownLost.length))
    const hiddenHosts = lost.length - shownLost.length + causes.slice(shownCauses.length).reduce((sum, { hosts }) => sum + hosts.length, 0)
    return [...shownLost.map((host) => hostItem(host, false)), ...shownCauses.map((cause) => causeItem(cause, false)), moreItem(`${hiddenHosts} more to look at: f shows them`)]
  }
  let spare = room - needed
  const items: Item[] = []
  for (const host of lost) {
    const item = hostItem(host, true)
    const chosen = item.height - 1 <= spare ? item : hostItem(host, false)
    spare -= chosen.height - 1
    items.push(chosen)
  }
  for (const cause of causes) {
    const item = causeItem(cause, true)
    const chosen = item.height - 1 <= spare ? item : causeItem(cause, false)
    spare -= chosen.height - 1
    items.push(chosen)
  }
  return items
}

const lookTitle = (look: Look): Row => [{ text: `${' '.repeat(2 + look.widths.symbol)}${cell('TO LOOK AT', 15)}HOSTS`, style: { dim: true } }]
const flightTitle = (look: Look): Row => [{ text: cut(`${' '.repeat(2 + look.widths.symbol)}${cell('IN FLIGHT', 15)}HOSTS  FIRST BACK IN  LONGEST`, look.columns), style: { dim: true } }]

/** What the last minute brought: measured, never projected. */
const lastMinute = (model: RunModel): Item[] => {
  if (model.commits.length === 0) return []
  return [
    titleItem(({ columns, now }) => {
      const recent = model.commits.filter(({ at }) => at > now - 60_000)
      const away = recent.flatMap((commit) => commit.away ?? [])
      const times = away.length === 0 ? '' : `, address away ${Math.round(median(away) ?? 0)} s median, ${Math.round(Math.max(...away))} s longest`
      return [{ text: cut(`last minute: ${recent.length} hosts committed${times}`, columns) }]
    }),
  ]
}

/** The hosts of a filter, of an unfolded group, or with a name that is looked for, each on a row of its own. */
const chosenHosts = (model: RunModel, state: ViewState): List => {
  const title = state.group === undefined ? (state.filter === 'all' ? 'HOST' : state.filter.toUpperCase()) : groupTitle(state.group)
  const looked = (state.finding ?? state.found).toLowerCase()
  const hosts = hostsOfChoice(model, state).filter(({ name }) => name.toLowerCase().includes(looked))
  const explained = state.filter === 'to look at'
  const none = hosts.length === 0 ? [moreItem('no host: esc shows all again')] : []
  return { pinned: [titleItem(({ widths }) => titleRow(widths, title))], rest: [...hosts.map((host) => hostItem(host, explained)), ...none] }
}

const groupTitle = (group: string): string => {
  const rest = group.replace(/^(?:state|cause) /, '')
  return (group.startsWith('cause ') ? (stateNames.find((state) => rest.startsWith(`${state} `)) ?? rest) : rest).slice(0, 15).toUpperCase()
}

const hostsOfChoice = (model: RunModel, { group, filter }: ViewState): HostModel[] => {
  if (group !== undefined) return hostsOfGroup(model, group)
  switch (filter) {
    case 'all':
      return [...lookHosts(model), ...flightHosts(model), ...hostsIn(model, ['waiting']), ...hostsIn(model, ['skipped']), ...hostsIn(model, doneStates)]
    case 'to look at':
      return lookHosts(model)
    case 'armed':
      return [...flightHosts(model), ...hostsIn(model, ['unknown'])].filter(isArmed)
    case 'in flight':
      return flightHosts(model)
    case 'waiting':
      return hostsIn(model, ['waiting'])
    case 'done':
      return hostsIn(model, [...doneStates, 'skipped'])
  }
}

const hostsOfGroup = (model: RunModel, group: string): HostModel[] => {
  if (group === 'state done') return hostsIn(model, doneStates)
  if (group === 'state in flight') return flightHosts(model).filter((host) => !isArmed(host))
  const cause = causesOf(model).find((candidate) => groupOfId(causeId(candidate)) === group)
  if (cause !== undefined) return [...cause.hosts]
  const state = group.replace(/^state /, '')
  return isState(state) ? hostsIn(model, [state]) : []
}

const isState = (text: string): text is HostState => text in states
