import { readFileSync, readdirSync } from 'node:fs'

const folder = new URL('./', import.meta.url)
const ending = '.schema.json'

/** A JSON Schema as a plain value. */
export interface JsonSchema {
  readonly [key: string]: unknown
}

/** Names of the schemas, sorted. Example: inventory */
export const schemaNames = (): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).sort()

/** One schema as it stands in its file, with references to its neighbours. */
export const readSchema = (name: string): JsonSchema => {
  const schema: unknown = JSON.parse(readFileSync(new URL(`${name}${ending}`, folder), 'utf8'))
  if (!isObject(schema)) throw new TypeError(`${name}${ending} is no JSON Schema`)
  return schema
}

/**
 * A schema that stands alone: for `fleetnet schema`, for editors, for validation.
 *
 * The inventory's takes the network in, without what a network must have: a group may give a bond its mode and a host
 * its slaves, so that only the merged network can be held to that.
 */
export const bundledSchema = (name: string): JsonSchema =>
  name === 'inventory' ? withNetwork(readSchema('inventory'), withoutRequired) : readSchema(name)

/** The schema of one host's settings, merged: nothing may be missing. With `partial`, of a part of them. */
export const settingsSchema = (partial: boolean): JsonSchema => {
  const { definitions } = withNetwork(readSchema('inventory'), partial ? withoutRequired : (network) => network)
  return { $schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/settings', definitions }
}

const withNetwork = (inventory: JsonSchema, prepare: (network: unknown) => unknown): JsonSchema => {
  const { $schema: _, $id: _id, ...network } = readSchema('network')
  const { definitions, ...rest } = mapReferences(inventory, (reference) => reference.replace(/^network\.schema\.json/, '#/definitions/network'))
  const inside = mapReferences(network, (reference) => reference.replace(/^#\//, '#/definitions/network/'))
  return { ...rest, definitions: { ...(isObject(definitions) ? definitions : {}), network: prepare(inside) } }
}

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

const transform = (value: unknown, change: (key: string, value: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => transform(item, change))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, transform(change(key, item), change)] as const)
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined))
}

const mapReferences = (schema: JsonSchema, map: (reference: string) => string): JsonSchema => {
  const mapped = transform(schema, (key, value) => (key === '$ref' && typeof value === 'string' ? map(value) : value))
  return isObject(mapped) ? mapped : {}
}

const withoutRequired = (schema: unknown): unknown =>
  transform(schema, (key, value) => (key === 'required' && Array.isArray(value) ? undefined : value))
