import { FleetError } from '../../model/errors.ts'
import type { FactsRequest } from '../../model/facts.ts'
import type { Host } from '../../model/host.ts'
import { planRollbackOf, rollbackRequestOf } from '../../run/index.ts'
import { openFleet } from '../fleet.ts'
import type { HostOptions } from '../options.ts'
import { pinPlan, planAll, planExitCode } from '../planning.ts'
import { showPlan } from '../planOutput.ts'
import { canAsk } from '../canAsk.ts'
import { askYes } from '../prompt.ts'
import { runFleet } from '../runFleet.ts'

export interface RollbackOptions extends HostOptions {
  readonly check: boolean
  readonly diff: boolean
  readonly yes: boolean
}

/** `fleetnet rollback`: each host's last committed change is undone by a transaction of its own, verified like any. */
export const rollback = async (options: RollbackOptions): Promise<number> => {
  if (!options.yes && !options.check && (options.format === 'json' || !canAsk()))
    throw new FleetError({ kind: 'usage', what: 'rollback asks before it changes anything, and there is nobody to ask: no terminal, or JSON on standard output', next: ['look first: the same with --check', 'then: the same with --yes'] })
  const fleet = await openFleet(options, process.cwd(), { playbooks: true })
  const request = (host: Host): FactsRequest => rollbackRequestOf(host, fleet.playbookOf(host))
  try {
    if (options.check || !options.yes) {
      const planned = await planAll(fleet, options, planRollbackOf, request)
      showPlan(planned, fleet, options)
      if (options.check || planned.every(({ result }) => result.status !== 'changes')) return planExitCode(planned, false)
      if (!(await askYes('Put these hosts back?'))) {
        process.stdout.write('Nothing was changed.\n')
        return 0
      }
    }
    return (await runFleet(fleet, options, { command: 'rollback', planner: planRollbackOf, request, pinned: await pinPlan(fleet, options, []) })).exitCode
  } finally {
    await fleet.transport.close()
  }
}
