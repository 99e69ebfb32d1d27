import { statusText } from '../../report/index.ts'
import { holderOf, readPending, type Reading, type Settled } from '../../run/index.ts'
import { openFleet } from '../fleet.ts'
import { confirmPending, rollBackPending, type SettlingOptions } from '../settling.ts'

export interface StatusOptions extends SettlingOptions {
  readonly rollback: boolean
  readonly confirm: boolean
}

/** `fleetnet status`: 4 while a transaction is undecided, 3 when a host could not be asked or did not end as it was told to. */
export const status = async (options: StatusOptions): Promise<number> => {
  const fleet = await openFleet(options, process.cwd(), { playbooks: options.confirm })
  try {
    const settled = options.rollback ? await rollBackPending(fleet, options) : options.confirm ? await confirmPending(fleet, options) : []
    const readings = await readPending({ hosts: fleet.hosts, transport: fleet.transport, forks: options.forks })
    const holders = await holdersOf(readings)
    process.stdout.write(options.format === 'json' ? `${JSON.stringify({ version: 1, hosts: readings.map((reading) => asJson(reading, holders, settled)) })}\n` : statusText(readings, { holders, settled }))
    if (readings.some((reading) => 'facts' in reading && reading.facts.pending !== undefined)) return 4
    return readings.some((reading) => 'error' in reading) || settled.some((one) => 'error' in one) ? 3 : 0
  } finally {
    await fleet.transport.close()
  }
}

/** Who looks after each host's undecided transaction, by the host's name. */
const holdersOf = async (readings: readonly Reading[]): Promise<Map<string, string>> => {
  const holders = new Map<string, string>()
  for (const reading of readings) {
    const pending = 'facts' in reading ? reading.facts.pending : undefined
    const holder = pending === undefined ? undefined : await holderOf(process.cwd(), pending)
    if (holder !== undefined) holders.set(reading.host.name, holder)
  }
  return holders
}

const asJson = (reading: Reading, holders: ReadonlyMap<string, string>, settled: readonly Settled[]): object => {
  const { name } = reading.host
  const own = settled.find(({ host }) => host.name === name)
  const asked = own === undefined ? {} : { asked: 'error' in own ? { error: own.error.what, next: own.error.next } : { before: own.before, after: own.after } }
  if ('error' in reading) return { name, error: reading.error.what, ...asked }
  const watchedBy = holders.get(name)
  return { name, pending: reading.facts.pending, ...(watchedBy === undefined ? {} : { watchedBy }), history: reading.facts.history, ...asked }
}
