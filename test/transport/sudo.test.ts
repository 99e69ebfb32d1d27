import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import test from 'ava'
import type { Connection } from '../../src/model/connection.ts'
import { createSecretSource } from '../../src/transport/index.ts'
import { find, testWith } from './needs.ts'
import { sshd, startOpensshServer, type OpensshServer } from './openssh-server.ts'
import { fleetError, knownLine, newOperator, targetOf, type Operator } from './operator.ts'
import { newKey } from './ssh-server.ts'

// The real sudo, for a user of this test alone, who is removed afterwards.
const user = `fleet${randomBytes(4).toString('hex')}`
const sudoers = `/etc/sudoers.d/${user}`
const password = randomBytes(9).toString('base64url')
const present = process.getuid?.() === 0 && [sshd, find('sudo'), find('useradd'), find('chpasswd')].every((path) => path !== undefined)
const withSudo = testWith(present, 'the packages sudo, openssh-server and passwd, as root', true)
const [hostKey, key] = [newKey(), newKey()]
let started: { readonly server: OpensshServer; readonly operator: Operator } | undefined

test.before(async () => {
  if (!present) return
  execFileSync('useradd', ['--no-create-home', '--home-dir', '/', '--shell', '/bin/sh', user])
  execFileSync('chpasswd', { input: `${user}:${password}\n` })
  const server = await startOpensshServer({ hostKeys: [hostKey], authorizedKeys: [key.public] })
  const operator = await newOperator()
  await operator.write('id_ed25519', key.private)
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port}`, hostKey))
  started = { server, operator }
})

test.after.always(async () => {
  if (!present) return
  rmSync(sudoers, { force: true })
  await started?.server.stop()
  await started?.operator.remove()
  // By force: what sshd still ends counts as logged in.
  execFileSync('userdel', ['--force', user], { stdio: 'ignore' })
})

/** Connects as the user, whom sudo treats by these lines. */
const allowed = async (
  lines: readonly string[],
  body: (connection: Connection) => Promise<void>,
  env: NodeJS.ProcessEnv = { SUDO: password },
): Promise<void> => {
  if (started === undefined) throw new TypeError('no server was started')
  const { server, operator } = started
  rmSync(sudoers, { force: true })
  if (lines.length > 0) writeFileSync(sudoers, lines.map((line) => `${line}\n`).join(''), { mode: 0o440 })
  const transport = operator.transport({ secrets: createSecretSource({ env, ask: undefined }) })
  const connection = await transport.connect('virtual4', targetOf(server.port, { user, become: true, becomePassword: { env: 'SUDO' } }))
  try {
    await body(connection)
  } finally {
    connection.close()
    await connection.closed
  }
}

const asks = `${user} ALL=(ALL:ALL) ALL`
const trusts = `${user} ALL=(ALL:ALL) NOPASSWD: ALL`

const kinds = [
  { title: 'with a password', lines: [asks] },
  { title: 'without a password', lines: [trusts] },
  { title: 'with a password and a terminal', lines: [`Defaults:${user} requiretty`, asks] },
  { title: 'without a password, with a terminal', lines: [`Defaults:${user} requiretty`, trusts] },
  { title: 'with a password and a terminal, without one of sudo’s own', lines: [`Defaults:${user} requiretty, !use_pty`, asks] },
  { title: 'with a password, without a terminal of sudo’s own', lines: [`Defaults:${user} !use_pty`, asks] },
]

for (const { title, lines } of kinds) {
  withSudo(`root ${title}`, (t) =>
    allowed(lines, async (connection) => {
      const who = await connection.exec({ command: 'id -u; echo "$SSH_CONNECTION"; echo wrong >&2; exit 5', timeout: 20_000 }).result
      t.is(who.ended, 'exited')
      t.is(who.code, 5)
      t.regex(who.stdout.toString(), /^0\n127\.0\.0\.1 \d+ 127\.0\.0\.1 \d+\n$/)
      t.is(who.stderr.trim(), 'wrong')

      const input = randomBytes(1_000_000)
      const echo = await connection.exec({ command: 'cat', input, timeout: 30_000 }).result
      t.is(echo.code, 0)
      t.true(echo.stdout.equals(input), 'a megabyte of any bytes')

      const lines: string[] = []
      const conversation = connection.exec({
        command: 'while read -r line; do echo "got $line"; done; exit 6',
        input: 'one\n',
        keepInputOpen: true,
        timeout: 20_000,
        onLine: (line) => {
          lines.push(line)
          if (line === 'got one') conversation.write('two\n')
          if (line === 'got two') conversation.endInput()
        },
      })
      t.is((await conversation.result).code, 6)
      t.deepEqual(lines, ['got one', 'got two'])

      const left = connection.exec({ command: 'echo begun; exec sleep 5', keepInputOpen: true, timeout: 20_000, onLine: () => left.abort() })
      t.is((await left.result).ended, 'aborted')
      // A command that ends while its input is open must not wait for it.
      t.is((await connection.exec({ command: 'exit 8', keepInputOpen: true, timeout: 20_000 }).result).code, 8)
    }),
  )
}

withSudo('a wrong password is tried once', (t) =>
  allowed(
    [asks],
    async (connection) => {
      const error = await fleetError(connection.exec({ command: 'id -u', timeout: 20_000 }).result)
      t.is(error.kind, 'become')
      t.regex(error.what, /refused the password/)
      t.is(await fleetError(connection.exec({ command: 'id -u', timeout: 20_000 }).result), error)
    },
    { SUDO: 'wrong' },
  ),
)

withSudo('a wrong password with a terminal', (t) =>
  allowed(
    [`Defaults:${user} requiretty`, asks],
    async (connection) => {
      const error = await fleetError(connection.exec({ command: 'id -u', timeout: 20_000 }).result)
      t.regex(error.what, /refused the password/)
    },
    { SUDO: 'wrong' },
  ),
)

withSudo('a user who is not in the sudoers file', (t) =>
  allowed([], async (connection) => {
    const error = await fleetError(connection.exec({ command: 'id -u', timeout: 20_000 }).result)
    t.is(error.kind, 'become')
    t.regex(error.what, /sudo does not allow/)
  }),
)

withSudo('a user who may only do something else', (t) =>
  allowed([`${user} ALL=(ALL:ALL) /bin/true`], async (connection) => {
    const error = await fleetError(connection.exec({ command: 'id -u', timeout: 20_000 }).result)
    t.is(error.kind, 'become')
    t.regex(error.what, /sudo does not allow/)
  }),
)
