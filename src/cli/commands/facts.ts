import { requestFor } from '../../plan/index.ts'
import { factsText } from '../../report/index.ts'
import { readFleet } from '../../run/index.ts'
import { openFleet } from '../fleet.ts'
import type { HostOptions } from '../options.ts'

/** `fleetnet facts`: what one probe of each host reads. */
export const facts = async (options: HostOptions): Promise<number> => {
  const fleet = await openFleet(options, process.cwd(), { playbooks: true })
  try {
    const readings = await readFleet({ hosts: fleet.hosts, request: (host) => requestFor(host, fleet.playbookOf(host)), transport: fleet.transport, forks: options.forks })
    if (options.format === 'json')
      process.stdout.write(
        `${JSON.stringify({ version: 1, hosts: readings.map((reading) => ('facts' in reading ? { name: reading.host.name, facts: reading.facts } : { name: reading.host.name, error: reading.error.what })) })}\n`,
      )
    else process.stdout.write(factsText(readings))
    return readings.some((reading) => 'error' in reading) ? 3 : 0
  } finally {
    await fleet.transport.close()
  }
}
