import type { Connection } from '../model/connection.ts'
import type { PlanTimeouts } from '../model/plan.ts'
import type { CompiledTransaction, Progress } from '../model/transaction.ts'
import { parseProgress } from '../transaction/index.ts'
import type { HostEnd, RunContext } from './context.ts'
import type { OutageWatch } from './watchOutage.ts'

/** How far a transaction is known to have come, as its progress lines told. */
export type TransactionEnd =
  | { readonly type: 'committed' }
  | { readonly type: 'refused'; readonly kind: 'drift' | 'busy' | 'disk' | 'refused'; readonly why: string }
  | { readonly type: 'rolled-back'; readonly why: string; readonly degraded: readonly string[] }
  | { readonly type: 'rollback-failed'; readonly why: string }
  /** The cut-over ended, or has cut this connection: verify over a new one. */
  | { readonly type: 'on-trial' }
  /** The exec ended without any of these: what the host did is not known yet. */
  | { readonly type: 'cut-off'; readonly received: boolean; readonly message: string }

/** What the run knows of a host on trial, for countdown and deadlines. Times are the controller's, in milliseconds. */
export interface Trial {
  /** Seconds that the plan gives a boot on trial; 0 without one. */
  readonly boot: number
  /** The earliest moment at which the host may go back by itself. */
  backAt: number | undefined
  /** Whether backAt is the confirm's deadline, T2. Before, the host may have longer than that, and nobody has heard so yet. */
  confirming: boolean
  /** When the cut-over was heard to begin. */
  cutAt: number | undefined
  /** Seconds of the host's uptime at which it logged that. */
  cutUptime: number | undefined
  /** When the host was booted, on the watch's clock: the earliest that any of its lines tells. */
  bootedAt: number
  /** Asks whether its addresses answer; undefined when nothing can cut the connection. */
  watch: OutageWatch | undefined
  /** When the host said that it restarts. */
  rebootingAt: number | undefined
  /** Whether it was heard of again after that. */
  booted: boolean
  /** When the cut-over was known to have ended. */
  onTrialAt: number | undefined
  /** Why the host said that it goes back. */
  why: string
  /** Lines of the host's log that were told: it is always followed from its first line, and nothing is told twice. */
  heard: number
  /** Warnings and lines of output that were told: a host cannot fill journal and memory with them. */
  chatter: number
}

export const newTrial = ({ boot = 0 }: Pick<PlanTimeouts, 'boot'> = {}): Trial => ({ boot, backAt: undefined, confirming: false, cutAt: undefined, cutUptime: undefined, bootedAt: Number.POSITIVE_INFINITY, watch: undefined, rebootingAt: undefined, booted: false, onTrialAt: undefined, why: '', heard: 0, chatter: 0 })

/** Milliseconds without a line after the cut-over began: the connection is taken for cut, though TCP has not said so. */
const silence = 3_000
/** The same for a log that is read after the fact: the host writes an empty line each second while there is nothing new. */
const historySilence = 15_000
/** Warnings and lines of output that are told of one host. */
const chatterLimit = 500

/** Keeps and tells the countdown, in seconds from now by the host's own uptime. */
export const tellArmed = ({ clock, emit }: RunContext, host: string, trial: Trial, phase: 'cut over' | 'confirm', seconds: number): void => {
  trial.backAt = clock.now() + seconds * 1000
  trial.confirming = phase === 'confirm'
  emit({ type: 'host-armed', host, phase, seconds, backAt: new Date(trial.backAt).toISOString() })
  emit({ type: 'host-log', host, stage: phase === 'cut over' ? 'arm' : 'cut over', text: `goes back by itself in ${Math.floor(seconds)} s unless confirmed` })
}

/** Firmware, boot loader and a check of the file systems: seconds of a restart that no clock of the host's counts. */
const unclocked = 450

/** Milliseconds from a restart until the deadline of the new boot at the latest: going down, what no clock counts, coming up. */
export const restartBound = ({ boot = 0 }: Pick<PlanTimeouts, 'boot'>): number => (2 * boot + unclocked) * 1000

