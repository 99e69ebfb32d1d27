import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import ssh2, { type AuthContext, type Connection, type ServerConfig } from 'ssh2'
import { portOf } from './loopback.ts'

const { Server, utils } = ssh2

/** A key pair made for a test. */
export interface KeyPair {
  readonly private: string
  readonly public: string
}

export const newKey = (type: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519', passphrase?: string): KeyPair => {
  for (;;) {
    const pair = generate(type, passphrase)
    // About one ed25519 key in 200 that ssh2 1.17 makes is one that nobody can read: it drops a leading zero byte.
    if (!(utils.parseKey(pair.private, passphrase) instanceof Error)) return pair
  }
}

const generate = (type: 'ed25519' | 'ecdsa' | 'rsa', passphrase: string | undefined): KeyPair => {
  const encryption = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 1 }
  switch (type) {
    case 'ed25519':
      return utils.generateKeyPairSync('ed25519', { ...encryption, comment: 'test' })
    case 'ecdsa':
      return utils.generateKeyPairSync('ecdsa', { bits: 256, ...encryption })
    case 'rsa':
      return utils.generateKeyPairSync('rsa', { bits: 2048, ...encryption })
  }
}

export interface SshServerOptions {
  readonly hostKeys: readonly KeyPair[]
  /** Public keys that may log in. */
  readonly authorizedKeys?: readonly string[]
  readonly password?: string
  /** The password is asked for as PAM does it, and not taken otherwise. */
  readonly keyboardInteractive?: boolean
  /** The login shell, which gets `-c COMMAND`, as sshd does it. Default: /bin/sh. */
  readonly shell?: string
  readonly env?: NodeJS.ProcessEnv
  readonly algorithms?: ServerConfig['algorithms']
  /** Replaces running the command. */
  readonly onExec?: (command: string, channel: import('ssh2').ServerChannel) => void
}

export interface SshServer {
  readonly port: number
  /** Public keys that were offered, with their signature or not, and passwords as `password`. */
  readonly offers: readonly string[]
  /** Commands as the login shell got them. */
  readonly commands: readonly string[]
  /** Resolves when no connection is open. */
  idle(): Promise<void>
  /** Ends every connection without a word. */
  cut(): void
  stop(): Promise<void>
}

/** An SSH server on loopback that runs commands in a real shell, as sshd does. */
export const startSshServer = async (options: SshServerOptions): Promise<SshServer> => {
  const sockets = new Set<Socket>()
  const offers: string[] = []
  const commands: string[] = []
  const authorized = (options.authorizedKeys ?? []).map((key) => {
    const parsed = utils.parseKey(key)
    if (parsed instanceof Error) throw parsed
    return parsed
  })

  const authenticate = (context: AuthContext): void => {
    if (context.method === 'keyboard-interactive' && options.keyboardInteractive === true)
      return context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => {
        offers.push('answer')
        if (answers[0] === options.password) context.accept()
        else context.reject(['keyboard-interactive'])
      })
    if (context.method === 'password' && options.keyboardInteractive !== true) {
      offers.push('password')
      if (context.password === options.password) return context.accept()
    }
    if (context.method === 'publickey') {
      const { key, blob, signature, hashAlgo } = context
      offers.push(`${key.algo} ${signature === undefined ? 'query' : 'signature'}`)
      const match = authorized.find((candidate) => candidate.getPublicSSH().equals(key.data))
      if (match !== undefined && (blob === undefined || signature === undefined || match.verify(blob, signature, hashAlgo))) return context.accept()
    }
    const asking = options.keyboardInteractive === true ? 'keyboard-interactive' : 'password'
    context.reject(['publickey', ...(options.password === undefined ? [] : ([asking] as const))])
  }

  const server = new Server({
    hostKeys: options.hostKeys.map((key) => key.private),
    ...(options.algorithms === undefined ? {} : { algorithms: options.algorithms }),
  })
  server.on('connection', (client: Connection) => {
    client.on('error', () => undefined)
    client.on('authentication', authenticate)
    client.on('session', (accept) => {
      const session = accept()
      session.on('exec', (acceptExec, _reject, { command }) => {
        commands.push(command)
        const channel = acceptExec()
        if (options.onExec === undefined) runCommand(command, channel, options)
        else options.onExec(command, channel)
      })
    })
  })

  // ssh2's own listener would leave Nagle's algorithm on.
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    server.injectSocket(socket)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: portOf(listener),
    offers,
    commands,
    async idle() {
      await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))))
    },
    cut,
    async stop() {
      cut()
      listener.close()
      await once(listener, 'close')
    },
  }
}

const runCommand = (command: string, channel: import('ssh2').ServerChannel, { shell = '/bin/sh', env = {} }: SshServerOptions): void => {
  const child = spawn(shell, ['-c', command], {
    detached: true,
    env: { PATH: process.env['PATH'], HOME: '/', SSH_CONNECTION: '127.0.0.1 40000 127.0.0.1 22', ...env },
  })
  channel.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  channel.pipe(child.stdin)
  child.stdout.pipe(channel, { end: false })
  child.stderr.pipe(channel.stderr, { end: false })
  child.on('error', (error) => channel.stderr.write(error.message))
  // A channel that is closed before its command has ended. sshd would let it run; a test must not.
  channel.on('close', () => {
    if (child.exitCode === null && child.signalCode === null) killGroup(child.pid)
    child.stdin.destroy()
    child.stdout.destroy()
    child.stderr.destroy()
  })
  child.on('close', (code, signal) => {
    if (signal === null) channel.exit(code ?? 255)
    else channel.exit(signal.replace(/^SIG/, ''))
    channel.end()
  })
}

const killGroup = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
