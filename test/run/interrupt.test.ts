import test from 'ava'
import { openFleet, outcomesOf, startApply, trunkHost } from './harness.ts'

test('Ctrl-C once: the armed host finishes, nobody else starts', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1), trunkHost(2), trunkHost(3)])
  const run = await startApply(fleet, {
    rolling: { batches: [1] },
    onEvent: (event) => {
      if (event.type === 'host-armed' && event.phase === 'cut over') run.running.interrupt()
    },
  })
  const result = await run.result
  t.deepEqual(outcomesOf(result), { h1: 'committed', h2: 'skipped', h3: 'skipped' })
  t.is(result.exitCode, 130)
  const interrupted = run.events.find((event) => event.type === 'run-interrupted')
  t.true(interrupted?.type === 'run-interrupted' && interrupted.letGo === 2 && interrupted.armed[0]?.host === 'h1')
})

test('Ctrl-C twice: nobody is waited for, the host is unknown, and it puts itself back', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { switch: { lacp: false } })], { timeouts: { cutOver: 30, confirm: 10 } })
  const run = await startApply(fleet, {
    onEvent: (event) => {
      if (event.type !== 'host-state' || event.state !== 'cutting over' || event.detail !== undefined) return
      run.running.interrupt()
      run.running.interrupt()
    },
  })
  const result = await run.result
  t.deepEqual(outcomesOf(result), { h1: 'unknown' })
  t.is(result.exitCode, 4)
  const finished = run.events.at(-1)
  t.deepEqual(finished?.type === 'run-finished' ? finished.armed : [], ['h1'])
  const host = fleet.fleet.host('h1')
  await untilSettled(host)
  t.true(host.reachable())
})

/** Nothing of ours runs on the host any more. */
const untilSettled = async (host: { processCount(): Promise<number> }): Promise<void> => {
  while ((await host.processCount()) > 0) await new Promise((resolve) => setTimeout(resolve, 200))
}
