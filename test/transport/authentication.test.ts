import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import test from 'ava'
import type { SshTarget } from '../../src/model/host.ts'
import { createSecretSource } from '../../src/transport/index.ts'
import { find, testWith } from './needs.ts'
import { sshd, startOpensshServer } from './openssh-server.ts'
import { fingerprint, fleetError, knownLine, newOperator, targetOf, type Operator } from './operator.ts'
import { newKey, startSshServer, type SshServer, type SshServerOptions } from './ssh-server.ts'

const hostKey = newKey()
const user = userInfo().username
const [good, wrong] = [newKey(), newKey()]
const withOpenssh = testWith(sshd !== undefined, 'the package openssh-server')
const withAgent = testWith(find('ssh-agent') !== undefined && find('ssh-add') !== undefined, 'the package openssh-client')

interface Scene {
  readonly server: SshServer
  readonly operator: Operator
  readonly target: SshTarget
}

const scene = async (body: (scene: Scene) => Promise<void>, options: Partial<SshServerOptions> = {}): Promise<void> => {
  const server = await startSshServer({ hostKeys: [hostKey], authorizedKeys: [good.public], ...options })
  const operator = await newOperator()
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port}`, hostKey))
  try {
    await body({ server, operator, target: targetOf(server.port) })
    await server.idle()
  } finally {
    await server.stop()
    await operator.remove()
  }
}

const logIn = async (
  { operator, target }: Scene,
  settings: Partial<SshTarget> = {},
  options: Parameters<Operator['transport']>[0] = {},
): Promise<void> => {
  const connection = await operator.transport(options).connect('virtual4', { ...target, ...settings })
  connection.close()
  await connection.closed
}

test('straight to the key: one signature, no questions', (t) =>
  scene(async (all) => {
    await all.operator.write('id_ed25519', good.private)
    await logIn(all)
    t.deepEqual(all.server.offers, ['ssh-ed25519 signature'])
  }))

test('every kind of key, in the order of the default files', async (t) => {
  const [rsa, ecdsa] = [newKey('rsa'), newKey('ecdsa')]
  await scene(
    async (all) => {
      await all.operator.write('id_rsa', rsa.private)
      await all.operator.write('id_ecdsa', ecdsa.private)
      await all.operator.write('id_ed25519', wrong.private)
      await logIn(all)
      t.deepEqual(
        all.server.offers.map((offer) => offer.split(' ')[0]),
        ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ssh-rsa'],
      )
    },
    { authorizedKeys: [rsa.public] },
  )
})

test('a key that is named is the only one', (t) =>
  scene(async (all) => {
    await all.operator.write('id_ed25519', good.private)
    const path = await all.operator.write('other', wrong.private)
    const error = await fleetError(logIn(all, { identityFile: path }))
    t.is(error.kind, 'authentication')
    t.is(error.host, 'virtual4')
    t.true(error.what.includes('refused every key that was offered') && error.what.includes(`${path} ${fingerprint(wrong)}`), error.what)
    t.true(
      error.next.some(
        (next) =>
          next.includes(`ssh-copy-id -i ${path} -p ${all.target.port} 'root@127.0.0.1'`) ||
          next.includes(`ssh-copy-id -i ${path} -p ${all.target.port} root@127.0.0.1`),
      ),
      error.next.join(),
    )
    t.is(all.server.offers.length, 1)
  }))

test('no key at all', (t) =>
  scene(async (all) => {
    const error = await fleetError(logIn(all))
    t.is(error.kind, 'authentication')
    t.regex(error.what, /no key to offer and no password/)
    const missing = await fleetError(logIn(all, { identityFile: all.operator.path('gone') }))
    t.true(missing.what.includes(`${all.operator.path('gone')} is not there`), missing.what)
    const broken = await all.operator.write('broken', 'not a key')
    t.true((await fleetError(logIn(all, { identityFile: broken }))).what.includes(`${broken}: Unsupported key format`))
  }))

test('a password, tried once', (t) =>
  scene(
    async (all) => {
      const secrets = createSecretSource({ env: { GOOD: 'secret', BAD: 'wrong-password' }, ask: undefined })
      await logIn(all, { password: { env: 'GOOD' } }, { secrets })
      t.deepEqual(all.server.offers, ['password'])
      await all.operator.write('id_ed25519', wrong.private)
      await logIn(all, { password: { env: 'GOOD' } }, { secrets })
      t.deepEqual(all.server.offers.slice(1), ['ssh-ed25519 signature', 'password'])
      const error = await fleetError(logIn(all, { password: { env: 'BAD' } }, { secrets }))
      t.is(error.kind, 'authentication')
      t.regex(error.what, /refused every key .*, and the password of root/)
      t.false(JSON.stringify([error.what, error.next, error.stack]).includes('wrong-password'))
      t.deepEqual(all.server.offers.slice(3), ['ssh-ed25519 signature', 'password'])
      const unset = await fleetError(logIn(all, { password: { env: 'GONE' } }, { secrets }))
      t.regex(unset.what, /GONE is not set/)
      t.is(unset.host, 'virtual4')
    },
    { password: 'secret' },
  ))

test('a host that asks for the password through PAM', (t) =>
  scene(
    async (all) => {
      const secrets = createSecretSource({ env: { GOOD: 'secret', BAD: 'wrong' }, ask: undefined })
      await all.operator.write('id_ed25519', wrong.private)
      await logIn(all, { password: { env: 'GOOD' } }, { secrets })
      t.deepEqual(all.server.offers, ['ssh-ed25519 signature', 'answer'])
      const error = await fleetError(logIn(all, { password: { env: 'BAD' } }, { secrets }))
      t.regex(error.what, /and the password of root/)
      t.deepEqual(all.server.offers.slice(2), ['ssh-ed25519 signature', 'answer'])
    },
    { password: 'secret', keyboardInteractive: true },
  ))

test('a host that takes no password is not sent one', (t) =>
  scene(async (all) => {
    await all.operator.write('id_ed25519', wrong.private)
    const secrets = createSecretSource({ env: { PASSWORD: 'secret' }, ask: undefined })
    const error = await fleetError(logIn(all, { password: { env: 'PASSWORD' } }, { secrets }))
    t.regex(error.what, /it takes publickey/)
    t.deepEqual(all.server.offers, ['ssh-ed25519 signature'])
  }))

test('an encrypted key: its passphrase is asked once for many hosts', async (t) => {
  const key = newKey('ed25519', 'open sesame')
  await scene(
    async (all) => {
      const path = await all.operator.write('id_ed25519', key.private)
      const asked: string[] = []
      const secrets = createSecretSource({
        env: {},
        ask: async (question) => {
          asked.push(question)
          return 'open sesame'
        },
      })
      const transport = all.operator.transport({ secrets })
      const connections = await Promise.all(Array.from({ length: 10 }, (_, index) => transport.connect(`host${index}`, all.target)))
      for (const connection of connections) connection.close()
      t.deepEqual(asked, [`passphrase of the key ${path}`])
      await logIn(all, { passphrase: { env: 'PASSPHRASE' } }, { secrets: createSecretSource({ env: { PASSPHRASE: 'open sesame' }, ask: undefined }) })
    },
    { authorizedKeys: [key.public] },
  )
})

test('a wrong passphrase, and nobody to ask', (t) =>
  scene(async (all) => {
    const path = await all.operator.write('locked', newKey('ed25519', 'open sesame').private)
    const secrets = createSecretSource({ env: { PASSPHRASE: 'wrong-passphrase' }, ask: undefined })
    const error = await fleetError(logIn(all, { identityFile: path, passphrase: { env: 'PASSPHRASE' } }, { secrets }))
    t.is(error.kind, 'authentication')
    t.is(error.host, 'virtual4')
    t.true(error.what.includes(`the passphrase does not open the key ${path}`))
    t.false(error.what.includes('wrong-passphrase'))
    t.regex((await fleetError(logIn(all, { identityFile: path }))).what, /no terminal to ask at/)
    t.deepEqual(all.server.offers, [])
  }))

test('nobody is asked for an encrypted default key while another one opens the door', async (t) => {
  await scene(async (all) => {
    await all.operator.write('id_ed25519', newKey('ed25519', 'open sesame').private)
    await all.operator.write('id_rsa', good.private)
    await logIn(all)
    t.deepEqual(all.server.offers, ['ssh-ed25519 signature'])
  })
})

test('a slow typist does not run into the timeout', async (t) => {
  const key = newKey('ed25519', 'open sesame')
  await scene(
    async (all) => {
      await all.operator.write('id_ed25519', key.private)
      const ask = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('open sesame'), 6_500))
      await logIn(all, { connectTimeout: 6 }, { secrets: createSecretSource({ env: {}, ask }) })
      t.pass()
    },
    { authorizedKeys: [key.public] },
  )
})

test('a host that did not wait for the typist is connected to again', async (t) => {
  const key = newKey('ed25519', 'open sesame')
  await scene(
    async (all) => {
      await all.operator.write('id_ed25519', key.private)
      const ask = async (): Promise<string> => {
        all.server.cut()
        await all.server.idle()
        return 'open sesame'
      }
      await logIn(all, {}, { secrets: createSecretSource({ env: {}, ask }) })
      t.deepEqual(all.server.offers, ['ssh-ed25519 signature'])
    },
    { authorizedKeys: [key.public] },
  )
})

/** A real agent with keys in it. */
const agentWith = async (
  operator: Operator,
  keys: readonly { readonly private: string }[],
): Promise<{ readonly socket: string; stop(): Promise<void> }> => {
  const socket = operator.path('agent')
  await operator.write('agent-key', '')
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(agent.stdout, 'data')
  for (const key of keys)
    await promisify(execFile)('ssh-add', ['-q', await operator.write('agent-key', key.private)], { env: { ...process.env, SSH_AUTH_SOCK: socket } })
  return {
    socket,
    async stop() {
      agent.kill()
      await once(agent, 'exit')
    },
  }
}

withAgent('an agent’s keys, by SSH_AUTH_SOCK or identityAgent', (t) =>
  scene(async (all) => {
    const agent = await agentWith(all.operator, [wrong, good])
    await logIn(all, {}, { env: { SSH_AUTH_SOCK: agent.socket } })
    await logIn(all, { identityAgent: agent.socket })
    t.deepEqual(all.server.offers.slice(0, 3), ['ssh-ed25519 query', 'ssh-ed25519 query', 'ssh-ed25519 signature'])
    const error = await fleetError(logIn(all, { identityAgent: 'none' }, { env: { SSH_AUTH_SOCK: agent.socket } }))
    t.regex(error.what, /no key to offer/)
    await agent.stop()
  }),
)

withAgent('an agent’s keys are listed when they are refused, RSA ones too', (t) =>
  scene(async (all) => {
    const rsa = newKey('rsa')
    const agent = await agentWith(all.operator, [wrong, rsa])
    const error = await fleetError(logIn(all, { identityAgent: agent.socket }))
    t.true(error.what.includes(fingerprint(wrong)) && error.what.includes(fingerprint(rsa)), error.what)
    await agent.stop()
  }),
)

withAgent('an agent’s RSA key signs with SHA-2', async (t) => {
  const rsa = newKey('rsa')
  await scene(
    async (all) => {
      const agent = await agentWith(all.operator, [rsa])
      await logIn(all, { identityAgent: agent.socket })
      t.deepEqual(all.server.offers, ['ssh-rsa query', 'ssh-rsa signature'])
      await agent.stop()
    },
    { authorizedKeys: [rsa.public] },
  )
})

withAgent('an encrypted key, or a public one, that the agent holds needs no passphrase', (t) =>
  scene(async (all) => {
    const agent = await agentWith(all.operator, [wrong, good])
    const path = await all.operator.write('locked', newKey('ed25519', 'open sesame').private)
    await all.operator.write('locked.pub', good.public)
    await logIn(all, { identityFile: path }, { env: { SSH_AUTH_SOCK: agent.socket } })
    await logIn(all, { identityFile: `${path}.pub` }, { env: { SSH_AUTH_SOCK: agent.socket } })
    t.deepEqual(all.server.offers, ['ssh-ed25519 query', 'ssh-ed25519 signature', 'ssh-ed25519 query', 'ssh-ed25519 signature'])
    const gone = await fleetError(logIn(all, { identityFile: `${path}.pub`, identityAgent: 'none' }))
    t.regex(gone.what, /the agent does not hold the private one/)
    await agent.stop()
  }),
)

test('an agent that does not answer is no hindrance', (t) =>
  scene(async (all) => {
    const error = await fleetError(logIn(all, { identityAgent: all.operator.path('gone') }))
    t.regex(error.what, /agent at .*gone does not answer/)
    await all.operator.write('id_ed25519', good.private)
    await logIn(all, { identityAgent: all.operator.path('gone') })
  }))

withOpenssh('OpenSSH takes every kind of key, RSA with SHA-2 too', async (t) => {
  const keys = [newKey(), newKey('ecdsa'), newKey('rsa')]
  const server = await startOpensshServer({ hostKeys: [newKey('rsa'), newKey('ecdsa')], authorizedKeys: keys.map((key) => key.public) })
  const operator = await newOperator()
  for (const key of keys) {
    const identityFile = await operator.write('key', key.private)
    const connection = await operator.transport({ hostKeys: 'accept-new' }).connect('virtual4', targetOf(server.port, { user, identityFile }))
    t.is((await connection.exec({ command: 'true', timeout: 10_000 }).result).code, 0)
    connection.close()
    await connection.closed
  }
  t.true(server.log.some((line) => /Accepted publickey .* RSA /.test(line)))
  await server.stop()
  await operator.remove()
})

withOpenssh('OpenSSH ends it after too many keys', async (t) => {
  const server = await startOpensshServer({ hostKeys: [hostKey], authorizedKeys: [], config: ['MaxAuthTries 2'] })
  const operator = await newOperator()
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port}`, hostKey))
  await operator.write('id_ed25519', wrong.private)
  await operator.write('id_ecdsa', newKey('ecdsa').private)
  await operator.write('id_rsa', newKey('rsa').private)
  const error = await fleetError(operator.transport().connect('virtual4', targetOf(server.port, { user })))
  t.is(error.kind, 'authentication')
  t.regex(error.what, /too many tries/)
  t.true(error.what.includes(fingerprint(wrong)))
  await server.stop()
  await operator.remove()
})
