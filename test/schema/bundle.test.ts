import test from 'ava'
import { Ajv } from 'ajv'
import { bundledSchema, schemaNames, settingsSchema } from '../../src/schema/bundle.ts'

const ajv = (): Ajv => new Ajv({ strict: true, allowUnionTypes: true })

for (const name of schemaNames())
  test(`the schema ${name} stands alone and is a strict one`, (t) => {
    t.notThrows(() => ajv().compile(bundledSchema(name)))
    t.notRegex(JSON.stringify(bundledSchema(name)), /"\$ref":"(?!#)/)
  })

test("a part of a host's settings may give a bond without slaves, the whole may not", (t) => {
  const settings = { network: { bonds: { bond0: { mode: 'active-backup' } } } }
  t.true(ajv().compile(settingsSchema(true))(settings))
  t.false(ajv().compile(settingsSchema(false))(settings))
  t.true(ajv().compile(bundledSchema('inventory'))({ hosts: { virtual4: settings } }))
  t.false(ajv().compile(bundledSchema('network'))(settings.network))
})

test('the schema refuses keys that it does not know', (t) => {
  const validate = ajv().compile(bundledSchema('inventory'))
  t.false(validate({ host: {} }))
  t.false(validate({ groups: { ovm: { network: { bonds: { bond0: { slave: ['eth0'] } } } } } }))
})
