import type { Change } from '../../src/model/changes.ts'
import { compile, file, cutOver, isNew, isOld, traces } from './plans.ts'
import { eventually } from './host.ts'
import { all, onHost } from './userlands.ts'

const waiting: Change = { kind: 'command', action: 'run', steps: [], target: 'wait', disruptive: false, command: ': >"$R/now"; sleep 60', timeout: 90 }

onHost('a quiet transaction whose supervisor is gone is rolled back by whoever follows it', all, async (t, host) => {
  const compiled = compile(host, [file('/etc/motd', 'x\n'), waiting])
  const session = host.session(compiled.start, { input: compiled.payload, nonce: compiled.nonce, env: { R: host.root } })
  await eventually('it runs', () => host.has('now'))
  host.kill()
  await session.ended
  const follow = host.session(compiled.follow, { nonce: compiled.nonce })
  t.is(await follow.ended, 0)
  t.deepEqual(follow.progress().map(({ type }) => type), ['received', 'locked', 'checkpointed', 'doing', 'rolling-back', 'warning', 'rolled-back'])
  t.false(host.has('etc/motd'))
  t.deepEqual(traces(host), [])
  await eventually('nothing runs', () => host.processes().length === 0)
})

onHost('… and one that was decided is carried out', ['dash', 'busybox'], async (t, host) => {
  const compiled = compile(host, [file('/etc/motd', 'x\n')])
  host.wrap('rm')
  host.write('behave/rm', 'case "$*" in *pending*) : >"$R/now"; exec sleep 60 ;; esac')
  const session = host.start(compiled)
  await eventually('decided', () => host.has('now'))
  host.unwrite('behave/rm')
  host.kill()
  await session.ended
  const follow = host.session(compiled.follow, { nonce: compiled.nonce })
  t.is(await follow.ended, 0)
  t.is(follow.progress().at(-1)?.type, 'committed')
  t.is(host.read('etc/motd'), 'x\n')
  t.deepEqual(traces(host), [])
})

onHost('one that died before it had the lock leaves the lock of another alone', ['dash', 'busybox'], async (t, host) => {
  const other = compile(host, cutOver(host))
  const trial = host.start(other)
  await trial.line(/ on-trial$/)
  const compiled = compile(host, [file('/etc/motd', 'x\n')])
  const folder = host.folder(compiled)
  host.write(`${folder}/ctl`, compiled.payload.subarray(compiled.payload.indexOf('\n') + 1))
  host.write(`${folder}/state`, 'receiving\n')
  host.write(`${folder}/log`, `${compiled.nonce} 1.00 received\n`)
  const follow = host.session(compiled.follow, { nonce: compiled.nonce })
  t.is(await follow.ended, 0)
  t.like(follow.progress().at(-1), { type: 'refused', kind: 'refused' })
  t.true(host.has('etc/fleetnet/pending'))
  // The supervisor that comes late after all sees that it is over.
  t.is(await host.ctl(compiled, 'supervise').ended, 1)
  t.false(host.has('etc/motd'))
  t.is(await host.ctl(other, 'confirm').ended, 0)
})

onHost('a trial that nobody attends to may be confirmed until its deadline, and goes back after it', ['dash'], async (t, host) => {
  const compiled = compile(host, cutOver(host), { timeouts: { cutOver: 30, confirm: 6, settle: 0.3 } })
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.kill()
  await session.ended
  const follow = host.session(compiled.follow, { nonce: compiled.nonce })
  await follow.line(/ on-trial$/)
  const until = Number(host.read(`${host.folder(compiled)}/deadline`))
  await eventually('almost the deadline', () => Number(/^\S+/.exec(host.uptime())?.[0]) >= until - 0.5)
  t.true(isNew(host))
  t.is(await follow.ended, 0)
  t.is(follow.progress().at(-1)?.type, 'rolled-back')
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
})
