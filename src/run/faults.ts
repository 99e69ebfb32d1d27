import { FleetError, FleetErrors } from '../model/errors.ts'
import type { Fault } from '../model/events.ts'
import type { HostEnd } from './context.ts'

/** What an operator reads of an error. A bug says where to report it instead of a stack. */
export const faultOf = (error: unknown): Fault => {
  if (error instanceof FleetError)
    return { kind: error.kind, what: error.what, next: [...error.next], ...(error.step === undefined ? {} : { step: error.step }) }
  const [first, ...more] = error instanceof FleetErrors ? error.errors : []
  if (first !== undefined)
    return { ...faultOf(first), what: [first, ...more].map(({ what }) => what).join('; '), next: [...new Set([first, ...more].flatMap(({ next }) => next))] }
  return { kind: 'bug', what: `fleetnet itself failed: ${error instanceof Error ? error.message : String(error)}`, next: ['report this with the run’s folder'] }
}

/** The end of a host that failed before anything was sent to it that could change it. */
export const untouched = (error: unknown): HostEnd => {
  const fault = faultOf(error)
  return { outcome: fault.kind === 'connect' ? 'unreachable' : 'failed', fault: { ...fault, what: `${fault.what}; nothing was changed` } }
}
