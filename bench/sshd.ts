import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { countPackets } from '../src/sim/kernel.ts'
import { knownHostsLine, newKeyPair, writeIdentity } from '../src/sim/keys.ts'
import { environmentOf } from '../src/sim/processes.ts'
import { type BenchHost, client } from './hosts.ts'

/** Where a program is, or undefined. */
export const find = (program: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'].map((folder) => join(folder, program)).find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** What a host's sshd saw since the last count. */
export interface Counts {
  readonly connections: number
  readonly execs: number
}

/** A real sshd, with an address for each host. */
export interface Sshd {
  readonly port: number
  readonly identityFile: string
  readonly knownHosts: string
  /** Counts since the last call, by host name. */
  count(): ReadonlyMap<string, Counts>
  stop(): Promise<void>
}

const freePort = async (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, address, () => {
      const bound = server.address()
      server.close(() => resolve(bound === null || typeof bound === 'string' ? 0 : bound.port))
    })
  })

/**
 * What a session on a host's address sees: the host's own folders as PATH, so that no tool of this machine that changes a
 * network is ever reached, and the addresses that the host would see.
 */
const matchOf = ({ listen, address, root }: BenchHost): string[] => [
  `Match LocalAddress ${listen}`,
  `  SetEnv ${Object.entries(environmentOf(root, { SSH_CONNECTION: `${client} 50000 ${address} 22`, SSH_CLIENT: `${client} 50000 22` })).map(([name, value]) => `"${name}=${value}"`).join(' ')}`,
]

/** Addresses that one sshd can listen on (its MAX_LISTEN_SOCKS). */
const most = 16

/**
 * Starts sshd with keys of its own, one process for each 16 hosts. The settings are OpenSSH's defaults, but for what lets
 * a foreign home folder and many logins at once pass.
 */
export const startSshd = async (program: string, folder: string, hosts: readonly BenchHost[]): Promise<Sshd> => {
  // Privilege separation needs the folder, which only the init script makes.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const hostKey = newKeyPair()
  const own = newKeyPair()
  const identityFile = await writeIdentity(folder, own)
  const port = await freePort(hosts[0]?.listen ?? '127.0.9.1')
  const knownHosts = join(folder, 'known_hosts')
  await writeFile(join(folder, 'host_key'), hostKey.privateKey, { mode: 0o600 })
  await writeFile(join(folder, 'authorized_keys'), `${own.publicKey}\n`)
  await writeFile(knownHosts, hosts.map(({ listen }) => `${knownHostsLine(listen, port, hostKey.publicKey)}\n`).join(''))
  const counter = createCounter(hosts)
  const children: ChildProcess[] = []
  for (let first = 0; first < hosts.length; first += most) {
    const served = hosts.slice(first, first + most)
    const config = join(folder, `sshd_config_${first}`)
    await writeFile(config, configFor(folder, port, served))
    const child = spawn(program, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] })
    children.push(child)
    await listening(child, served.length, counter.read)
  }
  return {
    port,
    identityFile,
    knownHosts,
    count: counter.take,
    stop: async () => {
      await Promise.all(
        children.map(async (child) => {
          const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
          child.kill()
          await exited
        }),
      )
    },
  }
}

const configFor = (folder: string, port: number, hosts: readonly BenchHost[]): string =>
  [
    ...hosts.map(({ listen }) => `ListenAddress ${listen}:${port}`),
    `HostKey ${join(folder, 'host_key')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    ...['UsePAM no', 'StrictModes no', 'UseDNS no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PidFile none'],
    ...['MaxStartups 200', 'MaxSessions 200', 'PrintMotd no', 'PrintLastLog no', 'LogLevel VERBOSE'],
    ...hosts.flatMap(matchOf),
    '',
  ].join('\n')

/** Resolves when sshd listens on all its addresses; `read` gets each line that it logs. */
const listening = async (child: ChildProcess, addresses: number, read: (line: string) => void): Promise<void> => {
  const last: string[] = []
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`sshd ended with ${String(code)}: ${last.join(' | ')}`)))
    if (child.stderr === null) return reject(new Error('sshd without a log'))
    let ready = 0
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (ready < addresses) last.push(line)
      if (line.startsWith('Server listening') && (ready += 1) === addresses) resolve()
      read(line)
    })
  })
}

/** Counts connections and execs by what sshd logs of them (LogLevel VERBOSE). */
const createCounter = (hosts: readonly BenchHost[]): { read(line: string): void; take(): ReadonlyMap<string, Counts> } => {
  const byAddress = new Map(hosts.map((host) => [host.listen, host]))
  const byClientPort = new Map<string, BenchHost>()
  const counts = new Map<string, { connections: number; execs: number }>()
  const countOf = ({ name }: BenchHost): { connections: number; execs: number } => {
    const found = counts.get(name) ?? { connections: 0, execs: 0 }
    counts.set(name, found)
    return found
  }
  return {
    read: (line) => {
      const opened = /^Connection from \S+ port (?<port>\d+) on (?<address>\S+) port/.exec(line)?.groups
      const host = byAddress.get(opened?.['address'] ?? '')
      if (host !== undefined) {
        byClientPort.set(opened?.['port'] ?? '', host)
        countOf(host).connections += 1
        // The simulated kernel sees no packets of a real connection; a host that is talked to counts some.
        countPackets(host.root, 10)
      }
      const started = /^Starting session: command for \S+ from \S+ port (?<port>\d+)/.exec(line)?.groups
      const session = byClientPort.get(started?.['port'] ?? '')
      if (session !== undefined) countOf(session).execs += 1
    },
    take: () => {
      const taken = new Map(counts)
      counts.clear()
      return taken
    },
  }
}
