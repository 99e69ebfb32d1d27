import { setMaxListeners } from 'node:events'
import { createConnection } from 'node:net'
import PQueue from 'p-queue'
import type { Transport } from '../model/connection.ts'
import type { EventListener, Outcome, OutcomeCounts, RunStarted, Spread, UntimedEvent } from '../model/events.ts'
import type { FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Playbook } from '../model/playbook.ts'
import { failureBudget, planBatches } from './batches.ts'
import { type Clock, localIso, systemClock } from './clock.ts'
import type { HostEnd, RunContext } from './context.ts'
import { countOutcomes, exitCodeOf, failuresOf } from './exitCode.ts'
import { type Planner, runHost } from './host.ts'
import type { Journal } from './journal.ts'
import { goOn } from './nextSteps.ts'
import { bounded, type Reach, reachOverTcp } from './reach.ts'
import { type Figure, spreadOf } from './spread.ts'

/** One run over many hosts. */
export interface FleetRun {
  readonly runId: string
  readonly command: RunStarted['command']
  readonly inventory: string
  readonly hosts: readonly Host[]
  readonly playbookOf: (host: Host) => Playbook
  readonly planner: Planner
  /** What to probe instead of what the playbook asks for. */
  readonly request?: (host: Host) => FactsRequest
  readonly savedDigests?: ReadonlyMap<string, string>
  readonly transport: Transport
  readonly journal: Journal
  readonly listeners: readonly EventListener[]
  readonly forks: number
  readonly strict: boolean
  /** The new network is booted on trial. Default: false. */
  readonly reboot?: boolean
  readonly clock?: Clock
  /** Asks an address whether it answers. Default: over TCP, from this machine. */
  readonly reach?: Reach
}

/** Questions to hosts that are cut over, under way at the same time: a silent host keeps some four sockets open. */
const questionsAtATime = 200

/** A run under way. */
export interface RunningFleet {
  readonly result: Promise<FleetResult>
  /** Once: armed hosts finish, no other starts. Twice: nobody is waited for; armed hosts go back by themselves. */
  interrupt(): void
}

export interface FleetResult {
  readonly outcomes: ReadonlyMap<string, HostEnd>
  readonly counts: OutcomeCounts
  readonly exitCode: number
}

/** Starts rolling over the fleet, batch by batch. It always resolves. When the journal cannot be written, no other host is begun, and those on trial go back. */
export const startFleetRun = (run: FleetRun): RunningFleet => {
  const clock = run.clock ?? systemClock
  const startedAt = clock.now()
  const stopping = new AbortController()
  const abandoned = new AbortController()
  for (const { signal } of [stopping, abandoned]) setMaxListeners(0, signal)
  const outcomes = new Map<string, HostEnd>()
  const armed = new Map<string, string>()
  let interruptions = 0
  const emit = (event: UntimedEvent): void => {
    const timed = { ...event, time: localIso(clock.now()) }
    if (timed.type === 'host-armed') armed.set(timed.host, timed.backAt)
    if (timed.type === 'host-finished' && timed.outcome !== 'unknown') armed.delete(timed.host)
    run.journal.listener(timed)
    for (const listener of run.listeners) listener(timed)
  }
  const byName = new Map(run.hosts.map((host) => [host.name, host]))
  const context: RunContext = {
    runId: run.runId,
    inventory: run.inventory,
    command: run.command,
    transport: run.transport,
    clock,
    emit,
    synced: run.journal.synced,
    stopping: stopping.signal,
    abandoned: abandoned.signal,
    strict: run.strict,
    reach: bounded(run.reach ?? reachOverTcp, questionsAtATime),
    reboot: run.reboot ?? false,
    canary: async (except) => anotherAnswers(run.hosts, except, outcomes),
  }
  const journalFailure = async (): Promise<string | undefined> => run.journal.synced().then(() => undefined, (error: unknown) => (error instanceof Error ? error.message : String(error)))
  const finish = (host: string, end: HostEnd, from: number): void => {
    outcomes.set(host, end)
    emit({ type: 'host-finished', host, seconds: (clock.now() - from) / 1000, ...end })
  }
  const go = async (): Promise<FleetResult> => {
    const batches = batchesOf(run)
    const rolling = strictest(run)
    const budget = failureBudget(rolling, run.hosts.length)
    emit({
      type: 'run-started',
      runId: run.runId,
      command: run.command,
      inventory: run.inventory,
      playbook: [...new Set(run.hosts.map((host) => run.playbookOf(host).name))].join(', '),
      batches,
      maxFailures: budget,
      folder: run.journal.folder,
    })
    const queue = new PQueue({ concurrency: run.forks })
    const halt = (cause: 'failures' | 'lost', reason: string): void => {
      if (stopping.signal.aborted) return
      emit({ type: 'run-halted', cause, reason })
      stopping.abort()
    }
    let number = 0
    for (const [index, names] of batches.entries()) {
      const unwritten = await journalFailure()
      if (unwritten !== undefined) halt('failures', unwritten)
      if (stopping.signal.aborted) break
      emit({ type: 'batch-started', batch: index + 1, hosts: names })
      await Promise.all(
        names.map(async (name) => {
          const host = byName.get(name)
          if (host === undefined) return
          const turn = { host, playbook: run.playbookOf(host), number: (number += 1) }
          const saved = run.savedDigests?.get(name)
          await queue.add(async () => {
            const from = clock.now()
            const end = await runHost(context, saved === undefined ? turn : { ...turn, savedDigest: saved }, run.planner, run.request?.(host))
            finish(name, end, from)
            if (end.outcome === 'lost') halt('lost', `${name} is lost`)
          })
        }),
      )
      const counts = countOutcomes(names.flatMap((name) => outcomes.get(name)?.outcome ?? []))
      emit({ type: 'batch-finished', batch: index + 1, counts })
      const failures = failuresOf(countOutcomes([...outcomes.values()].map(({ outcome }) => outcome)))
      if (failures > budget && index + 1 < batches.length) halt('failures', `${failures} failures, ${budget} are tolerated`)
    }
    const left: HostEnd = { outcome: 'skipped', fault: { kind: 'interrupted', what: 'the run stopped before its turn', next: [goOn(run)] } }
    for (const { name } of run.hosts) if (!outcomes.has(name)) finish(name, left, clock.now())
    const counts = countOutcomes([...outcomes.values()].map(({ outcome }) => outcome))
    const exitCode = exitCodeOf(counts, interruptions > 0)
    const unwritten = await journalFailure()
    if (unwritten !== undefined) emit({ type: 'run-warning', text: `${unwritten}; this run is not written down whole` })
    emit({ type: 'run-finished', counts, ...figuresOf(outcomes), armed: [...armed.keys()], seconds: (clock.now() - startedAt) / 1000, exitCode })
    // Hosts have ended as they have: what the journal lacks must not hide it.
    await run.journal.close().catch(() => undefined)
    return { outcomes, counts, exitCode }
  }
  return {
    result: go(),
    interrupt: () => {
      if (interruptions >= 2) return
      interruptions += 1
      const letGo = run.hosts.filter(({ name }) => !outcomes.has(name) && !armed.has(name)).length
      emit({ type: 'run-interrupted', times: interruptions === 1 ? 1 : 2, letGo, armed: [...armed].map(([host, backAt]) => ({ host, backAt })) })
      stopping.abort()
      if (interruptions === 2) abandoned.abort()
    },
  }
}

