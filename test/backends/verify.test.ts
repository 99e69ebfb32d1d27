import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import type { Facts } from '../../src/model/facts.ts'
import { completeNetwork } from '../../src/model/network.ts'
import { bareFacts, linkFact } from './facts.ts'

const network = completeNetwork({
  interfaces: { eth0: {}, eth1: {} },
  bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad', mtu: 9000, lacpRate: 'fast' } },
  vlans: { 'bond0.100': {} },
  bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.101/24', '2001:DB8:0::1/64'], gateway: '10.1.1.1' } },
})

const good: Partial<Facts> = {
  links: [
    linkFact('eth0', { master: 'bond0' }), linkFact('eth1', { master: 'bond0' }), linkFact('bond0', { kind: 'bond', mtu: 9000 }),
    linkFact('bond0.100', { kind: 'vlan', master: 'vlan100' }), linkFact('vif1.0', { kind: 'tap' }),
    linkFact('vlan100', { kind: 'bridge', addresses: ['10.1.1.101/24', '2001:db8::1/64', 'fe80::1/64', '2001:db8::abcd/64'] }), linkFact('eth5', { addresses: ['192.0.2.1/24'] }),
  ],
  bonds: [{ name: 'bond0', mode: '802.3ad', slaves: ['eth1', 'eth0'], miimon: 100, lacpRate: 'fast', aggregatorPorts: 2, partnerMac: 'C0:FF:EE:25:60:00' }],
  vlans: [{ name: 'bond0.100', parent: 'bond0', id: 100 }],
  bridges: [{ name: 'vlan100', ports: ['bond0.100', 'vif1.0'], stp: false, forwardDelay: 0 }],
  routes: [{ destination: 'default', gateway: '10.1.1.1', device: 'vlan100' }, { destination: '10.1.1.0/24', device: 'vlan100' }],
}

const differences = (changes: Partial<Facts>): string[] =>
  ifcfg.verify(network, bareFacts('el6', { ...good, ...changes })).map(({ device, expected, found }) => `${device}: ${expected} / ${found}`)

const links = (name: string, changes: Parameters<typeof linkFact>[1]): Partial<Facts> => ({ links: (good.links ?? []).map((link) => (link.name === name ? { ...link, ...changes } : link)) })
const bond = (changes: object): Partial<Facts> => ({ bonds: (good.bonds ?? []).map((fact) => ({ ...fact, ...changes })) })
const bridge = (changes: object): Partial<Facts> => ({ bridges: (good.bridges ?? []).map((fact) => ({ ...fact, ...changes })) })

test('a host that runs as desired, with guests and devices of its own', (t) => t.deepEqual(differences({}), []))

const cases: Readonly<Record<string, readonly [Partial<Facts>, readonly string[]]>> = {
  'a missing device': [{ links: (good.links ?? []).filter(({ name }) => name !== 'vlan100') }, ['vlan100: the device / nothing of that name']],
  'a device that is down': [links('bond0.100', { up: false }), ['bond0.100: up / down']],
  'a wrong mode': [bond({ mode: 'balance-rr' }), ['bond0: mode 802.3ad / mode balance-rr']],
  'a slave less': [bond({ slaves: ['eth0'], aggregatorPorts: 1 }), ['bond0: slaves eth0, eth1 / slaves eth0', 'bond0: 2 ports in the active aggregator / 1 ports in the active aggregator']],
  'no LACP partner': [bond({ partnerMac: '00:00:00:00:00:00', aggregatorPorts: 1 }),
    ['bond0: an LACP partner / none: the switch does not answer', 'bond0: 2 ports in the active aggregator / 1 ports in the active aggregator']],
  'LACP not told at all': [bond({ partnerMac: undefined, aggregatorPorts: undefined }),
    ['bond0: an LACP partner / none: the switch does not answer', 'bond0: 2 ports in the active aggregator / 0 ports in the active aggregator']],
  'slaves in two aggregators': [bond({ aggregatorPorts: 1, aggregators: { eth0: 1, eth1: 2 } }),
    ['bond0: 2 ports in the active aggregator / 1 ports in the active aggregator (eth0 is in 1, eth1 is in 2)']],
  'a slow LACP rate': [bond({ lacpRate: 'slow' }), ['bond0: LACP rate fast / LACP rate slow']],
  'no link monitoring': [bond({ miimon: 0 }), ['bond0: miimon 100 / miimon 0']],
  'a wrong VLAN': [{ vlans: [{ name: 'bond0.100', parent: 'eth0', id: 101 }] }, ['bond0.100: VLAN 100 on bond0 / VLAN 101 on eth0']],
  'a port less': [bridge({ ports: ['vif1.0'] }), ['vlan100: port bond0.100 / ports vif1.0']],
  'a NIC too many in the bridge': [bridge({ ports: ['bond0.100', 'eth5'] }), ['vlan100: ports bond0.100 and guests / also eth5']],
  'spanning tree': [bridge({ stp: true }), ['vlan100: spanning tree off / spanning tree on']],
  'a wrong MTU': [links('bond0', { mtu: 1500 }), ['bond0: MTU 9000 / MTU 1500']],
  'no address': [links('vlan100', { addresses: ['2001:db8::1/64'] }), ['vlan100: address 10.1.1.101/24 / 2001:db8::1/64']],
  'another prefix length': [links('vlan100', { addresses: ['10.1.1.101/8', '2001:db8::1/64'] }),
    ['vlan100: address 10.1.1.101/24 / 10.1.1.101/8, 2001:db8::1/64', 'vlan100: only 10.1.1.101/24, 2001:db8::1/64 / 10.1.1.101/8']],
  'an address lent by cluster software': [links('vlan100', { addresses: ['10.1.1.101/24', '2001:db8::1/64', '10.1.1.200/32'] }), []],
  'an old address beside the new one': [links('vlan100', { addresses: ['10.1.1.101/24', '2001:db8::1/64', '10.1.1.99/24'] }), ['vlan100: only 10.1.1.101/24, 2001:db8::1/64 / 10.1.1.99/24']],
  'the old address left on a slave': [links('eth0', { addresses: ['10.1.1.101/24'] }), ['eth0: no IPv4 address (it is a slave or port) / 10.1.1.101/24']],
  'no default route': [{ routes: [] }, ['vlan100: default route by 10.1.1.1 on vlan100 / none']],
  'a default route by another device': [{ routes: [{ destination: 'default', gateway: '192.0.2.254', device: 'eth5' }] }, ['vlan100: default route by 10.1.1.1 on vlan100 / 192.0.2.254 on eth5']],
  'two default routes': [{ routes: [...(good.routes ?? []), { destination: 'default', gateway: '10.1.1.2', device: 'vlan100' }] },
    ['vlan100: default route by 10.1.1.1 on vlan100 alone / 10.1.1.1 on vlan100, 10.1.1.2 on vlan100']],
}

