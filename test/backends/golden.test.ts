import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import { normalNetwork } from '../../src/backends/normal.ts'
import { caseNames, outcomeOf, readCase, readTree, secondRun } from './golden.ts'

for (const name of caseNames()) {
  test(`${name}: files, what goes, what runs, what is found`, (t) => {
    const example = readCase(name)
    const text = (file: string): string => readFileSync(join(example.folder, file), 'utf8')
    t.deepEqual(outcomeOf(example), { files: readTree(join(example.folder, 'expected')), stale: text('stale'), activation: text('activation'), findings: text('findings') })
  })

  test(`${name}: a second run changes nothing`, (t) => {
    const again = secondRun(readCase(name))
    const { files, stale, activation } = outcomeOf(again)
    t.deepEqual(files, Object.fromEntries(Object.entries(again.facts.files).map(([path, { content }]) => [path, content])))
    t.is(stale, '')
    t.is(activation, 'new:\ntouched:\n')
  })

  test(`${name}: parse gives the network back`, (t) => {
    const again = secondRun(readCase(name))
    const wanted = normalNetwork(again.host.network)
    const found = normalNetwork(ifcfg.parse(again.facts.files))
    // A host may have devices that are not managed: they are read as well.
    for (const kind of ['interfaces', 'bonds', 'vlans', 'bridges'] as const) {
      t.deepEqual(Object.fromEntries(Object.keys(wanted[kind]).map((device) => [device, found[kind][device]])), wanted[kind])
    }
  })
}
