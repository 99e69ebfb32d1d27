import PQueue from 'p-queue'
import type { Connection, Transport } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import { type Facts, noRequest, type TransactionFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Playbook } from '../model/playbook.ts'
import { requestFor } from '../plan/index.ts'
import { settleCommand } from '../transaction/index.ts'
import { whyNotConfirm } from './adoption.ts'
import { connectAnywhere } from './anyAddress.ts'
import { asFleetError, type Reading } from './planFleet.ts'
import { execError, probeHost } from './probe.ts'

/** Hosts with their undecided transactions, on whichever address they answer: what `fleetnet status` shows. */
export const readPending = async ({ hosts, transport, forks }: { readonly hosts: readonly Host[]; readonly transport: Transport; readonly forks: number }): Promise<Reading[]> => {
  const queue = new PQueue({ concurrency: forks })
  const read = async (host: Host): Promise<Reading> => {
    try {
      return { host, facts: await overConnection(transport, host, async (connection) => probeHost(connection, host, noRequest)) }
    } catch (error) {
      return { host, error: asFleetError(error, host.name) }
    }
  }
  return Promise.all(hosts.map(async (host) => queue.add(async () => read(host))))
}

const overConnection = async <Result>(transport: Transport, host: Host, work: (connection: Connection) => Promise<Result>): Promise<Result> => {
  const { connection } = await connectAnywhere(transport, host)
  try {
    return await work(connection)
  } finally {
    connection.close()
  }
}

/** Milliseconds that a decision at the operator's word may take: the whole ladder back; by a restart, where the network was booted on trial. */
const settleTimeout = ({ restarts }: TransactionFact): number => (restarts === true ? 30 * 60_000 : 180_000)

/**
 * Tells a host's undecided transaction to go back, by its own `ctl` on the host. That may cut the connection that asked
 * for it: then the host is asked again until it answers.
 *
 * @returns the state that the host has afterwards; undefined when nothing is pending there any more
 */
export const rollBackTransaction = async (transport: Transport, host: Host, pending: TransactionFact): Promise<TransactionFact | undefined> => {
  await overConnection(transport, host, async (connection) => decide(connection, host, pending, 'rollback'))
  return readOutcome(transport, host, pending)
}

/**
 * Confirms a trial that somebody else began, if it is what inventory and playbook want: a new connection, a probe, the
 * checks of a run, then the transaction's own `ctl confirm`, which compares the files with those that it had planned.
 * Rejects with a FleetError of kind verify, and decides nothing, when it is not.
 */
export const confirmTransaction = async (transport: Transport, host: Host, playbook: Playbook, pending: TransactionFact): Promise<TransactionFact | undefined> => {
  await overConnection(transport, host, async (connection) => {
    const facts: Facts = await probeHost(connection, host, requestFor(host, playbook))
    const why = whyNotConfirm(host, playbook, facts, pending)
    if (why !== undefined) throw notConfirmed(host, pending, why)
    await decide(connection, host, pending, 'confirm')
  })
  const outcome = await readOutcome(transport, host, pending)
  if (outcome !== undefined && outcome.state !== 'committed') throw notConfirmed(host, pending, `it is ${outcome.state}${outcome.why === undefined ? '' : `: ${outcome.why}`}`)
  return outcome
}

const notConfirmed = (host: Host, { id }: TransactionFact, why: string): FleetError =>
  new FleetError({
    kind: 'verify',
    host: host.name,
    step: 'confirm',
    what: `not confirmed: ${why}`,
    next: [`fleetnet status --rollback -l ${host.name}`, `or, when you know that it is right, on its console: ${settleCommand({ root: host.root, id, action: 'confirm' })}`],
  })

/** A status of 1 says that another outcome stands: it is read afterwards. So is what became of it when the connection ended. */
const decide = async (connection: Connection, host: Host, pending: TransactionFact, action: 'confirm' | 'rollback'): Promise<void> => {
  const timeout = settleTimeout(pending)
  const result = await connection.exec({ command: settleCommand({ root: host.root, id: pending.id, action }), timeout }).result
  if (result.ended === 'exited' && result.code !== 0 && result.code !== 1) throw execError(host.name, `ctl ${action}`, result, timeout)
}

const readOutcome = async (transport: Transport, host: Host, pending: TransactionFact): Promise<TransactionFact | undefined> => {
  const until = Date.now() + settleTimeout(pending)
  for (;;) {
    try {
      const facts = await overConnection(transport, host, async (connection) => probeHost(connection, host, noRequest))
      const found = [...(facts.pending === undefined ? [] : [facts.pending]), ...facts.history].find(({ id }) => id === pending.id)
      if (found?.state !== 'rolling back' || Date.now() > until) return found
    } catch (error) {
      if (!(error instanceof FleetError) || Date.now() > until) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}