for (const [name, [changes, expected]] of Object.entries(cases)) test(name, (t) => t.deepEqual(differences(changes), [...expected]))

test('the partner is the switch and the aggregate that the inventory names; a cut-over mends neither', (t) => {
  const named = completeNetwork({ ...network, bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad', switch: { systemMac: 'c0:ff:ee:25:60:00', lacpKey: 7 } } } })
  const found = (changes: object) => ifcfg.verify(named, bareFacts('el6', { ...good, ...bond(changes) })).filter(({ device }) => device === 'bond0')
  t.deepEqual(found({ partnerKey: 7 }), [])
  t.deepEqual(found({}), [])
  t.deepEqual(found({ partnerMac: 'C0:FF:EE:25:60:01', partnerKey: 9 }), [
    { device: 'bond0', expected: 'LACP partner C0:FF:EE:25:60:00', found: 'LACP partner C0:FF:EE:25:60:01', mendable: false },
    { device: 'bond0', expected: 'partner key 7', found: 'partner key 9', mendable: false },
  ])
  t.deepEqual(found({ partnerMac: '00:00:00:00:00:00' }).map(({ expected }) => expected), ['an LACP partner'])
})

const lasting: Readonly<Record<string, readonly [Partial<Facts>, readonly string[]]>> = {
  'an unplugged cable': [bond({ aggregatorPorts: 1 }), ['bond0: 1 ports in the active aggregator']],
  'a silent switch': [bond({ partnerMac: '00:00:00:00:00:00' }), ['bond0: none: the switch does not answer']],
  'a slave that left its bond can come back': [bond({ slaves: ['eth0'], aggregatorPorts: 1 }), []],
  'a default route of somebody else beside ours': [{ routes: [...(good.routes ?? []), { destination: 'default', gateway: '10.8.0.1', device: 'tun0' }] },
    ['vlan100: 10.1.1.1 on vlan100, 10.8.0.1 on tun0']],
  'a second default route on a device of ours goes with it': [{ routes: [...(good.routes ?? []), { destination: 'default', gateway: '10.8.0.1', device: 'bond0' }] }, []],
  'a default route of somebody else in place of ours': [{ routes: [{ destination: 'default', gateway: '10.8.0.1', device: 'tun0' }] }, []],
}

for (const [name, [changes, expected]] of Object.entries(lasting)) {
  test(`what a cut-over cannot mend: ${name}`, (t) =>
    t.deepEqual(ifcfg.verify(network, bareFacts('el6', { ...good, ...changes })).filter(({ mendable }) => mendable === false).map(({ device, found }) => `${device}: ${found}`), [...expected]))
}

test('a bridge whose guest has a smaller MTU cannot be mended, one that is alone too small can', (t) => {
  const large = completeNetwork({ ...network, bridges: { vlan100: { ...network.bridges['vlan100'], mtu: 9000 } } })
  const mendable = (guest: number): unknown[] => ifcfg.verify(large, bareFacts('el6', { ...good, links: (good.links ?? []).map((link) =>
    (link.name === 'vif1.0' ? { ...link, mtu: guest } : link.name === 'bond0.100' ? { ...link, mtu: 9000 } : link)) })).map(({ found, mendable: can }) => [found, can])
  t.deepEqual(mendable(1500), [['MTU 1500', false]])
  t.deepEqual(mendable(9000), [['MTU 1500', undefined]])
})

test('DHCP is content with any address', (t) => {
  const dhcp = completeNetwork({ interfaces: { eth5: { dhcp: true } } })
  t.deepEqual(ifcfg.verify(dhcp, bareFacts('el6', good)), [])
  t.is(ifcfg.verify(dhcp, bareFacts('el6', { links: [linkFact('eth5', { addresses: ['169.254.3.4/16'] })] })).length, 1)
})
