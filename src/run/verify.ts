import type { Connection } from '../model/connection.ts'
import type { Backend, Difference } from '../model/backend.ts'
import { FleetError } from '../model/errors.ts'
import type { HostPlan } from '../model/plan.ts'
import type { CompiledTransaction } from '../model/transaction.ts'
import { differencesOnTrial, describeDifferences } from './acceptance.ts'
import type { HostTurn, RunContext } from './context.ts'
import { type Conversation, converse } from './conversation.ts'
import { restartBound, tellArmed, tellProgress, tellRebooting, type Trial } from './transact.ts'

/** What verifying a host on trial came to. */
export type VerifyEnd =
  | { readonly type: 'committed' }
  /** The host goes back, or went: settle tells how it ended. */
  | { readonly type: 'going-back'; readonly why: string }
  /** A decision was sent and its answer did not come. */
  | { readonly type: 'in-doubt'; readonly why: string }
  /** The host knows no such transaction: nothing had been received. */
  | { readonly type: 'absent'; readonly message: string }
  | { readonly type: 'abandoned' }

const retryAfter = 1_000
const askAgainAfter = 2_000
/** States of the host in which there is nothing to verify yet; `unknown` is one that could not be read just now. */
const notYet = new Set(['unknown', 'receiving', 'checkpointed', 'armed', 'staging', 'cutting over', 'rebooting'])

/** Verifies over new connections until the host is confirmed, told to go back, or has gone back by itself. */
export const verifyAndConfirm = async (
  context: RunContext,
  turn: HostTurn,
  trial: Trial,
  options: { readonly plan: HostPlan; readonly backend: Backend; readonly compiled: CompiledTransaction; readonly hostKey: string },
): Promise<VerifyEnd> => {
  const { host } = turn
  const { clock, emit } = context
  const { plan } = options
  // Until the host has told its second deadline, it may have all of T2 after the first one; with a boot between, of that too.
  const second = plan.reboot === 'trial' ? restartBound(plan.timeouts) : plan.timeouts.confirm * 1000
  const unheard = clock.now() + plan.timeouts.cutOver * 1000 + second
  const deadline = (): number => {
    if (trial.confirming && trial.backAt !== undefined) return trial.backAt
    if (trial.rebootingAt !== undefined) return trial.rebootingAt + second
    return trial.backAt === undefined ? unheard : trial.backAt + second
  }
  const detail = (text: string): void => {
    const away = trial.rebootingAt !== undefined && !trial.booted
    emit({ type: 'host-state', host: host.name, ...(away ? { state: 'rebooting', stage: 'cut over' } : { state: 'verifying', stage: 'verify' }), detail: text })
  }
  // A host that was started again on trial has booted its old network, and answers there: that need not be waited for.
  const addresses = plan.reboot === 'trial' ? [...new Set([plan.addressAfter, host.ssh.host])] : [plan.addressAfter]
  let last = 'no answer'
  for (let tries = 1; clock.now() < deadline(); tries += 1) {
    if (context.abandoned.aborted) return { type: 'abandoned' }
    const address = addresses[(tries - 1) % addresses.length] ?? plan.addressAfter
    const connection = await tryConnect(context, turn, address, options.hostKey, deadline() - clock.now())
    if (connection instanceof FleetError) {
      last = connection.what
      detail(`${address}, ${ordinal(tries)} try`)
      emit({ type: 'host-log', host: host.name, stage: 'verify', text: `${last}; ${ordinal(tries)} try` })
      await clock.sleep(retryAfter, context.abandoned)
      continue
    }
    trial.watch?.connected()
    const end = await converseUntilDecided(context, turn, trial, { ...options, address }, connection, deadline).finally(() => trial.watch?.disconnected())
    if (end.type === 'going-back' && end.why === '') return { type: 'going-back', why: `not verified in time: ${last}` }
    if (end.type !== 'lost-connection') return end
    last = end.message
    await clock.sleep(retryAfter, context.abandoned)
  }
  return { type: 'going-back', why: `not verified in time: ${last}` }
}

