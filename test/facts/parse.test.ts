import test from 'ava'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { parseProbe } from '../../src/facts/index.ts'
import { FleetError } from '../../src/model/errors.ts'
import { caseNames, casePath, nonce } from './cases.ts'

const answers = caseNames().map((name) => readFileSync(casePath(name, 'answer.raw')))
const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = answers
const text = (change: (answer: string) => string): Buffer => Buffer.from(change(first.toString('latin1')), 'latin1')

/** The error of an answer that cannot be used; undefined when it can. */
const errorOf = (output: Buffer): FleetError | undefined => {
  try {
    parseProbe(output, nonce)
    return undefined
  } catch (error) {
    if (error instanceof FleetError && error.kind === 'probe' && error.next.length > 0) return error
    throw error
  }
}

test('an answer that is cut at any byte is an error', (t) => {
  for (const answer of answers) for (let length = 0; length < answer.length; length += 1) if (errorOf(answer.subarray(0, length)) === undefined) t.fail(`cut after ${length} bytes`)
  t.pass()
})

test('what stands before and behind an answer does not matter', (t) => {
  const noisy = Buffer.concat([Buffer.from('motd \x1b[31m'), first, Buffer.from(`${nonce} decide\n`)])
  t.deepEqual(parseProbe(noisy, nonce), parseProbe(first, nonce))
})

test('of several answers the last complete one counts', (t) => {
  const both = Buffer.concat([first, Buffer.from(`${nonce} decide\n${nonce} state on trial\n`), second])
  t.deepEqual(parseProbe(both, nonce), parseProbe(second, nonce))
  t.notDeepEqual(parseProbe(both, nonce), parseProbe(first, nonce))
  t.deepEqual(parseProbe(Buffer.concat([second, first.subarray(0, -1)]), nonce), parseProbe(second, nonce))
})

test('an answer with another nonce is none', (t) => {
  const other = Buffer.from(first.toString('latin1').replaceAll(nonce, 'f'.repeat(32)), 'latin1')
  t.regex(errorOf(other)?.what ?? '', /facts were expected/)
  t.deepEqual(parseProbe(Buffer.concat([first, other]), nonce), parseProbe(first, nonce))
})

const wrong: Readonly<Record<string, readonly [Buffer, RegExp]>> = {
  'nothing': [Buffer.alloc(0), /answered nothing/],
  'a login shell that complains': [Buffer.from('This account is \x1b[5mcurrently not available.\n'), /This account is \[5mcurrently not available/],
  'a terminal that changes newlines': [text((answer) => answer.replaceAll('\n', '\r\n')), /terminal in the way/],
  'a form of the future': [text((answer) => answer.replace('facts begin 1', 'facts begin 2')), /another form/],
  'a part that is gone': [text((answer) => answer.replace(`\n${nonce} facts routes\n`, '\n')), /no part called routes/],
  'parts in another order': [text((answer) => answer.replace('facts links', 'facts X').replace('facts host', 'facts links').replace('facts X', 'facts host')), /./],
  'no such root': [Buffer.from(`\n${nonce} facts begin 1\n\n${nonce} facts host\n! root\n\n${nonce} facts end\n`), /no such root/],
  'ip addr that failed': [text((answer) => answer.replace('facts host\n', 'facts host\n! ip 127\n')), /`ip addr` failed on the host with status 127/],
  'ip route that failed': [text((answer) => answer.replace('facts routes\n', 'facts routes\n! ip 2\n')), /`ip route` failed on the host with status 2/],
  'no boot id': [text((answer) => answer.replace(/^boot .*$/m, 'boot ')), /no boot id/],
  'no uptime': [text((answer) => answer.replace(/^uptime .*$/m, 'uptime soon')), /how long it is up/],
  'an absurd uptime': [text((answer) => answer.replace(/^uptime .*$/m, `uptime ${'9'.repeat(400)}`)), /how long it is up/],
  'no user': [text((answer) => answer.replace(/^uid .*$/m, 'uid root')), /who we are/],
  'no digest': [text((answer) => answer.replace(/^digest .*$/m, 'digest cksum:')), /digest/],
  'a file that grew': [text((answer) => answer.replace('DEVICE=eth1\n', 'DEVICE=eth1\nMTU=9000\n')), /changed while it was being read/],
  'a file that shrank': [text((answer) => answer.replace('DEVICE=eth1\n', '')), /changed while it was being read/],
  'a file of absurd size': [text((answer) => answer.replace(/^1 \d+ 644/m, '1 999999999999999999999 644')), /makes no sense/],
  'a negative size': [text((answer) => answer.replace(/^1 \d+ 644/m, '1 -5 644')), /makes no sense/],
  'a file that is too large': [text((answer) => answer.replace('facts files\n', 'facts files\n! large 1048577 etc/modprobe.conf\n')), /"\/etc\/modprobe.conf" has 1048577 bytes/],
  'a complaint that nobody knows': [text((answer) => answer.replace('facts files\n', 'facts files\n! sorry\n')), /does not know/],
  'a device name with an escape sequence': [text((answer) => answer.replace('link eth1', 'link e\x1b[2J')), /impossible name: "e\\u001b\[2J"/],
  'a device name that is a path': [text((answer) => answer.replace('link eth1', 'link ../../etc')), /impossible name/],
  'a guard that hangs': [text((answer) => answer.replace('facts asked\n', 'facts asked\nguard late make keys\n')), /"make keys" did not end/],
  'a lock that names no transaction': [text((answer) => answer.replace('facts asked\n', 'facts asked\npending ../../root\n')), /names no transaction/],
  'systemctl that does not answer': [text((answer) => answer.replace('facts units\n', 'facts units\nunit sshd.service sshd\n')), /asked about 1 services and answered about 0/],
}
for (const [what, [output, expected]] of Object.entries(wrong))
  test(`said in words: ${what}`, (t) => {
    t.regex(errorOf(output)?.what ?? 'no error', expected)
  })

test('a lock without a name was cut off before any change', (t) => {
  t.is(parseProbe(text((answer) => answer.replace('facts asked\n', 'facts asked\npending \n')), nonce).pending, undefined)
})

test('a pending transaction whose folder is gone is still pending', (t) => {
  t.deepEqual(parseProbe(text((answer) => answer.replace('facts asked\n', 'facts asked\npending 20261114T021339-3f9a-0007\n')), nonce).pending, { id: '20261114T021339-3f9a-0007', runId: '', state: 'failed', damage: 'its folder is gone' })
})

/** Measured in processor time: the machine may be busy with something else. */
const quick = (output: Buffer, limit = 1_000_000): boolean => {
  const start = process.cpuUsage()
  errorOf(output)
  return process.cpuUsage(start).user < limit
}

test('any bytes are facts or a FleetError, quickly', (t) => {
  const framed = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.concat([Buffer.from(`\n${nonce} facts begin 1\n\n${nonce} facts host\n`), bytes, Buffer.from(`\n${nonce} facts end\n`)]))
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)), framed), (output) => quick(output)), { numRuns: 300 })
  t.pass()
})

