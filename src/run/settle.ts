import { FleetError } from '../model/errors.ts'
import type { HostPlan } from '../model/plan.ts'
import type { CompiledTransaction } from '../model/transaction.ts'
import type { HostEnd, HostTurn, RunContext } from './context.ts'
import { afterRollback, askStatus } from './nextSteps.ts'
import { awayOf, followProgress, recoveryOf, restartBound, type TransactionEnd, type Trial } from './transact.ts'

/** Seconds beyond the deadline in which a rollback, its whole ladder included, has to bring the host back: 175 on the host, and some to be seen again. */
const rollbackBound = 200
const retryAfter = 1_000
/** What the host gives as its reason when we told it to go back: we know a better one. */
const ordered = 'the controller decided so'

/**
 * Asks the old and the new address, in turn, until the host says how its transaction ended. In doubt is a state:
 * before deadline, rollback bound and settle time are over the host is `unknown`; after that it is `lost` only when
 * another host answers, so that the controller's own way is known to work.
 */
export const settle = async (
  context: RunContext,
  turn: HostTurn,
  trial: Trial,
  options: { readonly plan: HostPlan; readonly compiled: CompiledTransaction; readonly hostKey: string; readonly why: string; readonly historySilence?: number },
): Promise<HostEnd> => {
  const { host } = turn
  const { clock, emit } = context
  const { plan } = options
  const until = Math.max(clock.now(), trial.backAt ?? clock.now()) + (rollbackBound + plan.timeouts.settle) * 1000 + (plan.reboot === undefined ? 0 : restartBound(plan.timeouts))
  const addresses = [...new Set([host.ssh.host, plan.addressAfter])]
  const why = (): string => [...new Set([options.why, trial.why])].filter((reason) => reason !== '' && (reason !== ordered || options.why === '')).join('; on the host: ')
  let last = ''
  let answered = false
  // A controller that was suspended finds its time over at once: no verdict before every address was asked after that.
  let lateTries = 0
  for (let tries = 0; !context.abandoned.aborted && lateTries < addresses.length; tries += 1) {
    if (clock.now() >= until) lateTries += 1
    const address = addresses[tries % addresses.length] ?? host.ssh.host
    try {
      const connection = await context.transport.connect(host.name, host.ssh, {
        address,
        pinnedHostKey: options.hostKey,
        timeout: 5_000,
        signal: context.abandoned,
      })
      trial.watch?.connected()
      answered = true
      try {
        const end = await followProgress(context, connection, {
          host: host.name,
          trial,
          compiled: options.compiled,
          command: trial.heard > 0 ? options.compiled.followReceived : options.compiled.follow,
          timeout: Math.max(5_000, until - clock.now()),
          leaveOnTrial: false,
          ...(options.historySilence === undefined ? {} : { historySilence: options.historySilence }),
        })
        const settled = hostEndOf(context, turn, trial, end, { address, why: why(), plan })
        if (settled !== undefined) return settled
        last = end.type === 'cut-off' ? end.message : end.type
      } finally {
        connection.close()
        trial.watch?.disconnected()
      }
    } catch (error) {
      if (!(error instanceof FleetError)) throw error
      last = error.what
      emit({ type: 'host-state', host: host.name, state: 'rolling back', detail: 'waiting for it to answer' })
    }
    await clock.sleep(retryAfter, context.abandoned)
  }
  const fault = { kind: 'cut-off', what: `${why()}; ${last}`, next: [askStatus(context, host), 'if it stays silent: its console, where /etc/fleetnet/tx/*/ctl status tells its state'] }
  // Lost is who stays silent: something answered there, though it never said how this ended.
  if (context.abandoned.aborted || answered) return { outcome: 'unknown', fault }
  return (await context.canary(host.name)) ? { outcome: 'lost', fault } : { outcome: 'unknown', fault: { ...fault, what: `${fault.what}; no other host answers either, so the controller’s own way may be down` } }
}

/** Network files that nothing activated: only the next boot shows what they do. */
export const untestedOf = (plan: HostPlan): { readonly untested?: string[] } => {
  if (plan.reboot === 'trial' || plan.changes.some((change) => change.kind === 'activate')) return {}
  const untested = plan.changes.flatMap((change) => (change.kind === 'file' && change.when === 'cut over' ? [change.target] : []))
  return untested.length > 0 ? { untested } : {}
}

/** What a transaction's end means for its host; undefined when the host has not told one. */
const hostEndOf = (context: RunContext, { host }: HostTurn, trial: Trial, end: TransactionEnd, { address, why, plan }: { readonly address: string; readonly why: string; readonly plan: HostPlan }): HostEnd | undefined => {
  const seen = { address, ...recoveryOf(trial) }
  const next = afterRollback(context, host, why)
  switch (end.type) {
    case 'committed':
      return { outcome: 'committed', address, ...awayOf(trial), ...untestedOf(plan) }
    case 'rolled-back':
      return { outcome: 'rolled back', ...seen, ...(end.degraded.length > 0 ? { degraded: [...end.degraded] } : {}), fault: { kind: 'verify', what: why, next } }
    case 'rollback-failed':
      return {
        outcome: 'rolled back',
        ...seen,
        degraded: ['network'],
        fault: { kind: 'verify', what: `${why}; the host answers, but its rollback is not whole: ${end.why}`, next: [`look at ${host.name} now`, ...next] },
      }
    case 'refused':
      return { outcome: 'failed', fault: { kind: end.kind, what: `${end.why}; nothing was changed`, next } }
    case 'cut-off':
      // Status 3 is `follow`'s own word for it, and it has cancelled what may still be under way. From a host that had
      // told of the transaction before, it is another host's word: a clone with the same key, at an address gone astray.
      if (trial.heard > 0 || !/^ended with status 3\b/.test(end.message)) return undefined
      return { outcome: 'failed', fault: { kind: 'cut-off', what: `the host had not received the transaction whole (${end.message}); nothing was changed`, next } }
    case 'on-trial':
      return undefined
  }
}
