import { readFileSync } from 'node:fs'
import test from 'ava'
import { withTable } from './docs.ts'

test('docs/lint.md has the rules as they are', (t) => {
  const page = readFileSync(new URL('../../docs/lint.md', import.meta.url), 'utf8')
  t.is(page, withTable(page), 'npx node test/lint/rewrite-docs.ts')
})
