/** `[a-z]` as the shell means it; what no expression can be made of stands for itself. */
const setOf = (text: string): string => {
  const set = `[${text.slice(1, -1).replace(/^!/, '^').replaceAll(/[\\[]/g, String.raw`\$&`)}]`
  try {
    return new RegExp(set).source
  } catch {
    return text.replaceAll(/[^\w]/g, String.raw`\$&`)
  }
}

/** A shell glob as a regular expression: `*` and `?` stop at slashes, as in the shell. */
const patternOf = (glob: string): RegExp => new RegExp(`^${glob.replaceAll(/\[!?[^\]/]+\]|[*?]|[.+^${}()|\\[\]]/g, (part) =>
  (part === '*' ? '[^/]*' : part === '?' ? '[^/]' : part.length > 1 ? setOf(part) : `\\${part}`))}$`)

/** Whether a path matches one of the shell globs. */
export const matchesGlob = (globs: readonly string[], path: string): boolean => globs.some((glob) => patternOf(glob).test(path))
