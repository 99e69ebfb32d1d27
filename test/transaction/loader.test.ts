import test from 'ava'
import { compile, cutOver, file, traces } from './plans.ts'
import { eventually, TestHost } from './host.ts'
import { all, onHost } from './userlands.ts'

test('the loader is one line that any login shell can pass on', (t) => {
  using host = new TestHost('dash')
  const compiled = compile(host, [file('/etc/motd', 'x')])
  for (const line of [compiled.start, compiled.follow, compiled.converse]) {
    t.notRegex(line, /[\n!]/)
    t.false(line.includes(compiled.nonce), 'argument lists are public')
  }
})

onHost('an upload that is cut has no effect, at whatever byte', ['dash'], async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const length = compiled.payload.length
  const cuts = new Set([0, 1, 10, 33, ...Array.from({ length: Math.ceil(length / 997) }, (_, index) => index * 997), ...Array.from({ length: 60 }, (_, index) => length - 1 - index)])
  const queue = [...cuts]
  const worker = async (): Promise<void> => {
    for (let cut = queue.pop(); cut !== undefined; cut = queue.pop()) {
      const line = compiled.start.replaceAll(compiled.id, `${compiled.id}-${cut}`)
      const session = host.session(line, { input: compiled.payload.subarray(0, cut) })
      t.is(await session.ended, 3, `cut at ${cut}`)
      t.false(host.has(`etc/fleetnet/tx/${compiled.id}-${cut}`))
    }
  }
  await Promise.all([worker(), worker(), worker()])
  t.deepEqual(traces(host), [])
  t.deepEqual(host.calls(), [])
})

onHost('each line of the script is harmless alone, and so is the script without its last one', all, async (t, host) => {
  const compiled = compile(host, cutOver(host))
  const text = compiled.payload.toString('utf8').split('\n').slice(1)
  const last = text.lastIndexOf('main "$@"')
  host.write('part', text.slice(0, last).join('\n'))
  await host.session(`sh ${host.root}/part supervise`).ended
  t.deepEqual(host.calls(), [])
  t.false(host.has('etc/fleetnet'))
})

onHost('a damaged byte is found', ['dash'], async (t, host) => {
  const compiled = compile(host, [file('/etc/motd', 'hello\n')])
  const damaged = Buffer.from(compiled.payload)
  damaged[damaged.indexOf('hello')] = 0x48
  const session = host.session(compiled.start, { input: damaged, nonce: compiled.nonce })
  await session.ended
  t.like(session.progress()[0], { type: 'refused', kind: 'refused' })
  t.false(host.has('etc/motd'))
})

onHost('who asks for a transaction that was not received whole has cancelled it', all, async (t, host) => {
  const compiled = compile(host, [file('/etc/motd', 'hello\n')])
  const half = compiled.payload.length / 2
  const session = host.session(compiled.start, { input: compiled.payload.subarray(0, half), keepOpen: true, nonce: compiled.nonce })
  await eventually('the upload began', () => host.has(`${host.folder(compiled)}/payload`) && host.bytes(`${host.folder(compiled)}/payload`).length > 0)
  t.is(await host.session(compiled.follow).ended, 3)
  session.child.stdin?.end(compiled.payload.subarray(half))
  t.is(await session.ended, 3)
  t.like(session.progress()[0], { type: 'refused' })
  t.false(host.has('etc/motd'))
})

onHost('… even before the first byte of it arrives', ['dash'], async (t, host) => {
  const compiled = compile(host, [file('/etc/motd', 'hello\n')])
  t.is(await host.session(compiled.follow).ended, 3)
  const session = host.start(compiled)
  t.is(await session.ended, 3)
  t.like(session.progress()[0], { type: 'refused', why: 'this transaction was received or cancelled before' })
  t.false(host.has('etc/motd'))
})

onHost('an upload that was left half-way is cleared away by the next transaction', ['dash'], async (t, host) => {
  const cut = compile(host, [file('/etc/motd', 'cut\n')])
  const session = host.session(cut.start, { input: cut.payload.subarray(0, 5000), keepOpen: true })
  await eventually('the upload began', () => host.has(`${host.folder(cut)}/payload`))
  host.kill()
  await session.ended
  t.true(host.has(host.folder(cut)))
  await host.start(compile(host, [file('/etc/motd', 'whole\n')])).ended
  t.is(host.read('etc/motd'), 'whole\n')
  t.false(host.has(host.folder(cut)))
})
