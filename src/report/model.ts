import type { Fault, HostState, RunEvent, Stage } from '../model/events.ts'
import { clean, cleanLines } from './clean.ts'
import { commitLimit, diffLimit, type HostModel, logLimit, newHost, newModel, type RunModel, settledLogLimit, warningLimit } from './runModel.ts'
import { addShape, shapeOf } from './shapes.ts'
import { states } from './states.ts'
import { zoneOf } from './time.ts'

export * from './runModel.ts'

/** The whole fold. Example: reduce(events).byState.lost.size */
export const reduce = (events: Iterable<RunEvent>, model: RunModel = newModel()): RunModel => {
  for (const event of events) applyEvent(model, event)
  return model
}

const hostOf = (model: RunModel, name: string): HostModel => {
  const known = model.hosts.get(name)
  if (known !== undefined) return known
  const host = newHost(name, model.hosts.size, model.batch)
  model.hosts.set(name, host)
  model.byState.waiting.add(name)
  return host
}

const keep = <T>(list: T[], item: T, limit: number): number => {
  list.push(item)
  // Cut in blocks: shifting one by one would cost as much as the list is long, at every line.
  if (list.length <= limit + limit / 2) return 0
  const dropped = list.length - limit
  list.splice(0, dropped)
  return dropped
}

const tell = (host: HostModel, at: number, stage: string, text: string): void => {
  host.logDropped += keep(host.log, { at, stage, text: clean(text) }, logLimit)
}

const toState = (model: RunModel, host: HostModel, state: HostState): void => {
  if (host.state === state) return
  model.byState[host.state].delete(host.name)
  model.byState[state].add(host.name)
  host.state = state
}

const stageOfState: Partial<Record<HostState, Stage>> = {
  connecting: 'connect',
  probing: 'probe',
  planned: 'plan',
  armed: 'arm',
  staging: 'stage',
  'cutting over': 'cut over',
  rebooting: 'cut over',
  verifying: 'verify',
  confirming: 'confirm',
}

const enter = (host: HostModel, stage: Stage | undefined, at: number): void => {
  if (stage === undefined) return
  host.stage = stage
  if (!host.stageAt.has(stage)) host.stageAt.set(stage, at)
  if (stage === 'cut over') host.cutAt ??= at
}

/** Arrows are two columns wide in some locales. */
const cleanPath = (path: string): string => clean(path.replaceAll('\u2192', '->'))

const cleanFault = (fault: Fault): Fault => ({
  kind: fault.kind,
  what: clean(fault.what),
  next: fault.next.map(clean),
  ...(fault.step === undefined ? {} : { step: clean(fault.step) }),
})

