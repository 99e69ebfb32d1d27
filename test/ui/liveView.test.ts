import { setTimeout as sleep } from 'node:timers/promises'
import test, { type ExecutionContext } from 'ava'
import type { RunEvent } from '../../src/model/events.ts'
import { reduce } from '../../src/report/model.ts'
import { frame, frameText } from '../../src/ui/frame.ts'
import { patienceFor } from '../../src/ui/farewell.ts'
import { type LiveView, pace, startLiveView } from '../../src/ui/liveView.ts'
import { firstState, settlePick } from '../../src/ui/viewState.ts'
import { FakeStdin, FakeStdout, screenAfter } from './fakeTerminal.ts'
import { at, folded, rolling, tale } from './stories.ts'

// Each view has its own handlers on the process; the tests run side by side.
process.setMaxListeners(0)

interface Shown {
  readonly view: LiveView
  readonly stdout: FakeStdout
  readonly stdin: FakeStdin
  readonly interrupts: () => number
  readonly advance: (milliseconds: number) => void
}

const env = { LANG: 'C', TERM: 'xterm' }

const show = (events: readonly RunEvent[], size: readonly [number, number] = [80, 24]): Shown => {
  const stdout = new FakeStdout(...size)
  const stdin = new FakeStdin()
  let interrupts = 0
  let moment = at('02:14:51')
  const view = startLiveView({ stdout, stdin, env, onInterrupt: () => (interrupts += 1), now: () => moment })
  for (const event of events) view.listener(event)
  return { view, stdout, stdin, interrupts: () => interrupts, advance: (milliseconds) => (moment += milliseconds) }
}

/** Waits until something is so: the view draws when it may, not when a test asks. */
const until = async (t: ExecutionContext, what: string, condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !condition(); tries += 1) await sleep(25)
  t.true(condition(), what)
}

const screenOf = ({ stdout }: Shown): string[] => screenAfter(stdout.text(), stdout.columns, stdout.rows).lines

const fresh = (events: readonly RunEvent[], columns: number, rows: number, now = at('02:14:51')): string[] => {
  const model = reduce(events)
  const text = frameText(frame(model, settlePick(model, firstState), { columns, rows, ascii: true }, now), false)
  return text.split('\n')
}

/** The row of the clocks moves with the time; everything else has to be as fresh. */
const shows = (shown: Shown, wanted: readonly string[]): boolean => JSON.stringify(screenOf(shown)) === JSON.stringify(wanted)

test('the screen is the frame, on the alternate screen, and the terminal is given back', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  t.true(screenAfter(shown.stdout.text(), 80, 24).alternate)
  t.true(shown.stdin.raw)
  await shown.view.stop()
  const after = screenAfter(shown.stdout.text(), 80, 24)
  t.false(after.alternate)
  t.true(after.cursor)
  t.false(shown.stdin.raw)
  t.false(shown.view.left)
  t.is(shown.view.failure, undefined)
})

test('incremental writing comes to the same screen, and never writes more than it has to', async (t) => {
  const story = rolling()
  const shown = show(story.events)
  await until(t, 'drawn', () => shows(shown, fresh(story.events, 80, 24)))
  const before = shown.stdout.text().length
  const more = tale()
  more.state('02:14:52', 'virtual11', 'verifying', '10.1.1.111, 5th try', 'verify')
  for (const event of more.events) shown.view.listener(event)
  await until(t, 'drawn again', () => shows(shown, fresh([...story.events, ...more.events], 80, 24)))
  t.true(shown.stdout.text().length - before < 1_000, `${shown.stdout.text().length - before} bytes for one changed row`)
  await shown.view.stop()
})

test('keys', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => screenOf(shown)[9]?.startsWith('> ~ virtual11') === true)
  shown.stdin.type('\u001b[B')
  await until(t, 'down', () => screenOf(shown)[10]?.startsWith('> / virtual12') === true)
  shown.stdin.type('\r')
  await until(t, 'enter', () => screenOf(shown)[4]?.startsWith('/ virtual12   cutting over') === true)
  shown.stdin.type('d')
  await until(t, 'd', () => screenOf(shown)[22]?.startsWith('lines 1-15') === true)
  shown.stdin.type('\u001b')
  await until(t, 'escape', () => screenOf(shown)[4]?.startsWith('/ virtual12') === true)
  shown.stdin.type('?')
  await until(t, '?', () => screenOf(shown)[4] === 'No key changes a host.')
  shown.stdin.type('?\u001a')
  await until(t, 'Ctrl-Z is refused', () => /confirms nobody/.test(screenOf(shown)[23] ?? ''))
  shown.stdin.type('\u0003')
  await until(t, 'Ctrl-C', () => shown.interrupts() === 1)
  t.true(screenAfter(shown.stdout.text(), 80, 24).alternate, 'Ctrl-C asks; the run decides when the view ends')
  shown.stdin.type('qq')
  await shown.view.waitUntilExit()
  t.true(shown.view.left)
  t.is(shown.view.failure, undefined)
  t.false(screenAfter(shown.stdout.text(), 80, 24).alternate)
})

