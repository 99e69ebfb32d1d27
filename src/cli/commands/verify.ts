import { backendFor } from '../../backends/index.ts'
import { looksOf } from '../../backends/looks.ts'
import { mergeRequests } from '../../facts/index.ts'
import type { Difference } from '../../model/backend.ts'
import { diffOf, requestFor } from '../../plan/index.ts'
import { verifyJson, verifyText } from '../../report/index.ts'
import { planFromPlaybook, type PlannedHost } from '../../run/index.ts'
import { bridgeScripts, xendConfiguration } from '../../steps/xendScripts.ts'
import { openFleet } from '../fleet.ts'
import type { HostOptions } from '../options.ts'
import { planAll } from '../planning.ts'

/** Network scripts that xend would still run at its start, on a host whose bridges the operating system builds. */
const xendDifferences = ({ host, facts }: PlannedHost): Difference[] => {
  const scripts = facts === undefined || Object.keys(host.network.bridges).length === 0 ? [] : bridgeScripts(facts.files[xendConfiguration]?.content ?? '')
  return scripts.map(({ line, text }) => ({ device: 'xend', expected: 'no network-script that builds bridges', found: `${text} in line ${line} of ${xendConfiguration}`, mendable: false }))
}

/** What differs on a host: its running network, what one looks at by eye, and its files. */
const differencesOf = (planned: PlannedHost): Difference[] => {
  const { host, facts, result } = planned
  if (facts === undefined) return []
  const files = !('plan' in result) ? [] : result.plan.changes.flatMap((change): Difference[] =>
    change.kind === 'activate' ? [] : [{ device: change.target, expected: 'as the playbook makes it', found: diffOf(change) }],
  )
  const running = backendFor(facts)?.verify(host.network, facts) ?? []
  // A file's diff shows the line of xend's configuration already.
  return [...running, ...looksOf(host.network, facts), ...(files.some(({ device }) => device === xendConfiguration) ? [] : xendDifferences(planned)), ...files]
}

/** `fleetnet verify`: 2 when a host differs from what it should be, 3 when one could not be asked. */
export const verify = async (options: HostOptions): Promise<number> => {
  const fleet = await openFleet(options, process.cwd(), { playbooks: true })
  try {
    const planned = await planAll(fleet, options, planFromPlaybook, (host) => mergeRequests(requestFor(host, fleet.playbookOf(host)), { files: [xendConfiguration] }))
    const verified = planned.map((one) => ({ host: one.host, differences: differencesOf(one), ...('error' in one.result ? { error: one.result.error } : {}) }))
    process.stdout.write(options.format === 'json' ? verifyJson(verified) : verifyText(verified))
    if (verified.some(({ error }) => error !== undefined)) return 3
    return verified.some(({ differences }) => differences.length > 0) ? 2 : 0
  } finally {
    await fleet.transport.close()
  }
}
