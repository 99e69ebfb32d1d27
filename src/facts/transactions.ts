import { isIP } from 'node:net'
import type { ControllerFact, Facts, TransactionFact } from '../model/facts.ts'
import { transactionFormat } from '../model/transaction.ts'
import { probeError } from './frame.ts'
import { byKey } from './lines.ts'
import { printable } from './text.ts'

const states: readonly TransactionFact['state'][] = [
  'receiving', 'checkpointed', 'armed', 'staging', 'cutting over', 'rebooting', 'on trial', 'rolling back', 'committed', 'rolled back', 'failed',
]
/** States in which a watchdog counts down. */
const counting: readonly TransactionFact['state'][] = ['armed', 'staging', 'cutting over', 'rebooting', 'on trial']
const decided: readonly TransactionFact['state'][] = ['committed', 'rolled back', 'failed']
/** What has a reason to go back. */
const back: readonly TransactionFact['state'][] = ['rolling back', 'rolled back', 'failed']
const kept = 5

/** What of an undecided transaction cannot be relied on; undefined when nothing is amiss. */
const damageOf = ({ state, format, script }: { readonly state: string; readonly format: string; readonly script: boolean }): string | undefined => {
  if (/^\d{1,6}$/.test(format) && Number(format) > transactionFormat) return `it is from a newer fleetnet (format ${format}, this one knows ${transactionFormat})`
  if (!script) return 'its script is damaged'
  return states.some((known) => known === state) ? undefined : 'its state cannot be read'
}

const validId = (id: string): boolean => /^[A-Za-z0-9-]{1,128}$/.test(id)

/** `PID START BOOT UPTIME FROM`, as a session wrote itself down. One from before the last start of the host is over. */
const readController = (line: string, attends: boolean, { uptime, bootId }: Started): ControllerFact | undefined => {
  const [, , boot, at = '', from = ''] = line.trim().split(' ')
  if (boot !== bootId || !/^\d{1,12}(\.\d+)?$/.test(at)) return undefined
  return { from: isIP(from.replace(/%.*$/, '')) === 0 ? '' : from, secondsAgo: Math.max(0, Math.round(uptime - Number(at))), connected: attends }
}

/** When the host was started: seconds since then, and the id of that start. */
export interface Started {
  readonly uptime: number
  readonly bootId: string
}

/**
 * The undecided transaction, and those that were decided, newest first: as the host counts them, else by their ids, which
 * start with the time that they were made.
 * A state that this fleetnet does not know, or none, counts as `failed`.
 *
 * @param lines `pending ID` and `pending-owner PID START BOOT`; and `transaction ID`, then lines `run`, `state`, `deadline`, `why`, `trial` of that one, and of the pending one
 * `controller`, and `attends` when that one is still connected
 * @throws FleetError of kind probe when the lock names no transaction
 */
export const readTransactions = (lines: readonly string[], started: Started): Pick<Facts, 'pending' | 'history'> => {
  const { uptime, bootId } = started
  const lock = byKey(lines)('pending')[0] || undefined
  const [, , ownerBoot = bootId] = (byKey(lines)('pending-owner')[0] ?? '').trim().split(' ')
  // A lock without a name was cut off by a power cut before any change: the next transaction removes it.
  if (lock !== undefined && !validId(lock)) {
    throw probeError(
      '/etc/fleetnet/pending on the host names no transaction',
      'look at /etc/fleetnet/tx on the host: which one is undecided?',
      'settle it with its ctl there, then run again',
    )
  }
  const groups: string[][] = []
  for (const line of lines) if (line.startsWith('transaction ')) groups.push([line])
  else if (/^(run|state|deadline|why|trial|controller|attends|format|number) |^(begun|damaged)$/.test(line)) groups.at(-1)?.push(line)
  const all = groups.flatMap(([first = '', ...rest]): TransactionFact[] => {
    const id = first.slice('transaction '.length)
    const one = (key: string): string => byKey(rest)(key)[0] ?? ''
    const state = states.find((known) => known === one('state')) ?? 'failed'
    const deadline = /^\d{1,12}(\.\d+)?$/.test(one('deadline')) ? Number(one('deadline')) : undefined
    // `PID START BOOT` of who watches over it in a boot on trial: there it counts as ever.
    const [, , trialBoot = ownerBoot] = one('trial').trim().split(' ')
    const restarted = id === lock && trialBoot !== bootId && counting.includes(state)
    const left = deadline === undefined || !counting.includes(state) || restarted ? undefined : Math.max(0, Math.round(deadline - uptime))
    const why = back.includes(state) ? printable(one('why')) : ''
    const controller = readController(one('controller'), one('attends') === 'yes', started)
    const damage = id === lock ? damageOf({ state: one('state'), format: one('format'), script: !rest.includes('damaged') }) : undefined
    if (!validId(id)) return []
    return [
      {
        id,
        runId: printable(one('run')),
        state,
        ...(left === undefined ? {} : { secondsLeft: left }),
        ...(why === '' ? {} : { why }),
        ...(restarted ? { restarted: true as const } : {}),
        ...(!decided.includes(state) && (state === 'rebooting' || one('trial').trim() !== '') ? { restarts: true as const } : {}),
        ...(controller === undefined || decided.includes(state) ? {} : { controller }),
        ...(damage === undefined ? {} : { damage }),
      },
    ]
  })
  // As the host counts them: the clock that ids are made of may have been set back.
  const numbers = new Map(groups.map(([first = '', ...rest]) => [first.slice('transaction '.length), byKey(rest)('number')[0] ?? '']))
  const numberOf = (id: string): number => (/^\d{1,9}$/.test(numbers.get(id) ?? '') ? Number(numbers.get(id)) : 0)
  const history = all.filter(({ id, state }) => id !== lock && decided.includes(state)).toSorted((left, right) => numberOf(right.id) - numberOf(left.id) || (left.id < right.id ? 1 : -1)).slice(0, kept)
  // A script that never came to the disk has changed nothing either, and the next transaction removes its lock as well.
  const group = groups.find(([first]) => first === `transaction ${lock}`)
  if (group?.includes('damaged') && !group.includes('begun') && !group.some((line) => /^state (on trial|cutting over|rolling back)/.test(line))) return { pending: undefined, history }
  const pending = lock === undefined ? undefined : (all.find(({ id }) => id === lock) ?? { id: lock, runId: '', state: 'failed' as const, damage: 'its folder is gone' })
  return { pending, history }
}
