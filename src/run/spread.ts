import type { Spread } from '../model/events.ts'

/** What was measured of one host. */
export interface Figure {
  readonly host: string
  readonly seconds: number
}

/**
 * The spread of some figures; undefined of none. Percentiles are figures that were measured (nearest rank), never means.
 *
 * @example spreadOf([{ host: 'a', seconds: 2 }, { host: 'b', seconds: 4 }]) // { hosts: 2, p50: 2, p95: 4, max: 4, maxHost: 'b' }
 */
export const spreadOf = (figures: readonly Figure[]): Spread | undefined => {
  const sorted = figures.toSorted((a, b) => a.seconds - b.seconds)
  const worst = sorted.find(({ seconds }) => seconds === sorted.at(-1)?.seconds)
  if (worst === undefined) return undefined
  const rank = (percent: number): number => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]?.seconds ?? worst.seconds
  return { hosts: sorted.length, p50: rank(50), p95: rank(95), max: worst.seconds, maxHost: worst.host }
}
