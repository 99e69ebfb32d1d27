import type { TransactionFact } from '../model/facts.ts'
import type { Reading, Settled } from '../run/index.ts'
import { clean } from './clean.ts'
import { table } from './table.ts'
import { spanText } from './time.ts'
import { count, someNames } from './words.ts'

export interface StatusOptions {
  /** Who looks after a host's undecided transaction, by the host's name. Default: nobody. */
  readonly holders?: ReadonlyMap<string, string>
  /** What became of those that were told to go back, or to be confirmed. Default: none. */
  readonly settled?: readonly Settled[]
}

const backText = ({ state, secondsLeft }: TransactionFact): string => (state === 'rolling back' ? 'now' : secondsLeft === undefined ? '-' : secondsLeft <= 0 ? 'due' : spanText(secondsLeft))

const doLines = (next: readonly string[]): string[] => next.map((text) => `    do: ${clean(text)}`)

interface Named {
  readonly name: string
  readonly transaction: TransactionFact
}

/** Undecided transactions with their countdown and who looks after them, hosts that went back by themselves or could not be asked, and what to do. */
export const statusText = (readings: readonly Reading[], { holders = new Map(), settled = [] }: StatusOptions = {}): string => {
  const pending = readings.flatMap((reading): Named[] => ('facts' in reading && reading.facts.pending !== undefined ? [{ name: reading.host.name, transaction: reading.facts.pending }] : []))
  const failed = readings.flatMap((reading) => ('error' in reading ? [reading] : []))
  // The last one failed: refused, or a rollback that is not whole; its own log tells which. Or it went back, maybe with nobody watching.
  const last = readings.flatMap((reading): Named[] => {
    const newest = 'facts' in reading && reading.facts.pending === undefined ? reading.facts.history[0] : undefined
    return newest === undefined ? [] : [{ name: reading.host.name, transaction: newest }]
  })
  const broken = last.filter(({ transaction }) => transaction.state === 'failed')
  const back = last.filter(({ transaction }) => transaction.state === 'rolled back')
  const row = ({ name, transaction }: Named): string[] => [name, clean(transaction.runId), transaction.state, backText(transaction), clean(holders.get(name) ?? '')]
  const rows = [...pending, ...broken, ...back].map(row)
  const restarted = pending.filter(({ transaction }) => transaction.restarted === true && transaction.damage === undefined)
  const going = pending.filter(({ transaction: { state, damage, restarted: again } }) => state !== 'rolling back' && damage === undefined && again !== true)
  const restarting = pending.flatMap(({ name, transaction: { restarts } }) => (restarts === true ? [name] : []))
  const parts = [
    ...settled.map(settledText),
    ...(rows.length > 0 ? [table([{ title: 'HOST' }, { title: 'RUN' }, { title: 'STATE' }, { title: 'BACK IN', right: true }, { title: 'LOOKED AFTER BY' }], rows).map((line) => line.trimEnd()).join('\n')] : []),
    ...failed.map(({ host, error }) => [`${host.name}  could not be asked: ${clean(error.what)}`, ...doLines(error.next)].join('\n')),
    `${count(pending.length, 'host has', 'hosts have')} an undecided transaction, ${failed.length} could not be asked, ${readings.length - pending.length - failed.length} settled.`,
    ...pending.flatMap(({ name, transaction: { id, damage } }) =>
      damage === undefined ? [] : [
        [`${name}  ${clean(damage)}`, ...doLines([
          `on its console: sh /etc/fleetnet/tx/${id}/ctl rollback, if that still works`,
          `else compare the network files with /etc/fleetnet/tx/${id}/before, put them right, and remove /etc/fleetnet/pending and /etc/fleetnet/guard`,
        ])].join('\n'),
      ]),
    ...broken.map(({ name, transaction }) => `${name}  its last transaction failed\n    do: read /etc/fleetnet/tx/${clean(transaction.id)}/log on it`),
    ...restarted.map(({ name }) => `${name}  was started again and is still undecided: its boot guard did not act\n    do: fleetnet status --rollback -l ${name}`),
    ...(back.length > 0 ? [back.map(({ name, transaction: { why } }) => `${name}  went back${why === undefined ? '' : `: ${clean(why)}`}`).join('\n')] : []),
    ...(restarting.length > 0 ? [`To go back, ${someNames(restarting, 60)} ${restarting.length === 1 ? 'is' : 'are'} restarted: the new network was booted on trial.`] : []),
    ...(going.length > 0 ? [goingText(going, holders)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Commands stand alone, so that they can be pasted. */
const goingText = (going: readonly Named[], holders: ReadonlyMap<string, string>): string => {
  const alone = going.filter(({ name }) => !holders.has(name))
  const onTrial = alone.some(({ transaction }) => transaction.state === 'on trial')
  return [
    'If you do nothing, each goes back by itself when its time is over.',
    ...(alone.length < going.length ? ['Those that are looked after are confirmed or told to go back by who does so.'] : []),
    ...(onTrial ? ['do: fleetnet status --confirm verifies those on trial and keeps them'] : []),
    'do: fleetnet status --rollback makes them go back now',
  ].join('\n')
}

const settledText = (one: Settled): string => {
  if ('error' in one) return [`${one.host.name}  ${clean(one.error.what)}`, ...doLines(one.error.next)].join('\n')
  return `${one.host.name}  ${one.after === undefined ? 'settled: it does not know of the transaction any more' : one.after.state}`
}