/** The host goes down to boot on trial: from now on it is away, and at the earliest back on its old network after a boot's time. */
export const tellRebooting = ({ clock, emit }: RunContext, host: string, trial: Trial): void => {
  trial.cutAt = clock.now()
  trial.rebootingAt = clock.now()
  trial.backAt = clock.now() + trial.boot * 1000
  emit({ type: 'host-state', host, state: 'rebooting', stage: 'cut over' })
  emit({ type: 'host-armed', host, phase: 'confirm', seconds: trial.boot, backAt: new Date(trial.backAt).toISOString() })
  emit({ type: 'host-log', host, stage: 'cut over', text: 'the new files are in place; the host restarts, and boots them on trial' })
}

/** How long the host's address did not answer, as far as it was measured. */
export const awayOf = ({ watch }: Trial): Pick<HostEnd, 'awaySeconds' | 'awayPlusMinus'> => {
  const away = watch?.outage()
  return away === undefined ? {} : { awaySeconds: away.seconds, awayPlusMinus: away.plusMinus }
}

/** The same of a host that went back, and how long it took until it answered again. */
export const recoveryOf = (trial: Trial): Pick<HostEnd, 'awaySeconds' | 'awayPlusMinus' | 'recoverySeconds' | 'recoveryPlusMinus' | 'recoverySinceCutOver'> => {
  const { watch, bootedAt, cutUptime } = trial
  const recovery = watch?.recovery()
  const back = watch?.backSince()
  if (recovery === undefined || back === undefined) return awayOf(trial)
  const cut = cutUptime === undefined || bootedAt === Number.POSITIVE_INFINITY ? undefined : bootedAt + cutUptime * 1000
  return {
    ...awayOf(trial),
    recoverySeconds: recovery.seconds,
    recoveryPlusMinus: recovery.plusMinus,
    ...(cut === undefined || cut > back ? {} : { recoverySinceCutOver: Math.round((back - cut) / 10) / 100 }),
  }
}

/** Tells what a log says that is read after the fact: lines alone. Neither state nor countdown follow it: both are over. */
export const tellHistory = (context: RunContext, host: string, trial: Trial, progress: Progress): TransactionEnd | undefined => {
  const quiet: RunContext = { ...context, emit: (event) => (event.type === 'host-state' || event.type === 'host-armed' ? undefined : context.emit(event)) }
  const { backAt, confirming, cutAt, rebootingAt, onTrialAt } = trial
  const end = tellProgress(quiet, host, trial, progress)
  Object.assign(trial, { backAt, confirming, rebootingAt, onTrialAt, cutAt: cutAt ?? trial.cutAt })
  return end
}

/** Tells views and journal what a progress line says, and keeps the trial's times. Returns the end, if it is one. */
export const tellProgress = (context: RunContext, host: string, trial: Trial, progress: Progress): TransactionEnd | undefined => {
  const { emit, clock } = context
  const { watch } = trial
  if (watch !== undefined) trial.bootedAt = Math.min(trial.bootedAt, watch.now() - progress.uptime * 1000)
  watch?.heard()
  const log = (stage: string, text: string): void => emit({ type: 'host-log', host, stage, text })
  switch (progress.type) {
    case 'received':
      return void log('arm', 'received whole')
    case 'locked':
      return void log('arm', 'lock taken, nothing has changed since the plan')
    case 'checkpointed':
      return void log('arm', 'checkpoint taken')
    case 'armed': {
      const seconds = Math.max(0, progress.until - progress.uptime)
      tellArmed(context, host, trial, progress.phase, seconds)
      watch?.prepare()
      if (progress.phase === 'cut over') emit({ type: 'host-state', host, state: 'armed', stage: 'arm' })
      return undefined
    }
    case 'guarded':
      watch?.start()
      // This line is its first answer.
      watch?.heard()
      return void log('arm', 'boot guard tried and set')
    case 'staged':
      return void log('stage', 'files written and synced')
    case 'doing': {
      const cutting = trial.cutAt !== undefined
      emit({ type: 'host-state', host, state: cutting ? 'cutting over' : 'staging', stage: cutting ? 'cut over' : 'stage', detail: progress.what })
      return void log(cutting ? 'cut over' : 'stage', progress.what)
    }
    case 'cutting':
      trial.cutAt = clock.now()
      trial.cutUptime ??= progress.uptime
      emit({ type: 'host-state', host, state: 'cutting over', stage: 'cut over' })
      return void log('cut over', 'detached; this connection may end now')
    case 'rebooting':
      tellRebooting(context, host, trial)
      return { type: 'on-trial' }
    case 'on-trial':
      trial.onTrialAt = clock.now()
      log('cut over', 'ended')
      return { type: 'on-trial' }
    case 'output':
    case 'warning': {
      trial.chatter += 1
      if (trial.chatter > chatterLimit) return undefined
      const text = trial.chatter === chatterLimit ? 'it says more than is kept here; its own log has all' : progress.text
      return void emit(progress.type === 'output' ? { type: 'host-output', host, text } : { type: 'run-warning', host, text })
    }
    case 'rolling-back':
      trial.why = progress.why
      emit({ type: 'host-state', host, state: 'rolling back', detail: progress.why })
      return void log('cut over', `rolling back: ${progress.why}`)
    case 'rolled-back':
      log('cut over', 'rolled back')
      return { type: 'rolled-back', why: trial.why, degraded: progress.degraded }
    case 'rollback-failed':
      log('cut over', `rollback failed: ${progress.why}`)
      return { type: 'rollback-failed', why: progress.why }
    case 'refused':
      return { type: 'refused', kind: progress.kind, why: progress.why }
    case 'committed':
      return { type: 'committed' }
  }
}

