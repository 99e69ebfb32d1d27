/** How a piece of text looks. Colours are the terminal's own sixteen; blue and green are never used. */
export interface Style {
  readonly color?: 'yellow' | 'cyan' | 'magenta' | 'red'
  readonly bold?: boolean
  readonly dim?: boolean
  readonly inverse?: boolean
}

/** A piece of a row in one style. */
export interface Span {
  readonly text: string
  readonly style?: Style
}

/** One row of a screen: what is shown from left to right. */
export type Row = readonly Span[]

const colours = { red: 31, yellow: 33, magenta: 35, cyan: 36 } as const

const codes = ({ color, bold, dim, inverse }: Style): string =>
  [bold ? 1 : undefined, dim ? 2 : undefined, inverse ? 7 : undefined, color === undefined ? undefined : colours[color]].filter((code) => code !== undefined).join(';')

/** Text with the escape codes of its style (ECMA-48 SGR), or without any when `color` is false. */
export const paint = (text: string, style: Style | undefined, color: boolean): string => {
  const open = color && style !== undefined && text !== '' ? codes(style) : ''
  return open === '' ? text : `\u001b[${open}m${text}\u001b[0m`
}

export const rowText = (row: Row): string => row.map(({ text }) => text).join('')

export const paintRow = (row: Row, color: boolean): string => row.map(({ text, style }) => paint(text, style, color)).join('')

export const plain = (text: string): Row => [{ text }]
