/** One question to a host, whether it answered. Milliseconds on a monotonic clock. */
export interface Asked {
  readonly sentAt: number
  /** undefined: no answer came in its time. */
  readonly answeredAt: number | undefined
}

/** A measured time: `seconds`, and by how many it may be off either way. 0 seconds: nothing was noticed, less than twice `plusMinus`. */
export interface Measured {
  readonly seconds: number
  readonly plusMinus: number
}

/** Between an answer and the next one, with questions between them that nobody answered. */
interface Gap {
  readonly answeredBefore: number
  readonly firstMissed: number
  readonly lastMissed: number
  readonly answeredAfter: number
}

interface Found {
  readonly gaps: readonly Gap[]
  /** The longest time between two answers that nothing was missed in: an outage that long may have gone unnoticed. */
  readonly blind: number
  readonly silent: boolean
  /** It was asked before its first answer, and nobody knows whether it was away or cannot be asked. */
  readonly late: boolean
}

const find = (asked: readonly Asked[]): Found => {
  const gaps: Gap[] = []
  let blind = 0
  let last: number | undefined
  let late = false
  let missed: { readonly first: number; last: number } | undefined
  for (const { sentAt, answeredAt } of asked.toSorted((a, b) => a.sentAt - b.sentAt)) {
    if (answeredAt === undefined) {
      if (last === undefined) late = true
      else missed = { first: missed?.first ?? sentAt, last: sentAt }
    } else {
      if (last !== undefined && missed !== undefined) gaps.push({ answeredBefore: last, firstMissed: missed.first, lastMissed: missed.last, answeredAfter: Math.max(answeredAt, missed.last) })
      else if (last !== undefined) blind = Math.max(blind, answeredAt - last)
      last = sentAt
      missed = undefined
    }
  }
  return { gaps, blind, silent: missed !== undefined, late }
}

/** Thousandths as seconds, to hundredths. */
const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100

/** The middle of what it may have been at least and at most. */
const between = (least: number, most: number): Measured => ({ seconds: seconds((most + least) / 2), plusMinus: seconds((most - least) / 2) })

/**
 * How long an address did not answer. A question that was answered proves that the host was there when it was sent or a
 * little later; one without an answer, that it was not. So each gap lasted at least from its first to its last missed
 * question, and at most from the answer before to the answer after. Several gaps are added up. undefined: it was never
 * heard, or not heard again.
 *
 * @example outageOf([{ sentAt: 0, answeredAt: 1 }, { sentAt: 250, answeredAt: undefined }, { sentAt: 500, answeredAt: 510 }]) // { seconds: 0.26, plusMinus: 0.26 }
 */
export const outageOf = (asked: readonly Asked[]): Measured | undefined => {
  const { gaps, blind, silent, late } = find(asked)
  if (silent || late || (gaps.length === 0 && blind === 0)) return undefined
  if (gaps.length === 0) return { seconds: 0, plusMinus: seconds(blind / 2) }
  const sum = (length: (gap: Gap) => number): number => gaps.reduce((total, gap) => total + length(gap), 0)
  return between(sum((gap) => gap.lastMissed - gap.firstMissed), sum((gap) => gap.answeredAfter - gap.answeredBefore))
}

/** From when it was first missed until it was back for good, answers in between or not; undefined when it was never missed, or is not back. */
export const recoveryOf = (asked: readonly Asked[]): Measured | undefined => {
  const { gaps, silent, late } = find(asked)
  const [first] = gaps
  const last = gaps.at(-1)
  if (first === undefined || last === undefined || silent || late) return undefined
  return between(last.lastMissed - first.firstMissed, last.answeredAfter - first.answeredBefore)
}

/** When it was back for good, on the same clock: the middle between the last missed question and the answer after it. */
export const backSince = (asked: readonly Asked[]): number | undefined => {
  const { gaps, silent } = find(asked)
  const last = gaps.at(-1)
  return last === undefined || silent ? undefined : (last.lastMissed + last.answeredAfter) / 2
}
