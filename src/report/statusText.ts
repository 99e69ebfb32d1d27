import type { TransactionFact } from '../model/facts.ts'
import type { Reading } from '../run/index.ts'
import { clean } from './clean.ts'
import { table } from './table.ts'
import { spanText } from './time.ts'
import { count } from './words.ts'

const backText = ({ state, secondsLeft }: TransactionFact): string => (state === 'rolling back' ? 'now' : secondsLeft === undefined ? '-' : secondsLeft <= 0 ? 'due' : spanText(secondsLeft))

/** Undecided transactions with their countdown, hosts that could not be asked, and what to do about them. */
export const statusText = (readings: readonly Reading[]): string => {
  const pending = readings.flatMap((reading) => ('facts' in reading && reading.facts.pending !== undefined ? [{ name: reading.host.name, pending: reading.facts.pending }] : []))
  const failed = readings.flatMap((reading) => ('error' in reading ? [reading] : []))
  // The last one failed: refused, or a rollback that is not whole. Its own log tells which.
  const broken = readings.flatMap((reading) => {
    const last = 'facts' in reading && reading.facts.pending === undefined ? reading.facts.history[0] : undefined
    return last?.state === 'failed' ? [{ name: reading.host.name, last }] : []
  })
  const rows = [...pending.map(({ name, pending: transaction }) => ({ name, transaction })), ...broken.map(({ name, last }) => ({ name, transaction: last }))].map(
    ({ name, transaction }) => [name, clean(transaction.runId), transaction.state, backText(transaction)],
  )
  const going = pending.filter(({ pending: { state } }) => state !== 'rolling back')
  const parts = [
    ...(rows.length > 0 ? [table([{ title: 'HOST' }, { title: 'RUN' }, { title: 'STATE' }, { title: 'BACK IN', right: true }], rows).join('\n')] : []),
    ...failed.map(({ host, error }) => [`${host.name}  could not be asked: ${clean(error.what)}`, ...error.next.map((text) => `    do: ${clean(text)}`)].join('\n')),
    `${count(pending.length, 'host has', 'hosts have')} an undecided transaction, ${failed.length} could not be asked, ${readings.length - pending.length - failed.length} settled.`,
    ...broken.map(({ name, last }) => `${name}  its last transaction failed\n    do: read /etc/fleetnet/tx/${clean(last.id)}/log on it`),
    ...(going.length > 0 ? ['If you do nothing, each goes back by itself when its time is over.\ndo: fleetnet status --rollback makes them go back now'] : []),
  ]
  return `${parts.join('\n\n')}\n`
}
