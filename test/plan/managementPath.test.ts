import test from 'ava'
import type { Facts } from '../../src/model/facts.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import { describePath } from '../../src/plan/index.ts'
import { addressAfter, bareAddress, macAfter, pathAfter, pathBefore } from '../../src/plan/managementPath.ts'
import { bareFacts, hostWith, linkFact } from '../backends/facts.ts'

const session = (device: string | undefined, serverAddress = '10.1.1.101'): Facts['session'] => ({ clientAddress: '10.9.9.9', serverAddress, ...(device === undefined ? {} : { device }) })
const eth0 = linkFact('eth0', { mac: '00:14:5E:C0:FF:EE', addresses: ['10.1.1.101/24'] })
const eth1 = linkFact('eth1', { mac: '00:14:5E:C0:FF:EF' })
const plain = bareFacts('el5', { session: session('eth0'), links: [eth0, eth1] })
const trunk: NetworkDocument = {
  interfaces: { eth0: {}, eth1: {} },
  bonds: { bond0: { slaves: ['eth0', 'eth1'] } },
  vlans: { 'bond0.100': {} },
  bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } },
}

test('in words, as an operator reads it', (t) => {
  t.is(describePath({ address: '10.1.1.101/24', devices: ['eth0+eth1', 'bond0', 'bond0.100', 'vlan100'] }), 'eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.101/24')
  t.is(describePath(undefined), 'unknown')
})

test('before: from running state, guests left out', (t) => {
  t.is(describePath(pathBefore(plain)), 'eth0  10.1.1.101/24')
  const running = bareFacts('el5', {
    session: session('vlan100'),
    links: [linkFact('vlan100', { kind: 'bridge', addresses: ['10.1.1.101/24'] }), linkFact('bond0', { kind: 'bond' }), linkFact('bond0.100', { kind: 'vlan' }), linkFact('vif1.0', { kind: 'tap' })],
    bonds: [{ name: 'bond0', mode: '802.3ad', slaves: ['eth0', 'eth1'], miimon: 100 }],
    vlans: [{ name: 'bond0.100', parent: 'bond0', id: 100 }],
    bridges: [{ name: 'vlan100', ports: ['vif1.0', 'bond0.100'], stp: false, forwardDelay: 0 }],
  })
  t.is(describePath(pathBefore(running)), 'eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.101/24')
  t.is(pathBefore(bareFacts('el5')), undefined)
  t.is(pathBefore(bareFacts('el5', { session: session(undefined) })), undefined)
})

test('a ring in the running network ends', (t) => {
  const ring = bareFacts('el5', { session: session('a'), vlans: [{ name: 'a', parent: 'b', id: 1 }, { name: 'b', parent: 'a', id: 2 }], links: [linkFact('a'), linkFact('b')] })
  t.true((pathBefore(ring)?.devices.length ?? 0) <= 3)
})

const after = (network: NetworkDocument, facts = plain, hostAfter?: string): string => {
  const result = pathAfter(facts, completeNetwork(network), hostAfter)
  return `${result.type} ${'path' in result ? describePath(result.path) : ''}`.trim()
}

