import test from 'ava'
import fc from 'fast-check'
import { createSplitter } from '../../src/transport/splitter.ts'

/** Cuts a text into chunks of the given lengths. */
const cut = (text: string, lengths: readonly number[]): Buffer[] => {
  const chunks: Buffer[] = []
  let at = 0
  for (const length of lengths) {
    chunks.push(Buffer.from(text.slice(at, at + length)))
    at += length
  }
  return [...chunks, Buffer.from(text.slice(at))]
}

test('marks are found however the stream is cut', (t) => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 })
  fc.assert(
    fc.property(letters, fc.array(fc.nat(5), { maxLength: 20 }), (text, lengths) => {
      const splitter = createSplitter([Buffer.from('abab'), Buffer.from('cc')])
      let passed = ''
      const found: string[] = []
      for (const chunk of cut(text, lengths)) {
        for (let rest = chunk; rest.length > 0;) {
          const { before, mark, after } = splitter.feed(rest)
          passed += before.toString()
          if (mark !== undefined) {
            found.push(['abab', 'cc'][mark] ?? '')
            passed += '|'
          }
          rest = after
        }
      }
      passed += splitter.rest().toString()
      return passed === text.replaceAll(/abab|cc/g, '|') && found.join() === (text.match(/abab|cc/g) ?? []).join()
    }),
  )
  t.pass()
})

test('only the beginning of a mark is held back', (t) => {
  const splitter = createSplitter([Buffer.from('mark\n')])
  t.is(splitter.feed(Buffer.from('text ma')).before.toString(), 'text ')
  t.is(splitter.feed(Buffer.from('d')).before.toString(), 'mad')
  t.is(splitter.feed(Buffer.from('mark')).before.toString(), '')
  t.is(splitter.rest().toString(), 'mark')
  t.is(splitter.rest().toString(), '')
})
