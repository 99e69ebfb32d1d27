// Rewrites the golden screens: `npx node test/ui/rewrite-screens.ts`. A person runs it and reads the diff; CI never does.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { screens } from './screens.ts'

const folder = new URL('../fixtures/ui/screens/', import.meta.url)
for (const name of readdirSync(folder)) rmSync(new URL(name, folder))
for (const [name, text] of Object.entries(screens())) writeFileSync(new URL(name, folder), text)
