import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { command, file, line, module, service, sysctl } from '../../src/steps/index.ts'
import { fileFact } from '../backends/facts.ts'
import { contentAfter, contextWith } from './contexts.ts'

const scripts = '/etc/sysconfig/network-scripts'

test('file: made, changed, left alone, removed', (t) => {
  const step = file({ path: '/etc/motd', content: (host) => `This is ${host.name}.\n` })
  t.deepEqual(step.request(contextWith().host), { files: ['/etc/motd'] })
  const [created] = step.changes(contextWith())
  t.like(created, { kind: 'file', action: 'create', when: 'stage', disruptive: false, after: { content: 'This is virtual4.\n', mode: 0o644, uid: 0, gid: 0 } })
  t.like(step.changes(contextWith({ files: { '/etc/motd': 'old' } }))[0], { action: 'change', before: { content: 'old' } })
  t.deepEqual(step.changes(contextWith({ files: { '/etc/motd': 'This is virtual4.\n' } })), [])
  t.like(file({ path: '/etc/motd', absent: true }).changes(contextWith({ files: { '/etc/motd': 'x' } }))[0], { action: 'remove', before: { content: 'x' } })
  t.deepEqual(file({ path: '/etc/motd', absent: true }).changes(contextWith()), [])
})

test('file: mode and owner are kept unless given, and are a change by themselves', (t) => {
  const facts = { files: { '/a': { ...fileFact('/a', 'x', 0o600), uid: 5, gid: 6 } } }
  t.deepEqual(file({ path: '/a', content: 'x' }).changes(contextWith({ facts })), [])
  for (const other of [{ mode: 0o640 }, { owner: { uid: 0, gid: 6 } }, { owner: { uid: 5, gid: 0 } }]) t.is(file({ path: '/a', content: 'x', ...other }).changes(contextWith({ facts })).length, 1)
  t.like(file({ path: '/a', content: 'y' }).changes(contextWith({ facts }))[0], { after: { content: 'y', mode: 0o600, uid: 5, gid: 6 } })
  t.like(file({ path: '/a', content: 'x', mode: 0o644, owner: { uid: 0, gid: 0 } }).changes(contextWith({ facts }))[0], { action: 'change', after: { mode: 0o644, uid: 0, gid: 0 } })
})

test('file: what the network scripts read waits for the cut-over, anything else does not', (t) => {
  const when = (path: string): unknown => file({ path, content: 'x' }).changes(contextWith({ network: { interfaces: { eth0: {} } } })).map((change) => change.kind === 'file' && change.when)[0]
  t.is(when(`${scripts}/ifcfg-eth7`), 'cut over')
  t.is(when(`${scripts}/route-eth7`), 'cut over')
  t.is(when('/etc/sysconfig/network'), 'cut over')
  t.is(when(`${scripts}/ifup-local`), 'stage')
  t.is(when('/etc/modprobe.conf'), 'stage')
})

test('file: what is not text is refused, whatever a step wants of it', (t) => {
  const context = contextWith({ facts: { files: { '/a': { ...fileFact('/a', '\xff'), binary: true } } } })
  for (const step of [file({ path: '/a', content: 'x' }), file({ path: '/a', absent: true }), line({ path: '/a', line: 'x' })]) {
    t.is(t.throws(() => step.changes(context), { instanceOf: FleetError })?.kind, 'refused')
  }
})

test('file: a secret is marked', (t) => t.like(file({ path: '/a', content: 'x', secret: true }).changes(contextWith())[0], { secret: true }))

test('line: in place of the first that fits, further ones go; added; taken out', (t) => {
  const path = '/etc/ntp.conf'
  const files = { [path]: 'driftfile /d\nserver a\n# server x\nserver b\n' }
  const step = line({ path, match: /^server /gy, line: (host) => `server ${host.ssh.host}` })
  t.is(contentAfter(step, path, contextWith({ files })), 'driftfile /d\nserver 10.1.1.101\n# server x\n')
  t.deepEqual(step.changes(contextWith({ files: { [path]: 'server 10.1.1.101\n' } })), [])
  t.is(contentAfter(step, path, contextWith()), 'server 10.1.1.101\n')
  t.is(contentAfter(line({ path, match: /^server /, absent: true }), path, contextWith({ files })), 'driftfile /d\n# server x\n')
  t.is(contentAfter(line({ path, line: 'server a', absent: true }), path, contextWith({ files })), 'driftfile /d\n# server x\nserver b\n')
  t.deepEqual(line({ path, line: 'server a', absent: true }).changes(contextWith()), [])
})

