import { mkdir, readFile, stat } from 'node:fs/promises'
import test from 'ava'
import type { Connection } from '../../src/model/connection.ts'
import { fingerprint, fleetError, knownLine, newOperator, targetOf, type Operator } from './operator.ts'
import { newKey, startSshServer, type KeyPair, type SshServer } from './ssh-server.ts'

const userKey = newKey()
const [ed25519, ecdsa, rsa] = [newKey(), newKey('ecdsa'), newKey('rsa')]

const setUp = async (
  hostKeys: readonly KeyPair[] = [ed25519],
): Promise<{ readonly server: SshServer; readonly operator: Operator; readonly name: string; stop(): Promise<void> }> => {
  const server = await startSshServer({ hostKeys, authorizedKeys: [userKey.public] })
  const operator = await newOperator()
  await operator.write('id_ed25519', userKey.private)
  return {
    server,
    operator,
    name: `[127.0.0.1]:${server.port}`,
    async stop() {
      await server.idle()
      await server.stop()
      await operator.remove()
    },
  }
}

const close = async (connection: Connection): Promise<string> => {
  connection.close()
  await connection.closed
  return connection.hostKey
}

test('an unknown key', async (t) => {
  const { server, operator, name, stop } = await setUp()
  const error = await fleetError(operator.transport().connect('virtual4', targetOf(server.port)))
  t.is(error.kind, 'host-key')
  t.is(error.host, 'virtual4')
  t.true(error.what.includes(fingerprint(ed25519)), error.what)
  t.true(error.what.includes(name))
  t.true(error.next.some((next) => next.includes('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub')))
  t.true(error.next.some((next) => next.includes(`ssh-keyscan -t ed25519 -p ${server.port} 127.0.0.1 >>`)))
  t.true(error.next.some((next) => next.includes('--accept-new')))
  t.deepEqual(server.offers, [], 'nothing is offered to a host that is not known')
  await stop()
})

test('a changed key names file, line, and both fingerprints', async (t) => {
  const { server, operator, name, stop } = await setUp()
  const old = newKey()
  const file = await operator.write('known_hosts', `# our hosts\n${knownLine(name, old)}`)
  for (const hostKeys of ['strict', 'accept-new'] as const) {
    const error = await fleetError(operator.transport({ hostKeys }).connect('virtual4', targetOf(server.port)))
    t.is(error.kind, 'host-key')
    t.regex(error.what, /HAS CHANGED/)
    t.true(error.what.includes(`${file}:2`), error.what)
    t.true(error.what.includes(fingerprint(old)) && error.what.includes(fingerprint(ed25519)))
    t.deepEqual(error.position, { file, line: 2 })
    t.true(
      error.next.some((next) => next.includes(`ssh-keygen -f ${file} -R '${name}'`)),
      error.next.join(),
    )
  }
  t.deepEqual(server.offers, [])
  await stop()
})

test('a host that was known by a key of another type has changed, even for accept-new', async (t) => {
  const { server, operator, name, stop } = await setUp([ed25519])
  await operator.write('known_hosts', knownLine(name, rsa))
  const error = await fleetError(operator.transport({ hostKeys: 'accept-new' }).connect('virtual4', targetOf(server.port)))
  t.regex(error.what, /HAS CHANGED/)
  t.is(await readFile(operator.path('known_hosts'), 'utf8'), knownLine(name, rsa))
  await stop()
})

test('the key type that is known is asked for', async (t) => {
  for (const known of [ed25519, ecdsa, rsa]) {
    const { server, operator, name, stop } = await setUp([ed25519, ecdsa, rsa])
    await operator.write('known_hosts', knownLine(name, known))
    t.is(await close(await operator.transport().connect('virtual4', targetOf(server.port))), fingerprint(known))
    await stop()
  }
})

test('a revoked key', async (t) => {
  const { server, operator, name, stop } = await setUp()
  const file = await operator.write('known_hosts', `${knownLine(name, ed25519)}@revoked ${knownLine('*', ed25519)}`)
  const error = await fleetError(operator.transport({ hostKeys: 'accept-new' }).connect('virtual4', targetOf(server.port)))
  t.regex(error.what, /REVOKED/)
  t.deepEqual(error.position, { file, line: 2 })
  await stop()
})

test('an authority alone is not enough, and the error says so', async (t) => {
  const { server, operator, stop } = await setUp()
  const file = await operator.write('known_hosts', `@cert-authority ${knownLine('*', newKey())}`)
  const error = await fleetError(operator.transport().connect('virtual4', targetOf(server.port)))
  t.true(error.what.includes(`@cert-authority line ${file}:1`), error.what)
  await stop()
})

