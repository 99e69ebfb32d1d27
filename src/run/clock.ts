import { setTimeout as sleep } from 'node:timers/promises'

/** Time, so that tests can bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after so many milliseconds, at once when the signal is aborted. Never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: async (milliseconds, signal) => {
    try {
      await sleep(milliseconds, undefined, signal ? { signal } : {})
    } catch {
      // aborted: the caller looks at the signal
    }
  },
}

/** ISO 8601 in the operator's own zone. Example: 2026-11-14T02:13:31.250+01:00 */
export const localIso = (milliseconds: number): string => {
  const date = new Date(milliseconds)
  const offset = -date.getTimezoneOffset()
  const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, '0')
  const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, -1)
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}
