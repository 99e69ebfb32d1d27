import test from 'ava'
import { withoutDevices } from '../../src/backends/ifupdown/edit.ts'
import { readInterfaces } from '../../src/backends/ifupdown/interfaces.ts'
import { parseNetwork } from '../../src/backends/ifupdown/parse.ts'
import { readStanzas } from '../../src/backends/ifupdown/stanzas.ts'
import { fileFact } from './facts.ts'

const main = '/etc/network/interfaces'
const files = (texts: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(texts).map(([path, content]) => [path, fileFact(path, content)]))

test('a backslash continues a line, a comment ends with its line, indentation means nothing', (t) => {
  const [iface, auto] = readStanzas(main, ['iface eth0 inet \\', '  static', '# address 10.0.0.9/8 \\', 'address 10.0.0.1/8', '  up one \\', '     two', '', 'up three', ' auto eth0\\', ' eth1'].join('\n'))
  t.like(iface, { kind: 'iface', name: 'eth0', family: 'inet', method: 'static', from: 0, to: 8, options: [['address', '10.0.0.1/8'], ['up', 'one      two'], ['up', 'three']] })
  t.like(auto, { kind: 'selection', word: 'auto', names: ['eth0', 'eth1'], from: 8, to: 10 })
})

test('what is sourced is followed, once, relative to the file, by the rules of each word', (t) => {
  const { stanzas, unread } = readInterfaces(files({
    [main]: 'source interfaces.d/*\nsource-directory interfaces.d\nsource /etc/network/interfaces.d/a.conf\nsource /run/more/*\nsource $HOME/x\n',
    '/etc/network/interfaces.d/a.conf': 'auto a\nsource /etc/network/interfaces\n',
    '/etc/network/interfaces.d/b': 'auto b\n',
    '/etc/network/interfaces.d/.hidden': 'auto hidden\n',
    '/etc/network/if-up.d/c': 'auto c\n',
  }))
  t.deepEqual(stanzas.flatMap((stanza) => (stanza.kind === 'selection' ? stanza.names : [])), ['a', 'b'])
  t.deepEqual(unread.flatMap(({ patterns }) => patterns), ['/run/more/*', '$HOME/x'])
  const plain = readInterfaces(files({ [main]: 'source-directory /etc/network/interfaces.d/\n', '/etc/network/interfaces.d/a.conf': 'auto a', '/etc/network/interfaces.d/b-1': 'auto b' }))
  t.deepEqual(plain.stanzas.flatMap((stanza) => (stanza.kind === 'selection' ? stanza.names : [])), ['b'])
})

test('taking devices out leaves every other byte as it is', (t) => {
  const content = '# one\nauto lo eth0 eth1\n\n# two\niface eth0 inet static\n\taddress 10.0.0.1/8\n# three\n\tup true \\\n  or not\n\niface eth0:1 inet static\n  address 10.0.0.2/8\n\nallow-hotplug eth0\n\n\niface eth1 inet dhcp\n'
  t.is(withoutDevices(main, content, new Set(['eth0'])).content, '# one\nauto lo eth1\n\n# two\n\niface eth1 inet dhcp\n')
  t.is(withoutDevices(main, content, new Set(['eth7'])).content, content)
  t.like(withoutDevices(main, '# only\nauto eth0\niface eth0 inet dhcp\n', new Set(['eth0'])), { emptied: true, content: '# only\n' })
  t.false(withoutDevices(main, '# nothing\n', new Set(['eth0'])).emptied)
})

test('what others write is read: templates, bond-master, underscores, a class for a missing netmask', (t) => {
  const network = parseNetwork(files({
    [main]: ['auto eth0 eth1 bond0 br0', 'iface common inet static', '  mtu 9000', '  netmask 255.255.0.0', 'iface eth0 inet manual', '  bond_master bond0', 'iface eth1 inet manual', '  bond-master bond0',
      'iface bond0 inet static inherits common', '  address 10.1.0.1', '  bond-slaves none', '  bond_mode 4', '  bond-lacp-rate 1', 'iface bond0 inet6 static', '  address 2001:DB8::1', '  netmask 64',
      'iface br0 inet static', '  address 192.168.1.1', '  bridge-ports bond0.7 regex tap.*', '  bridge-stp yes', '  bridge-fd 4.0', 'iface bond0.7 inet manual', 'iface spare inet dhcp'].join('\n'),
  }))
  t.deepEqual(network, {
    interfaces: { eth0: {}, eth1: {} },
    bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad', miimon: 0, lacpRate: 'fast', addresses: ['10.1.0.1/16', '2001:db8::1/64'], mtu: 9000 } },
    vlans: { 'bond0.7': { parent: 'bond0', id: 7 } },
    bridges: { br0: { ports: ['bond0.7'], stp: true, forwardDelay: 4, addresses: ['192.168.1.1/24'] } },
  })
})
