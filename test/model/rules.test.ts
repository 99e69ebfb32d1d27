import test from 'ava'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import { networkFindings } from '../../src/model/rules.ts'

const trunk: NetworkDocument = {
  interfaces: { eth0: { mac: '00:14:5E:C0:FF:EE' }, eth1: { mac: '00:14:5E:C0:FF:EF' } },
  bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad', switch: { name: 'sw1', lacp: true, vlans: [50, 100] } } },
  vlans: { 'bond0.50': {}, 'bond0.100': {} },
  bridges: { vlan50: { ports: ['bond0.50'] }, vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } },
}

/** Findings as `severity rule path`, for a trunk with parts replaced. */
const findings = (changes: NetworkDocument): string[] =>
  networkFindings(completeNetwork({
    interfaces: { ...trunk.interfaces, ...changes.interfaces },
    bonds: { ...trunk.bonds, ...changes.bonds },
    vlans: { ...trunk.vlans, ...changes.vlans },
    bridges: { ...trunk.bridges, ...changes.bridges },
  })).map(({ severity, rule, path }) => `${severity} ${rule ?? '-'} ${path}`)

const bond = (options: object): NetworkDocument => ({ bonds: { bond0: { slaves: ['eth0', 'eth1'], switch: {}, ...options } } })

test('a sound trunk has no findings', (t) => t.deepEqual(findings({}), []))

