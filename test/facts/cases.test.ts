import test from 'ava'
import { readFileSync } from 'node:fs'
import { parseProbe } from '../../src/facts/index.ts'
import { caseNames, casePath, comparable, digestOf, makeTree, missingShell, nonce, probe, readCase, requestOf, runCase, shells, type Shell } from './cases.ts'

const expected = (name: string): unknown => JSON.parse(readFileSync(casePath(name, 'facts.json'), 'utf8'))

for (const shell of Object.keys(shells) as Shell[]) {
  // Where continuous integration runs nothing may be skipped, so there a missing shell fails.
  const run = missingShell(shell) && process.env['CI'] === undefined ? test.skip : test
  const needs = run === test ? '' : ` (needs the Debian package ${shell})`
  for (const name of caseNames()) run(`facts of ${name} under ${shell}${needs}`, (t) => t.deepEqual(comparable(runCase(name, shell).facts), expected(name)))
  run(`a second probe, and the transaction, come to the same digest under ${shell}${needs}`, (t) => {
    for (const name of ['el5-xen-bonded-trunk', 'hostile-files']) {
      const tree = makeTree(name)
      const request = requestOf(name)
      const digests = [probe(tree.root, request, shell), probe(tree.root, request, 'dash')].map((output) => parseProbe(output, nonce).digest)
      t.deepEqual(digests, Array<string>(2).fill(digestOf(tree.root, request, shell)))
      t.regex(digests[0] ?? '', /^sha256sum:[0-9a-f]{64}$/)
      tree.delete()
    }
  })
}

for (const name of caseNames())
  test(`recorded answer of ${name}`, (t) => t.deepEqual(comparable(parseProbe(readFileSync(casePath(name, 'answer.raw')), nonce)), expected(name)))

test('a second probe of the same tree prints the same, but for the clock', (t) => {
  const tree = makeTree('el6-active-backup')
  const once = (): string => probe(tree.root, requestOf('el6-active-backup'), 'dash', readCase('el6-active-backup').session).toString('latin1').replace(/^(uptime|space) .*$/gm, '$1')
  t.is(once(), once())
  tree.delete()
})
