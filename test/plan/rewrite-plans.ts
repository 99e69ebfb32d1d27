/** Rewrites the expected plans: `npx node test/plan/rewrite-plans.ts [CASE]`. Look at the difference before you keep it. */
import { writeFileSync } from 'node:fs'
import { caseNames, planCase, readCase } from './cases.ts'

const [, , only] = process.argv
for (const name of caseNames().filter((each) => only === undefined || each === only)) {
  const plan = await readCase(name)
  writeFileSync(`${plan.folder}/plan.txt`, planCase(plan).text)
}