const converseUntilDecided = async (
  context: RunContext,
  turn: HostTurn,
  trial: Trial,
  { plan, backend, compiled, address }: { readonly plan: HostPlan; readonly backend: Backend; readonly compiled: CompiledTransaction; readonly address: string },
  connection: Connection,
  deadline: () => number,
): Promise<VerifyEnd | { readonly type: 'lost-connection'; readonly message: string }> => {
  const { host } = turn
  const { clock, emit } = context
  if (trial.rebootingAt === undefined) emit({ type: 'host-state', host: host.name, state: 'verifying', stage: 'verify', detail: address })
  const conversation = converse(connection, compiled, Math.max(5_000, deadline() - clock.now()), (progress) => tellProgress(context, host.name, trial, progress))
  try {
    for (;;) {
      const answer = await conversation.next()
      if (answer.type === 'state') trial.watch?.heard()
      if (context.abandoned.aborted) return { type: 'abandoned' }
      if (answer.type === 'ended')
        return /^status (?!255)\d/.test(answer.message) && answer.lastState === undefined
          ? { type: 'absent', message: answer.message }
          : { type: 'lost-connection', message: answer.message }
      if (answer.state === 'rebooting' && trial.rebootingAt === undefined) tellRebooting(context, host.name, trial)
      const isBooted = trial.rebootingAt !== undefined && answer.state !== 'rebooting'
      if (isBooted && !trial.booted) emit({ type: 'host-state', host: host.name, state: 'verifying', stage: 'verify', detail: address })
      trial.booted = isBooted
      if (answer.state === 'committed') return { type: 'committed' }
      if (answer.state !== 'on trial' && !notYet.has(answer.state)) return { type: 'going-back', why: trial.why }
      if (answer.state === 'on trial' && address !== plan.addressAfter) return { type: 'lost-connection', message: `on trial, it still answers at ${address}` }
      if (answer.facts instanceof FleetError) emit({ type: 'host-log', host: host.name, stage: 'verify', text: `not to be read yet: ${answer.facts.what}` })
      else if (answer.state === 'on trial') {
        const left = answer.facts.pending?.secondsLeft
        if (!trial.confirming && left !== undefined) tellArmed(context, host.name, trial, 'confirm', left)
        const end = await judge(context, turn, trial, conversation, plan, differencesOnTrial(backend, host, plan, answer.facts))
        if (end !== 'not-yet') return end
      }
      if (clock.now() >= deadline()) return { type: 'going-back', why: 'not verified in time' }
      await clock.sleep(askAgainAfter, context.abandoned)
      conversation.again()
    }
  } finally {
    conversation.close()
  }
}

/** Confirms a host that is as desired; tells one to go back that is not, once it had its time to settle. */
const judge = async (context: RunContext, turn: HostTurn, trial: Trial, conversation: Conversation, plan: HostPlan, differences: readonly Difference[]): Promise<VerifyEnd | 'not-yet'> => {
  const { host } = turn
  const { clock, emit } = context
  trial.onTrialAt ??= clock.now()
  if (differences.length === 0) return confirm(context, turn, trial, conversation)
  const found = describeDifferences(differences)
  emit({ type: 'host-state', host: host.name, state: 'verifying', stage: 'verify', detail: differences[0]?.device ?? '' })
  emit({ type: 'host-log', host: host.name, stage: 'verify', text: `not yet as desired: ${found}` })
  // No early rollback before the settle time has passed: LACP and spanning tree need theirs.
  if (clock.now() - trial.onTrialAt < plan.timeouts.settle * 1000) return 'not-yet'
  const why = `not as desired: ${found}`
  emit({ type: 'host-state', host: host.name, state: 'rolling back', detail: found })
  // The way back waits for no journal.
  await context.synced().catch(() => undefined)
  const outcome = await conversation.decide('rollback')
  return typeof outcome === 'object' && outcome.type === 'committed' ? { type: 'committed' } : { type: 'going-back', why }
}

const confirm = async (context: RunContext, turn: HostTurn, trial: Trial, conversation: Conversation): Promise<VerifyEnd | 'not-yet'> => {
  const { host } = turn
  context.emit({ type: 'host-log', host: host.name, stage: 'verify', text: 'running state is the desired state' })
  context.emit({ type: 'host-state', host: host.name, state: 'confirming', stage: 'confirm' })
  // The intent is on the disk before the confirm is sent: a controller that dies now leaves a trace of it.
  const unwritten = await context.synced().then(() => undefined, reasonOf)
  if (unwritten !== undefined) return giveUp(context, turn, trial, conversation, unwritten)
  const outcome = await conversation.decide('confirm')
  if (outcome === 'not-taken') {
    context.emit({ type: 'host-log', host: host.name, stage: 'confirm', text: 'the host could not take the confirm yet' })
    return 'not-yet'
  }
  if (outcome?.type === 'committed') return { type: 'committed' }
  if (outcome === undefined) return { type: 'in-doubt', why: 'the answer to the confirm did not come' }
  return { type: 'going-back', why: trial.why === '' ? 'the host had gone back before the confirm came' : trial.why }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * What cannot be written down is not confirmed. The host is told to go back now, while it is known to answer: left alone
 * it would do the same at its deadline, and nobody would know how it ended.
 */
const giveUp = async (context: RunContext, { host }: HostTurn, trial: Trial, conversation: Conversation, why: string): Promise<VerifyEnd> => {
  trial.why = why
  context.emit({ type: 'host-state', host: host.name, state: 'rolling back', detail: why })
  await conversation.decide('rollback')
  return { type: 'going-back', why }
}

/** A connection, or why there is none. Only a host that is not there is worth another try; the errors say so. */
const tryConnect = async (context: RunContext, { host }: HostTurn, address: string, hostKey: string, left: number): Promise<Connection | FleetError> => {
  try {
    return await context.transport.connect(host.name, host.ssh, {
      address,
      pinnedHostKey: hostKey,
      timeout: Math.max(1_000, Math.min(5_000, left)),
      signal: context.abandoned,
    })
  } catch (error) {
    if (error instanceof FleetError) return error
    throw error
  }
}

const ordinal = (count: number): string => {
  const tens = count % 100
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${suffix}`
}
