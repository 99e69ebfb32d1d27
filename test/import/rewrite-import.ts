// Writes what importing each case comes to: `npx node test/import/rewrite-import.ts`, then read the diff.
import { caseNames, outcomeOf, writeExpected } from './cases.ts'

for (const name of caseNames()) writeExpected(name, await outcomeOf(name))
