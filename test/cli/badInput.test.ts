import test from 'ava'
import { caseNames, readExpected, runCase } from './cases.ts'

/** Cases in which hosts were asked: what is wrong is out there, and a run may have been recorded. */
const asked = (expected: string): boolean => expected.startsWith('exit 3')

for (const name of await caseNames()) {
  test(`bad input: ${name}`, async (t) => {
    const expected = await readExpected(name)
    const { ended, described, made } = await runCase(name)
    t.is(described, expected)
    const printed = ended.stdout + ended.stderr
    t.notRegex(printed, /\n\s+at /, 'no stack trace')
    t.notRegex(printed, /fleetnet itself failed/)
    if (asked(expected)) return
    t.is(ended.code, 1)
    t.is(ended.stdout, '', 'nothing that could be taken for a result')
    t.regex(ended.stderr, /\S/)
    t.deepEqual(made, [], 'no host was touched, so no run was recorded')
  })
}
