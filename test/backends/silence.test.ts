// ARP off, and Xen's loopback pairs: what the golden case el5-loopback-pair does not show.
import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import { ifupdown } from '../../src/backends/ifupdown/index.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import type { Facts } from '../../src/model/facts.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'

const path = '/sbin/ifup-local'
const nics: NetworkDocument['interfaces'] = { eth0: { arp: false }, eth1: {} }
const bonded: NetworkDocument = { interfaces: nics, bonds: { bond0: { slaves: ['eth0', 'eth1'] } } }
const facts = (changes: Partial<Facts> = {}): Facts => bareFacts('el5', { links: [linkFact('eth0'), linkFact('eth1', { mac: '00:14:5E:C0:FF:EF' })], ...changes })
const found = (document: NetworkDocument, about: Facts = facts()): string[] =>
  ifcfg.check(hostWith(completeNetwork(document)), about).filter(({ rule }) => rule === 'E22' || rule === 'E15').map(({ severity, rule, path: place }) => `${severity} ${rule} ${place}`)

test('ARP off on a slave is a warning, with an address an error', (t) => {
  t.deepEqual(found(bonded), ['warning E22 interfaces.eth0.arp'])
  t.deepEqual(found({ interfaces: { eth0: { arp: false, addresses: ['10.0.0.1/24'] } } }), ['error E22 interfaces.eth0.arp'])
})

test('somebody else’s ifup-local is not written over; ours goes when nobody needs it', (t) => {
  t.deepEqual(found(bonded, facts({ files: { [path]: fileFact(path, '#!/bin/sh\nlogger up\n') } })), ['warning E22 interfaces.eth0.arp', `error E22 ${path}`])
  const host = hostWith(completeNetwork(bonded))
  const ours = ifcfg.render({ host, facts: facts() }, { addresses: true }).find((file) => file.path === path)
  t.is(ours?.mode, 0o755)
  // Under a root prefix an absolute path is another machine's.
  t.notRegex((ours?.content ?? '').replace('#!/bin/sh', ''), /(?:^|[\s"'])\//m)
  const present = facts({ files: { [path]: fileFact(path, ours?.content ?? '', 0o755) } })
  t.deepEqual(found(bonded, present), ['warning E22 interfaces.eth0.arp'])
  const without = hostWith(completeNetwork({ ...bonded, interfaces: { eth0: {}, eth1: {} } }))
  t.deepEqual(ifcfg.stale({ host: without, facts: present }), [path])
  t.deepEqual(ifcfg.stale({ host: without, facts: facts({ files: { [path]: fileFact(path, '#!/bin/sh\nlogger up\n') } }) }), [])
})

test('ARP that is on is a difference, and is switched off when its device is cycled', (t) => {
  const network = completeNetwork(bonded)
  const differences = (arp?: false) => ifcfg.verify(network, facts({ links: [linkFact('eth0', arp === false ? { arp } : {})] })).filter(({ device }) => device === 'eth0')
  t.deepEqual(differences(), [{ device: 'eth0', expected: 'ARP off', found: 'ARP on' }])
  t.deepEqual(differences(false), [])
  const { up, undoDown } = ifcfg.activation({ host: hostWith(network), facts: facts() }, ['/etc/sysconfig/network-scripts/ifcfg-bond0'])
  t.is(up.at(-1)?.words.join(' '), 'ip link set dev eth0 arp off')
  t.is(undoDown[0]?.words.join(' '), 'ip link set dev eth0 arp on')
})

test('a pair has to fit: by number, declared, and in a bridge; Debian and el6 have none', (t) => {
  const pair = (name: string, more: NetworkDocument = {}): NetworkDocument => ({ interfaces: { [name]: { peer: 'vif0.0', addresses: ['10.0.0.1/24'] }, ...more.interfaces }, bridges: more.bridges ?? {} })
  const whole: NetworkDocument = { interfaces: { 'vif0.0': {} }, bridges: { xenbr0: { ports: ['vif0.0'] } } }
  t.deepEqual(found(pair('veth0', whole)), [])
  t.deepEqual(found(pair('veth1', whole)), ['error E15 interfaces.veth1.peer'])
  t.deepEqual(found(pair('veth0', { bridges: {} })), ['error E15 interfaces.veth0.peer', 'error E15 interfaces.veth0.peer'])
  const host = hostWith(completeNetwork(pair('veth0', whole)))
  t.true(ifcfg.check(host, bareFacts('el6')).some(({ rule, path: place }) => rule === 'E16' && place === 'interfaces.veth0.peer'))
  t.true(ifupdown.check(host).some(({ severity, path: place }) => severity === 'error' && place === 'interfaces.veth0.peer'))
})
