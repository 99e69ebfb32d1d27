import test from 'ava'
import type { RunEvent } from '../../src/model/events.ts'
import { armedHosts, isArmed, secondsLeft, stageBar } from '../../src/report/measures.ts'
import { applyEvent, diffLimit, logLimit, newModel, reduce, settledLogLimit } from '../../src/report/model.ts'
import { summaryText } from '../../src/report/summary.ts'
import { ifYouDoNothing, verdict } from '../../src/report/verdict.ts'
import { at, finished, planned, rolling, stopping, tale } from '../ui/stories.ts'

test('the rolling apply, as its events tell it', (t) => {
  const model = reduce(rolling().events)
  t.is(model.hosts.size, 24)
  t.is(model.byState.committed.size, 3)
  t.deepEqual([...model.byState['rolled back']], ['virtual9'])
  t.is(model.byState.waiting.size, 15)
  t.deepEqual(armedHosts(model).map(({ name }) => name), ['virtual11', 'virtual12'])
  t.is(model.zone, 60)
})

test('every host is in exactly one state', (t) => {
  for (const story of [rolling(), stopping(), finished()]) {
    const model = newModel()
    for (const event of story.events) {
      applyEvent(model, event)
      const names = Object.values(model.byState).flatMap((set) => [...set])
      t.is(names.length, model.hosts.size)
      t.is(new Set(names).size, names.length)
      for (const host of model.hosts.values()) t.true(model.byState[host.state].has(host.name))
    }
  }
})

test('the countdown comes from the host, never is negative, and never jumps up within a phase', (t) => {
  const story = tale()
  story.add('02:00:00', { type: 'run-started', runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [['a']], maxFailures: 0, folder: 'f' } as never)
  story.armed('02:00:10', 'a', 'cut over', 120)
  story.state('02:00:10', 'a', 'armed')
  const model = reduce(story.events)
  const host = model.hosts.get('a')
  if (host === undefined) throw new Error('no host')
  t.is(secondsLeft(host, at('02:00:10.001')), 119, 'rounded down')
  t.is(secondsLeft(host, at('02:03:00')), 0)
  const again = tale()
  again.armed('02:00:20', 'a', 'cut over', 120)
  reduce(again.events, model)
  t.is(secondsLeft(host, at('02:00:20')), 110, 'the same phase may only come nearer')
  const second = tale()
  second.armed('02:00:30', 'a', 'confirm', 200)
  reduce(second.events, model)
  t.is(secondsLeft(host, at('02:00:30')), 200, 'the change to the second deadline is the one jump')
})

test('a host without a watchdog is not armed, whatever it does', (t) => {
  const story = tale()
  story.state('02:00:00', 'a', 'staging', 'motd')
  const model = reduce(story.events)
  const host = model.hosts.get('a')
  t.false(host !== undefined && isArmed(host))
  t.is(verdict(model, at('02:00:01')).word, 'SAFE')
})

test('memory is bounded for each host', (t) => {
  const model = newModel()
  const story = tale()
  for (let index = 0; index < logLimit * 4; index += 1) story.log('02:00:00', 'a', 'output', `line ${index}`)
  story.add('02:00:01', { ...planned(4), host: 'a', diff: 'x'.repeat(diffLimit * 3) } as never)
  reduce(story.events, model)
  const host = model.hosts.get('a')
  t.true((host?.log.length ?? 0) <= logLimit * 1.5)
  t.is((host?.log.length ?? 0) + (host?.logDropped ?? 0), logLimit * 4)
  t.is(host?.log.at(-1)?.text, `line ${logLimit * 4 - 1}`)
  t.true((host?.plan?.diff.length ?? 0) < diffLimit + 200)
  const end = tale()
  end.end('02:00:02', 'a', 'committed', 1)
  reduce(end.events, model)
  t.is(host?.log.length, settledLogLimit)
})

test('an event costs the same with ten thousand hosts', (t) => {
  const names = Array.from({ length: 10_000 }, (_, index) => `h${index}`)
  const model = reduce([{ type: 'run-started', time: '2026-11-14T02:00:00+01:00', runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [names], maxFailures: 0, folder: 'f' }])
  const started = performance.now()
  for (const host of names)
    for (const state of ['connecting', 'probing', 'planned'] as const) applyEvent(model, { type: 'host-state', time: '2026-11-14T02:00:01+01:00', host, state })
  // 30,000 events; a copy of the hosts at each would take minutes.
  t.true(performance.now() - started < 5_000)
  t.is(model.byState.planned.size, 10_000)
})

test('what a host sends is made safe as it comes in', (t) => {
  const story = tale()
  const attack = 'x\u001b]0;t\u0007\u202e'
  story.log('02:00:00', 'a', 'verify', attack)
  story.state('02:00:00', 'a', 'verifying', attack)
  story.add('02:00:00', { ...planned(4), host: 'a', diff: attack, pathAfter: 'eth0 \u2192 bond0' } as never)
  story.end('02:00:01', 'a', 'failed', 1, { fault: { kind: 'verify', what: attack, next: [attack] } })
  const host = reduce(story.events).hosts.get('a')
  t.is(host?.plan?.pathAfter, 'eth0 -> bond0')
  t.notRegex(JSON.stringify([host?.log, host?.detail, host?.plan?.diff, host?.fault]), /\\u001b|\\u0007|\u202e/)
})

test('the bar has one cell a stage', (t) => {
  const { hosts } = reduce(rolling().events)
  const bar = (name: string): string => {
    const host = hosts.get(name)
    return host === undefined ? '' : stageBar(host)
  }
  t.is(bar('virtual9'), '######x.')
  t.is(bar('virtual11'), '######>.')
  t.is(bar('virtual13'), '#>......')
  t.is(bar('virtual15'), '........')
  t.is(bar('virtual4'), '########')
  t.is(bar('virtual6'), '###-----', 'what has nothing to do skips the rest')
})