test('an alias, a file of its own, and a key that is known without its port', async (t) => {
  const { server, operator, stop } = await setUp()
  const file = await operator.write('others', knownLine('virtual4', ed25519))
  const known = targetOf(server.port, { knownHosts: file, hostKeyAlias: 'virtual4' })
  t.is(await close(await operator.transport().connect('virtual4', known)), fingerprint(ed25519))
  await operator.write('known_hosts', knownLine('127.0.0.1', ed25519))
  t.is(await close(await operator.transport().connect('virtual4', targetOf(server.port))), fingerprint(ed25519))
  const { kind } = await fleetError(operator.transport().connect('virtual4', targetOf(server.port, { knownHosts: file })))
  t.is(kind, 'host-key')
  await stop()
})

test('twenty connections that accept new keys write whole lines, each once', async (t) => {
  const { server, operator, name, stop } = await setUp()
  const transport = operator.transport({ hostKeys: 'accept-new' })
  const connections = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      transport.connect(`host${index}`, targetOf(server.port, index < 10 ? {} : { hostKeyAlias: `host${index}` })),
    ),
  )
  await Promise.all(connections.map(close))
  const lines = (await readFile(operator.path('known_hosts'), 'utf8')).split('\n')
  const expected = [name, ...Array.from({ length: 10 }, (_, index) => `host${index + 10}`)].map((host) => knownLine(host, ed25519).trim())
  t.deepEqual(lines.sort(), ['', ...expected].sort())
  t.is((await stat(operator.path('known_hosts'))).mode & 0o777, 0o600)
  t.is((await stat(operator.path('.'))).mode & 0o777, 0o700)
  t.is(await close(await operator.transport().connect('host', targetOf(server.port))), fingerprint(ed25519), 'another run knows it')
  await stop()
})

test('the folder is made, and a last line without its newline is ended first', async (t) => {
  const { server, operator, name, stop } = await setUp()
  const first = operator.path('new/folder/known_hosts')
  const accepting = operator.transport({ hostKeys: 'accept-new' })
  await close(await accepting.connect('host', targetOf(server.port, { knownHosts: first })))
  t.is(await readFile(first, 'utf8'), knownLine(name, ed25519))
  const file = await operator.write('unfinished', knownLine('other', ecdsa).trim())
  await close(await accepting.connect('host', targetOf(server.port, { knownHosts: file })))
  t.is(await readFile(file, 'utf8'), knownLine('other', ecdsa) + knownLine(name, ed25519))
  await stop()
})

test('a key that cannot be remembered is not accepted', async (t) => {
  const { server, operator, stop } = await setUp()
  const transport = operator.transport({ hostKeys: 'accept-new' })
  await mkdir(operator.path('known_hosts'))
  const unreadable = await fleetError(transport.connect('host', targetOf(server.port)))
  t.is(unreadable.kind, 'host-key')
  t.true(unreadable.what.includes(operator.path('known_hosts')))
  const target = targetOf(server.port, { knownHosts: operator.path('id_ed25519/known_hosts') })
  const errors = await Promise.all([1, 2].map(() => fleetError(transport.connect('host', target))))
  for (const error of errors) t.regex(error.what, /cannot be added to/)
  await stop()
})

test('a pinned key overrides known_hosts', async (t) => {
  const { server, operator, name, stop } = await setUp([ed25519, rsa])
  await operator.write('known_hosts', knownLine('before', rsa) + knownLine(name, newKey()))
  const transport = operator.transport()
  const target = targetOf(server.port, { host: 'before' })
  const wrong = await fleetError(transport.connect('virtual4', targetOf(server.port), { pinnedHostKey: fingerprint(ecdsa) }))
  t.is(wrong.kind, 'host-key')
  t.true(wrong.what.includes(fingerprint(ecdsa)) && wrong.what.includes('another host answers'), wrong.what)
  t.is(await close(await transport.connect('virtual4', target, { address: '127.0.0.1', pinnedHostKey: fingerprint(ed25519) })), fingerprint(ed25519))
  await stop()
})

test('a pinned key is asked for by the type that it was first seen with', async (t) => {
  const { server, operator, stop } = await setUp([ed25519, rsa])
  await operator.write('known_hosts', knownLine('virtual4', rsa))
  const transport = operator.transport()
  const first = await close(await transport.connect('virtual4', targetOf(server.port, { hostKeyAlias: 'virtual4' })))
  t.is(first, fingerprint(rsa))
  // After the change the host answers at another address, which known_hosts knows nothing of.
  t.is(await close(await transport.connect('virtual4', targetOf(server.port), { address: '127.0.0.1', pinnedHostKey: first })), first)
  await stop()
})
