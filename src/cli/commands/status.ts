import { statusText } from '../../report/index.ts'
import { readPending } from '../../run/index.ts'
import { openFleet } from '../fleet.ts'
import type { HostOptions } from '../options.ts'
import { rollBackPending } from '../settling.ts'

export interface StatusOptions extends HostOptions {
  readonly rollback: boolean
}

/** `fleetnet status`: 4 while a transaction is undecided, 3 when a host could not be asked. */
export const status = async (options: StatusOptions): Promise<number> => {
  const fleet = await openFleet(options, process.cwd(), { playbooks: false })
  try {
    if (options.rollback) await rollBackPending(fleet, options)
    const readings = await readPending({ hosts: fleet.hosts, transport: fleet.transport, forks: options.forks })
    if (options.format === 'json')
      process.stdout.write(
        `${JSON.stringify({ version: 1, hosts: readings.map((reading) => ('facts' in reading ? { name: reading.host.name, pending: reading.facts.pending, history: reading.facts.history } : { name: reading.host.name, error: reading.error.what })) })}\n`,
      )
    else process.stdout.write(statusText(readings))
    if (readings.some((reading) => 'facts' in reading && reading.facts.pending !== undefined)) return 4
    return readings.some((reading) => 'error' in reading) ? 3 : 0
  } finally {
    await fleet.transport.close()
  }
}
