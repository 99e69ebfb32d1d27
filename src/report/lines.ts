import type { EventListener, HostFinished, OutcomeCounts, RunEvent } from '../model/events.ts'
import { clean } from './clean.ts'
import { armedHosts, countWords, countsOf, endedHosts, flightSize, mayBeArmed, secondsLeft } from './measures.ts'
import { applyEvent, newModel, type HostModel, type RunModel } from './model.ts'
import { states } from './states.ts'
import { hasRest, whereabouts } from './story.ts'
import { clockText, dateText, measuredText, secondsText, spanText } from './time.ts'
import { verdict } from './verdict.ts'
import { count, someNames } from './words.ts'

/** Milliseconds without a line after which one says that the run is still going. */
export const stillAfter = 30_000

export interface LinesOptions {
  /** Takes one whole line with its newline. It must not block: see openTerminalStream. */
  readonly write: (line: string) => void
  /** 0: what happened; 1: stages as well; 2: what commands on the hosts print. Default: 0. */
  readonly verbosity?: number
  /** Spell times out and use words alone. Default: false. */
  readonly screenReader?: boolean
  /** Go on from here, when a live view was left in the middle of a run; the model is not changed. Default: a new run. */
  readonly model?: RunModel
  /** Milliseconds since the epoch. Default: Date.now. */
  readonly now?: () => number
  /** Calls back once after so many milliseconds; returns what cancels it. Default: a timer that keeps no process alive. */
  readonly after?: (milliseconds: number, callback: () => void) => () => void
}

export interface Lines {
  readonly listener: EventListener
  /** Stops the `still` lines. */
  end(): void
}

