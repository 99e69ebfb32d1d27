import test from 'ava'
import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, makeTree, requestOf, type Tree } from './cases.ts'

const trunk = 'el5-xen-bonded-trunk'
const net = (path: string): string => `sys/class/net/${path}`
const scripts = 'etc/sysconfig/network-scripts'

/** The digest before and after something happened to a host. */
const digests = (happens: (tree: Tree) => void, name = trunk): readonly [string, string] => {
  const tree = makeTree(name)
  const before = digestOf(tree.root, requestOf(name), 'dash')
  happens(tree)
  const after = digestOf(tree.root, requestOf(name), 'dash')
  tree.delete()
  return [before, after]
}

const drift: Readonly<Record<string, (tree: Tree) => void>> = {
  'content of an owned file': ({ write }) => write(`${scripts}/ifcfg-eth1`, 'DEVICE=eth1\n'),
  'mode of an owned file': ({ root }) => chmodSync(join(root, scripts, 'ifcfg-eth1'), 0o600),
  'a new owned file': ({ write }) => write(`${scripts}/ifcfg-eth2`, 'DEVICE=eth2\n'),
  'an owned file gone': ({ remove }) => remove(`${scripts}/ifcfg-vlan50`),
  'an owned file with another name': ({ root }) => renameSync(join(root, scripts, 'ifcfg-vlan50'), join(root, scripts, 'ifcfg-vlan52')),
  'an owned file that becomes a symlink to the same content': ({ root }) => {
    renameSync(join(root, scripts, 'ifcfg-vlan50'), join(root, scripts, 'kept'))
    symlinkSync('kept', join(root, scripts, 'ifcfg-vlan50'))
  },
  'a slave that left': ({ write }) => write(net('bond0/bonding/slaves'), 'eth0\n'),
  'another bond mode': ({ write }) => write(net('bond0/bonding/mode'), 'active-backup 1\n'),
  'a new NIC': ({ write }) => {
    write(net('eth2/address'), '00:14:5e:c0:ff:f0\n')
    write(net('eth2/device'), '')
  },
  'a NIC that was exchanged': ({ write }) => write('proc/net/bonding/bond0', 'Slave Interface: eth0\nPermanent HW addr: 00:14:5e:c0:00:00\n\nSlave Interface: eth1\nPermanent HW addr: 00:14:5e:c0:ff:ef\n'),
  'a VLAN gone': ({ remove }) => remove(net('bond0.51')),
  'a VLAN with another id': ({ write }) => write('proc/net/vlan/config', 'bond0.50 | 55 | bond0\nbond0.51 | 51 | bond0\nbond0.100 | 100 | bond0\n'),
  'a bridge without its port': ({ remove }) => remove(net('vlan51/brif/bond0.51')),
  'another address': ({ ipAddr }) => ipAddr((text) => text.replace('10.1.1.101/24', '10.1.1.102/24')),
  'an address on another device': ({ ipAddr }) => ipAddr((text) => text.replace(/(.*inet 10\.1\.1.*\n)/, '').replace(/(link\/loopback.*\n)/, '$1    inet 10.1.1.101/24 scope global lo\n')),
}

const noDrift: Readonly<Record<string, (tree: Tree) => void>> = {
  'a guest that started': ({ write, ipAddr }) => {
    write(net('vif7.0/address'), 'fe:ff:ff:ff:ff:ff\n')
    write(net('vif7.0/device'), '')
    write(net('vlan50/brif/vif7.0'), '1\n')
    write(net('tun3/tun_flags'), '0x1002\n')
    write(net('vlan50/brif/tun3'), '1\n')
    ipAddr((text) => `${text}12: vif7.0: <BROADCAST,UP> mtu 1500\n    inet 169.254.0.1/16 scope link vif7.0\n`)
  },
  'a guest that stopped': ({ remove }) => {
    remove(net('vif1.0'))
    remove(net('vlan50/brif/vif1.0'))
  },
  counters: ({ write }) => write(net('eth0/statistics/rx_packets'), '1\n'),
  'a link that went down': ({ write }) => {
    write(net('eth0/carrier'), '0\n')
    write(net('eth0/operstate'), 'down\n')
    write(net('bond0/bonding/active_slave'), 'eth1\n')
  },
  'a partner that went': ({ write }) => write(net('bond0/bonding/ad_partner_mac'), '00:00:00:00:00:00\n'),
  'a neighbour': ({ write }) => write('proc/net/arp', '10.1.1.1 0x1 0x2 00:00:00:00:00:01 * vlan100\n'),
  'a link-local and a router’s address': ({ ipAddr }) =>
    ipAddr((text) => text.replace(/(.*inet 10\.1\.1.*\n)/, '$1    inet6 fe80::1/64 scope link \n       valid_lft forever\n    inet6 2001:db8::7/64 scope global dynamic \n       valid_lft 8sec\n')),
  'a file that nobody asked for': ({ write }) => write('etc/resolv.conf', 'nameserver 10.1.1.1\n'),
  'a transaction’s folder': ({ write }) => write('etc/fleetnet/tx/20261114T021339-3f9a-0007/before/etc/modprobe.conf', 'x\n'),
}

for (const [what, happens] of Object.entries(drift))
  test(`drift: ${what}`, (t) => {
    const [before, after] = digests(happens)
    t.not(before, after)
  })

for (const [what, happens] of Object.entries(noDrift))
  test(`no drift: ${what}`, (t) => {
    const [before, after] = digests(happens)
    t.is(before, after)
  })

test('no drift: a lease that changes, as long as its client is there', (t) => {
  const renew = ({ ipAddr }: Tree): void => ipAddr((text) => text.replace('192.0.2.70/24 brd 192.0.2.255 scope global noprefixroute dynamic ens3', '192.0.2.71/24 scope global ens3'))
  const [before, after] = digests(renew, 'el7-systemd')
  t.is(before, after)
  const [, withoutClient] = digests((tree) => {
    tree.remove('run/dhclient-ens3.pid')
    renew(tree)
  }, 'el7-systemd')
  t.not(withoutClient, before)
})

test('drift: text that moves over the border of two files', (t) => {
  const tree = makeTree(trunk)
  const withTexts = (first: string, second: string): string => {
    tree.write(`${scripts}/ifcfg-bond0.50`, first)
    tree.write(`${scripts}/ifcfg-bond0.51`, second)
    return digestOf(tree.root, requestOf(trunk), 'dash')
  }
  t.not(withTexts('ab', 'c'), withTexts('a', 'bc'))
  t.is(withTexts('ab', 'c'), withTexts('ab', 'c'))
  tree.delete()
})

test('a host with only an older hash tool says which one', (t) => {
  const tree = makeTree(trunk)
  rmSync(join(tree.root, 'bin/sha256sum'))
  symlinkSync('/usr/bin/md5sum', join(tree.root, 'bin/md5sum'))
  t.regex(digestOf(tree.root, requestOf(trunk), 'dash'), /^md5sum:[0-9a-f]{32}$/)
  tree.delete()
})
