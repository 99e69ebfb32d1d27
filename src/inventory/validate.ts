import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import type { HostSettings } from '../schema/generated/inventory.ts'
import { bundledSchema, settingsSchema } from '../schema/bundle.ts'
import { explain } from './explain.ts'
import type { Explained } from './explain.ts'
import { isMap } from './tree.ts'

const compile = <Type>(schema: object): ValidateFunction<Type> =>
  new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true }).compile<Type>(schema)

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

const ofDocument = once(() => compile<unknown>(bundledSchema('inventory')))
const ofPart = once(() => compile<unknown>(settingsSchema(true)))
const ofSettings = once(() => compile<HostSettings>(settingsSchema(false)))

/**
 * What is wrong with a document, in words. A key with nothing after it counts as an empty map where a map belongs
 * (`virtual4:`, `bond0.50:`): such nulls are replaced in the document.
 */
export const documentErrors = (document: unknown): Explained[] => errorsOf(ofDocument(), document)

/** The same for a part of a host's settings. */
export const partErrors = (part: unknown): Explained[] => errorsOf(ofPart(), part)

/** A host's settings after merging: themselves, or what is wrong. */
export const checkSettings = (settings: unknown): { readonly settings: HostSettings } | { readonly errors: readonly Explained[] } => {
  const validate = ofSettings()
  return validate(settings) ? { settings } : { errors: explain(validate.errors ?? []) }
}

const errorsOf = (validate: ValidateFunction<unknown>, value: unknown): Explained[] => {
  if (validate(value)) return []
  const before = validate.errors ?? []
  const empty = before.filter(({ keyword, params, data }) => keyword === 'type' && params['type'] === 'object' && data === null)
  for (const { instancePath } of empty) fill(value, instancePath.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')))
  return empty.length === 0 || !validate(value) ? explain(validate.errors ?? []) : []
}

const fill = (tree: unknown, path: readonly string[]): void => {
  const [key, ...rest] = path
  if (key === undefined || (!isMap(tree) && !Array.isArray(tree))) return
  if (rest.length === 0) Reflect.set(tree, key, {})
  else fill(Reflect.get(tree, key), rest)
}
