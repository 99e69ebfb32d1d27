/** Lines `KEY REST` by key, in order. */
export const byKey = (lines: readonly string[]): ((key: string) => readonly string[]) => {
  const found = new Map<string, string[]>()
  for (const line of lines) {
    const blank = line.indexOf(' ')
    const key = blank === -1 ? line : line.slice(0, blank)
    const values = found.get(key) ?? []
    values.push(blank === -1 ? '' : line.slice(blank + 1))
    found.set(key, values)
  }
  return (key) => found.get(key) ?? []
}
