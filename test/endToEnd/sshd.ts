// One real sshd for all hosts, and in front of it a stretch of network for each, which can be cut.
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { countPackets } from '../../src/sim/kernel.ts'
import { environmentOf } from '../../src/sim/processes.ts'
import { portOf } from '../transport/loopback.ts'
import { sshd } from '../transport/openssh-server.ts'
import type { KeyPair } from '../transport/ssh-server.ts'
import { client, type RealHost } from './hosts.ts'

const inner = '127.0.13.250'

const settings = (environment: Readonly<Record<string, string>>): string => `SetEnv ${Object.entries(environment).map(([name, value]) => `"${name}=${value}"`).join(' ')}`

/**
 * What a session sees depends on the link that it comes over. root gets the host's own PATH, so that no tool of this machine
 * that changes a network is ever reached; anybody else needs the machine's sudo, after which scripts set their own PATH.
 */
const sessionsOf = ({ listen, address, root }: RealHost): string[] => {
  const environment = environmentOf(root, { SSH_CONNECTION: `${client} 50000 ${address} 22`, SSH_CLIENT: `${client} 50000 22` })
  return [
    `Match Address ${listen} User *,!root`,
    settings({ PATH: '/usr/bin:/bin', SSH_CONNECTION: environment['SSH_CONNECTION'] ?? '' }),
    `Match Address ${listen} User root`,
    settings(environment),
  ]
}

export const startSshd = async (
  folder: string,
  hosts: readonly RealHost[],
  { authorizedKeys, hostKey }: { readonly authorizedKeys: readonly string[]; readonly hostKey: KeyPair },
): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  if (sshd === undefined) throw new Error('there is no sshd')
  // sshd reads authorized_keys as the user who logs in, and privilege separation needs a folder that only the init script makes.
  await chmod(folder, 0o755)
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  await writeFile(join(folder, 'host_key'), hostKey.private, { mode: 0o600 })
  await writeFile(join(folder, 'authorized_keys'), authorizedKeys.map((key) => `${key}\n`).join(''))
  for (let tries = 0; tries < 5; tries += 1) {
    const probe = createServer().listen(0, inner)
    await once(probe, 'listening')
    const port = portOf(probe)
    await new Promise((resolve) => probe.close(resolve))
    await writeFile(
      join(folder, 'sshd_config'),
      [
        `ListenAddress ${inner}:${port}`,
        `HostKey ${join(folder, 'host_key')}`,
        `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
        ...['StrictModes no', 'UsePAM no', 'PidFile none', 'PermitRootLogin yes', 'UseDNS no', 'PrintMotd no', 'PrintLastLog no'],
        ...['PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'MaxStartups 200', 'MaxSessions 200', 'LogLevel VERBOSE'],
        ...hosts.flatMap(sessionsOf),
        '',
      ].join('\n'),
    )
    const child = spawn(sshd, ['-D', '-e', '-f', join(folder, 'sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    const listening = new Promise<boolean>((resolve) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        said = line
        if (line.startsWith('Server listening')) resolve(true)
      })
      child.once('exit', () => resolve(false))
    })
    if (await listening)
      return {
        port,
        stop: async () => {
          child.kill()
          await once(child, 'exit')
        },
      }
    if (tries === 4) throw new Error(`sshd does not start: ${said}`)
  }
  throw new Error('sshd does not start')
}

/** The way to each host, by its name. */
export interface Links {
  /** The port of every host, on its own address. */
  readonly port: number
  /** Resets every connection to the host, as a link that drops does. New ones are taken. */
  cut(host: string): void
  /** From now on connections are reset at once; or not any more. */
  refuse(host: string, refused: boolean): void
}

const listenAll = async (servers: readonly (readonly [Server, string])[]): Promise<number | undefined> => {
  let port = 0
  for (const [server, address] of servers) {
    server.listen(port, address)
    try {
      await once(server, 'listening')
    } catch {
      return undefined
    }
    port = portOf(server)
  }
  return port
}

export const startLinks = async (hosts: readonly RealHost[], to: number): Promise<Links & { stop(): Promise<void> }> => {
  const open = new Map<string, Set<Socket>>(hosts.map(({ name }) => [name, new Set()]))
  const refused = new Set<string>()
  const cut = (name: string): void => {
    for (const socket of open.get(name) ?? []) socket.resetAndDestroy()
  }
  const serve = ({ name, listen, root }: RealHost) => (near: Socket): void => {
    near.on('error', () => undefined)
    if (refused.has(name)) return void near.resetAndDestroy()
    // The simulated kernel sees no packets of a real connection; a host that is talked to counts some.
    countPackets(root, 10)
    const far = connect({ host: inner, port: to, localAddress: listen, noDelay: true, allowHalfOpen: true })
    far.on('error', () => near.destroy())
    open.get(name)?.add(near)
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => {
      open.get(name)?.delete(near)
      far.destroy()
    })
    far.on('close', () => near.destroy())
  }
  for (let tries = 0; tries < 20; tries += 1) {
    const servers = hosts.map((host) => [createServer({ noDelay: true, allowHalfOpen: true }, serve(host)), host.listen] as const)
    const port = await listenAll(servers)
    const close = async (): Promise<void> => {
      for (const { name } of hosts) cut(name)
      await Promise.all(servers.map(([server]) => new Promise((resolve) => (server.listening ? server.close(resolve) : resolve(undefined)))))
    }
    if (port !== undefined) return { port, cut, refuse: (name, on) => void (on ? refused.add(name) : refused.delete(name)), stop: close }
    await close()
  }
  throw new Error('no port is free on every address')
}
