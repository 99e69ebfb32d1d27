import { setTimeout as sleep } from 'node:timers/promises'
import { rmSync } from 'node:fs'
import type { Change } from '../../src/model/changes.ts'
import { compile, cutOver, file, isNew, isOld, traces } from './plans.ts'
import { eventually } from './host.ts'
import { all, onHost } from './userlands.ts'

for (const stage of ['received', 'locked', 'checkpointed', 'armed', 'guarded', 'staged', 'cutting', 'doing', 'on-trial'] as const)
  onHost(`power cut when ${stage}: the next boot has the old files, whole`, ['dash'], async (t, host) => {
    const compiled = compile(host, cutOver(host))
    const session = host.start(compiled)
    await session.line(new RegExp(` ${stage}( |$)`))
    await host.reboot()
    await session.ended
    t.true(isOld(host))
    if (host.has('etc/fleetnet/pending')) {
      // The guard was not enabled yet, so nothing had changed; the next transaction finds out and goes on.
      t.false(host.has(`${host.folder(compiled)}/staged`))
      const next = host.start(compile(host, [file('/etc/motd', 'next\n')]))
      await next.ended
      t.is(next.progress().at(-1)?.type, 'committed')
      t.true(isOld(host))
    }
    t.deepEqual(traces(host), [])
    t.deepEqual(host.processes(), [])
  })

onHost('power cut between two renames: the next boot has the old files, whole', all, async (t, host) => {
  host.wrap('mv')
  host.write('behave/mv', 'case "$*" in *network-scripts/*) : >"$R/now"; exec sleep 60 ;; esac')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await eventually('half of the files are in place', () => host.has('now'))
  t.true(host.read('etc/modprobe.conf').includes('bonding'))
  rmSync(host.path('behave/mv'))
  await host.reboot()
  await session.ended
  t.true(isOld(host))
  t.is(host.state(compiled), 'rolled back')
  t.deepEqual(traces(host), [])
  t.deepEqual(host.calls().filter((call) => call.startsWith('ifup')), [], 'before networking there is nothing to activate')
  const follow = host.session(compiled.follow, { nonce: compiled.nonce })
  await follow.ended
  t.is(follow.progress().at(-1)?.type, 'rolled-back')
})

onHost('power cut after the decision: the next boot has the new files, whole, even those that the cut took back', all, async (t, host) => {
  host.wrap('dd')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/dd', ': >"$R/now"; exec sleep 60')
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  conversation.child.stdin?.end(`confirm ${compiled.nonce}\n`)
  await eventually('decided, and not synced', () => host.has('now'))
  t.is(host.read(`${host.folder(compiled)}/decision`), 'commit\n')
  t.notRegex(conversation.output(), / committed/)
  rmSync(host.path('behave/dd'))
  // What a journal may have lost: one rename, and one new name.
  rmSync(host.path('etc/modprobe.conf'))
  host.write('etc/modprobe.conf', 'alias eth0 e1000\n')
  rmSync(host.path('etc/sysconfig/network-scripts/ifcfg-br0'))
  await host.reboot()
  t.true(isNew(host))
  t.is(host.state(compiled), 'committed')
  t.deepEqual(traces(host), [])
  await Promise.all([session.ended, conversation.ended])
})

onHost('a commit that cannot be completed at boot keeps lock, guard and new files, and the next boot completes it', all, async (t, host) => {
  host.wrap('dd')
  host.wrap('mv')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/dd', ': >"$R/now"; exec sleep 60')
  const conversation = host.converse(compiled)
  await conversation.line(/ decide$/)
  conversation.child.stdin?.end(`confirm ${compiled.nonce}\n`)
  await eventually('decided, and not synced', () => host.has('now'))
  rmSync(host.path('etc/modprobe.conf'))
  host.write('etc/modprobe.conf', 'alias eth0 e1000\n')
  for (const [tool, behaviour] of [['dd', 'exit 1'], ['mv', 'case "$*" in *modprobe*) exit 1 ;; esac']] as const) {
    host.unwrite('behave/dd')
    host.write(`behave/${tool}`, behaviour)
    await host.reboot()
    t.is(host.state(compiled), 'on trial')
    t.notRegex(host.read(`${host.folder(compiled)}/log`), / committed/)
    t.true(host.has('etc/fleetnet/pending') && host.has('etc/rc.d/rc3.d/S01fleetnet-guard') && host.has(`${host.folder(compiled)}/after/etc/modprobe.conf`))
  }
  host.unwrite('behave/mv')
  await host.reboot()
  t.true(isNew(host))
  t.is(host.state(compiled), 'committed')
  t.deepEqual(traces(host), [])
  await Promise.all([session.ended, conversation.ended])
})

