import type { HostState, Outcome, RunEvent, Stage } from '../../src/model/events.ts'

/** 02:12:58 on 14 November 2026, an hour east of UTC. */
export const start = Date.parse('2026-11-14T02:12:58+01:00')

const iso = (at: number): string => `${new Date(at + 3_600_000).toISOString().slice(0, -1)}+01:00`

/** Milliseconds of a time of that night. Example: at('02:14:51') */
export const at = (clock: string): number => Date.parse(`2026-11-14T${clock}+01:00`)

/** A time-ordered list of events, written as a story is told. */
export const tale = () => {
  const events: RunEvent[] = []
  const add = (clock: string, event: Omit<RunEvent, 'time'> & { type: RunEvent['type'] }): void => {
    events.push({ ...event, time: iso(at(clock)) } as RunEvent)
  }
  return {
    events,
    add,
    state: (clock: string, host: string, state: HostState, detail?: string, stage?: Stage) =>
      add(clock, { type: 'host-state', host, state, ...(detail === undefined ? {} : { detail }), ...(stage === undefined ? {} : { stage }) } as never),
    log: (clock: string, host: string, stage: string, text: string) => add(clock, { type: 'host-log', host, stage, text } as never),
    armed: (clock: string, host: string, phase: 'cut over' | 'confirm', seconds: number) =>
      add(clock, { type: 'host-armed', host, phase, seconds, backAt: new Date(at(clock) + seconds * 1000).toISOString() } as never),
    end: (clock: string, host: string, outcome: Outcome, seconds: number, more: object = {}) => add(clock, { type: 'host-finished', host, outcome, seconds, ...more } as never),
  }
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

export const batches = [
  ['virtual4'],
  ['virtual5', 'virtual6', 'virtual7', 'virtual9', 'virtual11', 'virtual12', 'virtual13', 'virtual14'],
  numbers(15, 29).map((number) => `virtual${number}`),
]

/** A diff as the plan room makes it. */
export const diffFor = (number: number): string => {
  const mac = (last: string): string => `00:14:5E:C0:${number.toString(16).padStart(2, '0').toUpperCase()}:${last}`
  return `/etc/sysconfig/network-scripts/ifcfg-eth0  change  writeSlaves
@@ -1,5 +1,5 @@
 DEVICE=eth0
-BOOTPROTO=static
-IPADDR=10.1.1.${100 + number}
-NETMASK=255.255.255.0
+BOOTPROTO=none
 HWADDR=${mac('02')}
+MASTER=bond0
+SLAVE=yes

/etc/sysconfig/network-scripts/ifcfg-bond0  create  writeBonds
@@ -0,0 +1,4 @@
+DEVICE=bond0
+BOOTPROTO=none
+ONBOOT=yes
+BONDING_OPTS="mode=802.3ad miimon=100"

/etc/sysconfig/network-scripts/ifcfg-eth1  change  writeSlaves
@@ -1,3 +1,5 @@
 DEVICE=eth1
 HWADDR=${mac('03')}
+MASTER=bond0
+SLAVE=yes

module bonding  load  loadBondingModule

activate network  restart  makes vlan100 bond0.100 bond0, touches eth0 eth1  restartNetwork  (can cut the connection)
`
}

export const planned = (number: number) => ({
  type: 'host-planned' as const,
  host: `virtual${number}`,
  digest: '8c1f20aa77b1',
  changes: 9,
  disruptive: 1,
  pathBefore: `eth0  10.1.1.${100 + number}/24`,
  pathAfter: `eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.${100 + number}/24`,
  facts: 'el5 ifcfg xend',
  diff: diffFor(number),
})

const lacp = { kind: 'verify', what: 'no LACP partner on bond0 after 45 s', step: 'LACP', next: ['check switch po9 (Gi2/1, Gi2/2)', 'fleetnet apply -i prod -l virtual9'] }
const counts = { committed: 0, unchanged: 0, rolledBack: 0, failed: 0, unreachable: 0, unknown: 0, lost: 0, skipped: 0 }

/** The rolling apply of 24 hosts until 02:14:49: one rolled back, two armed. */
export const rolling = (): ReturnType<typeof tale> => {
  const story = tale()
  const { add, state, log, armed, end } = story
  add('02:12:58', { type: 'run-started', runId: '1114-3f9a', command: 'apply', inventory: 'prod', playbook: 'oracle-vm-trunk', batches, maxFailures: 2, folder: '.fleetnet/runs/1114-3f9a' } as never)
  add('02:12:58', { type: 'batch-started', batch: 1, hosts: batches[0] } as never)
  const begin = (clock: string, number: number): void => {
    state(clock, `virtual${number}`, 'connecting', `10.1.1.${100 + number}:22`, 'connect')
    state(clock, `virtual${number}`, 'probing', 'reading facts', 'probe')
  }
  begin('02:12:58', 4)
  add('02:12:59', planned(4) as never)
  state('02:12:59', 'virtual4', 'planned', undefined, 'plan')
  armed('02:13:00', 'virtual4', 'cut over', 120)
  state('02:13:00', 'virtual4', 'armed', undefined, 'arm')
  state('02:13:02', 'virtual4', 'cutting over', 'restartNetwork', 'cut over')
  state('02:13:08', 'virtual4', 'verifying', '10.1.1.104', 'verify')
  end('02:13:16', 'virtual4', 'committed', 18, { awaySeconds: 11.24, awayPlusMinus: 0.25, address: '10.1.1.104' })
  add('02:13:16', { type: 'batch-finished', batch: 1, counts: { ...counts, committed: 1 } } as never)
  add('02:13:17', { type: 'batch-started', batch: 2, hosts: batches[1] } as never)
  for (const number of [5, 7, 9]) begin('02:13:17', number)
  add('02:13:18', planned(9) as never)
  state('02:13:18', 'virtual9', 'planned', undefined, 'plan')
  armed('02:13:20', 'virtual9', 'cut over', 120)
  state('02:13:20', 'virtual9', 'armed', undefined, 'arm')
  state('02:13:21', 'virtual9', 'staging', 'ifcfg-bond0', 'stage')
  state('02:13:22', 'virtual9', 'cutting over', 'restartNetwork', 'cut over')
  state('02:13:25', 'virtual9', 'verifying', '10.1.1.109', 'verify')
  begin('02:13:29', 6)
  add('02:13:30', { ...planned(6), changes: 0, disruptive: 0, diff: '' } as never)
  state('02:13:30', 'virtual6', 'planned', undefined, 'plan')
  end('02:13:30', 'virtual6', 'unchanged', 1)
  state('02:13:31', 'virtual11', 'connecting', '10.1.1.111:22', 'connect')
  log('02:13:31', 'virtual11', 'connect', '10.1.1.111 as root, host key known')
  state('02:13:31.400', 'virtual11', 'probing', 'reading facts', 'probe')
  log('02:13:32', 'virtual11', 'probe', 'this session comes in on eth0; 6 files, 2 services read')
  state('02:13:32.300', 'virtual11', 'planned', undefined, 'plan')
  add('02:13:32.300', planned(11) as never)
  state('02:13:39', 'virtual11', 'planned', 'sending the transaction', 'arm')
  log('02:13:39', 'virtual11', 'arm', '120 s, boot guard set; goes back at 02:15:39')
  armed('02:13:39.100', 'virtual11', 'cut over', 120)
  state('02:13:39.100', 'virtual11', 'armed', undefined, 'arm')
  state('02:13:39.600', 'virtual11', 'staging', 'ifcfg-bond0', 'stage')
  log('02:13:41', 'virtual11', 'stage', '7 files written and synced')
  state('02:13:42', 'virtual11', 'cutting over', 'restartNetwork', 'cut over')
  log('02:13:42', 'virtual11', 'cut over', 'restartNetwork, detached; old connection closed')
  armed('02:13:44', 'virtual11', 'confirm', 115)
  state('02:13:44', 'virtual11', 'verifying', '10.1.1.111', 'verify')
  for (const number of [5, 7]) {
    add('02:13:50', planned(number) as never)
    state('02:13:50', `virtual${number}`, 'planned', undefined, 'plan')
    armed('02:13:51', `virtual${number}`, 'cut over', 120)
    state('02:13:52', `virtual${number}`, 'cutting over', 'restartNetwork', 'cut over')
    state('02:13:58', `virtual${number}`, 'verifying', `10.1.1.${100 + number}`, 'verify')
    end('02:14:05', `virtual${number}`, 'committed', 48, { awaySeconds: 11, address: `10.1.1.${100 + number}` })
  }
  state('02:14:08', 'virtual9', 'rolling back', 'no LACP partner on bond0 after 45 s')
  end('02:14:15', 'virtual9', 'rolled back', 58, { awaySeconds: 51.87, awayPlusMinus: 0.26, recoverySeconds: 51.87, recoveryPlusMinus: 0.26, recoverySinceCutOver: 52.1, address: '10.1.1.109', fault: lacp })
  begin('02:14:30', 12)
  add('02:14:31', planned(12) as never)
  state('02:14:31', 'virtual12', 'planned', undefined, 'plan')
  armed('02:14:38.500', 'virtual12', 'cut over', 120)
  state('02:14:38.500', 'virtual12', 'armed', undefined, 'arm')
  state('02:14:39', 'virtual12', 'staging', 'ifcfg-bond0', 'stage')
  add('02:13:42', { type: 'host-away', host: 'virtual11', away: true } as never)
  state('02:14:41', 'virtual12', 'cutting over', 'restartNetwork', 'cut over')
  for (const [index, tries] of ['1st', '2nd', '3rd', '4th'].entries()) {
    const clock = ['02:13:50', '02:14:10', '02:14:46', '02:14:49'][index] ?? ''
    state(clock, 'virtual11', 'verifying', `10.1.1.111, ${tries} try`, 'verify')
    if (index === 3) log(clock, 'virtual11', 'verify', '10.1.1.111:22 refused, 4th try, next in 2 s')
  }
  state('02:14:47.500', 'virtual13', 'connecting', '10.1.1.113:22', 'connect')
  state('02:14:48', 'virtual13', 'probing', 'reading facts', 'probe')
  state('02:14:50', 'virtual14', 'connecting', '10.1.1.114:22', 'connect')
  return story
}

/** The same run, stopped once by Ctrl-C at 02:14:53. */
export const stopping = (): ReturnType<typeof tale> => {
  const story = rolling()
  const { add, state, log, end } = story
  state('02:14:51', 'virtual11', 'verifying', '10.1.1.111, 5th try', 'verify')
  log('02:14:51', 'virtual11', 'verify', '10.1.1.111:22 refused, 5th try, next in 2 s')
  add('02:14:53', { type: 'run-interrupted', times: 1, letGo: 17, armed: [{ host: 'virtual11', backAt: new Date(at('02:15:39')).toISOString() }, { host: 'virtual12', backAt: new Date(at('02:16:38')).toISOString() }] } as never)
  const fault = { kind: 'interrupted', what: 'stopped before any change', next: ['fleetnet apply --resume 1114-3f9a'] }
  for (const number of [13, 14, ...numbers(15, 29)]) end('02:14:53', `virtual${number}`, 'skipped', 0, { fault })
  return story
}

/** The same run to its end at 02:36:29: one host of the last batch does not answer. */
export const finished = (): ReturnType<typeof tale> => {
  const story = rolling()
  const { add, state, armed, end } = story
  end('02:15:02', 'virtual11', 'committed', 91, { awaySeconds: 78, address: '10.1.1.111' })
  for (const number of [12, 13, 14]) end('02:16:00', `virtual${number}`, 'committed', 40, { awaySeconds: 11, address: `10.1.1.${100 + number}` })
  add('02:16:00', { type: 'batch-finished', batch: 2, counts: { ...counts, committed: 6, unchanged: 1, rolledBack: 1 } } as never)
  add('02:16:01', { type: 'batch-started', batch: 3, hosts: batches[2] } as never)
  for (const number of numbers(15, 29)) {
    state('02:16:01', `virtual${number}`, 'connecting', `10.1.1.${100 + number}:22`, 'connect')
    if (number === 22) continue
    add('02:16:02', planned(number) as never)
    armed('02:16:03', `virtual${number}`, 'cut over', 120)
    end('02:16:40', `virtual${number}`, 'committed', 39, { awaySeconds: 11, address: `10.1.1.${100 + number}` })
  }
  end('02:36:27', 'virtual22', 'unreachable', 10, { fault: { kind: 'connect', what: 'no answer on port 22 in 10 s', next: ['check its power and address', 'fleetnet apply -i prod -l virtual22'] } })
  add('02:36:29', { type: 'batch-finished', batch: 3, counts: { ...counts, committed: 14, unreachable: 1 } } as never)
  add('02:36:29', { type: 'run-finished', counts: { ...counts, committed: 21, unchanged: 1, rolledBack: 1, unreachable: 1 }, armed: [], seconds: 1411, exitCode: 3 } as never)
  return story
}

/** The middle of a run over 5,000 hosts: more than can be drawn. */
export const folded = (): ReturnType<typeof tale> => {
  const story = tale()
  const { add, state, armed, end } = story
  const name = (index: number): string => `r${String(Math.floor(index / 100) + 1).padStart(2, '0')}n${String((index % 100) + 1).padStart(2, '0')}`
  const names = numbers(0, 4999).map(name)
  const sizes = [[0, 1], [1, 501], [501, 4900], [4900, 5000]] as const
  add('02:08:02', { type: 'run-started', runId: '1114-51b0', command: 'apply', inventory: 'dc1', playbook: 'trunk-2026', batches: sizes.map(([from, to]) => names.slice(from, to)), maxFailures: 24, folder: '.fleetnet/runs/1114-51b0' } as never)
  for (const [index, [from, to]] of sizes.slice(0, 3).entries()) add('02:08:02', { type: 'batch-started', batch: index + 1, hosts: names.slice(from, to) } as never)
  const left = names.slice()
  const take = (size: number): string[] => left.splice(0, size)
  for (const [index, host] of take(2371).entries()) {
    state('02:30:00', host, 'connecting', undefined, 'connect')
    end(index < 2289 ? '02:38:00' : '02:40:30', host, 'committed', 20, { awaySeconds: index === 2300 ? 17 : 9 })
  }
  for (const host of take(232)) end('02:38:00', host, 'unchanged', 1)
  const lacp6 = { kind: 'verify', what: 'no LACP partner on bond0 after 45 s', next: ['all six in r12: check that switch', 'fleetnet apply --resume 1114-51b0'] }
  for (const host of take(6)) end('02:38:00', host, 'rolled back', 60, { fault: lacp6 })
  for (const host of take(1)) end('02:38:00', host, 'failed', 2, { fault: { kind: 'disk', what: '/etc is full, untouched', next: ['make room'] } })
  for (const host of take(2)) end('02:38:00', host, 'unreachable', 10, { fault: { kind: 'connect', what: 'no answer in 10 s, untouched', next: ['check its power'] } })
  const flight = (size: number, clock: string, into: HostState, slowest: string, seconds?: number): void => {
    for (const [index, host] of take(size).entries()) {
      if (seconds !== undefined) armed('02:41:07', host, 'cut over', seconds + index)
      state(index === 0 ? slowest : clock, host, into, undefined)
    }
  }
  flight(11, '02:41:06', 'connecting', '02:41:03')
  flight(20, '02:41:06', 'probing', '02:41:04')
  flight(8, '02:41:07', 'planned', '02:41:06')
  flight(3, '02:41:07', 'armed', '02:41:06', 118)
  flight(14, '02:41:06', 'staging', '02:41:02', 111)
  flight(17, '02:41:06', 'cutting over', '02:40:48', 90)
  flight(25, '02:41:00', 'verifying', '02:39:28', 21)
  flight(2, '02:41:07', 'confirming', '02:41:06', 72)
  return story
}
