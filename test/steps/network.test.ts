import test from 'ava'
import type { NetworkDocument } from '../../src/model/network.ts'
import type { Step, StepContext } from '../../src/model/playbook.ts'
import { assignAddresses, createBridges, createVlans, loadBondingModule, removeXendState, restartNetwork, stubXendNetworkScript, writeBonds, writeInterfaces, writeSlaves } from '../../src/steps/index.ts'
import { linkFact } from '../backends/facts.ts'
import { contentAfter, contextWith } from './contexts.ts'

const scripts = '/etc/sysconfig/network-scripts'
const network: NetworkDocument = {
  interfaces: { eth0: { mac: '00:14:5E:C0:FF:EE' }, eth1: { mac: '00:14:5E:C0:FF:EF' }, eth2: { addresses: ['10.2.0.1/24'] } },
  bonds: { bond0: { slaves: ['eth0', 'eth1'] } },
  vlans: { 'bond0.100': {} },
  bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } },
}
const targets = (step: Step, context = contextWith({ network })): string[] => step.changes(context).map(({ target }) => target.replace(`${scripts}/`, ''))

test('each step writes its own part', (t) => {
  t.deepEqual(targets(writeBonds()), ['ifcfg-bond0'])
  t.deepEqual(targets(writeSlaves()), ['ifcfg-eth0', 'ifcfg-eth1'])
  t.deepEqual(targets(writeInterfaces()), ['ifcfg-eth2'])
  t.deepEqual(targets(createVlans()), ['ifcfg-bond0.100'])
  t.deepEqual(targets(createBridges()), ['ifcfg-vlan100'])
  t.deepEqual(targets(assignAddresses()).toSorted(), ['/etc/sysconfig/network', 'ifcfg-eth2', 'ifcfg-vlan100'])
  for (const step of [writeBonds(), assignAddresses()]) for (const change of step.changes(contextWith({ network }))) t.like(change, { kind: 'file', when: 'cut over', disruptive: false })
})

test('addresses come from assignAddresses alone', (t) => {
  const path = `${scripts}/ifcfg-vlan100`
  t.notRegex(contentAfter(createBridges(), path, contextWith({ network })) ?? '', /IPADDR|GATEWAY/)
  t.regex(contentAfter(assignAddresses(), path, contextWith({ network })) ?? '', /IPADDR=10\.1\.1\.101\n/)
})

test('assignAddresses removes files that would claim a managed device, and no others', (t) => {
  const files = { [`${scripts}/ifcfg-eth0:1`]: 'DEVICE=eth0:1\nIPADDR=10.9.9.9\n', [`${scripts}/ifcfg-eth9`]: 'DEVICE=eth9\n' }
  const removed = assignAddresses().changes(contextWith({ network, files })).filter(({ action }) => action === 'remove').map(({ target }) => target)
  t.deepEqual(removed, [`${scripts}/ifcfg-eth0:1`])
})

test('loadBondingModule: aliases on el5, the module unless it is there, nothing without bonds', (t) => {
  const step = loadBondingModule()
  const context = contextWith({ network })
  t.deepEqual(step.request(context.host), { modules: ['bonding'] })
  t.deepEqual(step.changes(context).map(({ kind, target, disruptive }) => [kind, target, disruptive]), [['file', '/etc/modprobe.conf', false], ['module', 'bonding', false]])
  t.true(step.changes(context).every((change) => change.kind !== 'module' || (change.reason ?? '') !== ''))
  t.is(contentAfter(step, '/etc/modprobe.conf', context), 'alias bond0 bonding\n')
  t.deepEqual(step.changes(contextWith({ network, facts: { modules: ['bonding'] }, files: { '/etc/modprobe.conf': 'alias bond0 bonding\n' } })), [])
  const builtIn = { bonds: [{ name: 'bond7', mode: 'active-backup' as const, slaves: [], miimon: 100 }] }
  t.false(step.changes(contextWith({ network, facts: builtIn })).some(({ kind }) => kind === 'module'), 'built into the kernel it is in no list of modules')
  t.deepEqual(step.changes(contextWith()), [])
  t.deepEqual(step.request(contextWith().host), {})
})

