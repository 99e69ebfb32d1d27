import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import type { Connection } from '../../src/model/connection.ts'
import type { Secret } from '../../src/model/host.ts'
import { createSecretSource } from '../../src/transport/index.ts'
import { fleetError, knownLine, newOperator, targetOf } from './operator.ts'
import { newKey, startSshServer, type SshServer } from './ssh-server.ts'

/** A stand-in that asks, refuses and runs as sudo does, and logs what it is asked. It lets `secret` in. */
const standIn = (mode: string): string => `#!/bin/sh
folder=\${0%/*}
if [ "$1" = -k ]; then echo forget >>"$folder/log"; exit 0; fi
echo "call $1 $2 $4 $5 $6" >>"$folder/log"
prompt=$3
shift 4
ask() {
  printf %s "$prompt" >&2
  IFS= read -r password || { echo "sudo: no password was provided" >&2; exit 1; }
  echo "password $password" >>"$folder/log"
  [ "$password" = secret ]
}
${mode}
unset SSH_CONNECTION
exec "$@"
`

const modes = {
  nopasswd: '',
  password: `echo 'We trust you have received the usual lecture.' >&2
ask || { echo 'Sorry, try again.' >&2; ask || { echo 'sudo: 2 incorrect password attempts' >&2; exit 1; }; }`,
  once: "ask || { echo 'sudo: 1 incorrect password attempt' >&2; exit 1; }",
  stranger: "ask; echo 'admin is not in the sudoers file.  This incident will be reported.' >&2; exit 1",
  command: "echo 'Sorry, user admin is not allowed to execute /bin/sh as root on host.' >&2; exit 1",
  terminal: "echo 'sudo: sorry, you must have a tty to run sudo' >&2; exit 1",
  silent: 'exit 1',
  slow: 'sleep 60',
}

interface Settings {
  readonly user?: string
  readonly becomePassword?: Secret | undefined
  /** What the operator types. */
  readonly answer?: string
}

interface Scene {
  readonly connect: (host?: string) => Promise<Connection>
  readonly server: SshServer
  readonly log: () => Promise<string[]>
  readonly asked: readonly string[]
}

const passwordOf = (settings: Settings): { readonly becomePassword?: Secret } => {
  if (!('becomePassword' in settings)) return { becomePassword: { prompt: true } }
  return settings.becomePassword === undefined ? {} : { becomePassword: settings.becomePassword }
}