test('after: where the address goes', (t) => {
  t.is(after(trunk), 'kept eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.101/24')
  t.is(after({ interfaces: { eth1: { addresses: ['10.2.2.2/24'] } } }), 'untouched eth0  10.1.1.101/24', 'a device that the network does not name')
  t.is(after({ interfaces: { eth0: { addresses: ['10.1.1.7/24'] } } }), 'moved eth0  10.1.1.7/24')
  t.is(after({ ...trunk, bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.5.0.1/24', '10.1.1.9/24'] } } }), 'moved eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.9/24', 'the session’s own subnet first')
  t.is(after({ interfaces: { eth0: {}, eth1: { addresses: ['10.1.1.9/24'] } } }), 'moved eth1  10.1.1.9/24', 'another NIC takes over')
  t.is(after({ interfaces: { eth0: {} } }), 'gone')
  t.is(after({ interfaces: { eth0: { dhcp: true } } }), 'leased eth0  10.1.1.101/24')
  t.is(after(trunk, bareFacts('el5')), 'untouched unknown')
})

test('after: a NIC that xend renamed is itself by its MAC address', (t) => {
  const facts = bareFacts('el5', {
    session: session('xenbr0'),
    links: [linkFact('xenbr0', { kind: 'bridge', addresses: ['10.1.1.101/24'] }), linkFact('peth0', { mac: '00:14:5E:C0:FF:EE' })],
    bridges: [{ name: 'xenbr0', ports: ['peth0'], stp: false, forwardDelay: 0 }],
  })
  t.is(after({ interfaces: { eth0: { mac: '00:14:5e:c0:ff:ee', addresses: ['10.1.1.8/24'] } } }, facts), 'moved eth0  10.1.1.8/24')
})

test('after: what the operator says wins', (t) => {
  t.is(after({ interfaces: { eth0: { addresses: ['10.1.1.7/24'] }, eth1: { addresses: ['10.2.0.7/24'] } } }, plain, '10.2.0.7'), 'moved eth1  10.2.0.7/24')
  t.is(after(trunk, plain, '10.1.1.101'), 'kept eth0+eth1 -> bond0 -> .100 -> vlan100  10.1.1.101/24')
})

test('IPv6: in one form; from a router only while the MAC address stays', (t) => {
  t.is(bareAddress('2001:DB8::0:1%eth0'), '2001:db8::1')
  t.is(bareAddress('::ffff:10.1.1.1'), '10.1.1.1')
  const facts = bareFacts('el6', { session: session('eth0', '2001:db8::214:5eff:fec0:ffee'), links: [{ ...eth0, addresses: ['10.1.1.101/24', '2001:db8::214:5eff:fec0:ffee/64'] }] })
  t.is(after({ interfaces: { eth0: { addresses: ['10.1.1.101/24'] } } }, facts), 'leased eth0  2001:db8::214:5eff:fec0:ffee/64')
  t.is(after({ interfaces: { eth0: { addresses: ['2001:db8::5/64'] } } }, facts), 'moved eth0  2001:db8::5/64')
})

test('a bond has the MAC address of its first slave by name, a bridge the lowest of its ports', (t) => {
  const network = completeNetwork({ ...trunk, interfaces: { eth0: { mac: '00:14:5e:c0:ff:ee' }, eth1: {} }, bonds: { bond0: { slaves: ['eth1', 'eth0'] } }, bridges: { br0: { ports: ['bond0.100', 'eth1'] } } })
  t.is(macAfter(network, plain, 'bond0'), '00:14:5E:C0:FF:EE')
  t.is(macAfter(network, plain, 'bond0.100'), '00:14:5E:C0:FF:EE')
  t.is(macAfter(network, { ...plain, links: [{ ...eth1, mac: '00:00:5E:00:00:01' }] }, 'br0'), '00:00:5E:00:00:01')
})

test('where verify connects to', (t) => {
  const at = (ssh: { readonly host: string; readonly hostAfter?: string }, network: NetworkDocument, facts = plain): string => {
    const host = hostWith(completeNetwork(network))
    return addressAfter({ ...host, ssh: { ...host.ssh, ...ssh } }, facts, pathAfter(facts, host.network, ssh.hostAfter), ssh.hostAfter)
  }
  const moved: NetworkDocument = { interfaces: { eth0: { addresses: ['10.1.1.7/24'] } } }
  t.is(at({ host: '10.1.1.101' }, trunk), '10.1.1.101')
  t.is(at({ host: 'virtual4.example.net' }, trunk), 'virtual4.example.net')
  t.is(at({ host: '10.1.1.101' }, moved), '10.1.1.7')
  t.is(at({ host: 'virtual4.example.net' }, moved), '10.1.1.7', 'the name still means the old address')
  t.is(at({ host: '192.0.2.4' }, moved), '192.0.2.4', 'behind address translation the target stays')
  t.is(at({ host: '10.1.1.101', hostAfter: 'new.example.net' }, moved), 'new.example.net')
  t.is(at({ host: '10.1.1.101' }, moved, bareFacts('el5')), '10.1.1.101')
})