test('restartNetwork: when a network file changes, or the running network is another', (t) => {
  const desired: NetworkDocument = { interfaces: { eth2: { addresses: ['10.2.0.1/24'] } } }
  const facts = { links: [linkFact('eth2', { addresses: ['10.2.0.1/24'] })] }
  t.deepEqual(restartNetwork().changes(contextWith({ network: desired, facts })), [])
  const earlier = writeInterfaces().changes(contextWith({ network: desired, facts }))
  const [changed] = restartNetwork().changes(contextWith({ network: desired, facts, earlier }))
  t.like(changed, { kind: 'activate', target: 'network', disruptive: true })
  const drifted = contextWith({ network: desired, facts: { links: [linkFact('eth2')] } })
  const asked: unknown[] = []
  const backend = { ...drifted.backend, activation: (...[, changed, known]: Parameters<StepContext['backend']['activation']>) => {
    asked.push([changed, known?.drifted])
    return { down: [], up: [], undoDown: [], undoUp: [], newDevices: [], touchedDevices: ['eth2'] }
  } }
  t.is(restartNetwork().changes({ ...drifted, backend }).length, 1)
  t.deepEqual(asked, [[[], ['eth2']]])
})

test('restartNetwork: not for what it could not mend', (t) => {
  const bonded: NetworkDocument = { interfaces: { eth0: {}, eth1: {} }, bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad', miimon: 100 } } }
  const running = (miimon: number): Parameters<typeof contextWith>[0] => ({ network: bonded, facts: {
    links: [linkFact('eth0', { master: 'bond0' }), linkFact('eth1', { master: 'bond0', carrier: false }), linkFact('bond0', { kind: 'bond' })],
    bonds: [{ name: 'bond0', mode: '802.3ad', slaves: ['eth0', 'eth1'], miimon, aggregatorPorts: 1, partnerMac: 'C0:FF:EE:25:60:00' }],
  } })
  const context = contextWith(running(100))
  t.is(context.backend.verify(context.host.network, context.facts).length, 1)
  t.deepEqual(restartNetwork().changes(context), [])
  t.is(restartNetwork().changes(contextWith(running(0))).length, 1)
})

test('stubXendNetworkScript: the dummy script and the one line; nothing where there is no xend', (t) => {
  const files = { '/etc/xen/xend-config.sxp': '(vif-script vif-bridge)\n(network-script network-bridge)\n' }
  const step = stubXendNetworkScript({ with: 'network-dummy' })
  const changes = step.changes(contextWith({ files }))
  t.like(changes[0], { target: '/etc/xen/scripts/network-dummy', action: 'create', when: 'stage', after: { content: '#!/bin/sh\nexit 0\n', mode: 0o755 } })
  t.like(changes[1], { target: '/etc/xen/xend-config.sxp', after: { content: '(vif-script vif-bridge)\n(network-script network-dummy)\n' } })
  t.deepEqual(step.changes(contextWith()), [])
  t.deepEqual(stubXendNetworkScript({ with: 'comment' }).changes(contextWith({ files })).map(({ target }) => target), ['/etc/xen/xend-config.sxp'])
})

test('removeXendState: only what would make a bridge again that the host should not have', (t) => {
  const state = '/var/lib/xend/state/network.xml'
  const interfaces = '/var/lib/xend/state/pif.xml'
  const gone = (files: Readonly<Record<string, string>>): string[] => removeXendState().changes(contextWith({ network, files })).flatMap((change) => (change.kind === 'command' && !change.disruptive ? [change.command] : []))
  const mv = (path: string): string => `mv -f ${path} ${path}.before-fleetnet`
  t.deepEqual(gone({}), [])
  t.deepEqual(gone({ [state]: '<networks><network uuid="1" name_label="xenbr0"/></networks>', [interfaces]: '<pifs/>' }), [mv(state), mv(interfaces)])
  t.deepEqual(gone({ [state]: "<network><name_label type='string'> xenbr0 </name_label></network>" }), [mv(state)])
  t.deepEqual(gone({ [state]: '<network name_label="vlan100"/>', [interfaces]: '<pifs/>' }), [], 'xend wrote it again by itself, with the bridge that is there')
  t.deepEqual(gone({ [state]: 'something else' }), [mv(state)])
})
