import test from 'ava'
import fc from 'fast-check'
import { backendFor, backends } from '../../src/backends/index.ts'
import type { Backend } from '../../src/model/backend.ts'
import { debianReleases, redHatReleases, type Release } from '../../src/model/facts.ts'
import { matchesGlob } from '../../src/model/glob.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'
import { networks } from './networks.ts'

/** What every backend keeps, whichever platform it serves, and what makes each one's files hard to read. */
const platforms: Readonly<Record<Backend['name'], {
  readonly releases: readonly [Release, ...Release[]]
  /** A line of an address. */
  readonly address: RegExp
  readonly lines: readonly string[]
  readonly paths: readonly string[]
}>> = {
  ifcfg: {
    releases: ['el6', 'el5', 'el7'],
    address: /^(IPADDR|NETMASK|GATEWAY|IPV6ADDR|IPV6_DEFAULTGW|BOOTPROTO=dhcp)/m,
    lines: ['DEVICE=eth0', 'DEVICE=bond0', 'MASTER=bond0', 'SLAVE=yes', 'TYPE=Bridge', 'VLAN=yes', 'BRIDGE=br0', 'PHYSDEV=vlan5', 'BONDING_OPTS="mode="', 'IPADDR=10.1', 'PREFIX=99',
      'NETMASK=1.2.3.4', 'IPV6ADDR=::', 'GATEWAY=x', 'GATEWAYDEV=eth0', 'DELAY=x', 'STP=on', 'BRIDGING_OPTS==', 'MTU=-1', 'options bonding', 'alias bond0'],
    paths: [...['eth0', 'eth1', 'bond0', 'bond0.5', 'vlan5', 'br0', 'br0:1', ':', '-range', 'eth0.old', '__proto__', 'constructor'].map((text) => `/etc/sysconfig/network-scripts/ifcfg-${text}`),
      '/etc/sysconfig/network-scripts/route-br0'],
  },
  ifupdown: {
    releases: ['debian12', 'debian7', 'ubuntu16.04'],
    address: /^\s+(address|netmask|gateway)|inet dhcp|inet6 /m,
    lines: ['auto eth0 bond0', 'allow-hotplug', 'auto /eth*=eth', 'iface', 'iface eth0', 'iface eth0 inet static', 'iface eth1 inherits eth0', 'iface br0 inet manual', 'iface bond0 inet6 auto',
      'iface __proto__ inet static', 'iface eth0:1 inet static', 'iface bond0.5 inet manual', 'address 10.0.0.1/99', 'address ::/64', 'netmask x', 'gateway', 'mtu -1', 'bridge_ports regex eth.* noregex bond0',
      'bridge_ports br0 bond0', 'bridge_fd x', 'bond-slaves none', 'bond-slaves eth0 bond0', 'bond-master bond0', 'bond-mode 9', 'vlan-raw-device bond0.5', 'source /etc/network/interfaces',
      'source interfaces.d/*', 'source-directory', 'source $(reboot) [', 'mapping *', 'rename eth0=eth1', 'up ethtool -s $IFACE \\', '\\', 'inherits', 'constructor x'],
    paths: ['/etc/network/interfaces', '/etc/network/interfaces.d/10-eth0.conf', '/etc/network/interfaces.d/__proto__', '/etc/network/interfaces.d/20-bond0.conf'],
  },
}

test('each release has its backend, an unknown one none', (t) => {
  const files = { '/etc/network/interfaces': fileFact('/etc/network/interfaces', '') }
  for (const release of redHatReleases) t.is(backendFor(bareFacts(release, { files }))?.name, 'ifcfg')
  for (const release of debianReleases) t.is(backendFor(bareFacts(release, { files }))?.name, 'ifupdown')
  for (const release of debianReleases) t.is(backendFor(bareFacts(release))?.name, undefined)
  t.is(backendFor({ ...bareFacts('el5', { files }), release: undefined }), undefined)
})

for (const backend of backends) {
  const { name } = backend
  const { releases, address, lines, paths } = platforms[name]
  const [release] = releases

  test(`${name}: it owns absolute paths, and renders only what it owns`, (t) => {
    const owned = [...backend.ownedGlobs, ...backend.ownedFiles]
    t.true(owned.every((path) => path.startsWith('/etc/') || path === '/sbin/ifup-local'))
    for (const network of fc.sample(networks(release), { numRuns: 20, seed: 3 })) {
      for (const { path } of backend.render({ host: hostWith(network), facts: bareFacts(release) }, { addresses: true })) t.true(matchesGlob(owned, path), path)
    }
  })

  test(`${name}: without addresses nothing of them is in any file`, (t) => {
    for (const network of fc.sample(networks(release), { numRuns: 30, seed: 5 })) {
      const context = { host: hostWith(network), facts: bareFacts(release) }
      const bare = backend.render(context, { addresses: false })
      for (const { content, path } of bare) t.notRegex(content, address, path)
      const parsed = backend.parse(Object.fromEntries(bare.map(({ path, content }) => [path, fileFact(path, content)])))
      t.deepEqual(Object.keys(parsed.bonds).toSorted(), Object.keys(network.bonds).toSorted())
      t.deepEqual(Object.keys(parsed.bridges).toSorted(), Object.keys(network.bridges).toSorted())
    }
  })

  test(`${name}: whatever a host's files hold, nothing throws`, (t) => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...lines))
    const file = fc.record({ path: fc.constantFrom(...paths, ...backend.ownedFiles), content: fc.array(line, { maxLength: 8 }).map((texts) => texts.join('\n')) })
    fc.assert(fc.property(fc.array(file, { maxLength: 8 }), fc.constantFrom(...releases), networks('el5'), (files, own, network) => {
      const facts = bareFacts(own, { files: Object.fromEntries(files.map(({ path, content }) => [path, fileFact(path, content)])), links: ['eth0', 'eth1', 'bond0', 'br0'].map((link) => linkFact(link, { addresses: ['10.0.0.1/8'] })) })
      const context = { host: hostWith(network), facts }
      const parsed = backend.parse(facts.files)
      const rendered = backend.render(context, { addresses: true })
      const { down, up, undoDown, undoUp } = backend.activation(context, [...backend.stale(context), ...rendered.map(({ path }) => path)])
      backend.renderBonding(context, (path) => facts.files[path])
      backend.check(hostWith(parsed), facts)
      backend.check(context.host, facts)
      backend.verify(parsed, facts)
      return [...down, ...up, ...undoDown, ...undoUp].every(({ words, timeout }) => words.length > 1 && timeout > 0)
    }), { numRuns: 200, endOnFailure: true })
    t.pass()
  })
}
