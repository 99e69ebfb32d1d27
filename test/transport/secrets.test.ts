import test from 'ava'
import { createSecretSource } from '../../src/transport/index.ts'
import { fleetError } from './operator.ts'

test('an environment variable', async (t) => {
  const secrets = createSecretSource({ env: { SECRET: 'value', EMPTY: '' }, ask: undefined })
  t.is(await secrets.read({ env: 'SECRET' }, 'sudo password of admin'), 'value')
  for (const env of ['EMPTY', 'GONE']) {
    const error = await fleetError(secrets.read({ env }, 'sudo password of admin'))
    t.is(error.kind, 'authentication')
    t.regex(error.what, new RegExp(`sudo password of admin: the environment variable ${env} is not set`))
  }
})

test('a prompt is asked once, however many wait, and one after the other', async (t) => {
  const log: string[] = []
  const secrets = createSecretSource({
    env: {},
    ask: async (question) => {
      log.push(`ask ${question}`)
      await new Promise((resolve) => setImmediate(resolve))
      log.push(`answered ${question}`)
      return `answer to ${question}`
    },
  })
  const answers = await Promise.all(['one', 'two', 'one', 'two', 'one'].map((purpose) => secrets.read({ prompt: true }, purpose)))
  t.deepEqual(
    answers,
    ['one', 'two', 'one', 'two', 'one'].map((purpose) => `answer to ${purpose}`),
  )
  t.is(await secrets.read({ prompt: true }, 'one'), 'answer to one')
  t.deepEqual(log, ['ask one', 'answered one', 'ask two', 'answered two'])
})

test('a prompt that is broken off is not asked again, and the next one is', async (t) => {
  let asked = 0
  const secrets = createSecretSource({
    env: {},
    ask: async (question) => {
      asked += 1
      if (question === 'one') throw new Error('broken off')
      return 'answer'
    },
  })
  for (let times = 0; times < 3; times += 1) await t.throwsAsync(secrets.read({ prompt: true }, 'one'), { message: 'broken off' })
  t.is(await secrets.read({ prompt: true }, 'two'), 'answer')
  t.is(asked, 2)
})

test('nobody to ask', async (t) => {
  const error = await fleetError(createSecretSource({ env: {}, ask: undefined }).read({ prompt: true }, 'sudo password of admin'))
  t.regex(error.what, /sudo password of admin: .*no terminal/)
})