const realTimer = (milliseconds: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

/**
 * The run as plain lines: time, subject, text. No escape codes, no carriage returns, no bars; `grep HOST` tells one
 * host's whole story.
 *
 * @example startFleetRun({ ..., listeners: [createLines({ write: (line) => stream.write(line) }).listener] })
 */
export const createLines = (options: LinesOptions): Lines => {
  const { write, verbosity = 0, screenReader = false, now = Date.now, after = realTimer } = options
  const model = options.model === undefined ? newModel() : structuredClone(options.model)
  let cancel = (): void => undefined
  let ended = false
  const line = (at: number, subject: string, text: string): void => write(`${clockText(at, model.zone)} ${subject.padEnd(10)} ${text}\n`)
  const wait = (): void => {
    cancel()
    if (ended) return
    cancel = after(stillAfter, () => {
      line(now(), 'still', stillText(model, now(), screenReader))
      wait()
    })
  }
  if (options.model !== undefined) wait()
  return {
    listener: (event) => {
      const before = 'host' in event && event.host !== undefined ? model.hosts.get(event.host) : undefined
      const earlier = before === undefined ? undefined : { state: before.state, stage: before.stage, detail: before.detail }
      applyEvent(model, event)
      const said = linesOf(event, { model, verbosity, screenReader, earlier })
      for (const [subject, text] of said) line(Date.parse(event.time), subject, text)
      if (event.type === 'run-finished') {
        ended = true
        cancel()
      } else if (said.length > 0) wait()
    },
    end: () => {
      ended = true
      cancel()
    },
  }
}

interface LineContext {
  readonly model: RunModel
  readonly verbosity: number
  readonly screenReader: boolean
  readonly earlier: Pick<HostModel, 'state' | 'stage' | 'detail'> | undefined
}

type Line = readonly [subject: string, text: string]

const nameColumns = 200

const linesOf = (event: RunEvent, context: LineContext): readonly Line[] => {
  const { model, verbosity, screenReader } = context
  switch (event.type) {
    case 'run-started': {
      const at = Date.parse(event.time)
      const { folder } = model
      return [
        ['run', `${model.runId} ${model.command} ${model.inventory} ${model.playbook}: ${count(model.hosts.size, 'host')} in ${count(model.batches.length, 'batch', 'batches')}`],
        ['run', `${dateText(at, model.zone)}, log in ${folder}${folder.endsWith('/') ? '' : '/'}`],
      ]
    }
    case 'batch-started':
      return [['batch', `${event.batch}/${model.batches.length} starts: ${someNames(event.hosts.map(clean), nameColumns)}`]]
    case 'batch-finished':
      return [['batch', `${event.batch}/${model.batches.length} done: ${countsText(event.counts)}`]]
    case 'host-state':
      return stateLines(event.host, context)
    case 'host-armed': {
      const until = model.hosts.get(event.host)?.armedUntil ?? Date.parse(event.backAt)
      const time = `${screenReader ? `in ${secondsText(Math.floor(event.seconds), true)}, ` : ''}at ${clockText(until, model.zone)}`
      // The one jump of the countdown is told as well: whoever reads only this line must not rely on the first time.
      if (model.hosts.get(event.host)?.state === 'rebooting') return [[event.host, `restarts to boot on trial: goes back by itself ${time} at the earliest${screenReader ? ',' : ''} unless confirmed`]]
      return [[event.host, event.phase === 'cut over' ? `armed: goes back by itself ${time}${screenReader ? ',' : ''} unless confirmed` : `on trial: goes back by itself ${time}${screenReader ? ',' : ''} unless confirmed`]]
    }
    case 'host-away':
      return verbosity < 1 ? [] : [[event.host, event.away ? 'does not answer' : 'answers again']]
    case 'host-planned': {
      const plan = model.hosts.get(event.host)?.plan
      if (verbosity < 1 || plan === undefined) return []
      return [[event.host, `planned: ${count(plan.changes, 'change')}, ${plan.disruptive} can cut the connection; ${plan.pathBefore} becomes ${plan.pathAfter}`]]
    }
    case 'host-log':
      return verbosity < 1 ? [] : [[event.host, `${clean(event.stage)}: ${clean(event.text)}`]]
    case 'host-output':
      return verbosity < 2 ? [] : [[event.host, `output: ${clean(event.text)}`]]
    case 'host-finished':
      return finishedLines(event, context)
    case 'run-halted':
      return [['run', `HALTED: ${model.halted?.reason ?? ''}; no host starts any more`]]
    case 'run-interrupted':
      return interruptedLines(event, model)
    case 'run-warning':
      return [[event.host ?? 'run', `warning: ${clean(event.text)}`]]
    case 'run-finished': {
      const { word } = verdict(model, Date.parse(event.time))
      const rest = hasRest(model) ? `; rest: fleetnet apply --resume ${model.runId}` : ''
      return [
        ['run', countsText(event.counts)],
        ['run', `${word}: ${event.counts.lost} lost, ${new Set([...event.armed, ...mayBeArmed(model)]).size} armed${rest}`],
      ]
    }
  }
}

/** What is not zero, in words; for no host at all: nothing to do. */
const countsText = (counts: OutcomeCounts): string => {
  const words = countWords(counts).filter(([, size]) => size > 0)
  return words.length === 0 ? 'no host' : words.map(([state, size]) => `${size} ${state}`).join(', ')
}

const stateLines = (name: string, { model, verbosity, earlier }: LineContext): readonly Line[] => {
  const host = model.hosts.get(name)
  if (host === undefined) return []
  const isNew = earlier?.state !== host.state
  if (host.state === 'rolling back' && isNew) return [[name, `rolling back${host.detail === '' ? '' : `: ${host.detail}`}`]]
  if (host.state === 'unknown' && isNew) return [[name, `UNKNOWN: ${host.detail}${host.armedUntil === undefined ? '' : `; goes back by itself at ${clockText(host.armedUntil, model.zone)} unless it was confirmed`}`]]
  if (verbosity < 1 || (!isNew && host.detail === earlier?.detail)) return []
  return [[name, `${states[host.state].word}${host.detail === '' ? '' : `: ${host.detail}`}`]]
}

const finishedLines = (event: HostFinished, { model, screenReader, earlier }: LineContext): readonly Line[] => {
  const { host: name } = event
  const host = model.hosts.get(name)
  if (host === undefined) return []
  const { loud } = states[event.outcome]
  const took = `in ${secondsText(event.seconds, screenReader)}`
  const away = event.awaySeconds === undefined ? '' : `, address away ${measuredText(event.awaySeconds, event.awayPlusMinus, screenReader)}`
  const back = event.recoverySeconds === undefined ? '' : `back ${measuredText(event.recoverySeconds, event.recoveryPlusMinus, screenReader)} after it fell silent`
  const what = host.fault?.what ?? ''
  const next: Line[] = (host.fault?.next ?? []).map((text) => [name, `do: ${text}`])
  const untested: Line[] = host.untested.length === 0 ? [] : [[name, `untested until the next reboot: ${host.untested.join(' ')}`]]
  switch (event.outcome) {
    case 'committed':
      return [[name, `committed ${took}${away}`], ...untested]
    case 'unchanged':
      return [[name, 'unchanged']]
    case 'rolled back': {
      const why: Line[] = what === '' || earlier?.detail === what ? [] : [[name, `why: ${what}`]]
      const degraded = host.degraded.length === 0 ? '' : `, DEGRADED: not put back: ${host.degraded.join(' ')}`
      return [[name, `${loud} ${took}, reachable${host.address === '' ? '' : ` on ${host.address}`}${degraded}`], ...(back === '' ? [] : [[name, back] as const]), ...why, ...next]
    }
    case 'failed':
    case 'unreachable': {
      const where = whereabouts(host)
      return [[name, `${loud}: ${what}${where === '' ? '' : ', untouched'}`], ...next]
    }
    case 'unknown':
    case 'lost':
      return [[name, `${loud}: ${what}`], ...next]
    case 'skipped':
      return [[name, `skipped: ${what === '' ? 'not started' : what}`]]
  }
}

const interruptedLines = (event: Extract<RunEvent, { type: 'run-interrupted' }>, model: RunModel): readonly Line[] => {
  if (event.times === 1) return [['run', `Ctrl-C: ${count(event.letGo, 'host')} let go, ${count(event.armed.length, 'armed host')} ${event.armed.length === 1 ? 'finishes' : 'finish'}`]]
  const armed: Line[] = event.armed.map(({ host, backAt }) => [host, `still armed: goes back by itself at ${clockText(Date.parse(backAt), model.zone)}`])
  return [['run', `Ctrl-C again: nobody is watched any more; ${count(event.armed.length, 'host')} still armed`], ...armed]
}

const stillText = (model: RunModel, now: number, screenReader: boolean): string => {
  const armed = armedHosts(model)
  const [first] = armed
  const left = first === undefined ? undefined : (secondsLeft(first, now) ?? 0)
  const back = left === undefined ? '' : screenReader ? `, first goes back in ${secondsText(left, true)}` : `, first back in ${spanText(left)}`
  return `${model.batch}/${model.batches.length}, ${endedHosts(model)}/${model.hosts.size} done, ${flightSize(model)} in flight, ${armed.length} armed${back}`
}

/** The counts of a model, in words. Example: 21 committed, 1 unchanged */
export const modelCountsText = (model: RunModel): string => countsText(countsOf(model))
