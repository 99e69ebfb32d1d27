// Rewrites what the golden cases of test/fixtures/facts expect, and the recorded answers. Run by a person, who then
// reads the difference: node test/facts/rewrite-cases.ts
import { writeFileSync } from 'node:fs'
import { caseNames, casePath, comparable, runCase } from './cases.ts'

for (const name of caseNames()) {
  const { facts, output } = runCase(name, 'dash')
  writeFileSync(casePath(name, 'facts.json'), `${JSON.stringify(comparable(facts), undefined, 2)}\n`)
  const recorded = output
    .toString('latin1')
    .replace(/^uptime .*$/m, 'uptime 86400.25 1.00')
    .replace(/^space .*$/m, 'space 1000000 4096 500000 400000')
    .replace(/^digest sha256sum:\S+/m, `digest sha256sum:${'0'.repeat(64)}`)
  writeFileSync(casePath(name, 'answer.raw'), recorded, 'latin1')
}
