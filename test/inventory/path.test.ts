import test from 'ava'
import fc from 'fast-check'
import { parsePath, showPath } from '../../src/inventory/path.ts'

test('keys with dots are quoted', (t) => {
  t.is(showPath(['network', 'vlans', 'bond0.50', 'mtu']), 'network.vlans."bond0.50".mtu')
  t.deepEqual(parsePath('network.vlans."bond0.50".mtu'), ['network', 'vlans', 'bond0.50', 'mtu'])
  t.deepEqual(parsePath("network.vlans.'bond0.50'"), ['network', 'vlans', 'bond0.50'])
})

test('what is no path', (t) => {
  for (const text of ['', '.', 'a.', '.a', 'a..b', '"a', 'a b', 'a"b"']) t.is(parsePath(text), undefined, text)
})

test('a path comes back from its text', (t) => {
  const key = fc.stringMatching(/^[A-Za-z0-9_.:@ -]+$/)
  fc.assert(fc.property(fc.array(key, { minLength: 1, maxLength: 5 }), (path) => {
    t.deepEqual(parsePath(showPath(path)), path)
  }))
})
