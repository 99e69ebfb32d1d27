import { FleetError, FleetErrors } from '../../src/model/errors.ts'
import { createLines, errorText, factsText, planJson, planMarkdown, planText, reduce, statusText, summaryText, verifyText } from '../../src/report/index.ts'
import type { Reading } from '../../src/run/index.ts'
import type { RunEvent } from '../../src/model/events.ts'
import { at, finished, rolling, stopping, tale } from '../ui/stories.ts'
import { details, plannedFleet } from './plans.ts'

/** A run as lines. The clock is that of the events; `still` lines come when 30 s of them pass without a line. */
export const linesOf = (events: readonly RunEvent[], options: { readonly verbosity?: number; readonly screenReader?: boolean } = {}): string => {
  let text = ''
  let now = Date.parse(events[0]?.time ?? '')
  let due: { at: number; call: () => void } | undefined
  const lines = createLines({
    ...options,
    write: (line) => {
      text += line
    },
    now: () => now,
    after: (milliseconds, call) => {
      const mine = { at: now + milliseconds, call }
      due = mine
      return () => {
        if (due === mine) due = undefined
      }
    },
  })
  for (const event of events.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time))) {
    const time = Date.parse(event.time)
    while (due !== undefined && due.at <= time) {
      const { at: moment, call } = due
      due = undefined
      now = moment
      call()
    }
    now = time
    lines.listener(event)
  }
  lines.end()
  return text
}

/** Hosts of a large run, all of one batch, the middle of it. */
export const causes = (): RunEvent[] => {
  const story = tale()
  const names = Array.from({ length: 40 }, (_, index) => `r12n${String(index + 1).padStart(2, '0')}`)
  story.add('02:00:00', { type: 'run-started', runId: 'r', command: 'apply', inventory: 'dc1', playbook: 'trunk', batches: [names], maxFailures: 40, folder: '.fleetnet/runs/r' } as never)
  story.add('02:00:00', { type: 'batch-started', batch: 1, hosts: names } as never)
  for (const [index, name] of names.entries()) {
    story.state('02:00:01', name, 'connecting', `10.2.1.${index}:22`, 'connect')
    if (index < 25) story.end('02:01:00', name, 'rolled back', 59, { address: `10.2.1.${index}`, fault: { kind: 'verify', what: 'no LACP partner on bond0 after 45 s', next: ['check that switch', 'fleetnet apply --resume r'] } })
    else if (index < 27) story.end('02:01:00', name, 'lost', 59, { fault: { kind: 'cut-off', what: `no answer on 10.2.1.${index}:22 in 10 s`, next: ['go to its console'] } })
    else story.end('02:01:00', name, 'committed', 59, { awaySeconds: 9 })
  }
  return story.events
}

export const readings = async (): Promise<Reading[]> => {
  const planned = await plannedFleet()
  return planned.map(({ host, facts, result }, index): Reading => {
    if (facts === undefined) return { host, error: 'error' in result ? result.error : new FleetError({ kind: 'probe', what: 'nothing was read', next: ['look'] }) }
    if (index === 0) return { host, facts: { ...facts, pending: { id: '1114-3f9a-1', runId: '1114-3f9a', state: 'on trial', secondsLeft: 48, controller: { from: '10.1.1.1', secondsAgo: 0, connected: true } } } }
    if (index === 2) return { host, facts: { ...facts, pending: { id: '1114-3f9a-5', runId: '1114-3f9a', state: 'on trial', restarted: true } } }
    if (index === 3) return { host, facts: { ...facts, history: [{ id: '1114-3f9a-4', runId: '1114-3f9a', state: 'rolled back', why: 'the host was started again before it was confirmed' }] } }
    return index === 1 ? { host, facts: { ...facts, pending: { id: '1114-3f9a-2', runId: '1114-3f9a', state: 'rolling back' } } } : { host, facts }
  })
}

const errors = new FleetErrors([
  new FleetError({ kind: 'inventory', position: { file: 'inventory/prod.yaml', line: 12, column: 5 }, path: 'groups.ovm.network.bonds.bond0', what: 'expected a list of slaves, found "eth0"', next: ['write slaves: [eth0, eth1]'] }),
  new FleetError({ kind: 'command', host: 'virtual4', step: 'restartNetwork', what: 'service network restart failed:\n\u001b[31mRTNETLINK answers: File exists', next: ['look at /var/log/messages on virtual4', 'fleetnet status --limit virtual4'] }),
])

/** Every text that is held against a golden file, by the file's name. */
export const texts = async (): Promise<Readonly<Record<string, string>>> => {
  const planned = await plannedFleet()
  const [first, second] = planned
  if (first === undefined || second === undefined) throw new Error('the fixture has too few hosts')
  return {
    'lines.txt': linesOf(finished().events),
    'lines-verbose.txt': linesOf(stopping().events, { verbosity: 2 }),
    'lines-screen-reader.txt': linesOf(finished().events, { screenReader: true }),
    'summary.txt': summaryText(reduce(finished().events)),
    'summary-colour.txt': summaryText(reduce(finished().events), { color: true, ascii: false }),
    'summary-stopped.txt': summaryText(reduce(stopping().events), { now: at('02:14:53') }),
    'summary-causes.txt': summaryText(reduce(causes()), { now: at('02:01:00') }),
    'summary-running.txt': summaryText(reduce(rolling().events), { now: at('02:14:51') }),
    'plan.txt': planText(planned, { batches: details.batches, maxFailures: 0 }),
    'plan-one-host.txt': planText([first], { diff: false }),
    'plan-nothing.txt': planText(planned.slice(3, 4)),
    'plan.md': planMarkdown(planned, details),
    'plan.json': planJson(planned.slice(0, 1)),
    'status.txt': statusText(await readings(), { holders: new Map([[first.host.name, 'a controller at 10.1.1.1']]) }),
    'status-confirmed.txt': statusText((await readings()).slice(0, 1), {
      settled: [{ host: first.host, error: new FleetError({ kind: 'verify', host: first.host.name, what: 'not confirmed: not as desired: bond0: expected slaves eth0 eth1, found eth0', next: ['fleetnet status --rollback -l virtual4'] }) }],
    }),
    'facts.txt': factsText((await readings()).slice(0, 2)),
    'errors.txt': errorText(errors),
    'verify.txt': verifyText([
      { host: first.host, differences: [{ device: 'bond0', expected: 'slaves eth0 eth1', found: 'slaves eth0' }, { device: '/etc/modprobe.conf', expected: 'as the playbook makes it', found: '/etc/modprobe.conf  change  loadBondingModule\n@@ -1,1 +1,2 @@\n alias eth0 tg3\n+alias bond0 bonding\n' }] },
      { host: second.host, differences: [] },
      { host: { name: 'virtual22' }, differences: [], error: new FleetError({ kind: 'connect', what: 'no answer in 10 s', next: ['check its power'] }) },
    ]),
  }
}
