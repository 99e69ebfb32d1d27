import test from 'ava'
import fc from 'fast-check'
import type { HostState, Outcome, RunEvent } from '../../src/model/events.ts'
import { armedHosts, hostsIn } from '../../src/report/measures.ts'
import { applyEvent, newModel } from '../../src/report/model.ts'
import { stateNames, states } from '../../src/report/states.ts'
import { rowText } from '../../src/report/style.ts'
import { verdict } from '../../src/report/verdict.ts'
import { frame } from '../../src/ui/frame.ts'
import { press } from '../../src/ui/press.ts'
import { firstState, hostOfId, settlePick, type ViewState } from '../../src/ui/viewState.ts'

const moving = stateNames.filter((state) => ['in flight', 'waiting'].includes(states[state].standing))
const outcomes: readonly Outcome[] = ['committed', 'unchanged', 'rolled back', 'failed', 'unreachable', 'unknown', 'lost', 'skipped']
const keys = ['up', 'down', 'pageUp', 'pageDown', 'home', 'end', 'enter', 'escape', 'backspace', 'ctrl-z', 'd', 'l', 'n', 'f', '/', 'r', '?', ' ', 'b', ']', '[', 'j', 'k', 'x', '1'] as const

const time = (seconds: number): string => new Date(Date.UTC(2026, 10, 14, 1, 0, seconds)).toISOString()
const text = fc.string({ unit: 'binary', maxLength: 60 })

const happening = (names: readonly string[]): fc.Arbitrary<Omit<RunEvent, 'time'>> => {
  const host = fc.constantFrom(...names)
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('host-state' as const), host, state: fc.constantFrom<HostState>(...moving), detail: text }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('host-armed' as const), host, phase: fc.constantFrom('cut over' as const, 'confirm' as const), seconds: fc.nat(300), backAt: fc.constant(time(300)) }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('host-log' as const), host, stage: fc.constantFrom('verify', 'arm', 'output'), text }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('host-planned' as const), host, digest: text, changes: fc.nat(9), disruptive: fc.nat(2), pathBefore: text, pathAfter: text, diff: fc.string({ unit: 'binary', maxLength: 300 }) }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('host-finished' as const), host, outcome: fc.constantFrom(...outcomes), seconds: fc.nat(9999), address: text, fault: fc.record({ kind: fc.constant('verify'), what: text, next: fc.array(text, { maxLength: 3 }) }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('batch-started' as const), batch: fc.integer({ min: 1, max: 2 }), hosts: fc.constant([...names]) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('run-interrupted' as const), times: fc.constantFrom(1 as const, 2 as const), letGo: fc.nat(9), armed: fc.constant([]) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('run-halted' as const), reason: text, cause: fc.constant('failures' as const) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('run-warning' as const), host, text }) },
  )
}

const run = fc.integer({ min: 1, max: 60 }).chain((size) => {
  const names = Array.from({ length: size }, (_, index) => `node${index + 1}.rack${index % 7}`)
  return fc.record({ names: fc.constant(names), events: fc.array(happening(names), { maxLength: 120 }) })
})

test('whatever happens, at whatever size: nothing is wider or taller than the window, and nobody is forgotten', (t) => {
  fc.assert(
    fc.property(run, fc.integer({ min: 1, max: 210 }), fc.integer({ min: 1, max: 60 }), fc.array(fc.constantFrom(...keys), { maxLength: 25 }), fc.boolean(), ({ names, events }, columns, rows, pressed, ascii) => {
      const model = newModel()
      applyEvent(model, { type: 'run-started', time: time(0), runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [names], maxFailures: 1, folder: 'f' })
      for (const [index, event] of events.entries()) applyEvent(model, { ...event, time: time(index) } as RunEvent)
      const now = Date.parse(time(events.length + 3))
      const window = { columns, rows, ascii }
      let state: ViewState = settlePick(model, firstState)
      for (const key of pressed) {
        state = settlePick(model, press(model, state, window, key).state)
        const screen = frame(model, state, window, now).map(rowText)
        t.is(screen.length, rows)
        for (const row of screen) {
          t.true(row.length <= Math.max(0, columns - 1), `${columns}: ${row}`)
          if (ascii) t.notRegex(row, /[\u0000-\u001f]|[\u25e6\u21e2\u22c4\u25c9\u21e3\u21c4\u225f\u2713\u21b6\u21ba\u2717\u2298]/u)
        }
      }
      const main = frame(model, settlePick(model, firstState), window, now).map(rowText).join('\n')
      const armed = armedHosts(model).length
      const { word, sentence, short } = verdict(model, now)
      if (armed > 0 && word !== 'LOST') t.regex(`${sentence} ${short}`, new RegExp(`\\b${armed} (?:armed|finish)`))
      const lost = hostsIn(model, ['lost'])
      t.is(word === 'LOST', lost.length > 0)
      // Where there is a list at all, lost hosts are told by name while there are rows for them.
      if (columns >= 80 && rows >= 24 && lost.length <= 7) for (const host of lost) t.true(main.includes(host.name), `${host.name} is lost and not shown:\n${main}`)
    }),
    { numRuns: 150 },
  )
})

test('the countdown never is negative and never shows a percentage or a promise', (t) => {
  fc.assert(
    fc.property(run, ({ names, events }) => {
      const model = newModel()
      applyEvent(model, { type: 'run-started', time: time(0), runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [names], maxFailures: 1, folder: 'f' })
      for (const [index, event] of events.entries()) applyEvent(model, { ...event, time: time(index) } as RunEvent)
      for (const host of armedHosts(model)) {
        const late = Date.parse(time(100_000))
        const row = frame(model, { ...settlePick(model, firstState), pick: `host ${host.name}`, screen: 'host' }, { columns: 80, rows: 40, ascii: true }, late).map(rowText).join('\n')
        t.notRegex(row.split('\n')[4] ?? '', /-\d/)
        t.regex(row, /goes back: due|goes back now|goes back in 0:00|BACK|batch/)
      }
    }),
    { numRuns: 30 },
  )
})

test('the pick stays on its host while rows move', (t) => {
  fc.assert(
    fc.property(run, fc.nat(59), ({ names, events }, at) => {
      const name = names[at % names.length] ?? ''
      const model = newModel()
      applyEvent(model, { type: 'run-started', time: time(0), runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [names], maxFailures: 1, folder: 'f' })
      let state: ViewState = { ...firstState, pick: `host ${name}`, automatic: false }
      for (const [index, event] of events.entries()) {
        applyEvent(model, { ...event, time: time(index) } as RunEvent)
        state = settlePick(model, state)
        t.is(hostOfId(state.pick), name)
      }
    }),
    { numRuns: 50 },
  )
})
