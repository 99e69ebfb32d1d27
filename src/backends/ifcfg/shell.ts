/** A line that is not a plain assignment. Lines count from 1. */
export interface Problem {
  readonly line: number
  readonly text: string
  readonly why: string
  /** E03 when it is made of look-alike characters, else E02. */
  readonly rule: 'E02' | 'E03'
}

/** What a sourced file says, as far as it can be told without running it. */
export interface Assignments {
  /** Later assignments win, as in a shell. */
  readonly values: ReadonlyMap<string, string>
  /** Whole-line comments, without `#` and surrounding blanks. */
  readonly comments: readonly string[]
  readonly problems: readonly Problem[]
}

/** One piece of a value: 'single', "double" or plain; `$` and backquotes would need a shell. `#` opens no comment inside a word. */
const part = /^(?:'(?<single>[^']*)'|"(?<double>(?:[^"\\$`]|\\[\\"$`])*)"|(?<plain>(?:[^\s'"\\$`;&|<>()]|\\.)+))/

/** Reads a value up to the blank or `;` that ends it. */
const readValue = (text: string): { readonly value: string; readonly rest: string } | undefined => {
  let value = ''
  let rest = text
  while (rest !== '' && !/^[\s;]/.test(rest)) {
    const match = part.exec(rest)
    if (!match) return undefined
    const { single, double, plain } = match.groups ?? {}
    value += single ?? double?.replace(/\\([\\"$`])/g, '$1') ?? plain?.replace(/\\(.)/g, '$1') ?? ''
    rest = rest.slice(match[0].length)
  }
  return { value, rest }
}

const readLine = (line: string): readonly (readonly [string, string])[] | undefined => {
  const found: [string, string][] = []
  let rest = line.trim().replace(/^export\s+/, '')
  while (rest !== '' && !rest.startsWith('#')) {
    const key = /^(?<key>[A-Za-z_][A-Za-z0-9_]*)=/.exec(rest)?.groups?.['key']
    const read = key === undefined ? undefined : readValue(rest.slice(key.length + 1))
    if (key === undefined || !read) return undefined
    found.push([key, read.value])
    rest = read.rest.replace(/^[\s;]+/, '')
  }
  return found
}

const why = (line: string): Pick<Problem, 'why' | 'rule'> => {
  if (/[^\x00-\x7f]/.test(line)) return { rule: 'E03', why: 'it holds characters that are not ASCII, such as quotes of a word processor' }
  if (line.includes('\r')) return { rule: 'E02', why: 'it ends with a carriage return' }
  return { rule: 'E02', why: 'it is not a plain KEY=VALUE' }
}

/**
 * Reads a file that bash would source: KEY=VALUE, quotes, comments. It never throws: other lines come back as problems.
 *
 * @example readAssignments('DEVICE="bond0" # trunk').values.get('DEVICE') // bond0
 */
export const readAssignments = (content: string): Assignments => {
  const values = new Map<string, string>()
  const comments: string[] = []
  const problems: Problem[] = []
  content.split('\n').forEach((text, index) => {
    if (/^\s*$/.test(text) && !text.includes('\r')) return
    if (/^\s*#/.test(text)) return void comments.push(text.replace(/^\s*#\s*/, '').trimEnd())
    const pairs = /[^\x00-\x7f]|\r/.test(text.replace(/\s#.*$/, '')) ? undefined : readLine(text)
    if (!pairs) return void problems.push({ line: index + 1, text, ...why(text) })
    for (const [key, value] of pairs) values.set(key, value)
  })
  return { values, comments, problems }
}
