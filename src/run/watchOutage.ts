import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type Asked, backSince, type Measured, outageOf, recoveryOf } from './outage.ts'
import type { Question, Reach } from './reach.ts'

/** Milliseconds between two questions. */
const pace = 250
/** The SSH port is asked at every fourth turn at most: sshd logs each connection that is dropped, and some hosts ban who makes many. */
const slow = 4
/** Milliseconds for an answer. Below a second, so that a SYN is sent once and an answer belongs to its question. */
const patience = 900
/** Where hardly anything listens: the refusal comes from the host's kernel, costs it nothing and is logged nowhere. */
const discard = 9

/** Measures how long a host does not answer, by asking its addresses again and again. Nothing here throws or delays the run. */
export interface OutageWatch {
  /** Finds out how the host can be asked, while it is still there. */
  prepare(): void
  /** Begins to ask, just before the cut-over. Again: nothing. */
  start(): void
  /** The host said something over a connection of the run. */
  heard(): void
  /** The run has a connection to it: the SSH port is left alone until it has none. */
  connected(): void
  disconnected(): void
  stop(): void
  /** undefined: not measured, or not over. */
  outage(): Measured | undefined
  recovery(): Measured | undefined
  /** The time on the watch's own clock, and when the host was back for good on it. */
  now(): number
  backSince(): number | undefined
}

export interface WatchOptions {
  /** Where it answers before, and where it should answer after the change; the same one twice where it stays. */
  readonly before: string
  readonly after: string
  /** Of its SSH server. */
  readonly port: number
  readonly reach: Reach
  /** Called when the host has fallen silent, and when it answers again. */
  readonly onChange?: (silent: boolean) => void
  /** Milliseconds, monotonic. Default: performance.now. */
  readonly now?: () => number
  /** Calls back once after so many milliseconds; returns what cancels it. Default: a timer that keeps no process alive. */
  readonly later?: (milliseconds: number, callback: () => void) => () => void
  /** The address behind a name. Default: the resolver, asked once. */
  readonly resolve?: (name: string) => Promise<string>
}

const realTimer = (milliseconds: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

const realAddress = async (name: string): Promise<string> => (isIP(name) === 0 ? (await lookup(name)).address : name)

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'

/** A question that is asked at every so manieth turn. */
interface Way {
  readonly question: Question
  readonly every: number
}

const overSsh = (address: string, port: number): Way => ({ question: { address, port, answer: isLoopback(address) ? 'greeting' : 'kernel' }, every: slow })
const overDiscard = (address: string): Way => ({ question: { address, port: discard, answer: 'kernel' }, every: 1 })

/**
 * Watches one host over a cut-over. It asks port 9 four times a second where the host's kernel refuses that, else the SSH
 * port once a second. On loopback the refusal would be this machine's own, so there the SSH server has to greet.
 */
export const watchOutage = (options: WatchOptions): OutageWatch => {
  const { port, reach, onChange, now = () => performance.now(), later = realTimer, resolve = realAddress } = options
  const asked: Asked[] = []
  let ways: readonly Way[] = []
  let preparing: Promise<void> | undefined
  let started = false
  let stopped = false
  let open = 0
  let turn = 0
  let silent = false
  /** From when on port 9 is not believed to speak for the host: the run has a connection to it, and the port was silent. */
  let doubtedFrom = Number.POSITIVE_INFINITY
  let lastAnswer = Number.NEGATIVE_INFINITY
  let cancel = (): void => undefined

  const record = (one: Asked): void => {
    asked.push(one)
    if (one.answeredAt !== undefined) lastAnswer = Math.max(lastAnswer, one.sentAt)
    const isSilent = one.answeredAt === undefined ? one.sentAt > lastAnswer && lastAnswer !== Number.NEGATIVE_INFINITY : false
    if (isSilent === silent || (one.answeredAt === undefined && !isSilent)) return
    silent = isSilent
    onChange?.(silent)
  }
  const heard = (): void => {
    if (!started || stopped) return
    const at = now()
    record({ sentAt: at, answeredAt: at })
  }
  const prepare = async (): Promise<void> => {
    const [before, after] = await Promise.all([resolve(options.before), resolve(options.after)])
    const refuses = !isLoopback(before) && (await reach(overDiscard(before).question, 1_000)) === true
    const first = refuses ? overDiscard(before) : overSsh(before, port)
    // Behind the new address there may be another firewall: there only the SSH port's silence counts.
    ways = before === after ? [first] : [first, ...(isLoopback(after) ? [] : [overDiscard(after)]), overSsh(after, port)]
  }
  const ask = async (chosen: readonly Way[], whole: boolean): Promise<boolean | undefined> => {
    const answers = chosen.map(async ({ question }) => reach(question, patience))
    const first = await Promise.any(answers.map(async (answer) => ((await answer) === true ? true : Promise.reject(new Error('none'))))).catch(() => false)
    if (first) return true
    return whole && (await Promise.all(answers)).every((answer) => answer === false) ? false : undefined
  }
  const take = async (sentAt: number, chosen: readonly Way[], whole: boolean): Promise<void> => {
    const known = ways
    const answer = await ask(chosen, whole)
    // Silence on a way that was given up meanwhile says nothing.
    if (stopped || answer === undefined || (!answer && ways !== known)) return
    if (answer) doubtedFrom = Number.POSITIVE_INFINITY
    else if (sentAt >= doubtedFrom) {
      // Another firewall stands before the host now.
      doubtedFrom = Number.POSITIVE_INFINITY
      ways = [...new Set(ways.map(({ question }) => question.address))].map((address) => overSsh(address, port))
      return
    }
    record({ sentAt, answeredAt: answer ? now() : undefined })
  }
  const tick = (): void => {
    if (stopped) return
    const due = ways.filter(({ every }) => turn % every === 0)
    const chosen = open > 0 ? due.filter(({ question }) => question.port === discard) : due
    if (chosen.length > 0) void take(now(), chosen, chosen.length === ways.length)
    turn += 1
    cancel = later(pace, tick)
  }
  const prepared = async (): Promise<void> => {
    // A name that nobody knows any more, a host that cannot be asked: then there is no figure.
    preparing ??= prepare().catch(() => undefined)
    return preparing
  }
  return {
    prepare: () => void prepared(),
    start: () => {
      if (started || stopped) return
      started = true
      void prepared().then(tick)
    },
    heard,
    connected: () => {
      open += 1
      if (silent && ways.some(({ question }) => question.port === discard)) doubtedFrom = now()
      heard()
    },
    disconnected: () => {
      open -= 1
    },
    stop: () => {
      stopped = true
      cancel()
    },
    outage: () => outageOf(asked),
    recovery: () => recoveryOf(asked),
    now,
    backSince: () => backSince(asked),
  }
}
