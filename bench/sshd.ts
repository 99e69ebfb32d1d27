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

/** The one real sshd, with an address for each host. */
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

/** Starts it with keys of its own. OpenSSH's defaults, but for what lets a foreign home folder and 200 logins at once pass. */
export const startSshd = async (program: string, folder: string, hosts: readonly BenchHost[]): Promise<Sshd> => {
  // Privilege separation needs the folder, which only the init script makes.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const hostKey = newKeyPair()
  const own = newKeyPair()
  const identityFile = await writeIdentity(folder, own)
  const port = await freePort(hosts[0]?.listen ?? '127.0.9.1')
  const [hostKeyFile, authorizedKeys, knownHosts, config] = ['host_key', 'authorized_keys', 'known_hosts', 'sshd_config'].map((name) => join(folder, name)) as [string, string, string, string]
  await writeFile(hostKeyFile, hostKey.privateKey, { mode: 0o600 })
  await writeFile(authorizedKeys, `${own.publicKey}\n`)
  await writeFile(knownHosts, hosts.map(({ listen }) => `${knownHostsLine(listen, port, hostKey.publicKey)}\n`).join(''))
  const lines = [
    ...hosts.map(({ listen }) => `ListenAddress ${listen}:${port}`),
    `HostKey ${hostKeyFile}`,
    `AuthorizedKeysFile ${authorizedKeys}`,
    ...['UsePAM no', 'StrictModes no', 'UseDNS no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PidFile none'],
    ...['MaxStartups 200', 'MaxSessions 200', 'PrintMotd no', 'PrintLastLog no', 'LogLevel VERBOSE'],
    ...hosts.flatMap(matchOf),
  ]
  await writeFile(config, `${lines.join('\n')}\n`)
  const child = spawn(program, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  const log = followLog(child, hosts)
  await log.listening
  return {
    port,
    identityFile,
    knownHosts,
    count: log.count,
    stop: async () => {
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill()
      await exited
    },
  }
}

/** Counts connections and execs by what sshd logs of them (LogLevel VERBOSE). */
const followLog = (child: ChildProcess, hosts: readonly BenchHost[]): { readonly listening: Promise<void>; count(): ReadonlyMap<string, Counts> } => {
  const byAddress = new Map(hosts.map((host) => [host.listen, host]))
  const byClientPort = new Map<string, BenchHost>()
  const counts = new Map<string, { connections: number; execs: number }>()
  const countOf = ({ name }: BenchHost): { connections: number; execs: number } => {
    const found = counts.get(name) ?? { connections: 0, execs: 0 }
    counts.set(name, found)
    return found
  }
  const last: string[] = []
  const listening = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`sshd ended with ${String(code)}: ${last.slice(-5).join(' | ')}`)))
    if (child.stderr === null) return reject(new Error('sshd without a log'))
    createInterface({ input: child.stderr }).on('line', (line) => {
      last.push(line)
      if (last.length > 50) last.shift()
      if (line.startsWith('Server listening')) resolve()
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
    })
  })
  return {
    listening,
    count: () => {
      const taken = new Map(counts)
      counts.clear()
      return taken
    },
  }
}
