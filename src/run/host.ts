import type { Connection } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { completeNetwork, type Network } from '../model/network.ts'
import type { HostPlan } from '../model/plan.ts'
import type { CompiledTransaction } from '../model/transaction.ts'
import { backendFor } from '../backends/index.ts'
import { describePath, diffOf, planDigest, planHost, requestFor } from '../plan/index.ts'
import { compileTransaction } from '../transaction/index.ts'
import type { HostEnd, HostTurn, RunContext } from './context.ts'
import { faultOf, untouched } from './faults.ts'
import { newNonce, transactionId } from './identifiers.ts'
import { afterRollback, askStatus, goOn, planAgain, runAgain } from './nextSteps.ts'
import { probeHost } from './probe.ts'
import { settle, untestedOf } from './settle.ts'
import { awayOf, followProgress, newTrial, recoveryOf, type Trial } from './transact.ts'
import { verifyAndConfirm } from './verify.ts'
import { type OutageWatch, watchOutage } from './watchOutage.ts'

/** A host's plan, and the network that verify holds the running state against. */
export interface Planned {
  readonly plan: HostPlan
  readonly desired: Network
}

/** Makes a host's plan from its facts. A rollback of committed changes plans differently; the way through the host is one. */
export type Planner = (turn: Pick<HostTurn, 'host' | 'playbook'>, facts: Facts, options: { readonly strict: boolean; readonly reboot?: boolean }) => Planned

/** The plan of an apply: what the playbook makes of the inventory and the facts. */
export const planFromPlaybook: Planner = ({ host, playbook }, facts, { strict, reboot = false }) => ({
  plan: planHost({ host, playbook, facts, strict, reboot }),
  // A playbook that leaves the network alone is not held to it.
  desired: playbook.steps.some(({ covers }) => covers.length > 0) ? host.network : completeNetwork(),
})

/**
 * One host's way: connect, probe, plan, transact, verify over a new connection, confirm. It always resolves: whatever
 * happens to a host is an end of that host, never of the run.
 */
export const runHost = async (context: RunContext, turn: HostTurn, planner: Planner, request = requestFor(turn.host, turn.playbook)): Promise<HostEnd> => {
  const { host } = turn
  const { emit } = context
  const letGo: HostEnd = { outcome: 'skipped', fault: { kind: 'interrupted', what: 'stopped before any change', next: [goOn(context)] } }
  let connection: Connection | undefined
  let sent = false
  try {
    if (context.stopping.aborted) return letGo
    emit({ type: 'host-state', host: host.name, state: 'connecting', stage: 'connect', detail: `${host.ssh.host}:${host.ssh.port}` })
    connection = await context.transport.connect(host.name, host.ssh, { signal: context.stopping })
    emit({ type: 'host-log', host: host.name, stage: 'connect', text: `${host.ssh.host}:${host.ssh.port} as ${host.ssh.user}, host key ${connection.hostKey}` })
    emit({ type: 'host-state', host: host.name, state: 'probing', stage: 'probe', detail: 'reading facts' })
    const facts = await probeHost(connection, host, request)
    const { plan, desired } = planner(turn, facts, context)
    tellPlan(context, plan, facts)
    if (plan.changes.length === 0) return { outcome: 'unchanged', address: host.ssh.host }
    if (turn.savedDigest !== undefined && turn.savedDigest !== planDigest(plan))
      throw new FleetError({ kind: 'drift', host: host.name, step: 'plan', what: 'the host is not what the saved plan was made from', next: ['look at what changed on it, then plan again'] })
    if (context.stopping.aborted) return letGo
    const compiled = compileFor(context, turn, plan, facts)
    emit({ type: 'host-log', host: host.name, stage: 'arm', text: `transaction ${compiled.id}` })
    await context.synced()
    sent = true
    return await transact(context, { ...turn, host: { ...host, network: desired } }, { plan, facts, compiled }, connection)
  } catch (error) {
    if (!sent && context.stopping.aborted) return letGo
    if (!sent) return untouched(error)
    // Something of ours failed while the host may be on trial: it goes back by itself, and nobody has seen it yet.
    const fault = faultOf(error)
    return { outcome: 'unknown', fault: { ...fault, next: [...fault.next, askStatus(context, host)] } }
  } finally {
    connection?.close()
  }
}

const tellPlan = ({ emit }: RunContext, plan: HostPlan, facts: Facts): void => {
  const disruptive = plan.changes.filter((change) => change.disruptive).length
  emit({
    type: 'host-planned',
    host: plan.host,
    digest: facts.digest,
    changes: plan.changes.length,
    disruptive,
    pathBefore: describePath(plan.pathBefore),
    pathAfter: describePath(plan.pathAfter),
    facts: plan.platform,
    diff: plan.changes.map(diffOf).join('\n'),
  })
  emit({ type: 'host-state', host: plan.host, state: 'planned', stage: 'plan' })
  emit({ type: 'host-log', host: plan.host, stage: 'plan', text: `${plan.changes.length} changes, ${disruptive} of them can cut the connection` })
  for (const warning of plan.warnings) emit({ type: 'run-warning', host: plan.host, text: warning.text })
}

