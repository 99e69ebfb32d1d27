import type { Socket } from 'node:net'
import test from 'ava'
import type { FleetError } from '../../src/model/errors.ts'
import { socketFailed, timedOut } from '../../src/transport/connectErrors.ts'
import { freePort, listen } from './loopback.ts'
import { fleetError, newOperator, targetOf } from './operator.ts'
import { newKey, startSshServer, type SshServerOptions } from './ssh-server.ts'

const operator = await newOperator()
const key = newKey()
await operator.write('id_ed25519', key.private)
const transport = operator.transport({ hostKeys: 'accept-new' })
test.after.always(() => operator.remove())

const connectTo = (port: number, connectTimeout = 20): Promise<FleetError> =>
  fleetError(transport.connect('virtual4', targetOf(port, { connectTimeout })))

/** What connecting says of a server that treats its sockets so; the client must have let go of its socket afterwards. */
const against = async (onSocket: (socket: Socket) => void, connectTimeout?: number): Promise<FleetError> => {
  let closed: Promise<unknown> = Promise.resolve()
  const server = await listen((socket) => {
    closed = new Promise((resolve) => socket.once('close', resolve))
    socket.resume()
    socket.once('end', () => socket.destroy())
    onSocket(socket)
  })
  const error = await connectTo(server.port, connectTimeout)
  await closed
  await server.stop()
  return error
}

const says = (title: string, run: () => Promise<FleetError>, what: RegExp): void => {
  test(title, async (t) => {
    const error = await run()
    t.is(error.kind, 'connect')
    t.is(error.host, 'virtual4')
    t.regex(error.what, what)
    t.true(error.next.length > 0)
  })
}

says('refused', async () => connectTo(await freePort()), /^127\.0\.0\.1:\d+ refused the connection$/)
says('closed at once', () => against((socket) => socket.destroy()), /closed the connection during the handshake/)
says('reset at once', () => against((socket) => socket.resetAndDestroy()), /closed the connection during the handshake|reset/)
says('closed after the banner', () => against((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')), /closed the connection during the handshake/)
says(
  'a web server',
  () => against((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  /no SSH server on .*: it answered "HTTP\/1\.1 400 Bad Request"/,
)
says(
  'a mail server that waits',
  () => against((socket) => socket.write('220 mail.example ESMTP\r\n'), 1),
  /no SSH server on .*"220 mail\.example ESMTP"/,
)
says(
  'SSH protocol 1',
  () => against((socket) => socket.write('SSH-1.5-OpenSSH_1.2\r\n')),
  /speaks an SSH protocol that is not supported: "SSH-1\.5-OpenSSH_1\.2"/,
)
says(
  'garbage after the banner',
  () => against((socket) => socket.write(`SSH-2.0-x\r\n${'garbage '.repeat(100)}`)),
  /ended the handshake: |closed the connection/,
)
says('silence', () => against(() => undefined, 0.3), /took the connection, but no SSH handshake came about in 0\.3 s/)
says('silence after the banner', () => against((socket) => socket.write('SSH-2.0-x\r\n'), 0.3), /no SSH handshake came about in 0\.3 s/)
says(
  'an endless banner',
  () =>
    against((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write('x'.repeat(1000))) continue
        socket.once('drain', more)
      }
      more()
    }, 2),
  /no SSH|handshake/,
)

const offering = async (algorithms: NonNullable<SshServerOptions['algorithms']>): Promise<FleetError> => {
  const server = await startSshServer({ hostKeys: [newKey()], authorizedKeys: [key.public], algorithms })
  const error = await connectTo(server.port)
  await server.idle()
  await server.stop()
  return error
}

says(
  'no key exchange in common',
  () => offering({ kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'] }),
  /no key exchange in common with .*: it offers diffie-hellman-group14-sha1, diffie-hellman-group1-sha1/,
)
says('no cipher in common', () => offering({ cipher: ['aes128-cbc'] }), /no cipher in common with .*: it offers aes128-cbc/)
says(
  'no message authentication code in common',
  () => offering({ cipher: ['aes128-ctr'], hmac: ['hmac-md5'] }),
  /no message authentication code in common with .*: it offers hmac-md5/,
)

test('the hint for old servers', async (t) => {
  const error = await offering({ kex: ['diffie-hellman-group1-sha1'] })
  t.true(error.next.some((next) => next.includes('RHEL 5')))
})

test('errors of the system, in words', (t) => {
  const where = { host: 'virtual4', address: 'fe80::1', port: 22 }
  const words = (code: string): string => socketFailed(where, Object.assign(new Error(`connect ${code}`), { code }), 'tcp').what
  t.is(words('EHOSTUNREACH'), 'no route to [fe80::1]:22')
  t.is(words('ENETUNREACH'), 'no route to [fe80::1]:22')
  t.is(words('ENOTFOUND'), 'the name fe80::1 is not known')
  t.is(words('ETIMEDOUT'), 'no answer on [fe80::1]:22')
  t.is(words('EMFILE'), 'no connection to [fe80::1]:22: connect EMFILE')
  t.is(timedOut(where, 'tcp', 10_000).what, 'no answer on [fe80::1]:22 in 10 s')
  t.is(timedOut(where, 'authentication', 1_500).what, '[fe80::1]:22 did not answer the log-in in 1.5 s')
})

test('aborted before, and in the middle', async (t) => {
  const before = await fleetError(transport.connect('virtual4', targetOf(await freePort()), { signal: AbortSignal.abort() }))
  t.is(before.kind, 'interrupted')
  const controller = new AbortController()
  let closed: Promise<unknown> = Promise.resolve()
  const server = await listen((socket) => {
    closed = new Promise((resolve) => socket.once('close', resolve))
    socket.resume()
    socket.once('end', () => socket.destroy())
    controller.abort()
  })
  const middle = await fleetError(transport.connect('virtual4', targetOf(server.port), { signal: controller.signal }))
  t.is(middle.kind, 'interrupted')
  t.is(middle.host, 'virtual4')
  await closed
  await server.stop()
})

test('a timeout of its own and an address of its own', async (t) => {
  const server = await listen(() => undefined)
  const error = await fleetError(transport.connect('virtual4', targetOf(server.port, { host: '127.0.0.2' }), { address: '127.0.0.1', timeout: 200 }))
  t.regex(error.what, /^127\.0\.0\.1:\d+ took the connection, .* in 0\.2 s$/)
  await server.stop()
})
