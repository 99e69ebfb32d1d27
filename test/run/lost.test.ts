import test from 'ava'
import type { RunEvent } from '../../src/model/events.ts'
import type { Clock } from '../../src/run/index.ts'
import { openFleet, outcomesOf, startApply, type TestFleet, trunkHost } from './harness.ts'

/** Once a host has died, the controller's time goes sixty times faster: a test need not wait for minutes of silence. */
const hastyClock = (): Clock & { hurry(): void } => {
  let from = 0
  const speed = (): number => (from === 0 ? 1 : 60)
  return {
    hurry: () => {
      from = Date.now()
    },
    now: () => (from === 0 ? Date.now() : from + (Date.now() - from) * speed()),
    sleep: async (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / speed())),
  }
}

const dieAtCutOver = (fleet: TestFleet, clock: { hurry(): void }) => (event: RunEvent): void => {
  if (event.type !== 'host-state' || event.state !== 'cutting over' || event.host !== 'h2' || event.detail !== undefined) return
  void fleet.fleet.host('h2').powerCut()
  clock.hurry()
}

test('a host that stays silent is lost when another one answers; that halts the run at once', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1), trunkHost(2), trunkHost(3)])
  const clock = hastyClock()
  const { result, events } = await startApply(fleet, { clock, rolling: { batches: [1], maxFailures: 5 }, onEvent: dieAtCutOver(fleet, clock) })
  t.deepEqual(outcomesOf(await result), { h1: 'committed', h2: 'lost', h3: 'skipped' })
  t.is((await result).exitCode, 4)
  const halted = events.find((event) => event.type === 'run-halted')
  t.is(halted?.type === 'run-halted' ? halted.cause : undefined, 'lost')
})

test('a host that stays silent is unknown, not lost, when nobody else answers; after power it is as before', async (t) => {
  const fleet = await openFleet(t, [trunkHost(2)])
  const clock = hastyClock()
  const { result } = await startApply(fleet, { clock, onEvent: dieAtCutOver(fleet, clock) })
  t.deepEqual(outcomesOf(await result), { h2: 'unknown' })
  t.is((await result).exitCode, 4)
  await fleet.fleet.host('h2').boot()
  t.true(fleet.fleet.host('h2').reachable())
  const again = await (await startApply(fleet)).result
  t.deepEqual(outcomesOf(again), { h2: 'committed' })
})
