import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LineCounter, isCollection, isScalar, parseDocument as parseYaml } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import { FleetError, FleetErrors } from '../model/errors.ts'
import type { SourcePosition } from '../model/errors.ts'
import { locator } from './locate.ts'
import type { Path } from './path.ts'
import { toPlain } from './plain.ts'
import type { Plain } from './plain.ts'

/** A YAML or JSON file, read. */
export interface SourceDocument {
  /** As an operator is told: relative to the working folder where it lies below. */
  readonly file: string
  /** Absolute; relative paths in it start here. */
  readonly folder: string
  readonly value: unknown
  /** Where the path stands, or as much of it as is there. With `key` its key, otherwise the value where that is a plain one. */
  position(path: Path, at?: 'key'): SourcePosition
}

/**
 * Reads one inventory file; `shown` is its name in errors.
 *
 * @throws FleetError or FleetErrors that name file, line and column: not readable, not text, not YAML, empty, two documents,
 *   a key twice, aliases out of bounds
 */
export const readDocument = async (path: string, shown: string): Promise<SourceDocument> => parseDocument(await readText(path, shown), path, shown)

const fail = (position: SourcePosition, what: string, next: string, cause?: unknown): FleetError =>
  new FleetError({ kind: 'inventory', position, what, next: [next], cause })

const readText = async (path: string, shown: string): Promise<string> => {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw fail({ file: shown }, `expected a file that can be read, found ${cause.code ?? cause.message}`, `look at it: ls -l ${shown}`, cause)
  })
  try {
    if (bytes.includes(0)) throw new TypeError('a NUL byte')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw fail({ file: shown }, 'expected YAML in UTF-8, found bytes that are no text', `look at it: file ${shown}`, cause)
  }
}

/** The same for a text that was read already. */
export const parseDocument = (text: string, path: string, shown: string): SourceDocument => {
  const lines = new LineCounter()
  const place = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset)
    return { file: shown, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const { document, plain } = parse(text, lines, shown, place)
  if (plain.value === null)
    throw fail({ file: shown }, 'expected an inventory, found an empty file', 'write `groups:` or `hosts:` with a host in it; `fleetnet init` writes one')
  const locate = locator(document, plain.targets)
  return {
    file: shown,
    folder: dirname(path),
    value: plain.value,
    position: (keys, at) => {
      const { key, value } = locate(keys)
      const written = isScalar(value) && value.source !== '' ? value : undefined
      const node = at === 'key' || isCollection(value) ? (key ?? value) : (written ?? key ?? value)
      return place(node?.range?.[0] ?? 0)
    },
  }
}

interface Parsed {
  readonly document: Document.Parsed
  readonly plain: Plain
}

const parse = (text: string, lineCounter: LineCounter, file: string, place: (offset: number) => SourcePosition): Parsed => {
  try {
    // The library looks for double keys in quadratic time, so toPlain does it.
    const document = parseYaml(text, { lineCounter, prettyErrors: false, uniqueKeys: false })
    const complaints = [...document.errors, ...document.warnings]
    // What follows a first mistake in YAML is mostly its echo.
    const [complaint] = complaints.sort((a, b) => a.pos[0] - b.pos[0])
    if (complaint && /call stack/.test(complaint.message)) throw new RangeError(complaint.message)
    if (complaint) throw fail(place(complaint.pos[0]), `not YAML: ${inWords(complaint)}`, remedy(complaint))
    const plain = toPlain(document)
    if (plain.objections.length === 0) return { document, plain }
    throw new FleetErrors(plain.objections.map(({ offset, what, next, other }) =>
      fail(place(offset), other === undefined ? what : `${what}, first in line ${place(other).line}`, next)))
  } catch (cause) {
    // The parser recurses: thousands of open brackets end its stack.
    if (!(cause instanceof RangeError)) throw cause
    throw fail({ file }, 'expected an inventory, found lists or maps that are nested too deeply', 'look for a damaged file', cause)
  }
}

/** The library's sentence without its last stop and without a second line. */
const inWords = (complaint: YAMLError): string => {
  if (complaint.code === 'TAB_AS_INDENT') return 'a tab where only spaces may indent'
  if (complaint.code === 'MULTILINE_IMPLICIT_KEY') return 'a key without its colon'
  if (complaint.code === 'MISSING_CHAR' && complaint.message.startsWith('Implicit')) return 'a key without its colon'
  if (complaint.code === 'MULTIPLE_DOCS') return 'a second document after `---`'
  const [line = ''] = complaint.message.split('\n')
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/[.:]$/, '')
}

const remedy = ({ code }: YAMLError): string => {
  switch (code) {
    case 'TAB_AS_INDENT': return 'indent with spaces'
    case 'MULTIPLE_DOCS': return 'put the second document into a file of its own, and give --inventory the folder of both'
    case 'TAG_RESOLVE_FAILED': return 'take the tag (the word with `!`) away; for a secret write { env: NAME } or { prompt: true }'
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': return 'look at the indentation, and for a missing colon or quote, in this line and the one before'
    default: return 'mend this place; values with special characters stand in quotes'
  }
}
