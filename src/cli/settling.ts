import { FleetError } from '../model/errors.ts'
import type { TransactionFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { readPending, rollBackTransaction } from '../run/index.ts'
import type { Fleet } from './fleet.ts'
import type { HostOptions } from './options.ts'

/** What settling one host came to. */
export type Settled = { readonly host: Host; readonly before: TransactionFact; readonly after: TransactionFact | undefined } | { readonly host: Host; readonly error: FleetError }

/** Tells every undecided transaction of these hosts to go back, all at once: each host does it by its own script. */
export const rollBackPending = async (fleet: Fleet, options: HostOptions): Promise<Settled[]> => {
  const readings = await readPending({ hosts: fleet.hosts, transport: fleet.transport, forks: options.forks })
  return (
    await Promise.all(
      readings.map(async (reading): Promise<Settled[]> => {
        const { host } = reading
        if ('error' in reading) return [{ host, error: reading.error }]
        const before = reading.facts.pending
        if (before === undefined) return []
        try {
          return [{ host, before, after: await rollBackTransaction(fleet.transport, host, before) }]
        } catch (error) {
          if (error instanceof FleetError) return [{ host, error }]
          throw error
        }
      }),
    )
  ).flat()
}
