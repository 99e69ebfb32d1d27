import test from 'ava'
import type { Clock } from '../../src/run/index.ts'
import { openFleet, outcomesOf, startApply, trunkHost } from './harness.ts'

/** The controller's time goes sixty times faster, so that a test need not wait for minutes of silence. */
const fastClock = (): Clock => {
  const from = Date.now()
  return {
    now: () => from + (Date.now() - from) * 60,
    sleep: async (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 60)),
  }
}

const dieAtCutOver = (fleet: { fleet: { host(name: string): { powerCut(): Promise<void> } } }) => (event: { type: string; host?: string; state?: string; detail?: string }): void => {
  if (event.type === 'host-state' && event.state === 'cutting over' && event.host === 'h2' && event.detail === undefined) void fleet.fleet.host('h2').powerCut()
}

test('a host that stays silent is lost when another one answers; that halts the run at once', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1), trunkHost(2), trunkHost(3)])
  const { result, events } = await startApply(fleet, { clock: fastClock(), rolling: { batches: [1], maxFailures: 5 }, onEvent: dieAtCutOver(fleet) })
  t.deepEqual(outcomesOf(await result), { h1: 'committed', h2: 'lost', h3: 'skipped' })
  t.is((await result).exitCode, 4)
  const halted = events.find((event) => event.type === 'run-halted')
  t.is(halted?.type === 'run-halted' ? halted.cause : undefined, 'lost')
})

test('a host that stays silent is unknown, not lost, when nobody else answers; after power it is as before', async (t) => {
  const fleet = await openFleet(t, [trunkHost(2)])
  const { result } = await startApply(fleet, { clock: fastClock(), onEvent: dieAtCutOver(fleet) })
  t.deepEqual(outcomesOf(await result), { h2: 'unknown' })
  t.is((await result).exitCode, 4)
  await fleet.fleet.host('h2').boot()
  t.true(fleet.fleet.host('h2').reachable())
  const again = await (await startApply(fleet)).result
  t.deepEqual(outcomesOf(again), { h2: 'committed' })
})
