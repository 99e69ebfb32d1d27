import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import type { Facts, Release } from '../../src/model/facts.ts'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'

const nics: NetworkDocument['interfaces'] = { eth0: { mac: '00:14:5E:C0:FF:EE' }, eth1: { mac: '00:14:5E:C0:FF:EF' } }
const scripts = '/etc/sysconfig/network-scripts'

const findings = (release: Release, document: NetworkDocument, facts?: Partial<Facts>): string[] =>
  ifcfg.check(hostWith(completeNetwork({ interfaces: nics, ...document }), { platform: { release } }), facts && bareFacts(release, { links: [linkFact('eth0'), linkFact('eth1', { mac: '00:14:5E:C0:FF:EF' })], ...facts }))
    .map(({ severity, rule, path }) => `${severity} ${rule ?? '-'} ${path}`)

const files = (entries: Readonly<Record<string, string>>): Partial<Facts> => ({ files: Object.fromEntries(Object.entries(entries).map(([path, content]) => [path, fileFact(path, content)])) })

test('el5 takes no - in a name, el6 and el7 do', (t) => {
  t.deepEqual(findings('el5', { bridges: { 'br-mgmt': {} } }), ['error E16 bridges.br-mgmt'])
  t.deepEqual(findings('el6', { bridges: { 'br-mgmt': {} } }), [])
})

test('names that the scripts take for something else', (t) => {
  t.deepEqual(findings('el6', { bridges: { post: {} } }), ['error - bridges.post'])
  t.deepEqual(findings('el6', { bridges: { 'guests.bak': {} } }), ['error E17 bridges.guests.bak'])
  t.deepEqual(findings('el6', { bridges: { 'x-range0': {} } }), ['error E17 bridges.x-range0'])
  t.deepEqual(findings('el6', { interfaces: { ...nics, vlan7x: {} } }), ['error - interfaces.vlan7x'])
  t.deepEqual(findings('el6', { bridges: { vlan50: {} } }), [])
})

test('a VLAN is named by its parent and id, and stands on a NIC or bond', (t) => {
  t.deepEqual(findings('el7', { vlans: { storage: { parent: 'eth0', id: 7 } } }), ['error E15 vlans.storage'])
  t.deepEqual(findings('el7', { vlans: { 'eth0.8': { id: 9 } } }), ['error E15 vlans.eth0.8'])
  t.deepEqual(findings('el7', { vlans: { vlan007: { parent: 'eth0', id: 7 } } }), ['error E15 vlans.vlan007'])
  t.deepEqual(findings('el7', { vlans: { vlan7: { parent: 'eth0', id: 7 } } }), [])
  t.deepEqual(findings('el7', { bridges: { br0: { ports: ['eth0'] } }, vlans: { 'br0.7': {} } }), ['error E15 vlans.br0.7.parent'])
})

test('el5 cannot do what it has no key for', (t) => {
  const bond: NetworkDocument = { bonds: { bond0: { slaves: ['eth0', 'eth1'], primary: 'eth0' } }, bridges: { br0: { ports: ['bond0'], stp: true, helloTime: 2 } } }
  t.deepEqual(findings('el5', bond), ['warning E16 bonds.bond0', 'warning E16 bonds.bond0.primary', 'error E07 bridges.br0.helloTime'])
  t.deepEqual(findings('el6', bond), [])
  t.deepEqual(findings('el5', { interfaces: { eth0: { mac: nics['eth0']?.mac, ethtool: '-K eth0 tso off' } } }), ['error E16 interfaces.eth0.ethtool'])
  t.deepEqual(findings('el5', { interfaces: { eth0: {}, eth1: nics['eth1'] ?? {} }, bonds: { bond0: { slaves: ['eth0', 'eth1'] } } }), ['warning E05 interfaces.eth0'])
})

