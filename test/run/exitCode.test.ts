import test from 'ava'
import type { Outcome } from '../../src/model/events.ts'
import { countOutcomes, exitCodeOf } from '../../src/run/exitCode.ts'

const code = (outcomes: Outcome[], interrupted = false): number => exitCodeOf(countOutcomes(outcomes), interrupted)

test('0 when every host is as desired', (t) => {
  t.is(code([]), 0)
  t.is(code(['committed', 'unchanged']), 0)
})

test('3 when a host failed, was unreachable, was rolled back or had no turn', (t) => {
  for (const outcome of ['failed', 'unreachable', 'rolled back', 'skipped'] as const) t.is(code(['committed', outcome]), 3, outcome)
})

test('4 beats 130 beats 3', (t) => {
  t.is(code(['failed', 'lost'], true), 4)
  t.is(code(['unknown'], true), 4)
  t.is(code(['failed'], true), 130)
  t.is(code(['committed'], true), 130)
})