/** Brings the model up to one more event. It changes the model it is given: that is what makes it cheap. */
export const applyEvent = (model: RunModel, event: RunEvent): RunModel => {
  const at = Date.parse(event.time)
  switch (event.type) {
    case 'run-started': {
      model.runId = event.runId
      model.command = event.command
      model.inventory = clean(event.inventory)
      model.playbook = clean(event.playbook)
      model.folder = clean(event.folder)
      model.maxFailures = event.maxFailures
      model.startedAt = at
      model.zone = zoneOf(event.time)
      model.batches = event.batches.map((hosts, index) => ({ number: index + 1, hosts, startedAt: undefined, counts: undefined }))
      for (const [index, names] of event.batches.entries())
        for (const name of names) {
          if (model.hosts.has(name)) continue
          model.hosts.set(name, newHost(name, model.hosts.size, index + 1))
          model.byState.waiting.add(name)
        }
      break
    }
    case 'batch-started': {
      model.batch = event.batch
      const batch = model.batches[event.batch - 1]
      if (batch !== undefined) batch.startedAt = at
      break
    }
    case 'batch-finished': {
      const batch = model.batches[event.batch - 1]
      if (batch !== undefined) batch.counts = event.counts
      break
    }
    case 'host-state': {
      const host = hostOf(model, event.host)
      // Before and after a boot on trial the host counts on another clock.
      if ((host.state === 'rebooting') !== (event.state === 'rebooting')) host.armedPhase = undefined
      toState(model, host, event.state)
      if (event.state !== 'waiting') host.startedAt ??= at
      enter(host, event.stage ?? stageOfState[event.state], at)
      host.detail = clean(event.detail ?? '')
      if (host.stage === 'connect' && host.address === '') host.address = host.detail.replace(/:\d+$/, '')
      break
    }
    case 'host-armed': {
      const host = hostOf(model, event.host)
      const until = at + event.seconds * 1000
      // Within one phase the countdown never jumps up; the change to the second deadline is its only jump.
      host.armedUntil = host.armedPhase === event.phase && host.armedUntil !== undefined ? Math.min(host.armedUntil, until) : until
      host.armedPhase = event.phase
      host.checkpointAt ??= host.log.findLast(({ stage }) => stage === 'arm')?.at ?? at
      model.armed.add(event.host)
      break
    }
    case 'host-away': {
      const host = hostOf(model, event.host)
      if (event.away) host.silentSince ??= at
      else if (host.silentSince !== undefined) {
        host.silentBefore += at - host.silentSince
        host.silentSince = undefined
      }
      break
    }
    case 'host-planned': {
      const diff = cleanLines(event.diff)
      hostOf(model, event.host).plan = {
        digest: clean(event.digest),
        changes: event.changes,
        disruptive: event.disruptive,
        pathBefore: cleanPath(event.pathBefore),
        pathAfter: cleanPath(event.pathAfter),
        facts: clean(event.facts ?? ''),
        group: addShape(model.shapes, shapeOf(diff, event.host)),
        diff: diff.length <= diffLimit ? diff : `${diff.slice(0, diffLimit)}\nthe diff goes on: the host's log in the run's folder has it whole`,
      }
      break
    }
    case 'host-log':
      tell(hostOf(model, event.host), at, event.stage, event.text)
      break
    case 'host-output':
      tell(hostOf(model, event.host), at, 'output', event.text)
      break
    case 'host-finished': {
      const host = hostOf(model, event.host)
      toState(model, host, event.outcome)
      host.endedAt = at
      host.seconds = event.seconds
      host.awaySeconds = event.awaySeconds
      host.awayPlusMinus = event.awayPlusMinus
      host.recoverySeconds = event.recoverySeconds
      host.recoveryPlusMinus = event.recoveryPlusMinus
      host.recoverySinceCutOver = event.recoverySinceCutOver
      host.fault = event.fault === undefined ? undefined : cleanFault(event.fault)
      host.degraded = (event.degraded ?? []).map(clean)
      host.untested = (event.untested ?? []).map(clean)
      if (event.address !== undefined) host.address = clean(event.address)
      if (event.outcome === 'committed') keep(model.commits, { at, away: event.awaySeconds }, commitLimit)
      // An unknown or lost host may still be on trial, and then still goes back by itself.
      if (event.outcome !== 'unknown' && event.outcome !== 'lost') {
        host.armedUntil = undefined
        host.armedPhase = undefined
      }
      if (event.outcome !== 'unknown') model.armed.delete(event.host)
      if (states[event.outcome].standing === 'done' && host.log.length > settledLogLimit)
        host.logDropped += host.log.splice(0, host.log.length - settledLogLimit).length
      break
    }
    case 'run-halted':
      model.halted = { ...event, reason: clean(event.reason) }
      keep(model.log, { at, stage: 'run', text: `halted: ${clean(event.reason)}` }, logLimit)
      break
    case 'run-interrupted':
      model.interrupted = event
      keep(model.log, { at, stage: 'run', text: `Ctrl-C: ${event.letGo} hosts let go, ${event.armed.length} armed hosts finish` }, logLimit)
      break
    case 'run-warning': {
      const text = clean(event.text)
      if (event.host !== undefined) tell(hostOf(model, event.host), at, 'warning', text)
      else keep(model.log, { at, stage: 'run', text: `warning: ${text}` }, logLimit)
      keep(model.warnings, { host: event.host, text }, warningLimit)
      break
    }
    case 'run-finished':
      model.endedAt = at
      model.exitCode = event.exitCode
      model.seconds = event.seconds
      break
  }
  return model
}
