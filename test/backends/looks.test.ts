import test from 'ava'
import { looksOf } from '../../src/backends/looks.ts'
import type { Facts, LinkFact } from '../../src/model/facts.ts'
import { completeNetwork } from '../../src/model/network.ts'
import { bareFacts, linkFact } from './facts.ts'

const network = completeNetwork({
  interfaces: { eth0: { mac: '00:14:5e:c0:ff:ee' }, eth1: { mac: '00:14:5E:C0:FF:EF' } },
  bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'active-backup' } },
  vlans: { 'bond0.50': {}, 'bond0.51': {} },
  bridges: { vlan50: { ports: ['bond0.50'] }, vlan51: { ports: ['bond0.51'], stp: true, forwardDelay: 4 } },
})

/** As desired, with a guest: the second slave shows its bond's MAC address, and has its own. */
const good: Partial<Facts> = {
  links: [
    linkFact('eth0', { mac: '00:14:5E:C0:FF:EE', master: 'bond0' }), linkFact('eth1', { mac: '00:14:5E:C0:FF:EE', permanentMac: '00:14:5E:C0:FF:EF', master: 'bond0' }),
    linkFact('bond0', { kind: 'bond' }), linkFact('bond0.50', { kind: 'vlan', master: 'vlan50' }), linkFact('bond0.51', { kind: 'vlan', master: 'vlan51' }),
    linkFact('vlan50', { kind: 'bridge' }), linkFact('vlan51', { kind: 'bridge' }), linkFact('vif1.0', { kind: 'tap', master: 'vlan50' }),
  ],
  bridges: [{ name: 'vlan50', ports: ['bond0.50', 'vif1.0'], stp: false, forwardDelay: 0 }, { name: 'vlan51', ports: ['bond0.51'], stp: true, forwardDelay: 4 }],
}

const told = (changes: Partial<Facts>): string[] => looksOf(network, bareFacts('el5', { ...good, ...changes })).map(({ device, expected, found }) => `${device}: ${expected} / ${found}`)
const link = (name: string, changes: Partial<LinkFact>): Partial<Facts> => ({ links: (good.links ?? []).map((one) => (one.name === name ? { ...one, ...changes } : one)) })
const more = (...links: readonly LinkFact[]): Partial<Facts> => ({ links: [...(good.links ?? []), ...links] })

const cases: Readonly<Record<string, readonly [Partial<Facts>, readonly string[]]>> = {
  'all well': [{}, []],
  'an unplugged slave': [link('eth1', { carrier: false }), ['eth1: a link, as a slave of bond0 / no link: cable, port or card']],
  'a slave that is down': [link('eth1', { carrier: false, up: false }), ['eth1: a link, as a slave of bond0 / it is down']],
  'another card under the name': [link('eth1', { permanentMac: '00:14:5E:C0:00:01' }), ['eth1: MAC address 00:14:5E:C0:FF:EF / MAC address 00:14:5E:C0:00:01']],
  'a forward delay of the kernel': [{ bridges: [{ name: 'vlan50', ports: [], stp: false, forwardDelay: 15 }] }, ['vlan50: forward delay 0 s / forward delay 15 s']],
  'a forward delay with spanning tree': [{ bridges: [{ name: 'vlan51', ports: [], stp: true, forwardDelay: 15 }] }, ['vlan51: forward delay 4 s / forward delay 15 s']],
  'a bridge of xend, with a guest in it': [{ ...more(linkFact('xenbr0', { kind: 'bridge' }), linkFact('vif2.0', { kind: 'tap', master: 'xenbr0' })), bridges: [...(good.bridges ?? []), { name: 'xenbr0', ports: ['vif2.0'], stp: false, forwardDelay: 0 }] },
    ['xenbr0: no bridge beside those of the inventory / a bridge with ports vif2.0', 'vif2.0: a port of vlan50, vlan51 / a port of xenbr0']],
  'a bridge of libvirt': [{ ...more(linkFact('virbr0', { kind: 'bridge' })), bridges: [...(good.bridges ?? []), { name: 'virbr0', ports: [], stp: true, forwardDelay: 2 }] },
    ['virbr0: no bridge beside those of the inventory / a bridge with ports none']],
  'a NIC that xend renamed': [more(linkFact('peth0')), ['peth0: nothing that xend renamed or made / a device']],
  'a guest that is plugged in nowhere': [more(linkFact('vif3.1', { kind: 'tap' })), ['vif3.1: a port of vlan50, vlan51 / a port of no bridge']],
}

for (const [name, [changes, expected]] of Object.entries(cases)) test(name, (t) => t.deepEqual(told(changes), [...expected]))

test('a bridge called xenbr0 that the inventory declares is none of xend', (t) => {
  const own = completeNetwork({ interfaces: { eth0: {} }, bridges: { xenbr0: { ports: ['eth0'] } } })
  const facts = bareFacts('el5', { links: [linkFact('eth0', { master: 'xenbr0' }), linkFact('xenbr0', { kind: 'bridge' }), linkFact('vif1.0', { kind: 'tap', master: 'xenbr0' })],
    bridges: [{ name: 'xenbr0', ports: ['eth0', 'vif1.0'], stp: false, forwardDelay: 0 }] })
  t.deepEqual(looksOf(own, facts), [])
})

test('without bridges of its own a host may have those of others', (t) =>
  t.deepEqual(looksOf(completeNetwork({ interfaces: { eth0: {} } }), bareFacts('el6', { links: [linkFact('eth0'), linkFact('virbr0', { kind: 'bridge' })] })), []))
