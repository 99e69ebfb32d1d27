import { readlinkSync } from 'node:fs'
import { compile, cutOver, file, hasten, isNew, isOld, traces } from './plans.ts'
import { eventually, type TestHost } from './host.ts'
import type { CompiledTransaction } from '../../src/model/transaction.ts'
import { onHost } from './userlands.ts'

const signal = (host: TestHost, compiled: CompiledTransaction, role: 'supervisor' | 'watchdog', name: NodeJS.Signals): void => void process.kill(host.pid(compiled, role), name)
const rescue = (host: TestHost, compiled: CompiledTransaction): Promise<number | null> => host.ctl(compiled, 'rescue').ended

onHost('the supervisor replaces a watchdog that was killed', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 8, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  const first = host.pid(compiled, 'watchdog')
  signal(host, compiled, 'watchdog', 'SIGKILL')
  await session.line(/ warning text=the%20watchdog%20was%20gone/)
  await eventually('another one', () => host.pid(compiled, 'watchdog') !== first)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
})

onHost('the watchdog does not wait for a supervisor that died in the cut-over', ['dash', 'busybox'], async (t, host) => {
  host.write('behave/ifup-eth0', '[ -e "$R/go" ] || { : >"$R/now"; sleep 60; }')
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 60, confirm: 60, settle: 0.3 } })
  const session = host.start(compiled)
  await eventually('half cut over', () => host.has('now'))
  host.write('go', '')
  signal(host, compiled, 'supervisor', 'SIGKILL')
  await session.ended
  t.like(session.progress().find(({ type }) => type === 'rolling-back'), { why: 'the supervisor was gone before the cut-over had ended' })
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  await eventually('the hanging command is gone too', () => host.processes().length === 0)
})

onHost('watchdog and supervisor killed: the rescuer takes over, and keeps to the deadline', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 8, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  await rescue(host, compiled)
  t.false(session.output().includes('rescuer'), 'while the heart beats it does nothing')
  signal(host, compiled, 'supervisor', 'SIGKILL')
  signal(host, compiled, 'watchdog', 'SIGKILL')
  await rescue(host, compiled)
  await session.ended
  t.true(session.progress().some((line) => line.type === 'warning' && line.text.includes('the rescuer takes its place')))
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
})

onHost('… and a confirm is still heard', ['dash'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  signal(host, compiled, 'supervisor', 'SIGKILL')
  signal(host, compiled, 'watchdog', 'SIGKILL')
  const rescuer = rescue(host, compiled)
  await session.line(/ warning /)
  t.is(await host.ctl(compiled, 'confirm').ended, 0)
  await rescuer
  t.true(isNew(host))
  t.deepEqual(traces(host), [])
  await eventually('nothing runs', () => host.processes().length === 0)
})

onHost('a stopped watchdog has no heartbeat: the rescuer ends it and acts', ['dash'], async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 1, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  signal(host, compiled, 'watchdog', 'SIGSTOP')
  const stopped = host.pid(compiled, 'watchdog')
  host.write(`${host.folder(compiled)}/heartbeat`, `${'1.00'.padEnd(60)}\n`)
  await rescue(host, compiled)
  await session.ended
  t.true(isOld(host))
  t.false(host.processes().includes(stopped))
  t.deepEqual(traces(host), [])
})

onHost('watchdog stopped until just before the deadline, confirm sent, watchdog continued: one outcome', ['dash', 'bash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 8, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  signal(host, compiled, 'watchdog', 'SIGSTOP')
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  const until = Number(host.read(`${host.folder(compiled)}/deadline`))
  await eventually('almost', () => Number(/^\S+/.exec(host.uptime())?.[0]) >= until - 0.05)
  const watchdog = host.pid(compiled, 'watchdog')
  conversation.child.stdin?.end(`confirm ${compiled.nonce}\n`)
  try {
    process.kill(watchdog, 'SIGCONT')
  } catch {
    // the confirm was faster, and has ended it
  }
  await Promise.all([conversation.ended, session.ended])
  const told = conversation.progress().at(-1)?.type
  t.is(session.progress().at(-1)?.type, told)
  t.true(told === 'committed' ? isNew(host) : told === 'rolled-back' && isOld(host), told)
  t.deepEqual(traces(host), [])
})

onHost('who confirms and dies over it is followed by the watchdog', ['dash'], async (t, host) => {
  host.standin('rm', 'slow-rm')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  host.write('behave/rm', '')
  conversation.child.stdin?.end(`confirm ${compiled.nonce}\n`)
  await eventually('decided', () => host.has(`${host.folder(compiled)}/settling`) && host.has('now'))
  host.unwrite('behave/rm')
  process.kill(Number(readlinkSync(host.path(`${host.folder(compiled)}/settling`)).split(' ')[0]), 'SIGKILL')
  await session.line(/ committed$/)
  t.true(isNew(host))
  t.deepEqual(traces(host), [])
})

onHost('a commit whose decision cannot be written to the disk is completed later, by the watchdog', ['dash', 'busybox'], async (t, host) => {
  host.wrap('dd')
  const compiled = hasten(compile(host, cutOver(host)))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/dd', 'exit 1')
  host.ctl(compiled, 'confirm')
  await session.line(/ warning text=it%20was%20confirmed,%20and%20the%20decision%20could%20not%20be%20written/)
  t.is(host.state(compiled), 'on trial')
  t.true(host.has('etc/fleetnet/pending') && host.has('etc/rc.d/rc3.d/S01fleetnet-guard'))
  host.unwrite('behave/dd')
  await session.line(/ committed$/)
  t.true(isNew(host))
  t.deepEqual(traces(host), [])
})

onHost('the watchdog killed after the cut-over, then a second controller: it is told to wait, and the trial goes on', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  signal(host, compiled, 'watchdog', 'SIGKILL')
  const second = host.start(compile(host, [file('/etc/motd', 'x\n')]))
  await second.ended
  t.like(second.progress().at(-1), { type: 'refused', kind: 'busy', why: `transaction ${compiled.id} is undecided (on trial)` })
  t.true(isNew(host))
  t.is(await host.ctl(compiled, 'confirm').ended, 0)
  t.deepEqual(traces(host), [])
})

onHost('… with the supervisor killed, too, the second one finds the first rolled back', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  signal(host, compiled, 'supervisor', 'SIGKILL')
  signal(host, compiled, 'watchdog', 'SIGKILL')
  const second = host.start(compile(host, [file('/etc/motd', 'x\n')]))
  await second.ended
  t.is(second.progress().at(-1)?.type, 'committed', second.output())
  t.is(host.state(compiled), 'rolled back')
  t.true(isOld(host))
  t.is(host.read('net/addr/eth0'), '10.0.0.5/24\n')
  t.deepEqual(traces(host), [])
})

onHost('a sync that never returns, as over a dead NFS mount, holds up no way back', ['dash', 'busybox'], async (t, host) => {
  host.wrap('sync')
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 1, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/sync', 'exec sleep 300')
  await session.ended
  t.is(session.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  await eventually('nothing runs', () => host.processes().length === 0)
})
