import { createRequire } from 'node:module'
import { bundledSchema, settingsSchema } from './bundle.ts'

/**
 * The inventory's validators as code, so that no command has to compile schemas at its start: ajv alone takes longer
 * than reading an inventory. CommonJS, since that is what ajv's own helpers are.
 */
export const generateValidators = (): string => {
  const require = createRequire(import.meta.url)
  const { Ajv }: typeof import('ajv') = require('ajv')
  const { default: standalone }: typeof import('ajv/dist/standalone/index.js') = require('ajv/dist/standalone/index.js')
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true, code: { source: true, lines: true } })
  const schemas = { document: bundledSchema('inventory'), part: settingsSchema(true), settings: settingsSchema(false) }
  const names = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      ajv.addSchema({ ...schema, $id: name }, name)
      return [name, name]
    }),
  )
  return `/* Generated from inventory.schema.json and network.schema.json by \`npm run schema\`. Edit the schemas, not this file. */\n${standalone(ajv, names)}\n`
}
