// Writes what is generated from the JSON Schemas: `npm run schema`. A test fails when any of it is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileFromFile } from 'json-schema-to-typescript'
import { bundledSchema, schemaNames } from './bundle.ts'
import { referencePage } from './reference.ts'
import { generateValidators } from './validators.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** The TypeScript that belongs to one schema. */
export const generate = async (name: string): Promise<string> =>
  compileFromFile(`${here}${name}.schema.json`, {
    cwd: here,
    additionalProperties: false,
    style: { semi: false, singleQuote: true },
    bannerComment: `/* Generated from ${name}.schema.json by \`npm run schema\`. Edit the schema, not this file. */`,
  })

/** The inventory's schema in one file, for editors: what the first line of inventory/*.yaml points to. */
export const generateForEditors = (): string => `${JSON.stringify(bundledSchema('inventory'), undefined, 2)}\n`

/** Every generated file: its path and what it should hold. */
export const generatedFiles = async (): Promise<{ readonly path: string; readonly content: string }[]> => {
  const page = fileURLToPath(new URL('../../docs/inventory.md', import.meta.url))
  const types = schemaNames().map(async (name) => ({ path: `${here}generated/${name}.ts`, content: await generate(name) }))
  return [
    ...(await Promise.all(types)),
    { path: `${here}generated/inventory.schema.json`, content: generateForEditors() },
    { path: `${here}generated/validators.cjs`, content: generateValidators() },
    { path: page, content: referencePage(readFileSync(page, 'utf8'), bundledSchema('inventory')) },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { path, content } of await generatedFiles()) writeFileSync(path, content)
