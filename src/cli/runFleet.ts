import { join } from 'node:path'
import type { RunStarted } from '../model/events.ts'
import type { FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { holdRun, letGoOfRun, newRunId, openJournal, type Planner, runsFolder, type SavedPlan, startFleetRun, writeRunFile } from '../run/index.ts'
import type { Fleet } from './fleet.ts'
import type { HostOptions } from './options.ts'
import { openView } from './view.ts'

export interface RunRequest {
  readonly command: RunStarted['command']
  readonly planner: Planner
  readonly request?: (host: Host) => FactsRequest
  /** What pins the run for `--resume`. */
  readonly pinned: SavedPlan
  /** The new network is booted on trial. Default: false. */
  readonly reboot?: boolean
  readonly savedDigests?: ReadonlyMap<string, string>
}

/** How a run ended, and by which name it can be resumed. */
export interface RunEnd {
  readonly runId: string
  readonly exitCode: number
}

/** Ctrl-Z where the live view does not take it as a key: a stopped controller confirms nobody. */
const refuseStop = (): void => void process.stderr.write('fleetnet: not stopped: a stopped fleetnet confirms nobody, and armed hosts would go back; Ctrl-C lets them finish\n')

/** Starts a run, shows it, and lets signals interrupt it. */
export const runFleet = async (fleet: Fleet, options: HostOptions, run: RunRequest): Promise<RunEnd> => {
  const runId = newRunId(Date.now())
  const folder = join(runsFolder(process.cwd()), runId)
  await writeRunFile(folder, 'plan.json', { ...run.pinned, command: run.command, hosts: fleet.hosts.map(({ name }) => name) })
  await holdRun(folder)
  const journal = await openJournal(folder)
  let interrupt = (): void => undefined
  const view = await openView(options, () => interrupt())
  const running = startFleetRun({
    runId,
    command: run.command,
    inventory: fleet.inventory,
    hosts: fleet.hosts,
    playbookOf: fleet.playbookOf,
    planner: run.planner,
    transport: fleet.transport,
    journal,
    listeners: [view.listener],
    forks: options.forks,
    strict: options.strict,
    reboot: run.reboot ?? false,
    ...(run.request === undefined ? {} : { request: run.request }),
    ...(run.savedDigests === undefined ? {} : { savedDigests: run.savedDigests }),
  })
  interrupt = running.interrupt
  // The operator's own line dropping (SIGHUP) counts as one Ctrl-C: nobody is watching any more.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, interrupt)
  process.on('SIGTSTP', refuseStop)
  try {
    const { exitCode } = await running.result
    await view.finish()
    return { runId, exitCode }
  } finally {
    await letGoOfRun(folder).catch(() => undefined)
    for (const signal of signals) process.removeListener(signal, interrupt)
    process.removeListener('SIGTSTP', refuseStop)
  }
}
