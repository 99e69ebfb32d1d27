import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
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

/** What a host's sshd logged since the last count. */
export interface Counts {
  readonly connections: number
  readonly execs: number
}

/** A real sshd for each host, all on one port, each on its host's loopback address. */
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
 * OpenSSH's defaults, but for what lets a foreign home folder and many logins at once pass. A session's PATH is the host's
 * own folders, so that no tool of this machine that changes a network is ever reached, and it sees the host's addresses.
 */
const configFor = (folder: string, port: number, { listen, address, root }: BenchHost): string => {
  const environment = environmentOf(root, { SSH_CONNECTION: `${client} 50000 ${address} 22`, SSH_CLIENT: `${client} 50000 22` })
  return [
    `ListenAddress ${listen}:${port}`,
    `HostKey ${join(folder, 'host_key')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    ...['UsePAM no', 'StrictModes no', 'UseDNS no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PidFile none'],
    ...['MaxStartups 200', 'MaxSessions 200', 'PrintMotd no', 'PrintLastLog no', 'LogLevel VERBOSE'],
    `SetEnv ${Object.entries(environment).map(([name, value]) => `"${name}=${value}"`).join(' ')}`,
    '',
  ].join('\n')
}

/** Starts them, with keys of their own. One process a host: its log lines name no host, and one listens on 16 addresses at most. */
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
  const children: ChildProcess[] = []
  const counts = new Map<string, { connections: number; execs: number }>()
  const stop = async (): Promise<void> => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const exited = once(child, 'exit')
      child.kill()
      await exited
    }
  }
  try {
    for (const host of hosts) {
      const config = join(folder, `sshd_config_${host.name}`)
      await writeFile(config, configFor(folder, port, host))
      const child = spawn(program, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] })
      children.push(child)
      await listening(child, (line) => {
        const count = counts.get(host.name) ?? { connections: 0, execs: 0 }
        counts.set(host.name, count)
        if (line.startsWith('Starting session: command ')) count.execs += 1
        // Not those that only ask whether it still answers.
        if (line.startsWith('Accepted ')) count.connections += 1
        if (!line.startsWith('Connection from ')) return
        // The simulated kernel sees no packets of a real connection; a host that is talked to counts some.
        countPackets(host.root, 10)
      })
    }
  } catch (error) {
    await stop()
    throw error
  }
  const count = (): ReadonlyMap<string, Counts> => {
    const taken = new Map(counts)
    counts.clear()
    return taken
  }
  return { port, identityFile, knownHosts, count, stop }
}

/** Resolves when sshd listens; `read` gets each line that it logs (LogLevel VERBOSE). */
const listening = async (child: ChildProcess, read: (line: string) => void): Promise<void> => {
  let last = ''
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`sshd ended with ${String(code)}: ${last}`)))
    if (child.stderr === null) return reject(new Error('sshd without a log'))
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line
      if (line.startsWith('Server listening')) resolve()
      read(line)
    })
  })
}