const cases: readonly { readonly name: string; readonly changes: NetworkDocument; readonly expected: readonly string[] }[] = [
  { name: 'name too long', changes: { bridges: { 'management-bridge': {} } }, expected: ['error E17 bridges.management-bridge'] },
  { name: 'name with a slash', changes: { bridges: { 'a/b': {} } }, expected: ['error E17 bridges.a/b'] },
  { name: 'reserved name', changes: { bridges: { all: {} } }, expected: ['error E17 bridges.all'] },
  { name: 'declared twice', changes: { bridges: { eth1: {} } }, expected: ['error E15 bridges.eth1'] },
  { name: 'bad MAC', changes: { interfaces: { eth2: { mac: '00:10:AA:BB::CC' } } }, expected: ['error E05 interfaces.eth2.mac'] },
  { name: 'multicast MAC', changes: { interfaces: { eth2: { mac: '01:14:5E:C0:FF:EE' } } }, expected: ['error E05 interfaces.eth2.mac'] },
  { name: 'same MAC in other letters', changes: { interfaces: { eth2: { mac: '00:14:5e:c0:ff:ee' } } }, expected: ['error E05 interfaces.eth2.mac'] },
  { name: 'undefined slave', changes: bond({ slaves: ['eth0', 'eth7'] }), expected: ['error E15 bonds.bond0.slaves'] },
  { name: 'no slaves', changes: bond({ slaves: [] }), expected: ['error E15 bonds.bond0.slaves'] },
  { name: 'slave in two bonds', changes: { bonds: { bond1: { slaves: ['eth1'] } } }, expected: ['error E15 interfaces.eth1'] },
  { name: 'undefined parent', changes: { vlans: { 'eth7.50': {} } }, expected: ['error E15 vlans.eth7.50.parent'] },
  { name: 'VLAN without parent and id', changes: { vlans: { storage: {} } }, expected: ['error E15 vlans.storage', 'error E17 vlans.storage.id'] },
  { name: 'VLAN on a slave', changes: { vlans: { 'eth0.50': {} } }, expected: ['error E15 interfaces.eth0'] },
  { name: 'same VLAN twice', changes: { vlans: { vlan7: { parent: 'bond0', id: 50 } } }, expected: ['error E15 vlans.vlan7'] },
  { name: 'undefined port', changes: { bridges: { br9: { ports: ['eth9'] } } }, expected: ['error E15 bridges.br9.ports'] },
  { name: 'bridge in a bridge', changes: { bridges: { br9: { ports: ['vlan50'] } } }, expected: ['error E15 bridges.br9.ports'] },
  { name: 'port of two bridges', changes: { bridges: { br9: { ports: ['bond0.50'] } } }, expected: ['error E15 vlans.bond0.50'] },
  { name: 'a ring', changes: { vlans: { a: { parent: 'b', id: 7 } }, bridges: { b: { ports: ['a'] } } }, expected: ['error E15 vlans.a'] },
  { name: 'miimon and ARP', changes: bond({ miimon: 100, arpInterval: 500, arpIpTarget: ['10.1.1.1'] }), expected: ['error E08 bonds.bond0.arpInterval'] },
  { name: 'no monitoring', changes: bond({ miimon: 0 }), expected: ['error E08 bonds.bond0.miimon'] },
  { name: 'ARP without targets', changes: bond({ arpInterval: 500 }), expected: ['error E08 bonds.bond0.arpInterval'] },
  { name: 'targets without ARP', changes: bond({ arpIpTarget: ['10.1.1.1'] }), expected: ['error E08 bonds.bond0.arpIpTarget'] },
  { name: 'a target that is a name', changes: bond({ arpInterval: 500, arpIpTarget: ['gateway'] }), expected: ['error E08 bonds.bond0.arpIpTarget'] },
  { name: 'delay without miimon', changes: bond({ arpInterval: 500, arpIpTarget: ['10.1.1.1'], updelay: 200 }), expected: ['error E08 bonds.bond0.updelay'] },
  { name: 'delay that is rounded', changes: bond({ updelay: 250 }), expected: ['warning E08 bonds.bond0.updelay'] },
  { name: 'LACP rate in active-backup', changes: bond({ lacpRate: 'fast' }), expected: ['error E08 bonds.bond0.lacpRate'] },
  { name: 'ARP in 802.3ad', changes: bond({ mode: '802.3ad', switch: { lacp: true }, arpInterval: 500, arpIpTarget: ['10.1.1.1'] }),
    expected: ['error E08 bonds.bond0.arpInterval', 'error E08 bonds.bond0.arpIpTarget'] },
  { name: 'hash policy in active-backup', changes: bond({ xmitHashPolicy: 'layer3+4' }), expected: ['warning E08 bonds.bond0.xmitHashPolicy'] },
  { name: 'unknown option', changes: bond({ options: { max_bonds: 2 } }), expected: ['error E08 bonds.bond0.options.max_bonds'] },
  { name: 'an option named like a method of objects', changes: bond({ options: { toString: 2 } }), expected: ['error E08 bonds.bond0.options.toString'] },
  { name: 'option with a field', changes: bond({ options: { miimon: 50 } }), expected: ['error E08 bonds.bond0.options.miimon'] },
  { name: 'primary elsewhere', changes: bond({ primary: 'eth7' }), expected: ['error E08 bonds.bond0.primary'] },
  { name: 'balance-alb under a bridge', changes: bond({ mode: 'balance-alb' }), expected: ['warning E18 bonds.bond0.mode'] },
  { name: 'no switch facts', changes: { bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'balance-rr' } } }, expected: ['warning E18 bonds.bond0.mode'] },
  { name: 'switch without LACP', changes: bond({ mode: '802.3ad', switch: { lacp: false } }), expected: ['error E18 bonds.bond0.switch.lacp'] },
  { name: 'LACP against active-backup', changes: bond({ switch: { lacp: true } }), expected: ['error E18 bonds.bond0.switch.lacp'] },
  { name: 'VLAN that the switch leaves out', changes: { vlans: { 'bond0.51': {} } }, expected: ['error E18 vlans.bond0.51.id'] },
  { name: 'broken address', changes: { bridges: { vlan50: { ports: ['bond0.50'], addresses: ['10.1.1.300/24'] } } }, expected: ['error E13 bridges.vlan50.addresses'] },
  { name: 'broadcast as address', changes: { bridges: { vlan50: { ports: ['bond0.50'], addresses: ['10.9.9.255/24'] } } }, expected: ['error E13 bridges.vlan50.addresses'] },
  { name: 'same address twice', changes: { bridges: { vlan50: { ports: ['bond0.50'], addresses: ['10.1.1.101/32'] } } }, expected: ['error E12 bridges.vlan100.addresses'] },
  { name: 'same IPv6 address in another spelling', changes: { bridges: { vlan50: { ports: ['bond0.50'], addresses: ['2001:db8::1/64', '2001:DB8:0::1/64'] } } },
    expected: ['error E12 bridges.vlan50.addresses'] },
  { name: 'one subnet on two devices', changes: { bridges: { vlan50: { ports: ['bond0.50'], addresses: ['10.1.1.7/24'] } } }, expected: ['warning - bridges.vlan100.addresses'] },
  { name: 'address on a port', changes: { vlans: { 'bond0.50': { addresses: ['10.9.9.9/24'] } } }, expected: ['error E12 vlans.bond0.50.addresses'] },
  { name: 'DHCP on a slave', changes: { interfaces: { eth0: { dhcp: true } } }, expected: ['error E12 interfaces.eth0.dhcp'] },
  { name: 'an alias without an address', changes: { bridges: { vlan50: { alias: 1 } } }, expected: ['error - bridges.vlan50.alias'] },
  { name: 'DHCP and an address', changes: { bridges: { vlan50: { dhcp: true, addresses: ['10.9.9.9/24'] } } }, expected: ['error E13 bridges.vlan50.dhcp'] },
  { name: 'gateway outside', changes: { bridges: { vlan100: { addresses: ['10.1.1.101/24'], gateway: '10.1.2.1' } } }, expected: ['error E13 bridges.vlan100.gateway'] },
  { name: 'gateway is itself', changes: { bridges: { vlan100: { addresses: ['10.1.1.101/24'], gateway: '10.1.1.101' } } }, expected: ['error E13 bridges.vlan100.gateway'] },
  { name: 'two gateways', changes: { bridges: { vlan50: { ports: ['bond0.50'], addresses: ['10.9.9.9/24'], gateway: '10.9.9.1' } } }, expected: ['error E14 bridges.vlan100.gateway'] },
  { name: 'MTU above its parent', changes: { vlans: { 'bond0.50': { mtu: 9000 } } }, expected: ['error E23 vlans.bond0.50.mtu'] },
  { name: 'MTU handed up through a VLAN', changes: {
    bonds: { bond0: { slaves: ['eth0', 'eth1'], mtu: 9000 } }, bridges: { vlan50: { ports: ['bond0.50'], mtu: 9000 } } }, expected: [] },
]

for (const { name, changes, expected } of cases) test(name, (t) => t.deepEqual(findings(changes), [...expected]))

test('every finding says what to do, and its keys join to its path', (t) => {
  for (const { changes } of cases) {
    for (const finding of networkFindings(completeNetwork(changes))) {
      t.regex(finding.next, /\.$/)
      t.is(finding.keys.join('.'), finding.path)
    }
  }
})
