import type { Change } from '../../src/model/changes.ts'
import { utimesSync, writeFileSync, chmodSync, symlinkSync, linkSync, mkdirSync, statSync, readlinkSync, rmSync } from 'node:fs'
import { compile, cutOver, file, removal, traces } from './plans.ts'
import { eventually, type TestHost } from './host.ts'
import { all, onHost } from './userlands.ts'

const types = (progress: readonly { readonly type: string }[]): string[] => progress.map(({ type }) => type)
const shell = (line: string, timeout = 20): Change => ({ kind: 'command', action: 'run', steps: ['command'], target: line, disruptive: false, command: line, timeout })

onHost('files, a module, a sysctl, a service and a command in one exec', all, async (t, host) => {
  host.write('etc/old', 'old\n')
  host.write('etc/gone', 'gone\n')
  const compiled = compile(host, [
    file('/etc/old', 'new\n', { beforeContent: 'old\n' }), file('/etc/new.d/x', 'x\n', { mode: 0o755 }), removal('/etc/gone'),
    { kind: 'module', action: 'load', steps: ['module'], target: 'bonding', disruptive: false },
    { kind: 'sysctl', action: 'set', steps: ['sysctl'], target: 'net.ipv4.ip_forward', disruptive: false, after: '1' },
    { kind: 'service', action: 'restart', steps: ['service'], target: 'xend', disruptive: false },
    shell('echo "it is $((40 + 2))"; umask'),
  ])
  const session = host.start(compiled)
  t.is(await session.ended, 0)
  t.deepEqual(types(session.progress()), ['received', 'locked', 'checkpointed', 'doing', 'doing', 'doing', 'doing', 'output', 'output', 'staged', 'committed'])
  t.true(session.output().includes('text=it%20is%2042'))
  t.true(session.output().includes('text=0022'), 'what we start gets an ordinary umask')
  t.is(host.read('etc/old'), 'new\n')
  t.is(statSync(host.path('etc/new.d/x')).mode & 0o7777, 0o755)
  t.false(host.has('etc/gone'))
  t.is(host.read('proc/sys/net/ipv4/ip_forward'), '1\n')
  t.deepEqual(host.calls(), ['modprobe bonding', 'service xend restart'])
  t.is(host.read(`${host.folder(compiled)}/before/etc/old`), 'old\n')
  t.is(host.read(`${host.folder(compiled)}/before/etc/gone`), 'gone\n')
  t.is(host.read(`${host.folder(compiled)}/absent`), '/etc/new.d/x\n')
  t.is(host.state(compiled), 'committed')
  t.is(host.read(`${host.folder(compiled)}/run`), 'run\n')
  t.deepEqual(traces(host), [])
  await eventually('nothing runs', () => host.processes().length === 0)
})

onHost('contents arrive byte for byte, names as they are', all, async (t, host) => {
  const names = ["it's", 'a b', '$(touch pwned)', '`id`', '"', 'back\\slash', '*', '-n', 'ünï', '%s', ';', '#x', '~']
  const content = `'"\\ \\n \\\\ $(touch pwned) \`id\` $HOME \u0001\u007f\u0000%s%%\r\n\tünï \u{1f600}\\`
  const compiled = compile(host, names.map((name) => file(`/etc/odd/${name}`, `${name}${content}`)))
  const session = host.start(compiled)
  await session.ended
  t.is(session.progress().at(-1)?.type, 'committed', session.output())
  for (const name of names) t.deepEqual(host.bytes(`etc/odd/${name}`), Buffer.from(`${name}${content}`), name)
})

onHost('a change keeps owner and mode of the file, and a hard link to it is told', ['dash', 'busybox'], async (t, host) => {
  host.write('etc/kept', 'old\n', 0o640)
  linkSync(host.path('etc/kept'), host.path('etc/twin'))
  const before = file('/etc/kept', 'new\n', { beforeContent: 'old\n', mode: 0o640 })
  const session = host.start(compile(host, [{ ...before, before: { ...before.before!, mode: 0o640 } }]))
  await session.ended
  t.is(statSync(host.path('etc/kept')).mode & 0o777, 0o640)
  t.is(host.read('etc/twin'), 'old\n')
  t.true(session.progress().some((line) => line.type === 'warning' && line.text.includes('2 hard links')))
})

onHost('a symbolic link stays one: the file behind it is changed, and comes back', all, async (t, host) => {
  host.write('etc/real/modprobe', 'old\n')
  symlinkSync('/etc/real/modprobe', host.path('etc/modprobe.conf'))
  const change = file('/etc/modprobe.conf', 'new\n', { beforeContent: 'old\n' })
  const failing = host.start(compile(host, [change, shell('exit 7')]))
  await failing.ended
  t.is(failing.progress().at(-1)?.type, 'rolled-back')
  t.is(host.read('etc/real/modprobe'), 'old\n')
  await host.start(compile(host, [change])).ended
  t.is(host.read('etc/real/modprobe'), 'new\n')
  t.is(readlinkSync(host.path('etc/modprobe.conf')), '/etc/real/modprobe')
})