test('an answer with any line replaced, repeated or removed is facts or a FleetError, quickly', (t) => {
  const lines = answers.map((answer) => answer.toString('latin1').split('\n'))
  const odd = fc.oneof(fc.constantFrom('', '\x1b[31m', '-1', '9'.repeat(500), '../..', '__proto__ x', 'link ', 'port x', '! odd', '    inet ::/0', '1: a: <>', 'nexthop', 'unit a b', 'guard', 'pending x', 'state x'), fc.string({ unit: 'binary', maxLength: 60 }))
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.nat(), odd, fc.constantFrom('replace', 'insert', 'remove', 'append'), (answer, at, line, act) => {
      const index = at % answer.length
      const own = answer[index] ?? ''
      const changed = act === 'replace' ? [line] : act === 'insert' ? [line, own] : act === 'remove' ? [] : [own + line]
      return quick(Buffer.from([...answer.slice(0, index), ...changed, ...answer.slice(index + 1)].join('\n'), 'latin1'))
    }),
    { numRuns: 1000 },
  )
  t.pass()
})

test('sixteen megabytes that look like facts are refused, quickly', (t) => {
  for (const line of ['link a\n', 'bonding Slave Interface: x\n', '    inet 10.0.0.1/24 \n', `${nonce} facts host\n`, ' '.repeat(63) + '\n', '1 1 644 0 0 a\n'])
    t.true(quick(Buffer.concat([Buffer.from(`\n${nonce} facts begin 1\n\n${nonce} facts host\n`), Buffer.alloc(16 * 1024 * 1024, line), Buffer.from(`\n${nonce} facts end\n`)])), JSON.stringify(line))
})

test('ten thousand devices, addresses and routes are read, not choked on', (t) => {
  const many = (line: (index: number) => string): string => Array.from({ length: 10_000 }, (_, index) => line(index)).join('')
  const output = text((answer) =>
    answer
      .replace('facts links\n', `facts links\n${many((index) => `link x${index}\nkind physical\naddress 00:00:00:00:00:01\n`)}`)
      .replace('facts addresses\n', `facts addresses\n${many((index) => `${index}: x${index}: <UP> mtu 1500\n    inet 10.0.0.1/24 scope global\n`)}`)
      .replace('facts routes\n', `facts routes\n${many(() => '10.0.0.0/8 dev x1\n')}`))
  t.true(quick(output, 3_000_000))
  const { links, routes } = parseProbe(output, nonce)
  t.is(links.length, 10_000 + parseProbe(first, nonce).links.length)
  t.deepEqual(links.find(({ name }) => name === 'x9999')?.addresses, ['10.0.0.1/24'])
  t.true(routes.length > 10_000)
})
