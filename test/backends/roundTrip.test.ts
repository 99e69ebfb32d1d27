import test from 'ava'
import fc from 'fast-check'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import { normalNetwork } from '../../src/backends/normal.ts'
import type { Release } from '../../src/model/facts.ts'
import { bareFacts, fileFact, hostWith } from './facts.ts'
import { networks } from './networks.ts'

for (const release of ['el5', 'el6', 'el7'] as const satisfies readonly Release[]) {
  test(`${release}: parse gives back what render wrote, and rendering onto it changes nothing`, (t) => {
    fc.assert(fc.property(networks(release), (network) => {
      const host = hostWith(network)
      t.deepEqual(ifcfg.check(host, undefined).filter(({ severity }) => severity === 'error'), [])
      const facts = bareFacts(release)
      const rendered = ifcfg.render({ host, facts }, { addresses: true })
      const files = Object.fromEntries(rendered.map(({ path, content }) => [path, fileFact(path, content)]))
      t.deepEqual(normalNetwork(ifcfg.parse(files)), normalNetwork(network))
      const again = bareFacts(release, { files })
      t.deepEqual(ifcfg.render({ host, facts: again }, { addresses: true }), rendered)
      t.deepEqual(ifcfg.stale({ host, facts: again }), [])
    }), { numRuns: 150, endOnFailure: true })
  })

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
