import { readAssignments } from '../backends/ifcfg/shell.ts'

const asciiQuotes = (line: string): string => line.replace(/[\u201c-\u201f\u2033\u3003]/g, '"').replace(/[\u2018-\u201b\u2032]/g, "'")

/** Typographic quotes become plain ones where the line is then one plain KEY=VALUE; else a person has to look. */
export const mendQuotes = (line: string): string => {
  const plain = asciiQuotes(line)
  const { problems, values } = readAssignments(plain)
  return /^\s*#/.test(line) || plain === line || problems.length > 0 || values.size !== 1 ? line : plain
}

/** The characters of a line that are not ASCII, each once. Example: namesOf('\u201da\u201d') // U+201D */
export const namesOf = (line: string): string =>
  [...new Set([...line].filter((character) => character > '\u007f'))].slice(0, 5).map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(', ')
