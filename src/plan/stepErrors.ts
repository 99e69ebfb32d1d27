import { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Step } from '../model/playbook.ts'
import { isOwn, thrownByUs, userPosition } from '../playbook/index.ts'

/**
 * Runs a step's own code and says of what it throws which host and step it was, and where in the playbook. What our own
 * code throws without meaning to is a bug and stays as it is.
 */
export const asStep = <Result>(step: Step, host: Host, run: () => Result): Result => {
  try {
    return run()
  } catch (error) {
    const position = userPosition(error, isOwn)
    if (error instanceof FleetError) {
      const { kind, what, next } = error
      const where = error.position ?? position
      throw new FleetError({
        kind, what, next, host: host.name, step: error.step ?? step.name, cause: error,
        ...(where ? { position: where } : {}), ...(error.path === undefined ? {} : { path: error.path }),
      })
    }
    if (position === undefined || thrownByUs(error, isOwn)) throw error
    throw new FleetError({
      kind: 'playbook',
      host: host.name,
      step: step.name,
      what: `step ${step.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      next: ['mend the playbook'],
      position,
      cause: error,
    })
  }
}