test('a resize waits for its end, then the whole frame is fresh and the pick is kept', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  for (const [columns, rows] of [[60, 15], [100, 30], [100, 20], [200, 50], [79, 24]] as const) {
    shown.stdout.writes.splice(0)
    shown.stdout.resize(columns, rows)
    await until(t, `${columns} by ${rows}`, () => shows(shown, fresh(rolling().events, columns, rows)))
    t.notRegex(shown.stdout.text(), /\u001b\[3J/, "the scrollback is the operator's")
  }
  shown.stdout.writes.splice(0)
  for (const [columns, rows] of [[70, 20], [90, 22], [61, 16], [120, 40], [80, 24]] as const) shown.stdout.resize(columns, rows)
  await sleep(pace.resize / 2)
  t.is(shown.stdout.text(), '', 'nothing is drawn while it goes on')
  await until(t, 'five sizes at once', () => shows(shown, fresh(rolling().events, 80, 24)))
  shown.stdout.writes.splice(0)
  shown.stdout.resize(20, 5)
  await until(t, 'too small', () => screenOf(shown)[0]?.startsWith('LOOK') === true)
  await shown.view.stop()
})

test('at most four frames a second, and none while nothing is drawn differently', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  await sleep(pace.events * 2)
  const before = shown.stdout.writes.length
  await sleep(1_500)
  t.is(shown.stdout.writes.length, before, 'an idle view with a clock that stands still writes nothing')
  for (let index = 0; index < 100; index += 1) {
    const more = tale()
    more.log('02:14:52', 'virtual11', 'verify', `line ${index}`)
    for (const event of more.events) shown.view.listener(event)
    await sleep(10)
  }
  const frames = shown.stdout.writes.slice(before).filter((text) => text.includes('line ')).length
  t.true(frames >= 1 && frames <= 9, `${frames} frames in about a second and a half`)
  for (const text of shown.stdout.writes) t.true((text.match(/\u001b\[\?2026h/g)?.length ?? 0) <= 1, 'a frame goes out in one write')
  await shown.view.stop()
})

test('the clocks move once a second, for few bytes', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  shown.stdout.writes.splice(0)
  for (let second = 0; second < 3; second += 1) {
    shown.advance(1_000)
    await sleep(1_050)
  }
  const bytes = Buffer.byteLength(shown.stdout.text())
  t.true(bytes > 50 && bytes < 3 * 1_024, `${bytes} bytes in three seconds`)
  await shown.view.stop()
})

test('five thousand hosts at two hundred events a second stay under 20 KB a second', async (t) => {
  const shown = show(folded().events)
  await until(t, 'drawn', () => /^LOOK {2}9 to look at/.test(screenOf(shown)[1] ?? ''))
  shown.stdout.writes.splice(0)
  const started = performance.now()
  for (let round = 0; round < 100; round += 1) {
    const more = tale()
    for (const state of ['connecting', 'probing'] as const) more.state('02:41:08', `r28n${14 + (round % 80)}`, state, `${round}`)
    for (const event of more.events) shown.view.listener(event)
    await sleep(10)
  }
  const seconds = (performance.now() - started) / 1000
  const bytes = Buffer.byteLength(shown.stdout.text())
  t.true(bytes > 0 && bytes / seconds < 20_000, `${Math.round(bytes / seconds)} bytes a second`)
  await shown.view.stop()
})

test('the bell rings once for a lost host and once for the halt', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  const more = tale()
  const fault = { kind: 'cut-off', what: 'silent', next: ['go to its console'] }
  more.end('02:14:52', 'virtual11', 'lost', 1, { fault })
  more.end('02:14:52', 'virtual12', 'lost', 1, { fault })
  more.add('02:14:52', { type: 'run-halted', cause: 'lost', reason: 'virtual11 is lost' } as never)
  more.log('02:14:53', 'virtual13', 'probe', 'x')
  for (const event of more.events) {
    shown.view.listener(event)
    await sleep(20)
  }
  await until(t, 'drawn', () => screenOf(shown)[1]?.startsWith('LOST') === true)
  t.is(shown.stdout.text().split('\u0007').length - 1, 2)
  await shown.view.stop()
})

test('a terminal that nobody reads: events are taken, nothing is drawn, nothing grows, and stopping does not wait', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  shown.stdout.stalled = true
  const before = shown.stdout.writes.length
  for (let index = 0; index < 2_000; index += 1) {
    const more = tale()
    more.log('02:14:52', 'virtual11', 'verify', `line ${index}`)
    for (const event of more.events) shown.view.listener(event)
    if (index % 100 === 0) await sleep(20)
  }
  await sleep(pace.events * 3)
  t.true(shown.stdout.writes.length - before <= 1, 'one frame is under way, the others are left out')
  shown.stdout.resume()
  await until(t, 'it is read again, and the newest frame comes', () => screenOf(shown).some((line) => line.includes('line 1999')))
  shown.stdout.stalled = true
  shown.view.listener(tale().events[0] ?? { type: 'run-warning', time: '2026-11-14T02:14:55+01:00', text: 'x' })
  const started = performance.now()
  await shown.view.stop()
  t.true(performance.now() - started < patienceFor + 1_500)
})

test('a mistake in the view ends the view, never the run', async (t) => {
  const shown = show(rolling().events)
  await until(t, 'drawn', () => shows(shown, fresh(rolling().events, 80, 24)))
  const broken = { ...tale(), type: 'host-state', time: '2026-11-14T02:14:52+01:00', host: 'virtual11', state: 'no such state' }
  t.notThrows(() => shown.view.listener(broken as unknown as RunEvent))
  await shown.view.waitUntilExit()
  t.true(shown.view.left)
  t.truthy(shown.view.failure)
  const after = screenAfter(shown.stdout.text(), 80, 24)
  t.false(after.alternate)
  t.true(after.cursor)
  t.notThrows(() => shown.view.listener(rolling().events[0] ?? (broken as unknown as RunEvent)))
})

test('stopped before Ink was even loaded, nothing is drawn', async (t) => {
  const shown = show([])
  await shown.view.stop()
  t.is(shown.stdout.text(), '')
  t.false(shown.view.left)
})