onHost('a symbolic link that leads nowhere stays one: what was made behind it goes again', all, async (t, host) => {
  host.write('etc/real/.keep', '')
  symlinkSync('/etc/real/modprobe', host.path('etc/modprobe.conf'))
  const change = file('/etc/modprobe.conf', 'new\n')
  const failing = host.start(compile(host, [change, shell('test -e "$R/etc/real/modprobe" && exit 7')]), { R: host.root })
  await failing.ended
  t.like(failing.progress().find((line) => line.type === 'rolling-back'), { why: 'sh -c test -e "$R/etc/real/modprobe" && exit 7 ended with status 7' })
  t.is(failing.progress().at(-1)?.type, 'rolled-back')
  t.false(host.has('etc/real/modprobe'))
  t.is(readlinkSync(host.path('etc/modprobe.conf')), '/etc/real/modprobe')
  await host.start(compile(host, [change])).ended
  t.is(host.read('etc/real/modprobe'), 'new\n')
  t.is(readlinkSync(host.path('etc/modprobe.conf')), '/etc/real/modprobe')
})

onHost('a failing command takes everything back', all, async (t, host) => {
  host.write('etc/old', 'old\n')
  host.write('etc/gone', 'gone\n')
  const inode = statSync(host.path('etc/old')).ino
  const compiled = compile(host, [
    file('/etc/old', 'new\n', { beforeContent: 'old\n' }), file('/etc/new.d/deep/x', 'x\n'), removal('/etc/gone'),
    { kind: 'sysctl', action: 'set', steps: ['sysctl'], target: 'net.ipv4.ip_forward', disruptive: false, after: '1' },
    { kind: 'service', action: 'start', steps: ['service'], target: 'xend', disruptive: false },
    { kind: 'service', action: 'enable', steps: ['service'], target: 'xend', disruptive: false },
    shell('echo broken; exit 7'), shell('echo never'),
  ])
  const session = host.start(compiled)
  await session.ended
  t.deepEqual(types(session.progress()), ['received', 'locked', 'checkpointed', 'doing', 'doing', 'doing', 'doing', 'output', 'rolling-back', 'warning', 'doing', 'doing', 'rolled-back'])
  t.is(statSync(host.path('etc/old')).ino, inode, 'the original file itself is back')
  t.is(host.read('etc/gone'), 'gone\n')
  t.false(host.has('etc/new.d'))
  t.is(host.read('proc/sys/net/ipv4/ip_forward'), '0\n')
  t.deepEqual(host.calls(), ['service xend start', 'chkconfig xend on', 'chkconfig xend off', 'service xend stop'])
  t.is(host.state(compiled), 'rolled back')
  t.is(statSync(host.path('etc/old')).nlink, 1)
  t.deepEqual(traces(host), [])
})

onHost('a command that hangs is ended with all that it started', all, async (t, host) => {
  const session = host.start(compile(host, [shell('sleep 300 & sleep 300', 1)]))
  await session.ended
  t.like(session.progress().find((line) => line.type === 'rolling-back'), { why: 'sh -c sleep 300 & sleep 300 did not end within 1 s' })
  await eventually('nothing runs', () => host.processes().length === 0)
})

onHost('a host that has drifted is not touched', ['dash'], async (t, host) => {
  host.write('digest', 'digest:2\n')
  const compiled = compile(host, [file('/etc/motd', 'x')])
  const session = host.start(compiled)
  await session.ended
  t.like(session.progress().at(-1), { type: 'refused', kind: 'drift' })
  t.false(host.has('etc/motd'))
  t.is(host.state(compiled), 'failed')
  t.deepEqual(traces(host), [])
})

onHost('a folder in the place of a file, and a path out of reach, are refused', ['dash'], async (t, host) => {
  mkdirSync(host.path('etc/motd'))
  const session = host.start(compile(host, [file('/etc/motd', 'x')]))
  await session.ended
  t.like(session.progress().at(-1), { type: 'refused', kind: 'refused', why: '/etc/motd is a folder, not a file' })
})

onHost('the last five that were decided stay', ['dash'], async (t, host) => {
  const done: string[] = []
  for (let number = 0; number < 7; number += 1) {
    const compiled = compile(host, [file('/etc/motd', `${number}\n`, number === 0 ? {} : { beforeContent: `${number - 1}\n` })])
    await host.start(compiled).ended
    done.push(compiled.id)
  }
  await eventually('five are left', () => done.filter((id) => host.has(`etc/fleetnet/tx/${id}`)).length === 5)
  t.deepEqual(done.filter((id) => host.has(`etc/fleetnet/tx/${id}`)), done.slice(2))
  t.is(host.read(`etc/fleetnet/tx/${done[6]}/before/etc/motd`), '5\n')
})