const scene = async (mode: keyof typeof modes | 'absent', body: (scene: Scene) => Promise<void>, settings: Settings = {}): Promise<void> => {
  const [hostKey, key] = [newKey(), newKey()]
  const operator = await newOperator()
  const folder = join(operator.home, 'bin')
  await mkdir(folder)
  if (mode !== 'absent') {
    await writeFile(join(folder, 'sudo'), standIn(modes[mode]))
    await chmod(join(folder, 'sudo'), 0o755)
  }
  const path = mode === 'absent' ? folder : `${folder}:${process.env['PATH'] ?? ''}`
  const server = await startSshServer({ hostKeys: [hostKey], authorizedKeys: [key.public], env: { PATH: path } })
  await operator.write('id_ed25519', key.private)
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port}`, hostKey))
  const asked: string[] = []
  const ask = async (question: string): Promise<string> => {
    asked.push(question)
    return settings.answer ?? 'secret'
  }
  const transport = operator.transport({ secrets: createSecretSource({ env: { WRONG: 'wrong-password' }, ask }) })
  const open: Connection[] = []
  try {
    await body({
      server,
      asked,
      log: async () => (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n'),
      async connect(host = 'virtual4') {
        const connection = await transport.connect(
          host,
          targetOf(server.port, { user: settings.user ?? 'admin', become: true, ...passwordOf(settings) }),
        )
        open.push(connection)
        return connection
      },
    })
    for (const connection of open) connection.close()
    await server.idle()
  } finally {
    await server.stop()
    await operator.remove()
  }
}

test('without a password', (t) =>
  scene('nopasswd', async ({ connect, asked, log, server }) => {
    const connection = await connect()
    const input = randomBytes(300_000)
    const { code, stdout, stderr } = await connection.exec({ command: 'echo "$SSH_CONNECTION"; cat; echo wrong >&2; exit 4', input, timeout: 20_000 })
      .result
    t.is(code, 4)
    t.is(stderr, 'wrong\n')
    t.true(stdout.equals(Buffer.concat([Buffer.from('127.0.0.1 40000 127.0.0.1 22\n'), input])))
    t.deepEqual(asked, [])
    t.deepEqual(await log(), ['forget', 'call -S -p -- /bin/sh -c'])
    t.is(server.commands.length, 1)
  }))

test('with a password, which the input is never confused with', (t) =>
  scene('password', async ({ connect, asked, log, server }) => {
    const connection = await connect()
    for (const number of [1, 2]) {
      const { code, stdout, stderr } = await connection.exec({ command: `cat; exit ${number}`, input: 'wrong\nsecret\n', timeout: 20_000 }).result
      t.is(code, number)
      t.is(stdout.toString(), 'wrong\nsecret\n')
      t.is(stderr, 'We trust you have received the usual lecture.\n')
    }
    t.deepEqual(asked, ['sudo password of admin'])
    t.deepEqual(
      (await log()).filter((line) => line.startsWith('password')),
      ['password secret', 'password secret'],
    )
    t.false(server.commands.join().includes('secret'))
  }))

test('the password is asked once for all hosts', (t) =>
  scene('password', async ({ connect, asked }) => {
    const connections = await Promise.all(Array.from({ length: 8 }, (_, index) => connect(`host${index}`)))
    const results = await Promise.all(connections.map((connection) => connection.exec({ command: 'cat', input: 'x', timeout: 20_000 }).result))
    t.true(results.every(({ stdout }) => stdout.toString() === 'x'))
    t.is(asked.length, 1)
  }))

test('a conversation', (t) =>
  scene('password', async ({ connect }) => {
    const execution = (await connect()).exec({
      command: 'while read -r line; do echo "got $line"; done; echo end',
      keepInputOpen: true,
      timeout: 20_000,
      onLine: (line) => {
        if (line === 'got early') execution.write('late\n')
        if (line === 'got late') execution.endInput()
      },
    })
    execution.write('early\n')
    const { code, stdout } = await execution.result
    t.is(code, 0)
    t.is(stdout.toString(), 'got early\ngot late\nend\n')
  }))

for (const mode of ['password', 'once'] as const) {
  test(`a wrong password is tried once (${mode})`, (t) =>
    scene(
      mode,
      async ({ connect, log }) => {
        const connection = await connect()
        const error = await fleetError(connection.exec({ command: 'cat', input: 'secret\n', timeout: 20_000 }).result)
        t.is(error.kind, 'become')
        t.is(error.host, 'virtual4')
        t.regex(error.what, /sudo refused the password of admin/)
        t.false(JSON.stringify([error.what, error.next, error.stack]).includes('wrong-password'))
        t.is(await fleetError(connection.exec({ command: 'cat', timeout: 20_000 }).result), error)
        t.is(await fleetError((await connect()).exec({ command: 'cat', timeout: 20_000 }).result), error, 'nor over another connection')
        t.deepEqual(
          (await log()).filter((line) => line.startsWith('password')),
          ['password wrong-password'],
        )
      },
      { becomePassword: { env: 'WRONG' } },
    ))
}

const failure = (title: string, mode: keyof typeof modes | 'absent', what: RegExp, settings: Settings = {}): void => {
  test(title, (t) =>
    scene(
      mode,
      async ({ connect }) => {
        const connection = await connect()
        const error = await fleetError(connection.exec({ command: 'cat', input: 'x', timeout: 20_000 }).result)
        t.is(error.kind, 'become')
        t.is(error.host, 'virtual4')
        t.regex(error.what, what)
        t.true(error.next.length > 0)
      },
      settings,
    ),
  )
}

failure('not in the sudoers file', 'stranger', /sudo does not allow admin .*not in the sudoers file/)
failure('not allowed to run a shell', 'command', /sudo does not allow admin .*not allowed to execute/)
failure('no sudo', 'absent', /there is no sudo on the host/)
failure('a terminal is wanted, and the host gives none', 'terminal', /sudo wants a terminal, and the host gives none/)
test('a terminal that was wanted once is asked for at once', (t) =>
  scene('terminal', async ({ connect, log }) => {
    for (const connection of [await connect(), await connect()]) {
      await fleetError(connection.exec({ command: 'true', timeout: 20_000 }).result)
      t.deepEqual(await log(), ['forget', 'call -S -p -- /bin/sh -c'])
    }
  }))

failure('a failure without a word', 'silent', /sudo did not run the command \(status 1\): it said nothing/)

failure('no password in the inventory', 'password', /asks for a password of admin, and the inventory names none/, { becomePassword: undefined })
failure('a password that cannot be had', 'password', /the environment variable GONE is not set/, { becomePassword: { env: 'GONE' } })
failure('a password with a line break', 'password', /holds a line break/, { answer: 'secret\nid' })

test('sudo that takes too long, and one that is cut off', async (t) => {
  await scene('slow', async ({ connect }) => {
    const connection = await connect()
    t.is((await connection.exec({ command: 'true', timeout: 500 }).result).ended, 'timed-out')
    const begun = connection.exec({ command: 'true', timeout: 60_000 })
    connection.close()
    t.is((await begun.result).ended, 'cut-off')
  })
})

test('root needs no sudo', (t) =>
  scene(
    'silent',
    async ({ connect }) => {
      t.is((await (await connect()).exec({ command: 'true', timeout: 20_000 }).result).code, 0)
    },
    { user: 'root' },
  ))
