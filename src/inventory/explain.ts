import type { ErrorObject } from 'ajv'
import { didYouMean, nearest } from './nearest.ts'
import type { Path } from './path.ts'
import { asMap, isMap } from './tree.ts'
import type { Tree } from './tree.ts'

/** A schema's complaint in words for an operator. */
export interface Explained {
  readonly path: Path
  /** Where to point: at the key, or wherever the value stands. */
  readonly at: 'key' | undefined
  readonly what: string
  readonly next: readonly string[]
}

/** Keys whose values may be secrets that someone wrote down: they are never repeated. */
const secretKeys = new Set(['passphrase', 'password', 'becomePassword'])

/**
 * What was expected and what was found, for each complaint of ajv (options: allErrors, verbose).
 * The branches of a `oneOf` are left out: the complaint about the whole says it.
 */
export const explain = (errors: readonly ErrorObject[]): Explained[] =>
  errors.filter(({ schemaPath }) => !/\/oneOf\/\d/.test(schemaPath)).map(explainOne)

const explainOne = (error: ErrorObject): Explained => {
  const path = error.instancePath.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const parameters: Readonly<Record<string, unknown>> = error.params
  if (error.keyword === 'additionalProperties') {
    const key = String(parameters['additionalProperty'])
    const known = Object.keys(asMap(asMap(error.parentSchema)['properties']))
    const near = didYouMean(key, known)
    const next = near.length > 0 ? near : [`known here: ${known.join(', ')}`]
    return { path: [...path, key], at: 'key', what: `unknown key \`${key}\``, next }
  }
  if (error.keyword === 'required') {
    const missing = `\`${String(parameters['missingProperty'])}\``
    return { path, at: 'key', what: `\`${path.at(-1) ?? ''}\` has no ${missing}`, next: [`add ${missing}`] }
  }
  const hidden = path.some((key) => secretKeys.has(key))
  return {
    path,
    at: undefined,
    what: `expected ${expectation(error)}, found ${hidden ? 'something else (not shown: it may be a secret)' : found(error.data)}`,
    next: [...suggestion(error)],
  }
}

const articles: Readonly<Record<string, string>> = {
  string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', object: 'a map', array: 'a list', null: 'nothing',
}

const expectation = (error: ErrorObject): string => {
  const parameters: Readonly<Record<string, unknown>> = error.params
  const limit = String(parameters['limit'])
  switch (error.keyword) {
    case 'type': return [parameters['type']].flat().map((type) => articles[String(type)] ?? String(type)).join(' or ')
    case 'enum': return `one of ${words(error.schema).join(', ')}`
    case 'const': return String(parameters['allowedValue'])
    case 'oneOf': return '{ env: NAME } or { prompt: true }'
    case 'minimum': return `at least ${limit}`
    case 'maximum': return `at most ${limit}`
    case 'exclusiveMinimum': return `more than ${limit}`
    case 'minItems': return `a list of at least ${limit}`
    case 'maxItems': return `a list of at most ${limit}`
    case 'maxLength': return `at most ${limit} characters`
    case 'minLength': return 'some text'
    case 'uniqueItems': return 'each item once'
    case 'pattern': return likeness(asMap(error.parentSchema), String(parameters['pattern']))
    default: return error.message ?? error.keyword
  }
}

/** The schema's own example, or its description, or the bare pattern. */
const likeness = ({ examples, description }: Tree, pattern: string): string => {
  if (Array.isArray(examples)) return `text like \`${String(examples[0])}\``
  const first = typeof description === 'string' ? description.split('. ')[0]?.replace(/\.$/, '') : undefined
  return first === undefined ? `text that fits ${pattern}` : first.charAt(0).toLowerCase() + first.slice(1)
}

/** A value, short enough for one line. */
export const found = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isMap(value)) return 'a map'
  const text = typeof value === 'string' ? value : String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``
}

const words = (schema: unknown): string[] => (Array.isArray(schema) ? schema.map(String) : [])

const suggestion = (error: ErrorObject): readonly string[] => {
  const { keyword, data } = error
  if (keyword === 'enum' && typeof data === 'string') {
    // Several that are as near are in the list of all anyway.
    const [near, ...others] = nearest(data, words(error.schema))
    if (near !== undefined && others.length === 0) return [`did you mean \`${near}\`?`]
  }
  const wanted = asMap(error.params)['type']
  const scalar = typeof data === 'number' || typeof data === 'boolean'
  if (keyword === 'type' && wanted === 'string' && scalar) return [`put it in quotes: "${String(data)}"`]
  if (keyword === 'type' && wanted === 'array' && ['string', 'number'].includes(typeof data)) return ['put it in brackets, also when it is one']
  if (keyword === 'type' && ['integer', 'number', 'boolean'].includes(String(wanted)) && typeof data === 'string') return ['without quotes, and no unit']
  if (keyword === 'type' && wanted === 'object') return ['a map is written `name: value`, one a line; hosts, groups and devices are keys: `virtual4:`']
  if (keyword === 'oneOf') return ['a secret never stands in an inventory: name the variable of the environment that holds it, or have it asked for']
  return ['correct the value; `fleetnet schema` and docs/inventory.md tell what may stand here']
}
