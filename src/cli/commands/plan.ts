import { pinPlan, planAll, planExitCode } from '../planning.ts'
import { openFleet } from '../fleet.ts'
import type { HostOptions, RebootOption } from '../options.ts'
import { checkReportName, showPlan, writeReport } from '../planOutput.ts'
import { writeSavedPlan } from '../../run/index.ts'

export interface PlanOptions extends HostOptions, RebootOption {
  readonly diff: boolean
  readonly out: string | undefined
  readonly report: string | undefined
  readonly detailedExitcode: boolean
}

/** `fleetnet plan`: one connection and one exec a host, and nothing is changed. */
export const plan = async (options: PlanOptions): Promise<number> => {
  if (options.report !== undefined) checkReportName(options.report)
  const fleet = await openFleet(options, process.cwd(), { playbooks: true })
  try {
    const planned = await planAll(fleet, options)
    showPlan(planned, fleet, options)
    if (options.report !== undefined) await writeReport(options.report, planned, fleet, options)
    if (options.out !== undefined) await writeSavedPlan(options.out, await pinPlan(fleet, options, planned))
    return planExitCode(planned, options.detailedExitcode)
  } finally {
    await fleet.transport.close()
  }
}
