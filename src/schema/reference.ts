import type { JsonSchema } from './bundle.ts'

const begin = '<!-- reference: written by `npm run schema` from src/schema -->'
const end = '<!-- end of reference -->'

/** A page of documentation with the part between its two marks replaced by the reference of a schema. */
export const referencePage = (page: string, schema: JsonSchema): string => {
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new TypeError(`the page has no marks ${begin} and ${end}`)
  return `${before}${begin}\n\n${reference(schema)}\n${end}${after}`
}

interface Section {
  readonly title: string
  readonly schema: JsonSchema
}

/** Tables of every key that the inventory's schema knows, a section a map. */
export const reference = (schema: JsonSchema): string => {
  const queue: Section[] = [{ title: 'The file', schema }]
  const done = new Map<string, Section>()
  for (let section = queue.shift(); section; section = queue.shift()) {
    if (done.has(section.title)) continue
    done.set(section.title, section)
    for (const property of Object.values(properties(section.schema))) {
      const target = sectionOf(schema, property)
      if (target) queue.push(target)
    }
  }
  const sections = [...done.values()]
  return sections.map((section) => table(schema, section, sections.find((other) => other !== section && holdsAllOf(section, other)))).join('\n')
}

const holdsAllOf = (section: Section, other: Section): boolean =>
  Object.keys(properties(other.schema)).every((key) => key in properties(section.schema))

/** A section. `base`: another one whose keys it all has as well, so that they need not be told again. */
const table = (root: JsonSchema, { title, schema }: Section, base: Section | undefined): string => {
  const told = base ? properties(base.schema) : {}
  const own = Object.entries(properties(schema)).filter(([key]) => !(key in told))
  const rows = own.map(([key, property]) => `| \`${key}\` | ${type(root, property)} | ${cell(describe(root, property))} |`)
  const intro = base ? `All keys of ${link(base.title)}, and:` : text(schema['description'])
  const before = intro === '' || title === 'The file' ? [] : [intro, '']
  return [`### ${title}`, '', ...before, '| key | value | |', '|---|---|---|', ...rows, ''].join('\n')
}

const object = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const cell = (words: string): string => words.replaceAll('|', String.raw`\|`)

const properties = (schema: JsonSchema): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(object(schema['properties'])).map(([key, value]) => [key, object(value)]))

/** The schema behind a reference, with what stands beside the reference. */
const follow = (root: JsonSchema, schema: JsonSchema): JsonSchema => {
  const reference = text(schema['$ref'])
  if (reference === '') return schema
  const target = reference.replace(/^#\//, '').split('/').reduce<JsonSchema>((node, key) => object(node[key]), root)
  return follow(root, { ...target, ...Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$ref')) })
}

/** The section that a value's own keys are told of in: that of a map, or of the values of a map of names. */
const sectionOf = (root: JsonSchema, property: JsonSchema): Section | undefined => {
  const schema = follow(root, property)
  const inner = Object.keys(properties(schema)).length > 0 ? schema : follow(root, object(schema['additionalProperties']))
  const title = text(inner['title'])
  return title === '' || Object.keys(properties(inner)).length === 0 ? undefined : { title: spaced(title), schema: inner }
}

/** Example: HostSettings // Host settings */
const spaced = (title: string): string => title.replace(/Document$/, '').replaceAll(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const link = (title: string): string => `[${title}](#${title.toLowerCase().replaceAll(' ', '-')})`

const type = (root: JsonSchema, property: JsonSchema): string => {
  const schema = follow(root, property)
  const section = sectionOf(root, property)
  if (section) return Object.keys(properties(schema)).length > 0 ? link(section.title) : `names, each ${link(section.title)}`
  if (schema['enum'] !== undefined) return list(schema['enum']).map((value) => `\`${String(value)}\``).join(', ')
  if (schema['oneOf'] !== undefined) return '`{ env: NAME }` or `{ prompt: true }`'
  if (schema['type'] === 'array') return `list: ${type(root, object(schema['items']))}`
  const bounds = [
    ...(schema['minimum'] === undefined ? [] : [`from ${String(schema['minimum'])}`]),
    ...(schema['exclusiveMinimum'] === undefined ? [] : [`over ${String(schema['exclusiveMinimum'])}`]),
    ...(schema['maximum'] === undefined ? [] : [`to ${String(schema['maximum'])}`]),
    ...(schema['maxLength'] === undefined ? [] : [`up to ${String(schema['maxLength'])} characters`]),
  ]
  const words: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number', number: 'number', boolean: '`true`, `false`', object: 'map' }
  return [words[text(schema['type'])] ?? 'text or number', ...bounds].join(' ')
}

const describe = (root: JsonSchema, property: JsonSchema): string => {
  const schema = follow(root, property)
  const items = follow(root, object(schema['items']))
  const [example] = [...list(schema['examples']), ...list(items['examples'])]
  const description = text(schema['description'])
  const shown = example === undefined || description.includes('Example:') ? '' : `Example: \`${String(example)}\``
  return [description, shown].filter((part) => part !== '').join(' ')
}