test('the gateway belongs to the first address', (t) => {
  const gateway = (addresses: string[]): string[] => findings('el6', { interfaces: { eth0: { addresses, gateway: '10.1.1.1' } } })
  t.deepEqual(gateway(['10.1.2.5/24', '10.1.1.5/24']), ['error E13 interfaces.eth0.gateway'])
  t.deepEqual(gateway(['10.1.1.5/24', '10.1.2.5/24']), [])
})

test('an alias label has 15 characters at most', (t) => {
  t.deepEqual(findings('el6', { bridges: { 'guests-of-prod': { addresses: ['10.1.1.5/24', '10.1.1.6/24'] } } }), ['error E17 bridges.guests-of-prod.addresses'])
})

test('a MAC address that the host does not have, and what it has', (t) => {
  const [finding] = ifcfg.check(hostWith(completeNetwork({ interfaces: { eth0: { mac: '00:14:5E:C0:FF:AA' } } })), bareFacts('el6', { links: [linkFact('eth0', { mac: '00:14:5E:C0:FF:EE' })] }))
  t.is(finding?.rule, 'E05')
  t.regex(finding?.what ?? '', /00:14:5E:C0:FF:AA: no NIC of the host has it; its NICs are eth0 00:14:5E:C0:FF:EE$/)
  const [swapped] = ifcfg.check(hostWith(completeNetwork({ interfaces: { eth0: { mac: '00:14:5E:C0:FF:EF' } } })),
    bareFacts('el6', { links: [linkFact('eth0'), linkFact('eth1', { mac: '00:14:5E:C0:FF:EF' })] }))
  t.regex(swapped?.what ?? '', /eth1 has it/)
  t.deepEqual(findings('el6', { interfaces: { eth7: {} } }, {}), ['error E15 interfaces.eth7'])
})

test('a slave\'s own MAC address counts, not the one that it has of its bond', (t) => {
  t.deepEqual(findings('el6', {}, { links: [linkFact('eth0'), linkFact('eth1', { permanentMac: '00:14:5e:c0:ff:ef' })] }), [])
})

test('VLAN=yes for all makes VLANs of bridges called vlanN', (t) => {
  const global = files({ '/etc/sysconfig/network': 'NETWORKING=yes\nVLAN=yes\n' })
  t.deepEqual(findings('el5', { bridges: { vlan50: {} } }, global), ['error E11 /etc/sysconfig/network'])
  t.deepEqual(findings('el5', { bridges: { br50: {} } }, global), [])
  t.deepEqual(findings('el5', {}, files({ '/etc/sysconfig/network': 'NETWORKING=no\n' })), ['error - /etc/sysconfig/network'])
})

test('files of others that cannot be read are told, never in the way', (t) => {
  t.deepEqual(findings('el5', {}, files({
    [`${scripts}/ifcfg-eth0`]: 'DEVICE=eth0\n>\n',
    [`${scripts}/ifcfg-eth9`]: 'DEVICE=eth9\nBONDING_OPTS=”mode=1”\n',
    [`${scripts}/ifcfg-eth9.bak`]: '><\n',
    [`${scripts}/ifcfg-eth9.old`]: 'DEVICE=eth9\n',
  })), [`warning E02 ${scripts}/ifcfg-eth0`, `warning E03 ${scripts}/ifcfg-eth9`, `warning E17 ${scripts}/ifcfg-eth9.old`])
  t.deepEqual(findings('el7', {}, files({ [`${scripts}/ifcfg-eth9.old`]: 'DEVICE=eth9\n' })), [])
})

