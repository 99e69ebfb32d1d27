import { compile, cutOver, file, isOld, traces } from './plans.ts'
import { eventually } from './host.ts'
import { all, onHost } from './userlands.ts'

onHost('one transaction on a host: a second one is told which', all, async (t, host) => {
  const first = compile(host, cutOver(host))
  const session = host.start(first)
  await session.line(/ on-trial$/)
  const second = host.start(compile(host, [file('/etc/motd', 'x')]))
  await second.ended
  t.like(second.progress().at(-1), { type: 'refused', kind: 'busy', why: `transaction ${first.id} is undecided (on trial)` })
  t.false(host.has('etc/motd'))
  t.true(host.has('etc/fleetnet/pending'))
  t.is(await host.ctl(first, 'confirm').ended, 0)
})

onHost('of several that start together each is carried out or told busy, and none is lost', ['dash', 'busybox'], async (t, host) => {
  const sessions = [1, 2, 3, 4].map((number) => host.start(compile(host, [file(`/etc/motd${number}`, 'x\n')])))
  await Promise.all(sessions.map(({ ended }) => ended))
  for (const [index, session] of sessions.entries()) {
    const last = session.progress().at(-1)
    t.true(last?.type === 'committed' ? host.has(`etc/motd${index + 1}`) : last?.type === 'refused' && last.kind === 'busy' && !host.has(`etc/motd${index + 1}`))
  }
  t.true(sessions.some((session) => session.progress().at(-1)?.type === 'committed'))
  t.deepEqual(traces(host), [])
})

onHost('an orphaned transaction is rolled back before another one looks at the network', all, async (t, host) => {
  const orphan = compile(host, cutOver(host))
  const session = host.start(orphan)
  await session.line(/ on-trial$/)
  host.kill()
  await session.ended
  const next = host.start(compile(host, [file('/etc/motd', 'x\n')]))
  await next.ended
  t.true(next.progress().some((line) => line.type === 'warning' && line.text.startsWith(`transaction ${orphan.id} was left undecided`)))
  t.is(next.progress().at(-1)?.type, 'committed')
  t.true(isOld(host))
  t.is(host.read('net/addr/eth0'), '10.0.0.5/24\n')
  t.is(host.state(orphan), 'rolled back')
  t.deepEqual(traces(host), [])
  await eventually('nothing runs', () => host.processes().length === 0)
})

onHost('… also one that only wrote files', ['dash'], async (t, host) => {
  const orphan = compile(host, [file('/etc/motd', 'orphan\n'), { kind: 'command', action: 'run', steps: [], target: 'wait', disruptive: false, command: ': >"$R/now"; sleep 60', timeout: 90 }])
  const session = host.session(orphan.start, { input: orphan.payload, nonce: orphan.nonce, env: { R: host.root } })
  await eventually('it runs', () => host.has('now'))
  t.true(host.has('etc/motd'))
  host.kill()
  await session.ended
  const next = host.start(compile(host, [file('/etc/issue', 'x\n')]))
  await next.ended
  t.is(next.progress().at(-1)?.type, 'committed')
  t.false(host.has('etc/motd'))
})

onHost('a lock without a name, as a power cut can leave it, is removed', ['dash', 'busybox'], async (t, host) => {
  host.write('etc/fleetnet/pending', '')
  const session = host.start(compile(host, [file('/etc/motd', 'x\n')]))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'committed')
  t.deepEqual(traces(host), [])
})

onHost('a transaction that goes back without the lock leaves the lock of another alone', all, async (t, host) => {
  const other = compile(host, cutOver(host))
  const trial = host.start(other)
  await trial.line(/ on-trial$/)
  const stray = compile(host, [file('/etc/motd', 'x\n')])
  const folder = host.folder(stray)
  host.write(`${folder}/ctl`, stray.payload.subarray(stray.payload.indexOf('\n') + 1))
  host.write(`${folder}/owner`, `${stray.id}\n1 1 none\n`)
  host.write(`${folder}/state`, 'staging\n')
  host.write(`${folder}/rollback`, 'rollback\n')
  host.write(`${folder}/staged`, 'staging\n')
  host.write(`${folder}/originals`, 'absent\t/etc/motd\t/etc/motd\nend\t1\n')
  await host.ctl(stray, 'settle').ended
  t.is(host.state(stray), 'rolled back')
  t.is(host.read('etc/fleetnet/pending').split('\n')[0], other.id)
  t.is(await host.ctl(other, 'confirm').ended, 0)
  t.deepEqual(traces(host), [])
})