/** Hosts of one playbook roll together, playbooks one after another in the inventory's order. */
const batchesOf = (run: FleetRun): string[][] => {
  const byPlaybook = new Map<Playbook, Host[]>()
  for (const host of run.hosts) {
    const playbook = run.playbookOf(host)
    const hosts = byPlaybook.get(playbook)
    if (hosts === undefined) byPlaybook.set(playbook, [host])
    else hosts.push(host)
  }
  return [...byPlaybook].flatMap(([playbook, hosts]) => planBatches(hosts, playbook.rolling))
}

/** Of several playbooks in one run, the one that tolerates the fewest failures counts. */
const strictest = (run: FleetRun): Playbook['rolling']['maxFailures'] => {
  const budgets = [...new Set(run.hosts.map((host) => run.playbookOf(host)))].map(({ rolling }) => rolling.maxFailures)
  return budgets.toSorted((a, b) => failureBudget(a, run.hosts.length) - failureBudget(b, run.hosts.length))[0] ?? 0
}

/** How long hosts were away, and how long those that went back took for it. */
const figuresOf = (outcomes: ReadonlyMap<string, HostEnd>): { away?: Spread; recovery?: Spread } => {
  const figures = (read: (end: HostEnd) => number | undefined): Figure[] =>
    [...outcomes].flatMap(([host, end]) => {
      const seconds = read(end)
      return seconds === undefined ? [] : [{ host, seconds }]
    })
  const [away, recovery] = [spreadOf(figures(({ awaySeconds }) => awaySeconds)), spreadOf(figures(({ recoverySeconds }) => recoverySeconds))]
  return { ...(away === undefined ? {} : { away }), ...(recovery === undefined ? {} : { recovery }) }
}

const settled = new Set<Outcome>(['committed', 'unchanged', 'rolled back', 'skipped', 'failed'])

/** Whether some other host's SSH port takes a connection: then the controller's own way works. */
const anotherAnswers = async (hosts: readonly Host[], except: string, outcomes: ReadonlyMap<string, HostEnd>): Promise<boolean> => {
  const others = hosts.filter(({ name }) => name !== except && settled.has(outcomes.get(name)?.outcome ?? 'skipped')).slice(0, 5)
  const answers = await Promise.all(others.map((host) => answersAt(outcomes.get(host.name)?.address ?? host.ssh.host, host.ssh.port)))
  return answers.includes(true)
}

const answersAt = async (address: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: address, port, timeout: 3_000 })
    const done = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    // A bare TCP connection is not enough: a dead host's address may be answered for; sshd greets first.
    socket.once('data', done(true))
    socket.once('timeout', done(false))
    socket.once('error', done(false))
    socket.once('close', done(false))
  })
