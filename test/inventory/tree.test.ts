import test from 'ava'
import fc from 'fast-check'
import { has, isMap, merge } from '../../src/inventory/tree.ts'
import type { Tree } from '../../src/inventory/tree.ts'

const { tree } = fc.letrec<{ tree: Tree; value: unknown }>((tie) => ({
  tree: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'ssh', 'password'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.array(fc.integer(), { maxLength: 2 }), tie('tree')),
}))

/** Every path to what is no map, or an empty one. */
const leaves = (value: unknown, path: readonly string[] = []): { readonly path: readonly string[]; readonly value: unknown }[] =>
  isMap(value) && Object.keys(value).length > 0 ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key])) : [{ path, value }]

const read = (value: unknown, path: readonly string[]): unknown => path.reduce<unknown>((node, key) => (isMap(node) ? node[key] : undefined), value)

test('maps merge, lists and single values replace', (t) => {
  t.deepEqual(merge({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { b: 2, c: [3] }, e: {} }), { a: { b: 2, c: [3] }, d: 1, e: {} })
  t.deepEqual(merge({ a: { b: 1 } }, { a: [] }), { a: [] })
  t.deepEqual(merge({ a: [1] }, { a: { b: 1 } }), { a: { b: 1 } })
})

test('a secret replaces as a whole', (t) => {
  t.deepEqual(merge({ ssh: { password: { env: 'A' } } }, { ssh: { password: { prompt: true } } }), { ssh: { password: { prompt: true } } })
})

test('all that lies over is there, and what it does not touch stays', (t) => {
  fc.assert(fc.property(tree, tree, (base, over) => {
    const before = structuredClone({ base, over })
    const merged = merge(base, over)
    for (const leaf of leaves(over)) if (!isMap(leaf.value)) t.deepEqual(read(merged, leaf.path), leaf.value)
    for (const { path, value } of leaves(base)) {
      const replaced = path.some((_, index) => has(over, path.slice(0, index + 1)) && !isMap(read(over, path.slice(0, index + 1))))
      const touched = replaced || (has(over, path) && path.length > 0)
      const secret = path[0] === 'ssh' && path[1] === 'password' && has(over, ['ssh', 'password'])
      if (!touched && !secret && path.length > 0) t.deepEqual(read(merged, path), value)
    }
    t.deepEqual({ base, over }, before, 'neither is changed')
    t.deepEqual(merge(merged, over), merged, 'a second time changes nothing')
  }))
})
