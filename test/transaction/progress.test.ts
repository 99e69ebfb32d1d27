import test from 'ava'
import fc from 'fast-check'
import { parseProgress } from '../../src/transaction/progress.ts'

const nonce = '5eed5eed5eed5eed'
const parse = (text: string): ReturnType<typeof parseProgress> => parseProgress(`${nonce} 812.07 ${text}`, nonce)

test('each word becomes its record', (t) => {
  for (const type of ['received', 'locked', 'checkpointed', 'guarded', 'staged', 'cutting', 'committed'] as const) t.deepEqual(parse(type), { uptime: 812.07, type })
  t.deepEqual(parse('armed phase=cut%20over until=900.5'), { uptime: 812.07, type: 'armed', phase: 'cut over', until: 900.5 })
  t.deepEqual(parse('on-trial'), { uptime: 812.07, type: 'on-trial' })
  t.deepEqual(parse('doing what=ifup%20eth0'), { uptime: 812.07, type: 'doing', what: 'ifup eth0' })
  t.deepEqual(parse('output text=a=b%25'), { uptime: 812.07, type: 'output', text: 'a=b%' })
  t.deepEqual(parse('rolled-back degraded=vif1.0,tap2'), { uptime: 812.07, type: 'rolled-back', degraded: ['vif1.0', 'tap2'] })
  t.deepEqual(parse('rolled-back degraded='), { uptime: 812.07, type: 'rolled-back', degraded: [] })
  t.deepEqual(parse('refused kind=disk why=full'), { uptime: 812.07, type: 'refused', kind: 'disk', why: 'full' })
})

test('what is not ours, or not whole, is nothing', (t) => {
  t.is(parseProgress('other 1.00 committed', nonce), undefined)
  t.is(parseProgress(' 1.00 committed', ''), undefined)
  for (const text of ['armed phase=cut%20over', 'armed phase=never until=1', 'armed phase=confirm until=-1', 'armed phase=confirm until=1e9', 'refused kind=other why=x', 'nonsense', '']) t.is(parse(text), undefined, text)
  t.is(parseProgress(`${nonce} soon committed`, nonce), undefined)
  fc.assert(fc.property(fc.string(), (line) => void t.is(parseProgress(line, nonce), undefined)))
})

test('a host cannot drive the operator’s terminal, nor fill it', (t) => {
  const found = parse(`warning text=${'%1B[2J\u009b'.repeat(300)}`)
  t.true(found?.type === 'warning' && !/[\u0000-\u001f\u007f-\u009f]/.test(found.text) && found.text.length <= 401)
  fc.assert(fc.property(fc.string(), (text) => {
    const read = parse(`output text=${text}`)
    t.true(read === undefined || (read.type === 'output' && !/[\u0000-\u001f]/.test(read.text)))
  }))
})

test('NUL bytes that a power cut left before a line are passed over', (t) => {
  t.deepEqual(parseProgress(`${'\0'.repeat(231)}5eed 2.98 committed`, '5eed'), { uptime: 2.98, type: 'committed' })
})
