/** A text's lines, each with its own line end, so that joining them gives the text back. */
export const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const bare = (line: string): string => line.replace(/\r?\n$/, '')
const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** Text without the lines that `concerns` picks. */
export const withoutLines = (text: string, concerns: (line: string) => boolean): string =>
  splitLines(text).filter((line) => !concerns(bare(line))).join('')

/**
 * Text in which `line` stands exactly once among the lines that `concerns` picks: the first of them becomes it, further
 * ones go; without any it is added at the end. All other bytes stay, line ends included; only a missing last newline is
 * added when a line has to follow it.
 */
export const withLine = (text: string, line: string, concerns: (line: string) => boolean): string => {
  const lines = splitLines(text)
  const concerned = lines.flatMap((entry, index) => (bare(entry) === line || concerns(bare(entry)) ? [index] : []))
  const [first] = concerned
  if (first === undefined) return `${text}${text === '' || text.endsWith('\n') ? '' : endOf(text)}${line}${endOf(text)}`
  return lines.flatMap((entry, index) => (index === first ? [`${line}${entry.slice(bare(entry).length)}`] : concerned.includes(index) ? [] : [entry])).join('')
}
