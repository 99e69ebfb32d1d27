import { cell, cellRight } from './clean.ts'

export interface Column {
  readonly title: string
  readonly right?: boolean
}

/** Rows under titles, each column as wide as its widest cell, two blanks between; the last column is not padded. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[], gap = '  '): string[] => {
  const widths = columns.map(({ title }, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    columns.map(({ right }, index) => (right ? cellRight : cell)(cells[index] ?? '', widths[index] ?? 0)).join(gap).trimEnd()
  return [line(columns.map(({ title }) => title)), ...rows.map(line)]
}
