// Rewrites what the golden cases of test/fixtures/inventory expect. Run by a person, who then reads the difference:
// node test/inventory/rewrite-cases.ts
import { rmSync, writeFileSync } from 'node:fs'
import { caseNames, casePath, outcome } from './cases.ts'

for (const name of caseNames()) {
  const { file, content } = await outcome(name)
  for (const old of ['expected.json', 'errors.txt']) rmSync(casePath(name, old), { force: true })
  writeFileSync(casePath(name, file), content)
}
