// Rewrites what the golden cases of test/fixtures/lint expect. Run by a person, who then reads the difference:
// npx node test/lint/rewrite-cases.ts
import { writeFileSync } from 'node:fs'
import { caseNames, casePath, runCase } from './cases.ts'

for (const name of caseNames()) writeFileSync(casePath(name, 'expected'), (await runCase(name)).expected)
