// Faults as data: what happens to a host, and when.
import type { RunEvent } from '../../src/model/events.ts'
import { killAt } from '../run/stages.ts'

/** When a fault strikes: at a moment that the run's events tell, or milliseconds after the transaction was sent. */
export type Moment = { readonly stage: string; readonly at: (event: RunEvent) => boolean } | { readonly milliseconds: number }

export const kinds = ['power cut', 'two power cuts', 'restart by a person', 'controller killed', 'link cut', 'watchdog killed', 'supervisor killed', 'clock set back'] as const
export type Kind = (typeof kinds)[number]

export interface Fault {
  readonly kind: Kind
  readonly moment: Moment
}

export const nameOf = ({ kind, moment }: Fault): string => `${kind} at ${'stage' in moment ? moment.stage : `${moment.milliseconds} ms`}`

const when = (stage: string): Moment => {
  const found = killAt.find((each) => each.stage === stage)
  if (found === undefined) throw new Error(`no stage ${stage}`)
  return found
}

/** Every stage for what takes the host or the controller away; the stages that matter for the rest. */
export const stagedFaults: readonly Fault[] = [
  ...killAt.flatMap((moment): Fault[] => [{ kind: 'power cut', moment }, { kind: 'controller killed', moment }, { kind: 'link cut', moment }]),
  ...['armed', 'cutting over', 'confirming'].map((stage): Fault => ({ kind: 'restart by a person', moment: when(stage) })),
  ...['staged', 'cutting over', 'verifying'].flatMap((stage): Fault[] => [
    { kind: 'watchdog killed', moment: when(stage) },
    { kind: 'supervisor killed', moment: when(stage) },
    { kind: 'clock set back', moment: when(stage) },
  ]),
]

/** A small generator (mulberry32), so that a seed gives the same faults everywhere. */
export const generator = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Three of four are power cuts. @param span milliseconds that a transaction takes from its sending to its end */
export const randomFaults = (seed: number, count: number, span: number): Fault[] => {
  const random = generator(seed)
  return Array.from({ length: count }, () => {
    const moment = { milliseconds: Math.floor(random() * span) }
    const kind = random() < 0.75 ? 'power cut' : kinds[Math.floor(random() * kinds.length)]
    return { kind: kind ?? 'power cut', moment }
  })
}
