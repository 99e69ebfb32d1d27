/** What a report says about itself, beside the plan. */
export interface ReportDetails {
  readonly inventory: string
  readonly playbook: string
  /** What was given as --limit; absent for all hosts. */
  readonly selection?: string
  /** ISO 8601 with zone. */
  readonly madeAt: string
  /** Who ran it. Example: ada@console1 */
  readonly by: string
  /** Of fleetnet. */
  readonly version: string
  /** Host names, batch by batch. */
  readonly batches: readonly (readonly string[])[]
  /** Failures that the run tolerates. */
  readonly maxFailures: number
  /** Digest of the plan, to check that this very plan is applied. */
  readonly digest: string
  /** The command that applies this very plan. Example: fleetnet apply plan.json */
  readonly applyCommand?: string
}

/** Above so many hosts, names go to the appendix. */
export const nameLimit = 500
/** A page stays under so many bytes; then diffs are left out, with a line that says so. */
export const sizeLimit = 5 * 1024 * 1024
