import { isAlias, isCollection, isMap, isNode, isSeq } from 'yaml'
import type { Alias, Document, Node, YAMLMap } from 'yaml'
import type { Path } from './path.ts'
import { keyText } from './plain.ts'

/** Where something stands: its key (none for a list's item or the document itself) and its value. */
export interface Located {
  readonly key: Node | undefined
  readonly value: Node | undefined
}

/**
 * A function that finds nodes by path, through aliases; it stops at the last one that is there.
 * A map's keys are indexed when it is first asked for, so that many questions stay cheap.
 */
export const locator = (document: Document.Parsed, targets: ReadonlyMap<Alias, Node>): ((path: Path) => Located) => {
  const indexes = new Map<YAMLMap, Map<string, Located>>()
  const index = (map: YAMLMap): Map<string, Located> => {
    const known = indexes.get(map)
    if (known) return known
    const made = new Map(map.items.map(({ key, value }) => [keyText(key) ?? '', { key: node(key), value: node(value) }] as const))
    indexes.set(map, made)
    return made
  }
  const child = (parent: Node, word: string): Located | undefined => {
    if (isMap(parent)) return index(parent).get(word)
    if (!isSeq(parent)) return undefined
    const value = node(parent.items[Number(word)])
    return value && { key: undefined, value }
  }
  return (path) => {
    let found: Located = { key: undefined, value: document.contents ?? undefined }
    for (const word of path) {
      const { value } = found
      const parent = isAlias(value) ? targets.get(value) : value
      const next = parent && isCollection(parent) ? child(parent, word) : undefined
      if (!next) break
      found = next
    }
    return found
  }
}

const node = (value: unknown): Node | undefined => (isNode(value) ? value : undefined)
