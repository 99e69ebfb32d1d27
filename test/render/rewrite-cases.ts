/**
 * Writes what each case of test/fixtures/render gives now as what is expected. Run it by hand, and read the diff:
 * npx node test/render/rewrite-cases.ts [CASE...]
 */
import { writeFileSync } from 'node:fs'
import { caseNames, casePath, renderCase } from './cases.ts'

const chosen = process.argv.slice(2)
for (const name of chosen.length > 0 ? chosen : caseNames())
  for (const [kind, text] of Object.entries(await renderCase(name))) writeFileSync(casePath(name, kind), text)
