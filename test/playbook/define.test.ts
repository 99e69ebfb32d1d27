import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { definePlaybook } from '../../src/playbook/index.ts'
import { checkPlaybook } from '../../src/playbook/define.ts'
import { restartNetwork, writeBonds } from '../../src/steps/index.ts'

test('defaults: one host, a tenth, the rest; no failure is tolerated', (t) => {
  const playbook = definePlaybook({ name: 'bonds', steps: [writeBonds(), restartNetwork()] })
  t.like(playbook, { name: 'bonds', description: '', rolling: { batches: [1, '10%', '100%'], maxFailures: 0 } })
  t.deepEqual(playbook.steps.map(({ name }) => name), ['writeBonds', 'restartNetwork'])
  t.deepEqual(definePlaybook({ name: 'a', rolling: { maxFailures: '5%' }, steps: [writeBonds()] }).rolling, { batches: [1, '10%', '100%'], maxFailures: '5%' })
  t.deepEqual(definePlaybook({ ...playbook }).rolling, playbook.rolling, 'what was made once can be made again')
})

const steps = [writeBonds()]
const wrong: readonly (readonly [unknown, RegExp])[] = [
  [undefined, /a playbook is an object/],
  [{ name: 'a', step: [] }, /a playbook has no 'step'/],
  [{ steps }, /name must be letters/],
  [{ name: '../a', steps }, /name must be letters.*found "\.\.\/a"/],
  [{ name: 'a', description: 'b\nc', steps }, /description must be one line/],
  [{ name: 'a', steps: [] }, /at least one step/],
  [{ name: 'a', steps: [writeBonds] }, /steps\[0\] is the function writeBonds, not a step/],
  [{ name: 'a', steps: [writeBonds(), 'restartNetwork'] }, /steps\[1\] is not a step/],
  [{ name: 'a', steps: [{ name: 'own', changes: () => [] }] }, /steps\[0\] is not a step/],
  [{ name: 'a', rolling: 3, steps }, /rolling must be/],
  [{ name: 'a', rolling: { batch: [1] }, steps }, /rolling takes batches and maxFailures, found "batch"/],
  [{ name: 'a', rolling: { batches: [] }, steps }, /batches must be a list that is not empty/],
  [{ name: 'a', rolling: { batches: [0] }, steps }, /a batch must be a whole number of hosts from 1.*found 0/],
  [{ name: 'a', rolling: { batches: ['0%'] }, steps }, /a batch must be/],
  [{ name: 'a', rolling: { batches: ['101%'] }, steps }, /a batch must be/],
  [{ name: 'a', rolling: { batches: ['10'] }, steps }, /a batch must be/],
  [{ name: 'a', rolling: { maxFailures: -1 }, steps }, /maxFailures must be.*found -1/],
  [{ name: 'a', rolling: { maxFailures: 1.5 }, steps }, /maxFailures must be/],
  [{ name: 'a', rolling: { maxFailures: 'none' }, steps }, /maxFailures must be/],
]

for (const [input, expected] of wrong) {
  test(`refused: ${JSON.stringify(input)} ${expected.source}`, (t) => {
    const error = t.throws(() => checkPlaybook(input), { instanceOf: FleetError, message: expected })
    t.is(error?.kind, 'playbook')
    t.true((error?.next.length ?? 0) > 0)
  })
}
