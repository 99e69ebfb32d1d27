/** A map of a document, before it is known to be valid. */
export type Tree = { readonly [key: string]: unknown }

export const isMap = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a map; whatever is none (the schema reports that) counts as empty. */
export const asMap = (value: unknown): Tree => (isMap(value) ? value : {})

/** Whether the tree has something at the path. */
export const has = (tree: unknown, path: readonly string[]): boolean => {
  let node = tree
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false
    node = Reflect.get(node, key)
  }
  return true
}

/** Secret references are one thing or another, never a mixture: they replace as a whole. */
const whole = new Set(['ssh.passphrase', 'ssh.password', 'ssh.becomePassword'])

/**
 * Lays one tree of settings over another: maps merge deeply, everything else replaces. Neither is changed.
 *
 * @example merge({ ssh: { user: 'root', port: 22 } }, { ssh: { port: 2222 } }) // { ssh: { user: 'root', port: 2222 } }
 */
export const merge = (base: Tree, over: Tree, path = ''): Tree => {
  const merged: { [key: string]: unknown } = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const before = Object.hasOwn(base, key) ? base[key] : undefined
    const here = path === '' ? key : `${path}.${key}`
    merged[key] = isMap(before) && isMap(value) && !whole.has(here) ? merge(before, value, here) : value
  }
  return merged
}