for (const init of ['sysv', 'systemd'] as const)
  onHost(`a boot undoes which services it starts, and starts none itself (${init})`, ['dash', 'busybox'], async (t, host) => {
    host.write('etc/systemd/system/.keep', '')
    const service = (target: string, action: 'enable' | 'disable' | 'start'): Change => ({ kind: 'service', action, steps: ['service'], target, disruptive: true })
    const compiled = compile(host, [...cutOver(host), service('lacpd', 'enable'), service('xend', 'disable'), service('lacpd', 'start')], { spec: { init } })
    const session = host.start(compiled)
    await session.line(/ on-trial$/)
    // A power cut may leave nothing of what was noted about begun changes.
    host.write(`${host.folder(compiled)}/begun`, '')
    host.kill()
    await session.ended
    host.write('calls', '')
    if (init === 'sysv') await host.reboot()
    else {
      host.newBoot()
      await host.session(`${host.root}/sbin/systemctl start fleetnet-guard.service`).ended
    }
    t.true(isOld(host))
    t.deepEqual(host.calls().filter((call) => /lacpd|xend/.test(call)), init === 'sysv' ? ['chkconfig xend on', 'chkconfig lacpd off'] : ['systemctl --no-reload enable xend.service', 'systemctl --no-reload disable lacpd.service'])
    t.is(host.state(compiled), 'rolled back')
    t.deepEqual(traces(host), [])
  })

onHost('power cut during the rollback, twice: back all the same', ['dash', 'busybox'], async (t, host) => {
  host.wrap('mv')
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  host.write('behave/mv', 'case "$*" in *before*modprobe*) : >"$R/now"; exec sleep 60 ;; esac')
  host.ctl(compiled, 'rollback')
  await eventually('in the middle', () => host.has('now'))
  rmSync(host.path('now'))
  const boot = host.reboot()
  await eventually('in the middle again', () => host.has('now'))
  rmSync(host.path('behave/mv'))
  host.kill()
  await boot
  await host.reboot()
  t.true(isOld(host))
  t.deepEqual(traces(host), [])
})

onHost('a guard that finds another boot and no pending transaction goes away', ['dash'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const session = host.start(compiled)
  await session.line(/ on-trial$/)
  const names = ['etc/rc.d/init.d/fleetnet-guard', 'etc/fleetnet/guard']
  const guards = names.map((name) => host.read(name))
  await host.ctl(compiled, 'confirm').ended
  for (const [index, name] of names.entries()) host.write(name, guards[index] ?? '', 0o755)
  host.newBoot()
  await host.session(`sh ${host.root}/etc/rc.d/init.d/fleetnet-guard start`).ended
  t.true(isNew(host))
  t.deepEqual(traces(host), [])
})

for (const action of ['confirm', 'rollback'] as const)
  onHost(`power cut at any instant of a ${action}: one whole configuration, and the one that was decided`, ['dash'], async (t, host) => {
    for (let round = 0; round < 4; round += 1) {
      const compiled = compile(host, cutOver(host))
      const session = host.start(compiled)
      await session.line(/ on-trial$/)
      host.ctl(compiled, action)
      const instant = Math.random() * 150
      await sleep(instant)
      await host.reboot()
      await session.ended
      const next = host.start(compile(host, [file('/etc/motd', `${round}\n`, round === 0 ? {} : { beforeContent: '' })]))
      await next.ended
      const decision = host.read(`${host.folder(compiled)}/decision`)
      t.true(decision === 'commit\n' ? isNew(host) : isOld(host), `${decision} after ${instant} ms`)
      t.deepEqual(traces(host), [])
      host.reset()
    }
  })
