import { FleetError } from '../model/errors.ts'

/** Says what was expected of a value, or undefined when the value is right. */
export type Check = (value: unknown) => string | undefined

const show = (value: unknown): string => {
  if (typeof value === 'function') return 'a function'
  if (value instanceof RegExp) return String(value)
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** A wrong argument of a step, in the words of the playbook's author. */
export const wrongArgument = (step: string, what: string, next: readonly string[] = [`see ${step}() in docs/playbooks.md`]): FleetError =>
  new FleetError({ kind: 'playbook', step, what: `${step}: ${what}`, next })

export const isText: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a text')
export const isAnyText: Check = (value) => (typeof value === 'string' ? undefined : 'a text')
export const isOneLine: Check = (value) => (typeof value === 'string' && value !== '' && !/[\0\r\n]/.test(value) ? undefined : 'one line of text')
export const isBoolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false')
export const isMode: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 0o7777 ? undefined : 'permission bits such as 0o644')
export const isPattern: Check = (value) => (value instanceof RegExp ? undefined : 'a regular expression')
export const isSeconds: Check = (value) => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? undefined : 'seconds, more than 0')

/** A path on the host: absolute, without `..`, empty parts or line ends. */
export const isPath: Check = (value) =>
  typeof value === 'string' && /^(?:\/[^/\0\r\n]+)+$/.test(value) && !/\/\.\.?(?:\/|$)/.test(value) ? undefined : 'an absolute path without . and ..'

export const isOneOf = (...allowed: readonly unknown[]): Check => (value) => (allowed.includes(value) ? undefined : allowed.map(show).join(' or '))
export const isMatch = (pattern: RegExp, expected: string): Check => (value) => (typeof value === 'string' && pattern.test(value) ? undefined : expected)
export const isEither = (...checks: readonly Check[]): Check => (value) => {
  const expected = checks.map((check) => check(value))
  return expected.includes(undefined) ? undefined : expected.join(' or ')
}
export const isListOf = (check: Check): Check => (value) => {
  if (!Array.isArray(value) || value.length === 0) return 'a list that is not empty'
  const wrong = value.map((entry) => check(entry)).find((expected) => expected !== undefined)
  return wrong === undefined ? undefined : `a list of which each is ${wrong}`
}

/** Also takes a function of the host, whose result is checked when the host is planned. */
export const orFunction = (check: Check): Check => (value) => (typeof value === 'function' ? undefined : check(value))

/**
 * Checks a step's arguments when the playbook is loaded: the compiler alone would not, for a playbook's types are only
 * stripped. Names in `required` must be there.
 *
 * @throws FleetError of kind playbook, which says what was expected and found.
 */
export const checkArguments = (step: string, input: unknown, checks: Readonly<Record<string, Check>>, required: readonly string[] = []): void => {
  const known = Object.keys(checks)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw wrongArgument(step, `expected ${step}({ ${known.join(', ')} }), found ${show(input)}`)
  }
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const missing = required.find((name) => !given.some(([key]) => key === name))
  if (missing !== undefined) throw wrongArgument(step, `argument '${missing}' is missing`)
  for (const [name, value] of given) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (check === undefined) throw wrongArgument(step, `there is no argument '${name}'; it takes ${known.join(', ')}`)
    const expected = check(value)
    if (expected !== undefined) throw wrongArgument(step, `${name} must be ${expected}, found ${show(value)}`)
  }
}

/** Checks what a function of the host returned. */
export const checkValue = (step: string, name: string, check: Check, value: unknown): void => {
  const expected = check(value)
  if (expected !== undefined) throw wrongArgument(step, `${name} must be ${expected}; the function returned ${show(value)}`)
}