/** Milliseconds for a transaction that cannot cut the connection: its commands have limits of their own. */
const quietTimeout = 30 * 60_000

const compileFor = ({ runId, clock }: RunContext, { host, number }: HostTurn, plan: HostPlan, { init, cron }: Facts): CompiledTransaction =>
  compileTransaction({ id: transactionId(runId, clock.now(), number), runId, nonce: newNonce(), root: host.root, init, cron, plan })

const transact = async (
  context: RunContext,
  turn: HostTurn,
  { plan, facts, compiled }: { readonly plan: HostPlan; readonly facts: Facts; readonly compiled: CompiledTransaction },
  connection: Connection,
): Promise<HostEnd> => {
  const watch = plan.disruptive ? watchHost(context, turn.host, plan) : undefined
  try {
    return await transactWatched(context, turn, { plan, facts, compiled, trial: { ...newTrial(plan.reboot === 'trial' ? plan.timeouts : {}), watch } }, connection)
  } finally {
    watch?.stop()
  }
}

/** Asks a host's addresses while it is cut over, and tells when it falls silent and when it answers again. */
const watchHost = ({ reach, emit }: RunContext, host: Host, plan: HostPlan): OutageWatch =>
  watchOutage({ before: host.ssh.host, after: plan.addressAfter, port: host.ssh.port, reach, onChange: (away) => emit({ type: 'host-away', host: host.name, away }) })

const transactWatched = async (
  context: RunContext,
  turn: HostTurn,
  { plan, facts, compiled, trial }: { readonly plan: HostPlan; readonly facts: Facts; readonly compiled: CompiledTransaction; readonly trial: Trial },
  connection: Connection,
): Promise<HostEnd> => {
  const { host } = turn
  const { emit } = context
  const backend = backendFor(facts)
  if (backend === undefined) throw new Error('a plan without a backend')
  emit({ type: 'host-state', host: host.name, state: plan.disruptive ? 'planned' : 'staging', stage: plan.disruptive ? 'arm' : 'stage', detail: 'sending the transaction' })
  const first = await followProgress(context, connection, {
    host: host.name,
    trial,
    compiled,
    command: compiled.start,
    input: compiled.payload,
    timeout: plan.disruptive ? (plan.timeouts.cutOver + plan.timeouts.confirm + 60) * 1000 : quietTimeout,
    leaveOnTrial: true,
  })
  const options = { plan, compiled, hostKey: connection.hostKey }
  const committed = (): HostEnd => ({ outcome: 'committed', address: plan.addressAfter, ...awayOf(trial), ...untestedOf(plan) })
  switch (first.type) {
    case 'committed':
      return committed()
    case 'refused':
      return { outcome: 'failed', fault: { kind: first.kind, what: `${first.why}; nothing was changed`, next: nextAfterRefusal(first.kind, context, host) } }
    case 'rolled-back':
      return {
        outcome: 'rolled back',
        address: host.ssh.host,
        ...recoveryOf(trial),
        ...(first.degraded.length > 0 ? { degraded: [...first.degraded] } : {}),
        fault: { kind: 'command', what: first.why, next: afterRollback(context, host, first.why) },
      }
    case 'rollback-failed':
    case 'cut-off':
      if (!plan.disruptive || first.type === 'rollback-failed') return settle(context, turn, trial, { ...options, why: first.type === 'cut-off' ? `the connection ended: ${first.message}` : first.why })
      break
    case 'on-trial':
      break
    default:
      first satisfies never
  }
  // A session that came in before the cut-over proves nothing about the network after it.
  connection.close()
  trial.watch?.start()
  const end = await verifyAndConfirm(context, turn, trial, { ...options, backend })
  switch (end.type) {
    case 'committed':
      return committed()
    case 'absent':
      return settle(context, turn, trial, { ...options, why: `the host does not know of the transaction (${end.message})` })
    case 'abandoned':
      return { outcome: 'unknown', fault: { kind: 'interrupted', what: 'nobody watches it any more; it goes back by itself unless it was confirmed', next: [askStatus(context, host)] } }
    case 'in-doubt':
      emit({ type: 'host-state', host: host.name, state: 'unknown', detail: end.why })
      return settle(context, turn, trial, { ...options, why: end.why })
    case 'going-back':
      emit({ type: 'host-state', host: host.name, state: 'rolling back', detail: 'waiting for it to answer' })
      return settle(context, turn, trial, { ...options, why: end.why })
  }
}

const nextAfterRefusal = (kind: 'drift' | 'busy' | 'disk' | 'refused', context: RunContext, host: Host): string[] => {
  switch (kind) {
    case 'drift':
      return ['somebody changed it since it was read: look at it, then apply again', planAgain(context, host)]
    case 'busy':
      return [askStatus(context, host)]
    case 'disk':
      return ['make room below /etc, or make it writable, then apply again', runAgain(context, host)]
    case 'refused':
      return [planAgain(context, host)]
  }
}
