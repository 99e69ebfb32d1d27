// Writes src/schema/generated/*.ts from the JSON Schemas: `npm run schema`. A test fails when they are stale.
import { readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileFromFile } from 'json-schema-to-typescript'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Names of the schemas, without their `.schema.json`. Example: `inventory`. */
export const schemaNames = (): string[] =>
  readdirSync(here).filter((name) => name.endsWith('.schema.json')).map((name) => name.replace('.schema.json', '')).sort()

/** The TypeScript that belongs to one schema. */
export const generate = async (name: string): Promise<string> =>
  compileFromFile(`${here}${name}.schema.json`, {
    cwd: here,
    additionalProperties: false,
    style: { semi: false, singleQuote: true },
    bannerComment: `/* Generated from ${name}.schema.json by \`npm run schema\`. Edit the schema, not this file. */`,
  })

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of schemaNames()) writeFileSync(`${here}generated/${name}.ts`, await generate(name))
