// Writes the rules into docs/lint.md. Run by a person, who then reads the difference: npx node test/lint/rewrite-docs.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withTable } from './docs.ts'

const page = fileURLToPath(new URL('../../docs/lint.md', import.meta.url))
writeFileSync(page, withTable(readFileSync(page, 'utf8')))
