import { readdirSync, readFileSync } from 'node:fs'
import test from 'ava'
import { texts } from './texts.ts'

const folder = new URL('../fixtures/report/texts/', import.meta.url)
const made = await texts()

test('every golden text is made, and every text is golden', (t) => {
  t.deepEqual(readdirSync(folder).toSorted(), Object.keys(made).toSorted())
})

for (const name of readdirSync(folder))
  test(name, (t) => {
    t.is(made[name], readFileSync(new URL(name, folder), 'utf8'))
  })
