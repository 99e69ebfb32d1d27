import test from 'ava'
import fc from 'fast-check'
import { backends } from '../../src/backends/index.ts'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import { ifupdown } from '../../src/backends/ifupdown/index.ts'
import { normalNetwork } from '../../src/backends/normal.ts'
import { debianReleases, redHatReleases } from '../../src/model/facts.ts'
import { bareFacts, fileFact, hostWith } from './facts.ts'
import { networks } from './networks.ts'

const releasesOf = { ifcfg: redHatReleases, ifupdown: ['debian7', 'debian12', 'ubuntu14.04'] } as const

for (const backend of backends) for (const release of releasesOf[backend.name]) {
  test(`${release}: parse gives back what render wrote, and rendering onto it changes nothing`, (t) => {
    fc.assert(fc.property(networks(release), (network) => {
      const host = hostWith(network)
      t.deepEqual(backend.check(host, undefined).filter(({ severity }) => severity === 'error'), [])
      const facts = bareFacts(release)
      const rendered = backend.render({ host, facts }, { addresses: true })
      const files = Object.fromEntries(rendered.map(({ path, content }) => [path, fileFact(path, content)]))
      t.deepEqual(normalNetwork(backend.parse(files)), normalNetwork(network))
      const again = bareFacts(release, { files })
      t.deepEqual(backend.render({ host, facts: again }, { addresses: true }), rendered)
      t.deepEqual(backend.stale({ host, facts: again }), [])
    }), { numRuns: 150, endOnFailure: true })
  })
}

for (const release of redHatReleases) {
  test(`${release}: no comment holds KEY=, names are files' own, and every line is an assignment`, (t) => {
    fc.assert(fc.property(networks(release), (network) => {
      for (const { path, content } of ifcfg.render({ host: hostWith(network), facts: bareFacts(release) }, { addresses: true })) {
        for (const line of content.trimEnd().split('\n')) {
          if (line.startsWith('#')) t.notRegex(line, /[A-Za-z0-9_]=/)
          else t.regex(line, /^[A-Z0-9_]+=("[^"$`\\]*"|[A-Za-z0-9_.,:/%+@-]+)$/)
        }
        const device = /ifcfg-(.+)$/.exec(path)?.[1]
        if (device !== undefined) t.true(content.includes(`\nDEVICE=${device}\n`))
      }
    }), { numRuns: 50, endOnFailure: true })
  })
}

test('ifupdown: every file is comments, one choice and one device, whichever release', (t) => {
  for (const release of debianReleases) {
    fc.assert(fc.property(networks(release), (network) => {
      for (const { path, content, device } of ifupdown.render({ host: hostWith(network), facts: bareFacts(release) }, { addresses: true })) {
        if (device === '') continue
        t.true(path.endsWith(`0-${device}.conf`))
        for (const line of content.trimEnd().split('\n')) t.regex(line, /^(# .*[^\\]|(auto|allow-bond\d) \S+|iface \S+ inet6? (static|dhcp|manual)|    [a-z][a-z_-]* \S.*|)$/)
        t.deepEqual([...content.matchAll(/^(?:auto|allow-\S+|iface) (\S+)/gm)].map(([, name]) => name).filter((name) => name !== device), [])
      }
    }), { numRuns: 10, endOnFailure: true })
  }
})
