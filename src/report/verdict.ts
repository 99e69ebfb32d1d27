import type { HostState } from '../model/events.ts'
import { armedHosts, failuresOf, flightSize, lookStates, secondsLeft, sizeOf } from './measures.ts'
import type { HostModel, RunModel } from './model.ts'
import type { Style } from './style.ts'
import { clockText, spanText } from './time.ts'
import { count } from './words.ts'

export type VerdictWord = 'SAFE' | 'ARMED' | 'LOOK' | 'LOST' | 'STOPPING'

/** Are we safe? One word and one sentence, with `0 lost` said out loud. */
export interface Verdict {
  readonly word: VerdictWord
  readonly sentence: string
  /** The same for a narrow window. */
  readonly short: string
  readonly style: Style
}

const verdictStyles: Readonly<Record<VerdictWord, Style>> = {
  SAFE: { bold: true },
  ARMED: { color: 'yellow', bold: true },
  LOOK: { color: 'magenta', bold: true },
  STOPPING: { color: 'yellow', bold: true },
  LOST: { color: 'red', bold: true, inverse: true },
}

/** The worst one wins: SAFE, ARMED, LOOK, STOPPING, LOST. */
export const verdict = (model: RunModel, now: number): Verdict => {
  const word = verdictWord(model)
  return { word, sentence: sentenceOf(model, word, now), short: shortOf(model, now), style: verdictStyles[word] }
}

const verdictWord = (model: RunModel): VerdictWord => {
  if (model.byState.lost.size > 0) return 'LOST'
  if (model.interrupted !== undefined && model.exitCode === undefined) return 'STOPPING'
  if (sizeOf(model, lookStates) > 0) return 'LOOK'
  return armedHosts(model).length > 0 ? 'ARMED' : 'SAFE'
}

const whereabouts: Partial<Record<HostState, string>> = { 'rolled back': ', reachable', failed: ', untouched', unreachable: ', untouched' }

const lookPhrase = (model: RunModel): { readonly text: string; readonly many: boolean } | undefined => {
  const kinds = lookStates.filter((state) => model.byState[state].size > 0)
  const [only] = kinds
  if (only === undefined) return undefined
  const size = sizeOf(model, lookStates)
  const where = only === 'unknown' ? doubtUntil(model) : (whereabouts[only] ?? '')
  return kinds.length === 1 ? { text: `${size} ${only}${where}`, many: false } : { text: `${size} to look at`, many: true }
}

/** By when hosts in doubt have gone back by themselves unless they were confirmed; '' when that is not known. */
const doubtUntil = (model: RunModel): string => {
  const times = [...model.byState.unknown].map((name) => model.hosts.get(name)?.armedUntil)
  const latest = Math.max(...times.map((time) => time ?? 0))
  return times.includes(undefined) ? '' : `, confirmed or back by ${clockText(latest, model.zone)}`
}

const armedPhrase = (model: RunModel, now: number): string => {
  const armed = armedHosts(model)
  const [first] = armed
  if (first === undefined) return ''
  return `${armed.length} armed, first ${goesBack(first, now)}`
}

const goesBack = (host: HostModel, now: number): string => {
  if (host.state === 'rolling back') return 'goes back now'
  const left = secondsLeft(host, now) ?? 0
  return left === 0 ? 'is due' : `goes back in ${spanText(left)}`
}

/** That nobody is armed is said only when it is known. */
const nobodyArmed = (model: RunModel, lowerCase: boolean): string => {
  const text = model.byState.unknown.size === 0 ? 'No host is armed' : 'Who is still armed is not known'
  return lowerCase ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
}

/** What counts, in the fewest words: lost, to look at, armed, the least time left. */
const shortOf = (model: RunModel, now: number): string => {
  const look = sizeOf(model, lookStates) - model.byState.lost.size
  const armed = armedHosts(model)
  const [first] = armed
  const left = first === undefined ? '' : first.state === 'rolling back' ? ' (now)' : ` (${spanText(secondsLeft(first, now) ?? 0)})`
  return `${model.byState.lost.size} lost, ${look} to look at, ${armed.length} armed${left}.`
}

