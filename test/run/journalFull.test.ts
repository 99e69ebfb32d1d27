// The controller's own disk is full in the middle of a run: no host is begun that nobody would know of, and none is left alone.
import test from 'ava'
import { openFleet, startApply, trunkHost } from './harness.ts'

test('a journal that cannot be written any more: who is on trial goes back, and nobody else is begun', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1), trunkHost(2), trunkHost(3)], { timeouts: { cutOver: 30, confirm: 30 } })
  let full = false
  const { result, events } = await startApply(fleet, {
    rolling: { batches: [2, 1], maxFailures: 5 },
    journal: (journal) => ({
      ...journal,
      synced: async () => {
        if (full) throw new Error('the journal cannot be written: ENOSPC')
        return journal.synced()
      },
    }),
    onEvent: (event) => {
      if (event.type === 'host-armed') full = true
    },
  })
  const begun = Date.now()
  const { outcomes, exitCode } = await result
  t.is(exitCode, 3)
  const ended = Object.fromEntries([...outcomes].map(([name, { outcome }]) => [name, outcome]))
  t.is(ended['h3'], 'skipped')
  for (const name of ['h1', 'h2']) t.regex(ended[name] ?? '', /^(rolled back|failed)$/, name)
  t.true(Object.values(ended).includes('rolled back'))
  for (const name of ['h1', 'h2', 'h3']) t.true(fleet.fleet.host(name).reachable(), name)
  t.true(Date.now() - begun < 50_000, 'nobody waits for a deadline')
  t.true(events.some((event) => event.type === 'run-halted' && event.reason.includes('ENOSPC')))
  t.true(events.some((event) => event.type === 'run-warning' && event.text.includes('ENOSPC')))
})