test('undeclared devices whose files get in the way', (t) => {
  const trunk: NetworkDocument = { bonds: { bond0: { slaves: ['eth0'] } }, bridges: { br0: { ports: ['bond0'], addresses: ['10.1.1.5/24'], gateway: '10.1.1.1' } } }
  t.deepEqual(findings('el6', trunk, files({
    [`${scripts}/ifcfg-eth7`]: 'DEVICE=eth7\nMASTER=bond0\nSLAVE=yes\n', [`${scripts}/ifcfg-eth8`]: 'DEVICE=eth8\nBRIDGE=br0\n',
    [`${scripts}/ifcfg-eth9`]: 'DEVICE=eth9\nIPADDR=192.0.2.7\nPREFIX=24\nGATEWAY=192.0.2.1\n', [`${scripts}/ifcfg-ethA`]: 'DEVICE=ethA\nIPADDR=192.0.3.7\nPREFIX=24\nGATEWAY=192.0.2.1\n',
    [`${scripts}/ifcfg-ethB`]: 'DEVICE=ethB\nBOOTPROTO=dhcp\n', [`${scripts}/ifcfg-ethC`]: 'DEVICE=ethC\nBOOTPROTO=dhcp\nONBOOT=no\n',
  })), [`error E15 ${scripts}/ifcfg-eth7`, `error E15 ${scripts}/ifcfg-eth8`, `error E14 ${scripts}/ifcfg-eth9`, `warning E14 ${scripts}/ifcfg-ethB`])
})

