import { readFileSync } from 'node:fs'
import test from 'ava'
import { caseNames, planCase, readCase } from './cases.ts'
import { afterPlan } from './simulate.ts'

for (const name of caseNames()) {
  test(`plan of ${name}`, async (t) => {
    const input = await readCase(name)
    const { plan, text } = planCase(input)
    t.is(text, readFileSync(`${input.folder}/plan.txt`, 'utf8'))
    if (plan === undefined) return
    const { disruptive } = plan
    t.is(disruptive, plan.changes.some((change) => change.disruptive))
    const first = plan.changes.findIndex((change) => change.disruptive || (change.kind === 'file' && change.when === 'cut over'))
    t.true(first === -1 || plan.changes.slice(first).every((change) => change.disruptive || (change.kind === 'file' && change.when === 'cut over')), 'what cannot cut comes first')
    const again = planCase({ ...input, facts: afterPlan(input.facts, plan, input.host.network) })
    t.deepEqual(again.plan?.changes, [], 'applied once, nothing is left to do')
  })
}
