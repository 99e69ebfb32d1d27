import test from 'ava'
import fc from 'fast-check'
import { didYouMean, distance, nearest } from '../../src/inventory/nearest.ts'

test('finds what was meant', (t) => {
  t.deepEqual(nearest('slave', ['slaves', 'mode', 'miimon']), ['slaves'])
  t.deepEqual(nearest('shh', ['ssh', 'hosts', 'vars']), ['ssh'])
  t.deepEqual(nearest('adresses', ['addresses', 'gateway']), ['addresses'])
  t.deepEqual(nearest('productoin', ['production', 'demo']), ['production'])
  t.deepEqual(nearest('lacprate', ['lacpRate', 'mode']), ['lacpRate'])
})

test('does not guess wildly', (t) => {
  t.deepEqual(nearest('flavour', ['ssh', 'vars', 'network']), [])
  t.deepEqual(didYouMean('flavour', ['ssh', 'vars']), [])
})

test('names three at most, the nearest first', (t) => {
  t.deepEqual(nearest('virtual', ['virtual9', 'virtual8', 'virtual7', 'virtual6', 'Virtual']), ['Virtual', 'virtual6', 'virtual7'])
  t.deepEqual(didYouMean('virtua4', ['virtual4', 'virtual5']), ['did you mean `virtual4` or `virtual5`?'])
})

test('a swap, a letter more, less or other is one away, another case half', (t) => {
  t.is(distance('abcd', 'abdc'), 1)
  t.is(distance('abcd', 'abc'), 1)
  t.is(distance('abcd', 'abxcd'), 1)
  t.is(distance('abcd', 'abXd'), 1)
  t.is(distance('abcd', 'abCd'), 0.5)
  t.is(distance('', 'abc'), 3)
})

test('is zero for equal words only, and the same both ways', (t) => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
    t.is(distance(a, a), 0)
    t.is(distance(a, b), distance(b, a))
    return a === b || distance(a, b) > 0
  }))
})
