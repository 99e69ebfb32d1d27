import test from 'ava'
import fc from 'fast-check'
import { createCollector, createLines, createTail } from '../../src/transport/output.ts'

test('a collector keeps what fits', (t) => {
  const collector = createCollector(5)
  t.true(collector.add(Buffer.from('abc')))
  t.is(collector.all().toString(), 'abc')
  t.true(collector.add(Buffer.from('de')))
  t.false(collector.add(Buffer.from('f')))
  t.is(collector.all().toString(), 'abcde')
})

test('a tail keeps the last bytes', (t) => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 12 })), (parts) => {
      const tail = createTail(7)
      for (const part of parts) tail.add(Buffer.from(part))
      return tail.all().toString() === parts.join('').slice(-7)
    }),
  )
  t.pass()
})

test('lines do not depend on how the stream is cut', (t) => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r'), maxLength: 8 })), fc.integer({ min: 1, max: 5 }), (parts, size) => {
      const lines: string[] = []
      const add = createLines((line) => lines.push(line))
      const bytes = Buffer.from(parts.join(''))
      for (let at = 0; at < bytes.length; at += size) add(bytes.subarray(at, at + size))
      return JSON.stringify(lines) === JSON.stringify(parts.join('').split('\n').slice(0, -1))
    }),
  )
  t.pass()
})
