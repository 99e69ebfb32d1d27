import test from 'ava'
import { type Asked, backSince, outageOf, recoveryOf } from '../../src/run/outage.ts'
import { spreadOf } from '../../src/run/spread.ts'

/** Asked each 250 ms, answered after 2 ms but for the times in between. */
const asking = (until: number, ...silences: readonly (readonly [from: number, to: number])[]): Asked[] =>
  Array.from({ length: until / 250 + 1 }, (_, index) => index * 250).map((sentAt) => ({
    sentAt,
    answeredAt: silences.some(([from, to]) => sentAt >= from && sentAt < to) ? undefined : sentAt + 2,
  }))

test('an outage is between its least and its most: the figure is the middle', (t) => {
  const asked = asking(10_000, [2_100, 5_300])
  const away = outageOf(asked)
  t.deepEqual(away, { seconds: 3.25, plusMinus: 0.25 })
  t.true(Math.abs(3.2 - (away?.seconds ?? 0)) <= (away?.plusMinus ?? 0))
  t.deepEqual(recoveryOf(asked), away)
  t.is(backSince(asked), 5_376)
})

test('the figure holds the truth, wherever an outage begins and ends', (t) => {
  for (let from = 1_000; from < 1_500; from += 37)
    for (let length = 100; length < 3_000; length += 113) {
      const away = outageOf(asking(6_000, [from, from + length]))
      const [seconds, plusMinus] = [away?.seconds ?? 99, away?.plusMinus ?? 0]
      // What is never noticed is shorter than twice what it may be off.
      const most = seconds === 0 ? plusMinus * 2 : seconds + plusMinus
      t.true(length / 1000 <= most + 0.011 && length / 1000 >= seconds - plusMinus - 0.011, `${from} for ${length}: ${seconds} +- ${plusMinus}`)
      t.true(plusMinus <= 0.26)
    }
})

test('answers and silences come in any order', (t) => {
  const asked = asking(10_000, [2_100, 5_300])
  t.deepEqual(outageOf(asked.toReversed()), outageOf(asked))
})

test('two silences are added up; the recovery goes over both and what is between them', (t) => {
  const asked = asking(20_000, [2_000, 4_000], [10_000, 11_000])
  t.deepEqual(outageOf(asked), { seconds: 3, plusMinus: 0.5 })
  t.deepEqual(recoveryOf(asked), { seconds: 9, plusMinus: 0.25 })
})

test('what was never missed is as short as the questions are close', (t) => {
  t.deepEqual(outageOf(asking(1_000)), { seconds: 0, plusMinus: 0.13 })
  t.is(recoveryOf(asking(1_000)), undefined)
})

test('a host that is still silent, or was from the first question on, has no figure', (t) => {
  t.is(outageOf(asking(10_000, [2_000, 99_000])), undefined)
  t.is(recoveryOf(asking(10_000, [2_000, 99_000])), undefined)
  t.is(backSince(asking(10_000, [2_000, 99_000])), undefined)
  t.is(outageOf(asking(10_000, [0, 2_000])), undefined)
  t.is(outageOf([]), undefined)
  t.is(outageOf([{ sentAt: 0, answeredAt: 3 }]), undefined)
})

test('a controller that was suspended does not know, and says so by what it may be off', (t) => {
  const asked = [...asking(1_000), { sentAt: 61_000, answeredAt: 61_002 }]
  t.deepEqual(outageOf(asked), { seconds: 0, plusMinus: 30 })
})

test('percentiles are figures that were measured', (t) => {
  const figures = Array.from({ length: 100 }, (_, index) => ({ host: `h${index + 1}`, seconds: index + 1 }))
  t.deepEqual(spreadOf(figures.toReversed()), { hosts: 100, p50: 50, p95: 95, max: 100, maxHost: 'h100' })
  t.deepEqual(spreadOf(figures.slice(0, 1)), { hosts: 1, p50: 1, p95: 1, max: 1, maxHost: 'h1' })
  t.is(spreadOf([]), undefined)
})
