import { FleetError } from '../../model/errors.ts'
import { checkSources, holderOfRun, planFromPlaybook, readRun, readSavedPlan, type SavedPlan, unfinished } from '../../run/index.ts'
import { type Fleet, openFleet } from '../fleet.ts'
import { pinPlan, planAll, planExitCode } from '../planning.ts'
import { showPlan } from '../planOutput.ts'
import { canAsk } from '../canAsk.ts'
import { askYes } from '../prompt.ts'
import { runFleet } from '../runFleet.ts'
import { rollBackPending } from '../settling.ts'
import { plan, type PlanOptions } from './plan.ts'

export interface ApplyOptions extends PlanOptions {
  readonly plan: string | undefined
  readonly check: boolean
  readonly yes: boolean
  readonly resume: string | undefined
  /** Go on even where another running fleetnet looks after a host. */
  readonly takeOver: boolean
}

/** `fleetnet apply`: shows the plan, asks, then rolls over the fleet. */
export const apply = async (given: ApplyOptions): Promise<number> => (given.check ? plan(given) : (await applyRun(given)).exitCode)

/** An apply, and the id of its run when it came to one. */
export const applyRun = async (given: ApplyOptions): Promise<{ readonly runId?: string; readonly exitCode: number }> => {
  if (!given.yes && (given.format === 'json' || !canAsk()))
    throw new FleetError({ kind: 'usage', what: 'apply asks before it changes anything, and there is nobody to ask: no terminal, or JSON on standard output', next: ['look first: the same with --check', 'then: the same with --yes'] })
  const source = await sourceOf(given)
  const options = { ...given, ...source.options }
  const fleet = await openFleet(options, process.cwd(), { playbooks: true })
  try {
    return await applyTo(source.hosts === undefined ? fleet : narrowed(fleet, source.hosts), options, source)
  } finally {
    await fleet.transport.close()
  }
}

/** What the run is made from: the command line, a saved plan, or an earlier run. */
interface Source {
  readonly options: Partial<Pick<ApplyOptions, 'inventory' | 'limit' | 'playbook' | 'set' | 'reboot'>>
  readonly hosts?: readonly string[]
  readonly saved?: SavedPlan
  readonly resumed?: boolean
}

const pinnedOptions = ({ inventory, limit, playbook, set, reboot = false }: SavedPlan): Source['options'] => ({ inventory, limit, playbook, set, reboot })

/** What a saved plan or an earlier run has pinned is not chosen again: a flag that is passed over would change hosts that nobody meant. */
const refuseChoices = ({ inventory, limit, playbook, set, reboot }: ApplyOptions, pinnedBy: string): void => {
  const chosen = Object.entries({ inventory, limit, playbook, set: set.length > 0 ? true : undefined, reboot: reboot ? true : undefined }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`]))
  if (chosen.length === 0) return
  throw new FleetError({ kind: 'usage', what: `${chosen.join(' and ')} cannot be given with ${pinnedBy}: it pins inventory, hosts, playbook and settings`, next: ['leave that out', `or plan anew: fleetnet plan ${chosen.join(' … ')} …`] })
}

const sourceOf = async (given: ApplyOptions): Promise<Source> => {
  const { plan: file, resume } = given
  if (file !== undefined) refuseChoices(given, `the saved plan ${file}`)
  if (resume !== undefined) refuseChoices(given, `--resume ${resume}`)
  if (file !== undefined) {
    const saved = await readSavedPlan(file)
    return { options: pinnedOptions(saved), hosts: Object.keys(saved.digests), saved }
  }
  if (resume === undefined) return { options: {} }
  const run = await readRun(process.cwd(), resume)
  const holder = await holderOfRun(process.cwd(), resume)
  if (holder !== undefined && holder !== 'nobody' && !given.takeOver)
    throw new FleetError({ kind: 'busy', what: `run ${resume} is still under way: ${holder} carries it out`, next: ['let it end, or stop it there with Ctrl-C', `or, when it hangs: fleetnet apply --resume ${resume} --take-over`] })
  await checkSources(run.record.sources, `run ${resume}`)
  const hosts = unfinished(run)
  if (hosts.length === 0) throw new FleetError({ kind: 'usage', what: `every host of run ${resume} is done`, next: ['fleetnet verify shows whether they still are as desired'] })
  return { options: pinnedOptions(run.record), hosts, resumed: true }
}

const narrowed = (fleet: Fleet, names: readonly string[]): Fleet => {
  const wanted = new Set(names)
  return { ...fleet, hosts: fleet.hosts.filter(({ name }) => wanted.has(name)) }
}

const applyTo = async (fleet: Fleet, options: ApplyOptions, { saved, resumed }: Source): Promise<{ readonly runId?: string; readonly exitCode: number }> => {
  // A resumed run first settles what the earlier one left undecided: no plan is made on a network on trial.
  if (resumed === true) await rollBackPending(fleet, options)
  let pinned = saved
  if (!options.yes) {
    const planned = await planAll(fleet, options)
    showPlan(planned, fleet, options)
    if (planned.every(({ result }) => result.status === 'unchanged')) return { exitCode: 0 }
    if (!planned.some(({ result }) => result.status === 'changes')) return { exitCode: planExitCode(planned, false) }
    const changing = planned.filter(({ result }) => result.status === 'changes').length
    if (!(await askYes(`Change ${changing} of ${planned.length} hosts?`))) {
      process.stdout.write('Nothing was changed.\n')
      return { exitCode: 0 }
    }
    pinned ??= await pinPlan(fleet, options, planned)
  }
  pinned ??= await pinPlan(fleet, options, [])
  return runFleet(fleet, options, {
    command: 'apply',
    planner: planFromPlaybook,
    pinned,
    reboot: options.reboot,
    ...(saved === undefined ? {} : { savedDigests: new Map(Object.entries(saved.digests)) }),
  })
}
