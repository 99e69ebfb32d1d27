import { backendFor } from '../../backends/index.ts'
import type { Difference } from '../../model/backend.ts'
import { diffOf } from '../../plan/index.ts'
import { verifyText } from '../../report/index.ts'
import type { PlannedHost } from '../../run/index.ts'
import { openFleet } from '../fleet.ts'
import type { HostOptions } from '../options.ts'
import { planAll } from '../planning.ts'

/** What differs on a host: its running network, and its files. */
const differencesOf = ({ host, facts, result }: PlannedHost): Difference[] => {
  if (facts === undefined || !('plan' in result)) return []
  const running = backendFor(facts)?.verify(host.network, facts) ?? []
  const files = result.plan.changes.flatMap((change): Difference[] =>
    change.kind === 'activate' ? [] : [{ device: change.target, expected: 'as the playbook makes it', found: diffOf(change) }],
  )
  return [...running, ...files]
}

/** `fleetnet verify`: 2 when a host differs from what it should be, 3 when one could not be asked. */
export const verify = async (options: HostOptions): Promise<number> => {
  const fleet = await openFleet(options, process.cwd(), { playbooks: true })
  try {
    const planned = await planAll(fleet, options)
    const verified = planned.map((one) => ({ host: one.host, differences: differencesOf(one), ...('error' in one.result ? { error: one.result.error } : {}) }))
    if (options.format === 'json')
      process.stdout.write(`${JSON.stringify({ version: 1, hosts: verified.map(({ host, differences, error }) => ({ name: host.name, differences, ...(error === undefined ? {} : { error: error.what }) })) })}\n`)
    else process.stdout.write(verifyText(verified))
    if (verified.some(({ error }) => error !== undefined)) return 3
    return verified.some(({ differences }) => differences.length > 0) ? 2 : 0
  } finally {
    await fleet.transport.close()
  }
}
