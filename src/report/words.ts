/** Example: count(2, 'host') // 2 hosts */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** Names with runs of numbers drawn together. Example: compactNames(['v5', 'v6', 'v7', 'v9']) // ['v5-7', 'v9'] */
export const compactNames = (names: readonly string[]): string[] => {
  const result: string[] = []
  let run: { stem: string; first: string; last: string } | undefined
  const flush = (): void => {
    if (run !== undefined) result.push(run.first === run.last ? `${run.stem}${run.first}` : `${run.stem}${run.first}-${run.last}`)
    run = undefined
  }
  for (const name of names) {
    const [, stem = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(name) ?? []
    if (digits === '') {
      flush()
      result.push(name)
    } else if (run !== undefined && run.stem === stem && follows(run.last, digits)) run = { ...run, last: digits }
    else {
      flush()
      run = { stem, first: digits, last: digits }
    }
  }
  flush()
  return result
}

/** `09` is followed by `10`, `9` by `10`, `09` never by `010`. */
const follows = (digits: string, next: string): boolean =>
  Number(next) === Number(digits) + 1 && (next.length === digits.length || (!digits.startsWith('0') && !next.startsWith('0')))

/** As many names as fit, then how many are missing; never an empty text. Example: `virtual4 virtual5 and 10 more` */
export const someNames = (names: readonly string[], columns: number): string => {
  const all = compactNames(names).join(' ')
  if (all.length <= columns) return all
  let shown = 0
  let text = ''
  for (const name of names) {
    const longer = text === '' ? name : `${text} ${name}`
    if (shown > 0 && `${longer} and ${names.length - shown - 1} more`.length > columns) break
    text = longer
    shown += 1
  }
  return shown === names.length ? text : `${text} and ${names.length - shown} more`
}

/** Text in lines of at most so many columns, the first one of its own; a word that is longer stands alone, never cut. */
export const wrapWords = (text: string, columns: number, first = columns): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const room = lines.length === 1 ? first : columns
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
