import test from 'ava'
import fc from 'fast-check'
import { clean, cleanLines, cut, cutMiddle } from '../../src/report/clean.ts'

for (const [what, from, to] of [
  ['an escape sequence', 'ok\u001b[31m', String.raw`ok\x1b[31m`],
  ['a carriage return', 'a\rb', String.raw`a\x0db`],
  ['a C1 control', 'a\u009bb', String.raw`a\x9bb`],
  ['a bidirectional control', 'a\u202eb', String.raw`a\u{202e}b`],
  ['a wide character', 'a\u4e16b', 'a?b'],
  ['an emoji', 'a\u{1f600}b', 'a?b'],
  ['half of a surrogate pair', 'a\ud800b', 'a?b'],
  ['a combining mark', 'e\u0301', 'e?'],
  ['an umlaut', 'Zürich', 'Zürich'],
  ['a symbol of ours', '\u2713', '\u2713'],
  ['a soft hyphen', 'a\u00adb', String.raw`a\u{ad}b`],
] as const)
  test(`${what} is safe to show`, (t) => {
    t.is(clean(from), to)
  })

test('whatever comes from a host takes as many columns as it has characters', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cleaned = clean(text)
      t.notRegex(cleaned, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      // Latin, Greek and Cyrillic, and the symbols of ours: one column each, wherever it is shown.
      t.regex(cleaned, /^[\u0020-\u007e\u00a1-\u052f\u25e6\u21e2\u22c4\u25c9\u21e3\u21c4\u225f\u2713\u21b6\u21ba\u2717\u2298]*$/)
      t.notRegex(cleaned, /\p{M}/u)
      t.is(clean(cleaned), cleaned)
    }),
  )
})

test('lines stay lines, tabs become blanks', (t) => {
  t.is(cleanLines('a\tb\n\u0007'), 'a  b\n\\x07')
})

test('what is cut says so, and a name keeps both ends', (t) => {
  t.is(cut('virtual11', 6), 'virtu~')
  t.is(cut('virtual11', 9), 'virtual11')
  t.is(cutMiddle('virtual11', 6), 'vir~11')
  fc.assert(fc.property(fc.string(), fc.nat(40), (text, columns) => cut(text, columns).length <= columns && cutMiddle(text, columns).length <= columns))
})
