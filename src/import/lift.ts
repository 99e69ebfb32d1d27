import { isMap, type Tree } from '../inventory/tree.ts'

const same = (left: unknown, right: unknown): boolean => {
  if (isMap(left) && isMap(right)) {
    const keys = Object.keys(left)
    return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  }
  return Array.isArray(left) && Array.isArray(right) ? left.length === right.length && left.every((item, index) => same(item, right[index])) : left === right
}

const isEmpty = (tree: Tree): boolean => Object.keys(tree).length === 0

/** What two trees have in common. Lists are the same or not: an inventory replaces them as a whole. */
const common = (left: Tree, right: Tree): Tree => Object.fromEntries(Object.entries(left).flatMap(([key, value]): [string, unknown][] => {
  if (!Object.hasOwn(right, key)) return []
  const other = right[key]
  if (same(value, other)) return [[key, value]]
  const part = isMap(value) && isMap(other) ? common(value, other) : {}
  return isEmpty(part) ? [] : [[key, part]]
}))

/** What a tree has beyond another that is part of it. */
const beyond = (tree: Tree, shared: Tree): Tree => Object.fromEntries(Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
  if (!Object.hasOwn(shared, key)) return [[key, value]]
  const other = shared[key]
  const rest = isMap(value) && isMap(other) ? beyond(value, other) : {}
  return isEmpty(rest) ? [] : [[key, rest]]
}))

/**
 * Splits trees into what all of them share and what each has of its own; merged again they are what they were. Of one tree
 * nothing is shared: there is nobody to share it with.
 *
 * @example lift([{ a: 1, b: 2 }, { a: 1, b: 3 }]) // { shared: { a: 1 }, own: [{ b: 2 }, { b: 3 }] }
 */
export const lift = (trees: readonly Tree[]): { readonly shared: Tree; readonly own: readonly Tree[] } => {
  const [first = {}, ...rest] = trees
  const shared = rest.length === 0 ? {} : rest.reduce<Tree>(common, first)
  return { shared, own: trees.map((tree) => beyond(tree, shared)) }
}
