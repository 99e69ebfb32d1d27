import type { Connection, Transport } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { noRequest, type TransactionFact } from '../model/facts.ts'
import { settleCommand } from '../transaction/index.ts'
import { execError, probeHost } from './probe.ts'
import { type Reading, readFleet } from './planFleet.ts'

/** Hosts with their undecided transactions: what `fleetnet status` shows. */
export const readPending = async (options: { readonly hosts: readonly Host[]; readonly transport: Transport; readonly forks: number }): Promise<Reading[]> =>
  readFleet({ ...options, request: () => noRequest })

/** Seconds that a rollback at the operator's word may take. */
const settleTimeout = 180_000

/**
 * Tells a host's undecided transaction to go back, by its own `ctl` on the host. That may cut the connection that asked
 * for it: then the host is asked again until it answers. There is no such confirm: only what was verified is confirmed.
 *
 * @returns the state that the host has afterwards; undefined when nothing is pending there any more
 */
export const rollBackTransaction = async (transport: Transport, host: Host, pending: TransactionFact): Promise<TransactionFact | undefined> => {
  const command = settleCommand({ root: host.root, id: pending.id, action: 'rollback' })
  const connection = await transport.connect(host.name, host.ssh)
  try {
    const result = await connection.exec({ command, timeout: settleTimeout }).result
    if (result.ended === 'exited' && result.code !== 0) throw execError(host.name, 'ctl rollback', result, settleTimeout)
  } finally {
    connection.close()
  }
  return readOutcome(transport, host, pending.id)
}

const readOutcome = async (transport: Transport, host: Host, id: string): Promise<TransactionFact | undefined> => {
  const until = Date.now() + settleTimeout
  for (;;) {
    let connection: Connection | undefined
    try {
      connection = await transport.connect(host.name, host.ssh)
      const facts = await probeHost(connection, host, noRequest)
      const found = [...(facts.pending === undefined ? [] : [facts.pending]), ...facts.history].find((transaction) => transaction.id === id)
      if (found?.state !== 'rolling back' || Date.now() > until) return found
    } catch (error) {
      if (!(error instanceof FleetError) || Date.now() > until) throw error
    } finally {
      connection?.close()
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}
