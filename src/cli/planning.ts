import type { Host } from '../model/host.ts'
import { requestFor } from '../plan/index.ts'
import { digestsOf, hashSources, type PlannedHost, planFleet, planFromPlaybook, type Planner, type SavedPlan, systemClock, localIso } from '../run/index.ts'
import type { FactsRequest } from '../model/facts.ts'
import type { Fleet } from './fleet.ts'
import type { HostOptions, RebootOption } from './options.ts'

/** Probes and plans every chosen host; Ctrl-C ends it, and nothing was changed. */
export const planAll = async (
  fleet: Fleet,
  options: HostOptions & Partial<RebootOption>,
  planner: Planner = planFromPlaybook,
  request: (host: Host) => FactsRequest = (host) => requestFor(host, fleet.playbookOf(host)),
): Promise<PlannedHost[]> => {
  const interrupted = new AbortController()
  const stop = (): void => interrupted.abort()
  process.once('SIGINT', stop)
  try {
    return await planFleet({
      hosts: fleet.hosts,
      request,
      playbookOf: fleet.playbookOf,
      planner,
      strict: options.strict,
      reboot: options.reboot ?? false,
      transport: fleet.transport,
      forks: options.forks,
      signal: interrupted.signal,
    })
  } finally {
    process.removeListener('SIGINT', stop)
  }
}

/** What pins a plan: its sources, its selection, and each host's digest. */
export const pinPlan = async (fleet: Fleet, options: HostOptions & Partial<RebootOption>, planned: readonly PlannedHost[]): Promise<SavedPlan> => ({
  fleetnetPlan: 1,
  madeAt: localIso(systemClock.now()),
  inventory: fleet.inventory,
  limit: options.limit,
  playbook: options.playbook,
  set: options.set,
  ...(options.reboot === true ? { reboot: true } : {}),
  sources: await hashSources(fleet.sources),
  digests: digestsOf(planned),
})

/** Exit code of a plan: 3 when a host could not be planned, 2 when asked to tell differences and there are some. */
export const planExitCode = (planned: readonly PlannedHost[], detailed: boolean): number => {
  if (planned.some(({ result }) => !('plan' in result))) return 3
  return detailed && planned.some(({ result }) => result.status === 'changes') ? 2 : 0
}