onHost('clocks that are set back do not make the newest the oldest', all, async (t, host) => {
  const done: string[] = []
  for (let number = 0; number < 8; number += 1) {
    // The controller's clock is in the id: it goes back, and so does the host's.
    const compiled = compile(host, [file('/etc/motd', `${number}\n`, number === 0 ? {} : { beforeContent: `${number - 1}\n` })], { spec: { id: `2026111${9 - number}T000000-a` } })
    await host.start(compiled).ended
    utimesSync(host.path(host.folder(compiled)), 1_800_000_000 - number * 3600, 1_800_000_000 - number * 3600)
    done.push(compiled.id)
  }
  await eventually('five are left', () => done.filter((id) => host.has(`etc/fleetnet/tx/${id}`)).length === 5)
  t.deepEqual(done.filter((id) => host.has(`etc/fleetnet/tx/${id}`)), done.slice(3))
})

/** Puts a counter before each tool of the host. */
const countTools = (host: TestHost): (() => string[]) => {
  for (const tool of ['cat', 'chmod', 'chown', 'cksum', 'cp', 'dd', 'ln', 'ls', 'mkdir', 'mv', 'readlink', 'rm', 'rmdir', 'setsid', 'sleep', 'stat', 'sync']) {
    const real = readlinkSync(host.path(`bin/${tool}`))
    rmSync(host.path(`bin/${tool}`))
    writeFileSync(host.path(`bin/${tool}`), `#!/bin/sh\necho ${tool} >>${host.root}/tools\nexec ${real} "$@"\n`)
    chmodSync(host.path(`bin/${tool}`), 0o755)
  }
  return () => host.read('tools').trimEnd().split('\n')
}

onHost('thirteen files cost twenty processes', ['dash'], async (t, host) => {
  for (let number = 0; number < 5; number += 1) host.write(`etc/sysconfig/network-scripts/ifcfg-eth${number}`, 'old\n')
  const used = countTools(host)
  const session = host.start(compile(host, [
    ...Array.from({ length: 11 }, (_, number) => file(`/etc/sysconfig/network-scripts/ifcfg-eth${number}`, `${number}\n`, number < 5 ? { beforeContent: 'old\n' } : {})),
    file('/etc/modprobe.conf', 'alias bond0 bonding\n'), file('/etc/sysconfig/network', 'NETWORKING=yes\n'),
  ]))
  await session.ended
  t.is(session.progress().at(-1)?.type, 'committed')
  t.true(used().length <= 21, used().join(' '))
})

onHost('labels: copied to what changes, given to what is new', ['dash'], async (t, host) => {
  host.write('selinux/enforce', '1')
  host.write('etc/old', 'old\n')
  host.standin('restorecon', 'succeed')
  host.standin('chcon', 'succeed')
  const compiled = compile(host, [file('/etc/old', 'new\n', { beforeContent: 'old\n' }), file('/etc/new', 'x\n')])
  await host.start(compiled).ended
  const folder = host.path(host.folder(compiled))
  t.deepEqual(host.calls(), [`chcon --reference=${host.root}/etc/old ${folder}/after/etc/old`, `restorecon ${host.root}/etc/new`])
})

onHost('a file that cannot be linked, as an immutable one, is refused', ['dash'], async (t, host) => {
  host.write('etc/old', 'old\n')
  host.standin('cp', 'immutable-cp')
  const session = host.start(compile(host, [file('/etc/old', 'new\n', { beforeContent: 'old\n' })]))
  await session.ended
  t.like(session.progress().at(-1), { type: 'refused', kind: 'refused' })
  t.is(host.read('etc/old'), 'old\n')
})

onHost('shells find nothing to complain about', all, async (t, host) => {
  host.write('etc/old', 'old\n')
  const compiled = compile(host, [file('/etc/old', 'new\n', { beforeContent: 'old\n' }), file('/etc/new', 'x\n'), shell('true')])
  await host.start(compiled).ended
  t.is(host.read(`${host.folder(compiled)}/errors`), '')
})

onHost('a cut-over of eleven files costs some dozens of processes, its commands included', ['dash'], async (t, host) => {
  const used = countTools(host)
  const changes = cutOver(host)
  const session = host.start(compile(host, [...changes.slice(0, 3), ...Array.from({ length: 8 }, (_, number) => file(`/etc/sysconfig/network-scripts/ifcfg-x${number}`, 'x\n', { when: 'cut over' })), ...changes.slice(3)]))
  await session.line(/ on-trial$/)
  const ours = used().filter((tool) => tool !== 'sleep')
  t.true(ours.length + host.calls().length <= 48, `${ours.join(' ')}\n${host.calls().join('\n')}`)
})