/**
 * Runs an exec whose output are progress lines, until one of them is an end, or the exec ends. With `leave` on-trial
 * counts as an end, and so does a connection that falls silent once the cut-over has begun.
 */
export const followProgress = async (
  context: RunContext,
  connection: Connection,
  options: {
    readonly host: string
    readonly trial: Trial
    readonly compiled: CompiledTransaction
    readonly command: string
    readonly input?: Uint8Array
    readonly timeout: number
    readonly leaveOnTrial: boolean
    /** Milliseconds without a line after which a log that is read after the fact is left. Default: 15,000. */
    readonly historySilence?: number
  },
): Promise<TransactionEnd> => {
  const { host, trial, compiled } = options
  let lines = 0
  let timer: NodeJS.Timeout | undefined
  let abort = (): void => undefined
  try {
    return await new Promise<TransactionEnd>((resolve, reject) => {
      const watchSilence = (): void => {
        if (options.leaveOnTrial && trial.cutAt === undefined) return
        clearTimeout(timer)
        timer = options.leaveOnTrial
          ? setTimeout(() => resolve({ type: 'on-trial' }), silence)
          : setTimeout(() => resolve({ type: 'cut-off', received: lines > 0, message: 'the connection fell silent' }), options.historySilence ?? historySilence)
      }
      watchSilence()
      const onLine = (line: string): void => {
        if (!options.leaveOnTrial) watchSilence()
        const progress = parseProgress(line, compiled.nonce)
        if (progress === undefined) return
        lines += 1
        // Heard before: nothing is told twice, but an end is an end whenever it is read.
        const told = lines <= trial.heard
        trial.heard = Math.max(trial.heard, lines)
        const end = (options.leaveOnTrial ? tellProgress : tellHistory)(told ? { ...context, emit: () => undefined } : context, host, trial, progress)
        if (end !== undefined && (end.type !== 'on-trial' || options.leaveOnTrial)) resolve(end)
        else watchSilence()
      }
      const execution = connection.exec({
        command: options.command,
        onLine,
        timeout: options.timeout,
        ...(options.input === undefined ? {} : { input: options.input }),
      })
      abort = () => execution.abort()
      context.abandoned.addEventListener('abort', abort)
      execution.result.then((result) => {
        const said = result.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
        const message = result.ended === 'exited' ? `ended with status ${result.code ?? 'unknown'}${said === '' ? '' : `: ${said}`}` : result.ended
        resolve(trial.cutAt !== undefined && options.leaveOnTrial ? { type: 'on-trial' } : { type: 'cut-off', received: lines > 0, message })
      }, reject)
    })
  } finally {
    clearTimeout(timer)
    context.abandoned.removeEventListener('abort', abort)
  }
}