test('a default route that nobody declares is not lost without a word', (t) => {
  const trunk = (changes: object = {}): NetworkDocument => ({ bonds: { bond0: { slaves: ['eth0'] } }, vlans: { 'bond0.100': {} }, bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.5/24'], ...changes } } })
  const routes = [{ destination: 'default', gateway: '10.1.1.1', device: 'eth0' }]
  const global = (text: string): Partial<Facts> => ({ routes, ...files({ '/etc/sysconfig/network': `NETWORKING=yes\n${text}` }) })
  t.deepEqual(findings('el6', trunk(), { routes }), ['error E14 vlan100.gateway'])
  t.deepEqual(findings('el6', trunk(), { routes: [{ destination: 'default', gateway: '192.0.2.1', device: 'eth9' }] }), [], 'it is on a device that is left alone')
  t.deepEqual(findings('el6', trunk({ gateway: '10.1.1.1' }), global('GATEWAY=10.1.1.1\nGATEWAYDEV=eth0\n')), [], 'a declared gateway takes a wrong GATEWAYDEV away')
  t.deepEqual(findings('el6', trunk(), global('GATEWAY=10.1.1.1\n')), [], 'the host-wide gateway stays')
  t.deepEqual(findings('el6', trunk(), global('GATEWAY=10.1.1.1\nGATEWAYDEV=vlan100\n')), [])
  t.deepEqual(findings('el6', trunk(), global('GATEWAY=10.1.1.1\nGATEWAYDEV=eth0\n')), ['error E14 vlan100.gateway', 'error E14 /etc/sysconfig/network'])
  t.deepEqual(findings('el6', trunk(), { routes, ...files({ [`${scripts}/route-vlan100`]: 'default via 10.1.1.1\n' }) }), [])
  t.deepEqual(findings('el6', trunk({ gateway: '10.1.1.1' }), { routes, ...files({ [`${scripts}/route-eth0`]: '10.9.0.0/16 via 10.1.1.2\n', [`${scripts}/route-vlan100`]: '10.8.0.0/16 via 10.1.1.3\n' }) }),
    [`warning E14 ${scripts}/route-eth0`])
})

test('running devices that nobody declares and that hold our NIC or our address', (t) => {
  const trunk: NetworkDocument = { bonds: { bond0: { slaves: ['eth0', 'eth1'], addresses: ['10.1.1.5/24'] } } }
  const nic = linkFact('eth0')
  const other = linkFact('eth1', { mac: '00:14:5E:C0:FF:EF' })
  const mine = (...more: Facts['links']): Facts['links'] => [nic, other, ...more]
  t.deepEqual(findings('el6', trunk, { links: mine(linkFact('eth2', { addresses: ['10.1.1.5/24'] })) }), ['error E12 bonds.bond0.addresses'])
  t.deepEqual(findings('el6', trunk, { links: mine(linkFact('eth2', { addresses: ['10.1.1.6/24'] })) }), [])
  t.deepEqual(findings('el6', trunk, { links: [{ ...nic, addresses: ['10.1.1.5/24'] }, other] }), [], 'it moves')
  const old = { links: mine(linkFact('br9', { kind: 'bridge', addresses: ['10.1.1.5/24'] })), bridges: [{ name: 'br9', ports: ['eth0'], stp: false, forwardDelay: 0 }] }
  t.deepEqual(findings('el6', trunk, { ...old, ...files({ [`${scripts}/ifcfg-br9`]: 'DEVICE=br9\nTYPE=Bridge\nIPADDR=10.1.1.5\n', [`${scripts}/ifcfg-eth0`]: 'DEVICE=eth0\nBRIDGE=br9\n' }) }), [], 'it is taken down')
  t.deepEqual(findings('el6', trunk, files({ [`${scripts}/ifcfg-eth2`]: 'DEVICE=eth2\nIPADDR=10.1.1.5\nPREFIX=24\n' })), ['error E12 bonds.bond0.addresses'])
  t.deepEqual(findings('el6', trunk, files({ [`${scripts}/ifcfg-eth2`]: 'DEVICE=eth2\nIPADDR=10.1.1.5\nPREFIX=24\nONBOOT=no\n' })), [])
  const held: Partial<Facts> = { links: [{ ...nic, master: 'xenbr0' }, other, linkFact('xenbr0', { kind: 'bridge' })], bridges: [{ name: 'xenbr0', ports: ['eth0', 'vif1.0'], stp: false, forwardDelay: 0 }] }
  t.deepEqual(findings('el5', trunk, { ...held, xend: true }), ['error E15 interfaces.eth0'])
  const next = (xend: boolean): string => ifcfg.check(hostWith(completeNetwork({ interfaces: nics, ...trunk })), bareFacts('el5', { ...held, xend })).map((finding) => finding.next).join()
  t.regex(next(true), /removeXendState\(\).*network-bridge stop/)
  t.regex(next(false), /Declare xenbr0/)
  const vlan = (master?: string): Partial<Facts> => ({ links: [{ ...nic, ...(master === undefined ? {} : { master }) }, other, linkFact('eth0.7', { kind: 'vlan' })], vlans: [{ name: 'eth0.7', parent: 'eth0', id: 7 }] })
  t.deepEqual(findings('el6', trunk, vlan()), ['error E15 interfaces.eth0'])
  t.deepEqual(findings('el6', trunk, vlan('bond0')), [], 'so it ran before')
  t.deepEqual(findings('el6', trunk, { ...vlan(), ...files({ [`${scripts}/ifcfg-eth0.7`]: 'DEVICE=eth0.7\nVLAN=yes\n' }) }), [], 'its file goes')
})

test('hash policies that the kernels of el5 and el6 do not have', (t) => {
  const of = (release: Release, mode: 'balance-tlb' | 'balance-xor', xmitHashPolicy: 'layer3+4' | 'encap3+4'): string[] =>
    findings(release, { bonds: { bond0: { slaves: ['eth0', 'eth1'], mode, xmitHashPolicy, switch: { portChannel: 'po1' } } } }).filter((text) => text.includes('E08'))
  const refused = ['error E08 bonds.bond0.xmitHashPolicy']
  t.deepEqual(of('el6', 'balance-tlb', 'layer3+4'), refused)
  t.deepEqual(of('el5', 'balance-xor', 'encap3+4'), refused)
  t.deepEqual(of('el5', 'balance-xor', 'layer3+4'), [])
  t.deepEqual(of('el7', 'balance-tlb', 'layer3+4'), [])
  t.deepEqual(of('el7', 'balance-xor', 'encap3+4'), [])
})

test('without facts only the inventory is judged', (t) => t.deepEqual(findings('el6', {}), []))
