/** Bidirectional controls and other marks that change how neighbours are drawn, without a glyph of their own. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc]|[\u{e0000}-\u{e0fff}]/u
// Control bytes are what this is about
const control = /[\u0000-\u001f\u007f-\u009f]/

/** The symbols of ours that are not ASCII; each takes one column everywhere. */
const ownSymbols = new Set('\u25e6\u21e2\u22c4\u25c9\u21e3\u21c4\u225f\u00bb\u2713\u21b6\u21ba\u2717\u2298')

const safeCharacter = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (control.test(character)) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code < 0x7f) return character
  if (invisible.test(character)) return `\\u{${code.toString(16)}}`
  // Latin, Greek and Cyrillic letters take one column where they stand alone; all else may be wide, combining or invalid.
  if ((code >= 0xa1 && code <= 0x2ff) || (code >= 0x370 && code <= 0x482) || (code >= 0x48a && code <= 0x52f)) return /\p{M}|\p{Cn}/u.test(character) ? '?' : character
  if (code === 0x2019 || code === 0x2018) return "'"
  return ownSymbols.has(character) ? character : '?'
}

/**
 * What came from a host, made safe for a terminal: control bytes as `\x1b`, bidirectional and invisible marks as
 * `\u{202e}`, wide, combining and invalid characters as `?`. The result takes as many columns as it has characters.
 *
 * @example clean('ok\u001b[31m') // ok\x1b[31m
 */
export const clean = (text: string): string => (/^[\u0020-\u007e]*$/.test(text) ? text : Array.from(text, safeCharacter).join(''))

/** Several lines, each made safe; tabs become two spaces, since a diff shows scripts. */
export const cleanLines = (text: string): string => text.split('\n').map((line) => clean(line.replaceAll('\t', '  '))).join('\n')

/** Columns that a cleaned text takes. */
export const widthOf = (text: string): number => text.length

/** Cut at the end, with `~` where something is missing. Example: cut('virtual11', 6) // virtu~ */
export const cut = (text: string, columns: number): string => {
  if (text.length <= columns) return text
  return columns <= 0 ? '' : `${text.slice(0, columns - 1)}~`
}

/** Cut in the middle: both ends of a host's name tell it from others. Example: cutMiddle('virtual11', 6) // vir~11 */
export const cutMiddle = (text: string, columns: number): string => {
  if (text.length <= columns) return text
  if (columns <= 1) return '~'.slice(0, Math.max(0, columns))
  const tail = Math.floor((columns - 1) / 2)
  return `${text.slice(0, columns - 1 - tail)}~${tail === 0 ? '' : text.slice(-tail)}`
}

/** Text of exactly so many columns. */
export const cell = (text: string, columns: number): string => cut(text, columns).padEnd(Math.max(0, columns))
export const cellRight = (text: string, columns: number): string => cut(text, columns).padStart(Math.max(0, columns))
