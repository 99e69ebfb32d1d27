/**
 * How many letters have to be added, taken away, changed or swapped with their neighbour to get from one word to the other
 * (optimal string alignment). Case counts half.
 */
export const distance = (from: string, to: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const [a = '', b = ''] = [from[row - 1], to[column - 1]]
      const change = a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? 0.5 : 1
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + change)
      if (row > 1 && column > 1 && a === to[column - 2] && from[row - 2] === b) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/**
 * The known words that an unknown one was probably meant to be, nearest first, three at most.
 *
 * @example nearest('slave', ['slaves', 'mode']) // ['slaves']
 */
export const nearest = (word: string, known: Iterable<string>): string[] => {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  const found: { readonly candidate: string; readonly far: number }[] = []
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > allowed) continue
    const far = distance(word, candidate)
    if (far <= allowed) found.push({ candidate, far })
  }
  return found.sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1)).slice(0, 3).map(({ candidate }) => candidate)
}

/** A sentence for `next`, or none. Example: did you mean `slaves`? */
export const didYouMean = (word: string, known: Iterable<string>): string[] => {
  const words = nearest(word, known)
  return words.length === 0 ? [] : [`did you mean ${words.map((near) => `\`${near}\``).join(' or ')}?`]
}
