export type * from '../schema/generated/event.ts'
import type { RunEvent } from '../schema/generated/event.ts'

/** An event without its time: the run puts that on. */
export type UntimedEvent = RunEvent extends infer Event ? (Event extends RunEvent ? Omit<Event, 'time'> : never) : never

/** Who is told of a run's events: journal, live view, lines. It must return at once and never throw. */
export type EventListener = (event: RunEvent) => void
