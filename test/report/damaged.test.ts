import test from 'ava'
import { statusText } from '../../src/report/index.ts'
import { readings } from './texts.ts'

test('a damaged transaction is told with what can be done, and not to go back by itself', async (t) => {
  const first = (await readings()).find((reading) => 'facts' in reading)
  if (first === undefined || !('facts' in first)) return t.fail('no reading')
  const text = statusText([{ ...first, facts: { ...first.facts, pending: { id: '2-b', runId: 'r2', state: 'on trial', damage: 'its script is damaged' } } }])
  t.regex(text, /its script is damaged\n {4}do: on its console: sh \/etc\/fleetnet\/tx\/2-b\/ctl rollback, if that still works\n {4}do: else compare the network files with \/etc\/fleetnet\/tx\/2-b\/before/)
  t.notRegex(text, /goes back by itself/)
})
