// What a backend wrote, imported and planned, is a host with nothing to do.
import test from 'ava'
import { backends } from '../../src/backends/index.ts'
import { applied, caseNames, readCase } from '../backends/golden.ts'
import { bareFacts, fileFact, linkFact } from '../backends/facts.ts'
import { normalNetwork } from '../../src/backends/normal.ts'
import { devicesOf } from '../../src/model/network.ts'
import { importAll, planned } from './imported.ts'

for (const backend of backends) for (const name of caseNames(backend)) {
  test(`${backend.name} ${name}: rendered, imported, planned: nothing to do`, async (t) => {
    const example = readCase(backend, name)
    const files = Object.fromEntries(Object.entries(applied(example)).map(([path, content]) => [path, fileFact(path, content, path.startsWith('/sbin/') ? 0o755 : 0o644)]))
    const { release } = example.facts
    if (release === undefined) throw new Error('a case has a release')
    const links = Object.entries(example.host.network.interfaces).map(([nic, { mac = '', arp }]) => linkFact(nic, { mac: mac.toUpperCase(), ...(arp === false ? { arp } : {}) }))
    const others = example.facts.links.filter((link) => !links.some((own) => own.name === link.name))
    const facts = bareFacts(release, {
      ...example.facts, links: [...links, ...others], files,
      // Debian with SysV init is refused, whatever is to be done there.
      ...(backend.name === 'ifupdown' ? { init: 'systemd' } : {}),
    })
    const { hosts: [host] } = await importAll(t, [{ name: 'virtual4', groups: [], settings: {}, files, release, xend: false }])
    if (host === undefined) throw new Error('a host was expected')
    const wanted = normalNetwork(example.host.network)
    const found = normalNetwork(host.network)
    for (const kind of ['interfaces', 'bonds', 'vlans', 'bridges'] as const) {
      t.deepEqual(Object.fromEntries(Object.keys(wanted[kind]).map((device) => [device, found[kind][device]])), wanted[kind])
    }
    t.deepEqual((await planned(host, facts)).changes.map(({ target }) => target), [], devicesOf(host.network).map((device) => device.name).join(' '))
  })
}