const sentences = (name: string, events: readonly RunEvent[], now: string, expected: readonly [string, string, string]): void =>
  test(`the verdict: ${name}`, (t) => {
    const model = reduce(events)
    const { word, sentence } = verdict(model, at(now))
    t.deepEqual([word, sentence, ifYouDoNothing(model, at(now))], [...expected])
  })

const beginning = (more: (story: ReturnType<typeof tale>) => void): readonly RunEvent[] => {
  const story = tale()
  story.add('02:00:00', { type: 'run-started', runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [['a'], ['b', 'c']], maxFailures: 0, folder: 'f' } as never)
  more(story)
  return story.events
}
const batchOne = (story: ReturnType<typeof tale>): void => story.add('02:00:00', { type: 'batch-started', batch: 1, hosts: ['a'] } as never)
const failed = { fault: { kind: 'verify', what: 'w', next: ['n'] } }

sentences('before the first batch', beginning(() => undefined), '02:00:00', ['SAFE', 'no host is armed, nothing to look at. 0 lost.', 'If you do nothing: the first batch starts.'])
sentences('rolling', rolling().events, '02:14:51', ['LOOK', '1 rolled back, reachable. 2 armed, first goes back in 0:48. 0 lost.', 'If you do nothing: 4 hosts finish, then batch 3 of 3 starts (failures 1 of 2).'])
sentences('stopping', stopping().events, '02:14:53', ['STOPPING', 'no host starts any more. 2 armed finish, 17 stay untouched. 0 lost.', 'If you do nothing: armed hosts are confirmed or go back by 02:16:38.'])
const inDoubt = (): RunEvent[] => [
  ...beginning((story) => {
    batchOne(story)
    story.end('02:00:09', 'a', 'unknown', 9, failed)
    story.add('02:00:09', { type: 'run-finished', counts: {}, armed: [], seconds: 9, exitCode: 4 } as never)
  }),
]
sentences('unknown, and its word that it is armed never came', inDoubt(), '02:00:10', [
  'LOOK',
  '1 unknown. Who is still armed is not known. 0 lost.',
  'If you do nothing: nothing happens any more, the run has ended.',
])
test('a summary says that nobody is armed only when it is known, and stays within the window', (t) => {
  const text = summaryText(reduce(inDoubt()))
  t.regex(text, /1 host may still be armed and goes back by itself/)
  t.notRegex(text, /No host is armed/)
  t.true(text.split('\n').every((line) => line.length < 80))
})
sentences('the end', finished().events, '02:36:30', ['LOOK', '2 to look at, no host is armed. 0 lost.', 'If you do nothing: nothing happens any more, the run has ended.'])
sentences(
  'one host armed',
  beginning((story) => {
    batchOne(story)
    story.armed('02:00:01', 'a', 'cut over', 60)
    story.state('02:00:01', 'a', 'armed')
  }),
  '02:00:02',
  ['ARMED', '1 armed, first goes back in 0:59. 0 lost.', 'If you do nothing: 1 host finishes, then batch 2 of 2 starts (failures 0 of 0).'],
)
sentences(
  'more failures than are tolerated',
  beginning((story) => {
    batchOne(story)
    story.end('02:00:05', 'a', 'failed', 5, failed)
  }),
  '02:00:06',
  ['LOOK', '1 failed, untouched. No host is armed. 0 lost.', 'If you do nothing: the run halts (failures 1, tolerated 0).'],
)
sentences(
  'a lost host wins over Ctrl-C',
  beginning((story) => {
    batchOne(story)
    story.add('02:00:04', { type: 'run-interrupted', times: 1, letGo: 2, armed: [] } as never)
    story.end('02:00:05', 'a', 'lost', 5, failed)
  }),
  '02:00:06',
  ['LOST', '1 lost: a. No host is armed.', 'If you do nothing: the summary comes.'],
)
sentences(
  'going back',
  beginning((story) => {
    batchOne(story)
    story.armed('02:00:01', 'a', 'cut over', 60)
    story.state('02:00:01', 'a', 'cutting over')
    story.state('02:00:30', 'a', 'rolling back', 'waiting for it to answer')
  }),
  '02:00:31',
  ['ARMED', '1 armed, first goes back now. 0 lost.', 'If you do nothing: 1 host finishes, then batch 2 of 2 starts (failures 0 of 0).'],
)
sentences(
  'the halt',
  beginning((story) => {
    batchOne(story)
    story.end('02:00:05', 'a', 'rolled back', 5, failed)
    story.add('02:00:05', { type: 'run-halted', cause: 'failures', reason: '1 failures, 0 are tolerated' } as never)
  }),
  '02:00:06',
  ['LOOK', '1 rolled back, reachable. No host is armed. 0 lost.', 'If you do nothing: the run halted; the summary comes.'],
)

test('a boot on trial starts the countdown anew: it is the new boot that counts', (t) => {
  const story = tale()
  story.add('02:00:00', { type: 'run-started', runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [['a']], maxFailures: 0, folder: 'f' } as never)
  story.armed('02:00:10', 'a', 'cut over', 120)
  story.state('02:00:20', 'a', 'rebooting')
  story.armed('02:00:20', 'a', 'confirm', 600)
  story.state('02:00:30', 'a', 'rebooting')
  const left = (now: string): number | undefined => {
    const host = reduce(story.events).hosts.get('a')
    return host === undefined ? undefined : secondsLeft(host, at(now))
  }
  t.is(left('02:00:40'), 580)
  story.state('02:05:00', 'a', 'verifying')
  story.armed('02:05:00', 'a', 'confirm', 590)
  t.is(left('02:05:00'), 590)
})
