import test from 'ava'
import { FleetError, FleetErrors } from '../../src/model/errors.ts'
import { backendFor } from '../../src/backends/index.ts'
import type { Change } from '../../src/model/changes.ts'
import { type Facts, noRequest } from '../../src/model/facts.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import type { Step } from '../../src/model/playbook.ts'
import { planWith } from '../../src/plan/planWith.ts'
import { turnsOf } from '../../src/plan/turns.ts'
import { definePlaybook } from '../../src/playbook/index.ts'
import { assignAddresses, command, createBridges, file, line, module, restartNetwork, service, sysctl, writeBonds, writeInterfaces } from '../../src/steps/index.ts'
import { bareFacts, fileFact, hostWith } from '../backends/facts.ts'

const own = (name: string, changes: readonly Change[], files: readonly string[] = []): Step => ({ name, covers: [], request: () => ({ files }), changes: () => changes })

const plan = (steps: readonly Step[], options: { readonly facts?: Partial<Facts>; readonly network?: NetworkDocument; readonly strict?: boolean } = {}): HostPlan => {
  const host = hostWith(completeNetwork(options.network))
  const facts = bareFacts('el5', options.facts)
  const request = { ...noRequest, files: ['/a', '/b', '/etc/sysctl.conf', '/etc/sysconfig/network'], globs: ['/etc/sysconfig/network-scripts/ifcfg-*'] }
  return planWith({ host, playbook: definePlaybook({ name: 'p', steps }), facts, strict: options.strict ?? false }, backendFor(facts), request)
}

test('several writes of one file become one change with all names; none when it ends as it is', (t) => {
  const steps = [file({ path: '/a', content: 'x\n' }), line({ path: '/a', line: 'y' })]
  t.deepEqual(plan(steps).changes.map(({ target, steps: names, action }) => [target, names, action]), [['/a', ['file', 'line'], 'create']])
  t.like(plan(steps).changes[0], { after: { content: 'x\ny\n' } })
  t.deepEqual(plan(steps, { facts: { files: { '/a': fileFact('/a', 'x\ny\n') } } }).changes, [])
  t.deepEqual(plan([file({ path: '/a', content: 'x\n' }), file({ path: '/a', absent: true })]).changes, [])
  t.like(plan([file({ path: '/a', absent: true }), file({ path: '/a', content: 'z' })], { facts: { files: { '/a': fileFact('/a', 'x', 0o600) } } }).changes[0], { action: 'change', after: { content: 'z' } })
})

test('a module that two steps load is loaded once, and harmless if one of them says why', (t) => {
  const { changes } = plan([module({ name: 'bonding' }), module({ name: 'bonding', disruptive: false, reason: 'looked at' })])
  t.deepEqual(changes.map(({ kind, disruptive }) => [kind, disruptive]), [['module', false]])
})

test('what cannot cut comes first, whatever the order of the steps', (t) => {
  const { changes, disruptive } = plan([
    sysctl({ key: 'net.ipv4.ip_forward', value: 1 }),
    command({ run: 'true' }),
    file({ path: '/a', content: 'x' }),
    service({ name: 'ntpd', state: 'running', disruptive: false, reason: 'time' }),
  ], { facts: { services: { ntpd: { present: true, running: false, enabled: true } } } })
  t.true(disruptive)
  t.deepEqual(changes.map(({ target, disruptive: cuts }) => [target, cuts]), [['/etc/sysctl.conf', false], ['/a', false], ['ntpd', false], ['net.ipv4.ip_forward', true], ['true', true], ['network', true]])
})

test('a plan without an activation can still be rolled back: the checkpoint records the devices', (t) => {
  const { changes, pathAfter, warnings } = plan([command({ run: 'service iptables restart' })], { facts: { links: [
    { name: 'eth0', kind: 'physical', mac: '', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 0 }, { name: 'lo', kind: 'loopback', mac: '', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 0 },
  ] } })
  const last = changes.at(-1)
  t.deepEqual(last?.kind === 'activate' && last.activation, { down: [], up: [], undoDown: [], undoUp: [], newDevices: [], touchedDevices: ['eth0'] })
  t.is(pathAfter, undefined)
  t.true(warnings.some(({ text }) => text.startsWith('what a command did is not undone')))
})

test('turns: addresses after all who write without them, the activation last', (t) => {
  const extra = own('extra', [])
  t.deepEqual(turnsOf([restartNetwork(), assignAddresses(), extra, writeBonds(), file({ path: '/a', content: '' })]).map(({ name }) => name), ['extra', 'writeBonds', 'assignAddresses', 'file', 'restartNetwork'])
  t.deepEqual(turnsOf([writeBonds(), assignAddresses(), extra]).map(({ name }) => name), ['writeBonds', 'assignAddresses', 'extra'])
})

test('whatever the order of the steps, the plan is the same', (t) => {
  const network: NetworkDocument = { interfaces: { eth2: { addresses: ['10.2.0.1/24'] } }, bridges: { br0: { addresses: ['10.3.0.1/24'] } } }
  const facts = { links: [{ name: 'eth2', kind: 'physical' as const, mac: '00:14:5E:C0:FF:EE', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 0 }] }
  const targets = (steps: readonly Step[]): unknown => plan(steps, { network, facts }).changes.map((change) => [change.target, change.kind === 'file' && change.after?.content]).toSorted()
  const steps = [writeInterfaces(), createBridges(), assignAddresses(), restartNetwork()]
  t.deepEqual(targets(steps.toReversed()), targets(steps))
})

