import { FleetError } from '../model/errors.ts'
import type { TransactionFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { confirmTransaction, holderOf, readPending, rollBackTransaction, type Settled } from '../run/index.ts'
import type { Fleet } from './fleet.ts'
import type { HostOptions } from './options.ts'

export interface SettlingOptions extends HostOptions {
  /** Settle even what another controller looks after. */
  readonly takeOver: boolean
}

/** Tells every undecided transaction of these hosts to go back, all at once: each host does it by its own script. */
export const rollBackPending = async (fleet: Fleet, options: SettlingOptions): Promise<Settled[]> =>
  settlePending(fleet, options, async (host, pending) => rollBackTransaction(fleet.transport, host, pending))

/** Confirms every trial of these hosts that is what it should be. */
export const confirmPending = async (fleet: Fleet, options: SettlingOptions): Promise<Settled[]> =>
  settlePending(fleet, options, async (host, pending) => confirmTransaction(fleet.transport, host, fleet.playbookOf(host), pending))

const settlePending = async (fleet: Fleet, options: SettlingOptions, settle: (host: Host, pending: TransactionFact) => Promise<TransactionFact | undefined>): Promise<Settled[]> => {
  const readings = await readPending({ hosts: fleet.hosts, transport: fleet.transport, forks: options.forks })
  const one = async (host: Host, before: TransactionFact): Promise<Settled> => {
    const holder = options.takeOver ? undefined : await holderOf(process.cwd(), before)
    if (holder !== undefined) return { host, error: heldBy(host, before, holder) }
    try {
      return { host, before, after: await settle(host, before) }
    } catch (error) {
      if (error instanceof FleetError) return { host, error }
      throw error
    }
  }
  return (
    await Promise.all(
      readings.map(async (reading): Promise<Settled[]> => {
        // Who could not be asked is told of by the reading that follows.
        if ('error' in reading || reading.facts.pending === undefined) return []
        return [await one(reading.host, reading.facts.pending)]
      }),
    )
  ).flat()
}

const heldBy = (host: Host, { runId }: TransactionFact, holder: string): FleetError =>
  new FleetError({
    kind: 'busy',
    host: host.name,
    what: `left alone: ${holder} looks after it (run ${runId})`,
    next: ['let that run end, or stop it there', `or, when it is yours to end: the same command with --take-over -l ${host.name}`],
  })
