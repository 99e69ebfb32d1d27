/**
 * Writes what each command line of test/fixtures/cli gives now as what is expected. Run it by hand, after a build, and
 * read the diff: npx node test/cli/rewrite-cases.ts [CASE...]
 */
import { caseNames, runCase, writeExpected } from './cases.ts'

const chosen = process.argv.slice(2)
for (const name of chosen.length > 0 ? chosen : await caseNames()) await writeExpected(name, (await runCase(name)).described)
