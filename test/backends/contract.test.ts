import test from 'ava'
import fc from 'fast-check'
import { backendFor, backends } from '../../src/backends/index.ts'
import type { Release } from '../../src/model/facts.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'
import { networks } from './networks.ts'

/** What every backend keeps, whichever platform it serves. */
const releases = ['el5', 'el6', 'el7'] as const satisfies readonly Release[]

test('each release has its backend, an unknown one none', (t) => {
  for (const release of releases) t.is(backendFor(bareFacts(release))?.name, 'ifcfg')
  t.is(backendFor({ ...bareFacts('el5'), release: undefined }), undefined)
})

for (const backend of backends) {
  const { name } = backend

  test(`${name}: it owns absolute paths, and renders only what it owns`, (t) => {
    const owned = [...backend.ownedGlobs, ...backend.ownedFiles]
    t.true(owned.every((path) => path.startsWith('/etc/')))
    const own = (path: string): boolean => owned.some((glob) => new RegExp(`^${glob.replace(/[.]/g, '\\.').replace('*', '[^/]*')}$`).test(path))
    for (const network of fc.sample(networks('el6'), { numRuns: 20, seed: 3 })) {
      for (const { path } of backend.render({ host: hostWith(network), facts: bareFacts('el6') }, { addresses: true })) t.true(own(path), path)
    }
  })

  test(`${name}: without addresses nothing of them is in any file`, (t) => {
    for (const network of fc.sample(networks('el7'), { numRuns: 30, seed: 5 })) {
      const context = { host: hostWith(network), facts: bareFacts('el7') }
      const bare = backend.render(context, { addresses: false })
      for (const { content, path } of bare) t.notRegex(content, /^(IPADDR|NETMASK|GATEWAY|IPV6ADDR|IPV6_DEFAULTGW|BOOTPROTO=dhcp)/m, path)
      const parsed = backend.parse(Object.fromEntries(bare.map(({ path, content }) => [path, fileFact(path, content)])))
      t.deepEqual(Object.keys(parsed.bonds).toSorted(), Object.keys(network.bonds).toSorted())
      t.deepEqual(Object.keys(parsed.bridges).toSorted(), Object.keys(network.bridges).toSorted())
    }
  })

  test(`${name}: whatever a host's files hold, nothing throws`, (t) => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('DEVICE=eth0', 'DEVICE=bond0', 'MASTER=bond0', 'SLAVE=yes', 'TYPE=Bridge', 'VLAN=yes', 'BRIDGE=br0', 'PHYSDEV=vlan5', 'BONDING_OPTS="mode="', 'IPADDR=10.1', 'PREFIX=99',
      'NETMASK=1.2.3.4', 'IPV6ADDR=::', 'GATEWAY=x', 'GATEWAYDEV=eth0', 'DELAY=x', 'STP=on', 'BRIDGING_OPTS==', 'MTU=-1', 'options bonding', 'alias bond0'))
    const suffix = fc.constantFrom('eth0', 'eth1', 'bond0', 'bond0.5', 'vlan5', 'br0', 'br0:1', ':', '-range', 'eth0.old', '__proto__', 'constructor')
    const file = fc.record({ path: fc.oneof(suffix.map((text) => `/etc/sysconfig/network-scripts/ifcfg-${text}`), fc.constantFrom(...backend.ownedFiles, '/etc/sysconfig/network-scripts/route-br0')), content: fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')) })
    fc.assert(fc.property(fc.array(file, { maxLength: 8 }), fc.constantFrom(...releases), networks('el5'), (files, release, network) => {
      const facts = bareFacts(release, { files: Object.fromEntries(files.map(({ path, content }) => [path, fileFact(path, content)])), links: ['eth0', 'eth1', 'bond0', 'br0'].map((link) => linkFact(link, { addresses: ['10.0.0.1/8'] })) })
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
