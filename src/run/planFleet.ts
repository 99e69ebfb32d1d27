import PQueue from 'p-queue'
import type { Transport } from '../model/connection.ts'
import { FleetError, FleetErrors } from '../model/errors.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { PlanResult } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Planner } from './host.ts'
import { probeHost } from './probe.ts'

/** What reading one host came to. */
export type Reading = { readonly host: Host; readonly facts: Facts } | { readonly host: Host; readonly error: FleetError }

/** A host's plan, and the facts that a report draws. */
export interface PlannedHost {
  readonly host: Host
  readonly result: PlanResult
  readonly facts?: Facts
}

export interface ReadingOptions {
  readonly hosts: readonly Host[]
  readonly request: (host: Host) => FactsRequest
  readonly transport: Transport
  readonly forks: number
  readonly signal?: AbortSignal
  /** Called as each host has answered. */
  readonly onRead?: (reading: Reading) => void
}

/** Probes many hosts, one connection and one exec each. Always resolves, in the order of the hosts. */
export const readFleet = async (options: ReadingOptions): Promise<Reading[]> => {
  const queue = new PQueue({ concurrency: options.forks })
  return Promise.all(
    options.hosts.map(async (host) =>
      queue.add(async () => {
        const reading = await readHost(host, options)
        options.onRead?.(reading)
        return reading
      }),
    ),
  )
}

const readHost = async (host: Host, { request, transport, signal }: ReadingOptions): Promise<Reading> => {
  try {
    const connection = await transport.connect(host.name, host.ssh, signal === undefined ? {} : { signal })
    try {
      return { host, facts: await probeHost(connection, host, request(host)) }
    } finally {
      connection.close()
    }
  } catch (error) {
    return { host, error: asFleetError(error, host.name) }
  }
}

/** Reads and plans: what `plan` shows, and what `apply` shows before it asks. Dry run is stopping here. */
export const planFleet = async (
  options: Omit<ReadingOptions, 'request'> & { readonly request: (host: Host) => FactsRequest; readonly playbookOf: (host: Host) => Playbook; readonly planner: Planner; readonly strict: boolean; readonly reboot?: boolean },
): Promise<PlannedHost[]> => {
  const readings = await readFleet(options)
  return readings.map((reading) => {
    const { host } = reading
    if ('error' in reading) return { host, result: { status: reading.error.kind === 'connect' ? 'unreachable' : 'failed', host: host.name, error: reading.error } }
    try {
      const { plan } = options.planner({ host, playbook: options.playbookOf(host) }, reading.facts, { strict: options.strict, reboot: options.reboot ?? false })
      return { host, facts: reading.facts, result: { status: plan.changes.length === 0 ? 'unchanged' : 'changes', plan } }
    } catch (error) {
      return { host, facts: reading.facts, result: { status: 'failed', host: host.name, error: asFleetError(error, host.name) } }
    }
  })
}

export const asFleetError = (error: unknown, host: string): FleetError => {
  if (error instanceof FleetError) return error
  if (error instanceof FleetErrors && error.errors[0] !== undefined) {
    const [first] = error.errors
    return new FleetError({
      kind: first.kind,
      host,
      what: error.errors.map(({ what }) => what).join('; '),
      next: [...new Set(error.errors.flatMap(({ next }) => next))],
      cause: error,
    })
  }
  return new FleetError({ kind: 'probe', host, what: `fleetnet itself failed: ${error instanceof Error ? error.message : String(error)}`, next: ['report this with what it was run with'], cause: error })
}
