import { execFileSync } from 'node:child_process'
import test from 'ava'
import fc from 'fast-check'
import { checksum } from '../../src/transaction/checksum.ts'
import { decodeValue, encodeValue, printfFormat } from '../../src/transaction/encode.ts'

test('the checksum is that of cksum(1)', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      t.is(execFileSync('cksum', { input: Buffer.from(bytes), encoding: 'utf8' }).split(/\s/).slice(0, 2).join(' '), `${checksum(bytes)} ${bytes.length}`)
    }),
    { numRuns: 20 },
  )
})

test('any bytes come out of the shell as they went in', (t) => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      t.deepEqual(execFileSync('sh', ['-c', `printf ${printfFormat(bytes)}`]), Buffer.from(bytes))
    }),
    { numRuns: 25, examples: [[every], [Buffer.from('-e %s\\n')], [Buffer.from('--\n')], [Buffer.from('')]] },
  )
})

test('values keep their text, less control characters', (t) => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      t.false(/[ \n]/.test(encodeValue(text)))
      t.is(decodeValue(encodeValue(text)), text.replaceAll(/[\u0000-\u001f\u007f]/g, '?'))
    }),
  )
})