test('module: loaded or not, dashes and underscores alike; disruptive unless said otherwise', (t) => {
  const step = module({ name: 'ip-vs' })
  t.deepEqual(step.request(contextWith().host), { modules: ['ip-vs'] })
  t.deepEqual(step.changes(contextWith({ facts: { modules: ['ip_vs'] } })), [])
  t.deepEqual(step.changes(contextWith()), [{ kind: 'module', action: 'load', steps: ['module'], target: 'ip-vs', disruptive: true }])
  t.like(module({ name: '8021q', disruptive: false, reason: 'no device' }).changes(contextWith())[0], { disruptive: false, reason: 'no device' })
})

test('sysctl: now and at boot, each only where it is not so', (t) => {
  const step = sysctl({ key: 'net.ipv4.tcp_rmem', value: '4096 87380 6291456' })
  const facts = { sysctls: { 'net.ipv4.tcp_rmem': '4096\t87380\t6291456' } }
  const kept = { '/etc/sysctl.conf': 'net/ipv4/tcp_rmem=4096 87380   6291456\n' }
  t.deepEqual(step.changes(contextWith({ facts, files: kept })), [])
  t.deepEqual(step.changes(contextWith({ files: kept })).map(({ kind, disruptive }) => [kind, disruptive]), [['sysctl', true]])
  t.is(contentAfter(step, '/etc/sysctl.conf', contextWith({ facts, files: { '/etc/sysctl.conf': '# x\nnet.ipv4.tcp_rmem = 1\nnet.ipv4.tcp_rmem = 2\nvm.a = 1' } })),
    '# x\nnet.ipv4.tcp_rmem = 4096 87380 6291456\nvm.a = 1')
  t.like(sysctl({ key: 'vm.swappiness', value: 10, persist: false }).changes(contextWith({ facts: { sysctls: { 'vm.swappiness': '60' } } })), [{ kind: 'sysctl', before: '60', after: '10', disruptive: false }])
  t.deepEqual(sysctl({ key: 'vm.swappiness', value: 10, persist: false }).request(contextWith().host), { sysctls: ['vm.swappiness'] })
})

test('sysctl: keys that only begin alike are others', (t) => {
  t.is(contentAfter(sysctl({ key: 'vm.swap', value: 1 }), '/etc/sysctl.conf', contextWith({ files: { '/etc/sysctl.conf': 'vm.swappiness = 10\n#vm.swap = 2\n' } })), 'vm.swappiness = 10\n#vm.swap = 2\nvm.swap = 1\n')
})

test('service: what is not as it should be, and what has to read again', (t) => {
  const running = { present: true, running: true, enabled: true }
  const actions = (step: ReturnType<typeof service>, now: typeof running | undefined, earlier = false): unknown[] =>
    step.changes(contextWith({
      facts: { services: now ? { ntpd: now } : {} },
      earlier: earlier ? file({ path: '/etc/ntp.conf', content: 'x' }).changes(contextWith()) : [],
    })).map(({ action }) => action)
  const wanted = service({ name: 'ntpd', state: 'running', enabled: true, restartAfter: ['/etc/ntp.conf'] })
  t.deepEqual(actions(wanted, running), [])
  t.deepEqual(actions(wanted, running, true), ['restart'])
  t.deepEqual(actions(wanted, { ...running, running: false }, true), ['start'])
  t.deepEqual(actions(wanted, { ...running, enabled: false }), ['enable'])
  t.deepEqual(actions(service({ name: 'ntpd', state: 'stopped', enabled: false }), running), ['disable', 'stop'])
  t.deepEqual(actions(service({ name: 'ntpd', state: 'stopped', enabled: false }), undefined), [])
  t.is(t.throws(() => actions(wanted, undefined), { instanceOf: FleetError })?.kind, 'refused')
})

test('command: asked before, quoted, disruptive unless said otherwise', (t) => {
  const step = command({ run: ['touch', "it's"], creates: '/var/x' })
  const { guards = [] } = step.request(contextWith().host)
  const [guard] = guards
  t.like(guard, { creates: '/var/x' })
  t.deepEqual(step.changes(contextWith({ facts: { guards: { [guard?.id ?? '']: true } } })), [])
  t.like(step.changes(contextWith({ facts: { guards: { [guard?.id ?? '']: false } } }))[0], { command: String.raw`touch 'it'\''s'`, timeout: 60, disruptive: true })
  t.like(command({ run: (host) => `echo ${host.name}`, unless: 'false', timeout: 5, disruptive: false, reason: 'it prints' }).changes(contextWith())[0], { command: 'echo virtual4', timeout: 5, disruptive: false, reason: 'it prints' })
  t.deepEqual(command({ run: 'true' }).request(contextWith().host), {})
})
