/** Where an expression stands in a text: [start, end). */
export interface SxpRange {
  readonly start: number
  readonly end: number
}

/** End of the quoted text that begins at `from`; backslash takes the next character as it is. */
const endOfQuote = (text: string, from: number): number => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === text[from]) return at + 1
  }
  return text.length
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** End of the word that begins at `from`. */
const endOfWord = (text: string, from: number): number => {
  let at = from
  while (at < text.length && !/[\s()'"]/.test(text[at] ?? '')) at += 1
  return Math.max(at, from + 1)
}

/**
 * The expressions `(name …)` of a file in xend's notation (s-expressions; `#` begins a comment), in order, comments and
 * quoted texts left out. One that never ends is left out as well: xend refuses such a file.
 *
 * @example expressionsNamed('# (a b)\n(a c)\n', 'a') // [{ start: 8, end: 13 }]
 */
export const expressionsNamed = (text: string, name: string): SxpRange[] => {
  const found: SxpRange[] = []
  const open: { readonly start: number; name: string | undefined }[] = []
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? ''
    if (character === '#') at = endOfLine(text, at)
    else if (character === '(') {
      open.push({ start: at, name: undefined })
      at += 1
    } else if (character === ')') {
      const closed = open.pop()
      at += 1
      if (closed?.name === name) found.push({ start: closed.start, end: at })
    } else if (/\s/.test(character)) at += 1
    else {
      const end = character === "'" || character === '"' ? endOfQuote(text, at) : endOfWord(text, at)
      const innermost = open.at(-1)
      if (innermost) innermost.name ??= text.slice(at, end)
      at = end
    }
  }
  return found.toSorted((left, right) => left.start - right.start)
}
