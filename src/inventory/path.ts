/** Keys from the outermost to the innermost; list indexes as numbers in text. */
export type Path = readonly string[]

const plain = /^[A-Za-z0-9_-]+$/

/** A path as an operator writes it; keys with dots are quoted. Example: network.vlans."bond0.50".mtu */
export const showPath = (path: Path): string => path.map((key) => (plain.test(key) ? key : JSON.stringify(key))).join('.')

/** The inverse of showPath: `undefined` when it is not a path. Single quotes do as well. */
export const parsePath = (text: string): Path | undefined => {
  const path: string[] = []
  const part = /"([^"]*)"|'([^']*)'|([^."'\s]+)/y
  for (let at = 0; ; at++) {
    part.lastIndex = at
    const found = part.exec(text)
    if (!found) return undefined
    path.push(found[1] ?? found[2] ?? found[3] ?? '')
    at = part.lastIndex
    if (at === text.length) return path
    if (text[at] !== '.') return undefined
  }
}
