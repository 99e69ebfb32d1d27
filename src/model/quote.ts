/**
 * The one function that quotes a value for a POSIX shell.
 *
 * @throws TypeError on a NUL byte: no shell can hold one.
 * @example quote("it's") // 'it'\''s'
 */
export const quote = (value: string): string => {
  if (value.includes('\0')) throw new TypeError('a NUL byte cannot be passed to a shell')
  return /^[A-Za-z0-9_./:=@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`
}

/** Words of a command line, each quoted. Example: quoteAll(['ip', 'link']) // ip link */
export const quoteAll = (words: readonly string[]): string => words.map(quote).join(' ')
