// Rewrites the golden texts: `npx node test/report/rewrite-texts.ts`. A person runs it and reads the diff; CI never does.
import { writeFileSync } from 'node:fs'
import { texts } from './texts.ts'

for (const [name, text] of Object.entries(await texts())) writeFileSync(new URL(`../fixtures/report/texts/${name}`, import.meta.url), text)
