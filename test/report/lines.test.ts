import test from 'ava'
import { createLines, reduce } from '../../src/report/index.ts'
import { at, finished, rolling, stopping, tale } from '../ui/stories.ts'
import { linesOf } from './texts.ts'

test('no byte below a blank but the newline, whatever a host sends', (t) => {
  const story = rolling()
  story.log('02:14:51', 'virtual11', 'verify', 'a\rb\u001b[2Jc\td')
  story.end('02:14:52', 'virtual11', 'failed', 1, { fault: { kind: 'x', what: 'two\nlines\u0007', next: ['\u001b[A'] } })
  for (const verbosity of [0, 1, 2]) t.regex(linesOf(story.events, { verbosity }), /^[\n -~]*$/)
})

test("one host's whole story is told by its name", (t) => {
  const mine = linesOf(finished().events).split('\n').filter((line) => line.includes('virtual9 '))
  t.deepEqual(mine.map((line) => line.slice(20)), [
    '2/3 starts: virtual5-7 virtual9 virtual11-14',
    'armed: goes back by itself at 02:15:20 unless confirmed',
    'rolling back: no LACP partner on bond0 after 45 s',
    'ROLLED BACK in 58 s, reachable on 10.1.1.109',
    'back 51.9 s +/- 0.26 after it fell silent',
    'do: check switch po9 (Gi2/1, Gi2/2)',
    'do: fleetnet apply -i prod -l virtual9',
  ])
})

test('after 30 s of silence there is one line for the run, at a fixed pace, until the run ends', (t) => {
  let now = at('02:14:51')
  let due: (() => void) | undefined
  const written: string[] = []
  const waits: number[] = []
  const lines = createLines({
    write: (line) => written.push(line),
    now: () => now,
    after: (milliseconds, callback) => {
      waits.push(milliseconds)
      due = callback
      return () => {
        if (due === callback) due = undefined
      }
    },
  })
  for (const event of rolling().events) lines.listener(event)
  written.splice(0)
  for (let silence = 0; silence < 3; silence += 1) {
    now += 30_000
    due?.()
  }
  t.deepEqual(written, [
    '02:15:21 still      2/3, 5/24 done, 4 in flight, 2 armed, first back in 0:18\n',
    '02:15:51 still      2/3, 5/24 done, 4 in flight, 2 armed, first back in 0:00\n',
    '02:16:21 still      2/3, 5/24 done, 4 in flight, 2 armed, first back in 0:00\n',
  ])
  t.deepEqual([...new Set(waits)], [30_000])
  lines.end()
  t.is(due, undefined)
})

test('a second Ctrl-C names who is armed and until when', (t) => {
  const story = stopping()
  story.add('02:14:55', { type: 'run-interrupted', times: 2, letGo: 17, armed: [{ host: 'virtual11', backAt: new Date(at('02:15:39')).toISOString() }] } as never)
  t.regex(linesOf(story.events), /02:14:55 run +Ctrl-C again: nobody is watched any more; 1 host still armed\n02:14:55 virtual11 +still armed: goes back by itself at 02:15:39\n/)
})

test('lines go on where a live view was left, with what it knew', (t) => {
  const story = rolling()
  const model = reduce(story.events)
  const written: string[] = []
  const lines = createLines({ write: (line) => written.push(line), model, now: () => 0, after: () => () => undefined })
  const more = tale()
  more.end('02:15:02', 'virtual11', 'committed', 91, { awaySeconds: 78 })
  for (const event of more.events) lines.listener(event)
  t.deepEqual(written, ['02:15:02 virtual11  committed in 91 s, address away 78 s\n'])
  t.is(model.byState.committed.size, 3, 'the model that was given is not changed')
})

test('a batch of five thousand is one line of bounded length', (t) => {
  const names = Array.from({ length: 5000 }, (_, index) => `h${index * 2}`)
  const story = tale()
  story.add('02:00:00', { type: 'run-started', runId: 'r', command: 'apply', inventory: 'i', playbook: 'p', batches: [names], maxFailures: 0, folder: 'f' } as never)
  story.add('02:00:00', { type: 'batch-started', batch: 1, hosts: names } as never)
  const line = linesOf(story.events).split('\n')[2] ?? ''
  t.true(line.length < 260)
  t.regex(line, /and \d+ more$/)
})
