import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { backends } from '../../src/backends/index.ts'
import { normalNetwork } from '../../src/backends/normal.ts'
import { caseNames, outcomeOf, readCase, readTree, secondRun, shown } from './golden.ts'

for (const backend of backends) for (const name of caseNames(backend)) {
  test(`${backend.name} ${name}: files, what goes, what runs, what is found`, (t) => {
    const example = readCase(backend, name)
    const text = (file: string): string => readFileSync(join(example.folder, file), 'utf8')
    t.deepEqual(outcomeOf(example), { files: readTree(join(example.folder, 'expected')), stale: text('stale'), activation: text('activation'), findings: text('findings') })
  })

  test(`${backend.name} ${name}: a second run changes nothing`, (t) => {
    const again = secondRun(readCase(backend, name))
    const { files, stale, activation } = outcomeOf(again)
    t.deepEqual(files, shown(Object.fromEntries(Object.entries(again.facts.files).map(([path, { content }]) => [path, content]))))
    t.is(stale, '')
    t.is(activation, 'new:\ntouched:\n')
  })

  test(`${backend.name} ${name}: parse gives the network back`, (t) => {
    const again = secondRun(readCase(backend, name))
    const wanted = normalNetwork(again.host.network)
    const found = normalNetwork(backend.parse(again.facts.files))
    // A host may have devices that are not managed: they are read as well.
    for (const kind of ['interfaces', 'bonds', 'vlans', 'bridges'] as const) {
      t.deepEqual(Object.fromEntries(Object.keys(wanted[kind]).map((device) => [device, found[kind][device]])), wanted[kind])
    }
  })
}