const common = { steps: ['own'], disruptive: false } as const
const refused: readonly (readonly [string, Change, RegExp])[] = [
  ['a command without a reason', { ...common, kind: 'command', action: 'run', target: 'x', command: 'x', timeout: 1 }, /command x would run outside the cut-over without a reason/],
  ['a service without a reason', { ...common, kind: 'service', action: 'restart', target: 'network' }, /service network would run outside/],
  ['a net setting without a reason', { ...common, kind: 'sysctl', action: 'set', target: 'net.ipv4.ip_forward', after: '1' }, /sysctl net\.ipv4\.ip_forward would run/],
  ['an activation that claims to be harmless', { ...common, kind: 'activate', action: 'restart', target: 'network', activation: { down: [], up: [], undoDown: [], undoUp: [], newDevices: [], touchedDevices: [] } }, /always disruptive/],
  ['a disruptive file before the cut-over', { ...common, disruptive: true, kind: 'file', action: 'create', target: '/a', when: 'stage', after: { content: '', mode: 0o644, uid: 0, gid: 0 } }, /would be written before the cut-over/],
  ['a file that was not read', { ...common, kind: 'file', action: 'create', target: '/c', when: 'stage', after: { content: '', mode: 0o644, uid: 0, gid: 0 } }, /\/c was not read/],
  ['a relative path', { ...common, kind: 'file', action: 'create', target: 'c', when: 'stage', after: { content: '', mode: 0o644, uid: 0, gid: 0 } }, /c is not an absolute path/],
]

for (const [what, change, message] of refused) {
  test(`a step of one's own is refused: ${what}`, (t) => {
    const error = t.throws(() => plan([own('own', [change])]), { instanceOf: FleetError, message })
    t.is(error?.host, 'virtual4')
    t.is(error?.step, 'own')
  })
}

test('what a step says of the state before is not believed', (t) => {
  const after = { content: 'x', mode: 0o644, uid: 0, gid: 0 }
  const step = own('own', [{ ...common, kind: 'file', action: 'create', target: '/a', when: 'stage', after }], ['/a'])
  t.like(plan([step], { facts: { files: { '/a': fileFact('/a', 'real') } } }).changes[0], { action: 'change', before: { content: 'real' } })
})

test('an error that a step throws names host, step and line of the playbook; a FleetError keeps its kind', (t) => {
  const failing: Step = { ...own('own', []), changes: () => { throw new TypeError('no such site') } }
  const error = t.throws(() => plan([failing]), { instanceOf: FleetError, message: 'step own failed: no such site' })
  t.like(error, { kind: 'playbook', host: 'virtual4', step: 'own' })
  t.regex(error?.position?.file ?? '', /fold\.test\.ts$/)
  t.true((error?.position?.line ?? 0) > 0)
})

test('a playbook that builds half a network is refused, one that leaves it alone is not', (t) => {
  const network: NetworkDocument = { interfaces: { eth2: { addresses: ['10.2.0.1/24'] } } }
  const facts = { links: [{ name: 'eth2', kind: 'physical' as const, mac: '', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 0 }] }
  t.deepEqual(t.throws(() => plan([writeInterfaces()], { network, facts }), { instanceOf: FleetErrors })?.errors.map(({ next }) => next), [['add assignAddresses() to the playbook']])
  t.is(t.throws(() => plan([restartNetwork()], { network, facts }), { instanceOf: FleetErrors })?.errors.length, 2)
  t.is(plan([file({ path: '/a', content: '' })], { network, facts }).changes.length, 1)
})

test('network files without an activation are reported', (t) => {
  const network: NetworkDocument = { interfaces: { eth2: { addresses: ['10.2.0.1/24'] } } }
  const facts = { links: [{ name: 'eth2', kind: 'physical' as const, mac: '', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 0 }] }
  const steps = [writeInterfaces(), assignAddresses()]
  const { disruptive, warnings } = plan(steps, { network, facts })
  t.false(disruptive)
  t.deepEqual(warnings.map(({ text, strict }) => [text.slice(0, 22), strict]), [['untested until reboot:', true]])
  const error = t.throws(() => plan(steps, { network, facts, strict: true }), { instanceOf: FleetErrors })
  t.deepEqual(error?.errors.map(({ kind }) => kind), ['refused'])
})

test('a file that would claim a managed device has to go', (t) => {
  const network: NetworkDocument = { interfaces: { eth2: {} } }
  const path = '/etc/sysconfig/network-scripts/ifcfg-eth2:1'
  const facts = { files: { [path]: fileFact(path, 'DEVICE=eth2:1\nIPADDR=10.9.9.9\n') }, links: [{ name: 'eth2', kind: 'physical' as const, mac: '', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 0 }] }
  t.throws(() => plan([writeInterfaces()], { network, facts }), { instanceOf: FleetError, message: /ifcfg-eth2:1 would claim a device/ })
  t.true(plan([writeInterfaces(), assignAddresses()], { network, facts }).changes.some(({ target, action }) => target === path && action === 'remove'))
})
