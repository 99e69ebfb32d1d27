import test from 'ava'
import { schemaText } from '../../../src/cli/commands/schema.ts'
import { FleetError } from '../../../src/model/errors.ts'

for (const name of ['inventory', 'network', 'event'])
  test(`prints the schema ${name} as JSON without references to other files`, (t) => {
    const schema: unknown = JSON.parse(schemaText(name))
    t.like(schema, { $schema: 'http://json-schema.org/draft-07/schema#' })
    t.notRegex(schemaText(name), /"\$ref": "(?!#)/)
  })

test('another name is an error that tells the names', (t) => {
  const error = t.throws(() => schemaText('../package'), { instanceOf: FleetError })
  t.regex(error?.what ?? '', /event, inventory, network/)
})
