import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import type { Release } from '../../src/model/facts.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import { bareFacts, fileFact, hostWith } from './facts.ts'

const scripts = '/etc/sysconfig/network-scripts'
const trunk: NetworkDocument = { interfaces: { eth0: { mac: '00:14:5E:C0:FF:EE' }, eth1: {} }, bonds: { bond0: { slaves: ['eth0', 'eth1'] } }, vlans: { 'bond0.100': {} }, bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.1/24'] } } }

const stale = (release: Release, files: Readonly<Record<string, string>>, document = trunk): string[] =>
  ifcfg.stale({ host: hostWith(completeNetwork(document)), facts: bareFacts(release, { files: Object.fromEntries(Object.entries(files).map(([name, content]) => [`${scripts}/${name}`, fileFact(`${scripts}/${name}`, content)])) }) })
    .map((path) => path.slice(scripts.length + 1))

test('our own files stay, loopback stays', (t) => {
  t.deepEqual(stale('el6', { 'ifcfg-lo': 'DEVICE=lo', 'ifcfg-lo:1': 'DEVICE=lo:1', 'ifcfg-eth0': 'DEVICE=eth0', 'ifcfg-vlan100': 'DEVICE=vlan100' }), [])
})

test('aliases and ranges of managed devices that are not declared go', (t) => {
  t.deepEqual(stale('el6', { 'ifcfg-eth0:1': 'IPADDR=10.0.0.1', 'ifcfg-vlan100:1': 'IPADDR=10.0.0.1', 'ifcfg-vlan100-range0': 'IPADDR_START=10.0.0.1', 'ifcfg-eth9:1': 'DEVICE=eth9:1' }),
    ['ifcfg-eth0:1', 'ifcfg-vlan100-range0', 'ifcfg-vlan100:1'])
})

test('a declared second address keeps its alias', (t) => {
  t.deepEqual(stale('el6', { 'ifcfg-br0:1': 'DEVICE=br0:1', 'ifcfg-br0:2': 'DEVICE=br0:2' }, { bridges: { br0: { addresses: ['10.1.1.1/24', '10.1.1.2/24'] } } }), ['ifcfg-br0:2'])
})

test('files by other names that claim a managed device go', (t) => {
  t.deepEqual(stale('el6', { 'ifcfg-Auto_eth0': 'DEVICE=eth0', 'ifcfg-first': 'HWADDR=00:14:5e:c0:ff:ee', 'ifcfg-eth7': 'DEVICE=eth7' }), ['ifcfg-Auto_eth0', 'ifcfg-first'])
})

test('.old is live on el5 and el6, the other copies nowhere', (t) => {
  const copies = { 'ifcfg-eth0.old': 'DEVICE=eth0', 'ifcfg-eth0.bak': 'DEVICE=eth0', 'ifcfg-eth0.orig': 'DEVICE=eth0', 'ifcfg-eth0~': 'DEVICE=eth0', 'ifcfg-eth0.rpmsave': 'DEVICE=eth0', 'ifcfg-eth0.rpmnew': 'DEVICE=eth0', 'route-eth0.bak': '' }
  t.deepEqual(stale('el5', copies), ['ifcfg-eth0.old'])
  t.deepEqual(stale('el6', copies), ['ifcfg-eth0.old'])
  t.deepEqual(stale('el7', copies), [])
})

test('routes and rules of slaves and ports go, those of other devices stay', (t) => {
  t.deepEqual(stale('el6', { 'route-eth0': '', 'rule-eth0': '', 'route6-bond0.100': '', 'route-vlan100': '', 'route-bond0': '', 'route-eth9': '' }), ['route-eth0', 'route6-bond0.100', 'rule-eth0'])
})

test('what hangs on managed devices goes with all that hangs on it', (t) => {
  t.deepEqual(stale('el6', {
    'ifcfg-eth0.5': 'DEVICE=eth0.5\nVLAN=yes\nBRIDGE=br5', 'ifcfg-br5': 'DEVICE=br5\nTYPE=Bridge', 'ifcfg-br5:1': 'IPADDR=10.0.0.1', 'route-br5': '',
    'ifcfg-bond7': 'DEVICE=bond7', 'ifcfg-eth1': 'DEVICE=eth1\nMASTER=bond7\nSLAVE=yes', 'ifcfg-vlan9': 'DEVICE=vlan9\nVLAN=yes\nPHYSDEV=bond7',
  }), ['ifcfg-bond7', 'ifcfg-br5', 'ifcfg-br5:1', 'ifcfg-eth0.5', 'ifcfg-vlan9', 'route-br5'])
})

test('what also stands on unmanaged devices, or on none, is left alone', (t) => {
  t.deepEqual(stale('el6', {
    'ifcfg-br5': 'DEVICE=br5\nTYPE=Bridge', 'ifcfg-eth1': 'DEVICE=eth1\nBRIDGE=br5', 'ifcfg-eth9': 'DEVICE=eth9\nBRIDGE=br5',
    'ifcfg-guests': 'DEVICE=guests\nTYPE=Bridge', 'ifcfg-bond7': 'DEVICE=bond7', 'ifcfg-eth8': 'DEVICE=eth8\nMASTER=bond7\nSLAVE=yes', 'ifcfg-eth8.5': 'DEVICE=eth8.5\nVLAN=yes',
  }), [])
})
