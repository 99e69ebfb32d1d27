// Files as people wrote them: what is made of them, and that the hosts are left alone afterwards.
import test from 'ava'
import { importAll, planned } from './imported.ts'
import { caseNames, outcomeOf, readExpected, readSources } from './cases.ts'
import { bareFacts, linkFact } from '../backends/facts.ts'

/** Cases with files that do not do what they seem to: planning them has something to mend, or to refuse. */
const mistaken = new Set(['hostile', 'seed-001', 'seed-002'])

for (const name of caseNames()) {
  test(`${name}: the inventory, and what is told`, async (t) => {
    t.deepEqual(await outcomeOf(name), readExpected(name))
  })

  test(`${name}: what was written can be read${mistaken.has(name) ? '' : ', and there is nothing to do'}`, async (t) => {
    const sources = await readSources(name)
    const { hosts } = await importAll(t, sources)
    t.is(hosts.length, sources.length)
    if (mistaken.has(name)) return
    for (const host of hosts) {
      const source = sources.find((candidate) => candidate.name === host.name)
      if (source?.release === undefined) throw new Error(`${host.name}: a release was expected`)
      const links = Object.entries(host.network.interfaces).map(([nic, { mac = '00:14:5E:00:00:01' }]) => linkFact(nic, { mac: mac.toUpperCase() }))
      const hooks = ['ifenslave', 'vlan', 'bridge'].map((script) => `/etc/network/if-pre-up.d/${script}`).concat('/etc/systemd/system/multi-user.target.wants/networking.service')
      const present = source.release.startsWith('el') ? [] : hooks.map((path) => [path, { path, content: '', binary: false, mode: 0o755, uid: 0, gid: 0, links: 1 }] as const)
      const facts = bareFacts(source.release, { links, xend: source.xend, init: 'systemd', files: { ...source.files, ...Object.fromEntries(present) } })
      t.deepEqual((await planned(host, facts)).changes.map(({ target }) => target), [], host.name)
    }
  })
}