const sentenceOf = (model: RunModel, word: VerdictWord, now: number): string => {
  const lost = model.byState.lost.size
  const armed = armedPhrase(model, now)
  switch (word) {
    case 'LOST': {
      const names = [...model.byState.lost].slice(0, 3).join(' ')
      return `${lost} lost: ${names}${lost > 3 ? ' ...' : ''}. ${armed === '' ? nobodyArmed(model, false) : armed}.`
    }
    case 'STOPPING': {
      const untouched = sizeOf(model, ['skipped', 'waiting', 'connecting', 'probing', 'planned'])
      const finishing = armedHosts(model).length
      const [one, more] = model.interrupted?.times === 2 ? ['goes back by itself', 'go back by themselves'] : ['finishes', 'finish']
      return `no host starts any more. ${finishing} armed ${finishing === 1 ? one : more}, ${untouched} ${untouched === 1 ? 'stays' : 'stay'} untouched. 0 lost.`
    }
    case 'LOOK': {
      const look = lookPhrase(model)
      const tail = armed === '' ? nobodyArmed(model, look?.many === true) : armed
      return `${look?.text ?? ''}${look?.many ? ',' : '.'} ${tail}. 0 lost.`
    }
    case 'ARMED':
      return `${armed}. 0 lost.`
    case 'SAFE':
      return model.exitCode === undefined ? 'no host is armed, nothing to look at. 0 lost.' : 'every host is as it should be. No host is armed. 0 lost.'
  }
}

/** What happens when nobody touches a key. Always a full sentence. With a host: what happens to that one. */
export const ifYouDoNothing = (model: RunModel, now: number, host?: HostModel): string => `If you do nothing: ${host === undefined ? fleetSentence(model) : hostSentence(model, host, now)}`

const fleetSentence = (model: RunModel): string => {
  if (model.exitCode !== undefined) return 'nothing happens any more, the run has ended.'
  const flight = flightSize(model)
  const armed = armedHosts(model)
  const until = armed.reduce((latest, { armedUntil }) => Math.max(latest, armedUntil ?? 0), 0)
  if (model.interrupted?.times === 2) return armed.length === 0 ? 'the summary comes.' : `armed hosts go back by themselves, the last at ${clockText(until, model.zone)}.`
  if (model.interrupted !== undefined || model.halted !== undefined) {
    const why = model.halted === undefined || model.interrupted !== undefined ? '' : `the run halted; `
    if (armed.length === 0) return flight === 0 ? `${why}the summary comes.` : `${why}${count(flight, 'host')} ${flight === 1 ? 'is' : 'are'} let go, then the summary comes.`
    if (until === 0) return `${why}armed hosts go back, then the summary comes.`
    return `${why}armed hosts are confirmed or go back by ${clockText(until, model.zone)}.`
  }
  const failures = failuresOf(model)
  const budget = model.maxFailures
  const waiting = model.batches[model.batch - 1]?.hosts.some((name) => model.byState.waiting.has(name)) ?? model.byState.waiting.size > 0
  const last = model.batch >= model.batches.length
  if (model.batch === 0) return 'the first batch starts.'
  if (waiting) {
    if (last) return `the run goes on, ${count(model.byState.waiting.size, 'host')} still to start, then it ends (failures ${failures}).`
    return failures > budget ? `this batch goes on, then the run halts (failures ${failures} of ${budget}).` : `the run goes on; at ${count(budget + 1, 'failure')} it halts (now ${failures}).`
  }
  const finish = flight === 0 ? '' : `${count(flight, 'host')} ${flight === 1 ? 'finishes' : 'finish'}, then `
  if (last) return `${finish}the run ends (failures ${failures} of ${budget}).`
  if (failures > budget) return `${finish}the run halts (failures ${failures}, tolerated ${budget}).`
  return `${finish}batch ${model.batch + 1} of ${model.batches.length} starts (failures ${failures} of ${budget}).`
}

const hostSentence = (model: RunModel, host: HostModel, now: number): string => {
  const { name } = host
  const was = host.checkpointAt === undefined ? '' : ` to what it was at ${clockText(host.checkpointAt, model.zone)}`
  switch (host.state) {
    case 'waiting':
      return model.interrupted === undefined && model.halted === undefined ? `${name} starts with batch ${host.batch} of ${model.batches.length}.` : `${name} stays untouched.`
    case 'connecting':
    case 'probing':
    case 'planned':
      return model.interrupted === undefined && model.halted === undefined ? `${name} goes on to its change.` : `${name} is let go, untouched.`
    case 'armed':
    case 'staging':
    case 'cutting over':
    case 'rebooting':
    case 'verifying':
    case 'confirming':
      if (host.armedUntil === undefined) return `${name} goes on; nothing in its plan can cut the connection.`
      return now >= host.armedUntil ? `${name} goes back now${was}.` : `${name} goes back at ${clockText(host.armedUntil, model.zone)}${was}.`
    case 'rolling back':
      return `${name} goes back now${was}.`
    case 'committed':
    case 'unchanged':
      return `${name} stays as it is, as desired.`
    case 'rolled back':
      return `${name} stays as it was before, reachable.`
    case 'failed':
    case 'unreachable':
    case 'skipped':
      return `${name} stays as it is, untouched.`
    case 'unknown':
      return host.armedUntil === undefined ? `${name} is not asked again: fleetnet status tells.` : `${name} goes back by itself at ${clockText(host.armedUntil, model.zone)} unless it was confirmed.`
    case 'lost':
      return `${name} stays lost: go to its console.`
  }
}
