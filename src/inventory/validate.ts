import type { ValidateFunction } from 'ajv'
import type { HostSettings } from '../schema/generated/inventory.ts'
import validators from '../schema/generated/validators.cjs'
import { explain } from './explain.ts'
import type { Explained } from './explain.ts'
import { isMap } from './tree.ts'

/**
 * What is wrong with a document, in words. A key with nothing after it counts as an empty map where a map belongs
 * (`virtual4:`, `bond0.50:`): such nulls are replaced in the document.
 */
export const documentErrors = (document: unknown): Explained[] => errorsOf(validators.document, document)

/** The same for a part of a host's settings. */
export const partErrors = (part: unknown): Explained[] => errorsOf(validators.part, part)

/** A host's settings after merging: themselves, or what is wrong. */
export const checkSettings = (settings: unknown): { readonly settings: HostSettings } | { readonly errors: readonly Explained[] } => {
  const validate = validators.settings
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
