import test from 'ava'
import { readFileSync } from 'node:fs'
import { generatedFiles } from '../../src/schema/generate.ts'

test('types, the schema for editors and the reference are as `npm run schema` writes them', async (t) => {
  for (const { path, content } of await generatedFiles()) t.is(readFileSync(path, 'utf8'), content, `${path} is stale: npm run schema`)
})
