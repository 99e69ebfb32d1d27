import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FleetError } from '../model/errors.ts'
import type { Outcome } from '../model/events.ts'
import { readJournal, readRunFile } from './journal.ts'
import { isSavedPlan, type SavedPlan } from './savedPlan.ts'

/** Where the runs of a working folder are. */
export const runsFolder = (cwd: string): string => join(cwd, '.fleetnet', 'runs')

/** What a run was started with, kept as `plan.json` in its folder, so that `--resume` pins inventory and playbook. */
export interface RunRecord extends SavedPlan {
  readonly command: string
  /** All hosts of the run, in its order. */
  readonly hosts: readonly string[]
}

export interface ResumableRun {
  readonly record: RunRecord
  /** How each host ended that did. */
  readonly outcomes: ReadonlyMap<string, Outcome>
}

const done = new Set<Outcome>(['committed', 'unchanged'])

/** Hosts that a resumed run still has to see to. */
export const unfinished = ({ record, outcomes }: ResumableRun): string[] =>
  record.hosts.filter((host) => {
    const outcome = outcomes.get(host)
    return outcome === undefined || !done.has(outcome)
  })

/** Reads what a run came to. Throws a FleetError that names the runs there are. */
export const readRun = async (cwd: string, runId: string): Promise<ResumableRun> => {
  const known = (await readdir(runsFolder(cwd)).catch(() => [])).toSorted()
  if (!known.includes(runId))
    throw new FleetError({
      kind: 'usage',
      what: `there is no run ${JSON.stringify(runId)} in ${runsFolder(cwd)}`,
      next: [known.length === 0 ? 'no run was started from this folder' : `the last ones: ${known.slice(-5).join(' ')}`],
    })
  const folder = join(runsFolder(cwd), runId)
  const record = await readRunFile(folder, 'plan.json')
  if (!isSavedPlan(record) || !('hosts' in record) || !Array.isArray(record.hosts))
    throw new FleetError({ kind: 'usage', what: `run ${runId} has no plan.json: it was stopped before it began`, next: ['apply again instead of resuming'] })
  if (!('command' in record) || record.command !== 'apply')
    throw new FleetError({ kind: 'usage', what: `run ${runId} is not an apply`, next: ['only an apply is resumed; give the other command again'] })
  const outcomes = new Map<string, Outcome>()
  for await (const event of readJournal(folder)) if (event.type === 'host-finished') outcomes.set(event.host, event.outcome)
  const hosts = record.hosts.filter((host): host is string => typeof host === 'string')
  return { record: { ...record, command: 'apply', hosts }, outcomes }
}
