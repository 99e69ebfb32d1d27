import { mkdir, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { ServerChannel, Session } from 'ssh2'
import { knownHostsLine, newKeyPair, writeIdentity } from './keys.ts'
import type { SimulatedReach } from './spec.ts'
import { createSshd } from './sshd.ts'
import { listen } from './wire.ts'

/** An exec that a replaying host was sent. */
export interface ReplayedExec {
  /** From 0. */
  readonly host: number
  /** As the login shell got it, octal escapes of it decoded. */
  readonly command: string
  readonly input: string
}

export interface ReplayedAnswer {
  readonly output: string | Uint8Array
  /** Default: 0. */
  readonly code?: number
}

export interface ReplayingOptions {
  /** Where the client's key and known_hosts are put; it is made. */
  readonly folder: string
  /** How many hosts there are. */
  readonly count: number
  /** What a host answers to an exec; undefined is a command that it does not know (127). */
  readonly answer: (exec: ReplayedExec) => ReplayedAnswer | undefined
  /** How many ports the hosts share. Default: 4. */
  readonly ports?: number
}

/** Hosts that only answer what was recorded, told apart by the name of the user who logs in. */
export interface ReplayingFleet {
  /** How to reach a host, from 0. */
  reach(host: number): SimulatedReach
  readonly connections: () => number
  readonly execs: () => number
  stop(): Promise<void>
}

/** Example: hostUser(42) // replayed42 */
const hostUser = (host: number): string => `replayed${host}`
const hostOf = (user: string): number => Number(/^replayed(\d+)$/.exec(user)?.[1] ?? -1)

/** A command whose bytes travel as octal escapes for printf %b, as text. */
const decoded = (command: string): string => {
  if (!command.includes('printf %b')) return command
  const bytes = command.replaceAll(/\\0([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/**
 * Starts a fleet of any size for probing, planning and verifying: no tree, no shell, no process a host. What changes a host
 * needs `startFleet`.
 *
 * @example await startReplayingFleet({ folder, count: 10_000, answer: replayProbe(() => recorded) })
 */
export const startReplayingFleet = async ({ folder, count, answer, ports = 4 }: ReplayingOptions): Promise<ReplayingFleet> => {
  await mkdir(folder, { recursive: true })
  const client = newKeyPair()
  const hostKey = newKeyPair()
  const identityFile = await writeIdentity(folder, client)
  const sshd = createSshd(hostKey, client.publicKey)
  const sockets = new Set<Socket>()
  let connections = 0
  let execs = 0
  const serve = (session: Session, user: string): void => {
    session.on('env', (accept) => accept?.())
    session.on('pty', (_accept, reject) => reject?.())
    session.on('exec', (accept, _reject, info) => {
      execs += 1
      reply(accept(), hostOf(user), decoded(info.command))
    })
  }
  const reply = (channel: ServerChannel, host: number, command: string): void => {
    channel.on('error', () => undefined)
    // The shell that is about to run a command says so, with a word that only the sender knows.
    const ready = /echo (?<nonce>\w+)"-"ready; /.exec(command)?.groups?.['nonce']
    if (ready !== undefined) channel.write(`${ready}-ready\n`)
    const input: Buffer[] = []
    channel.on('data', (data: Buffer) => input.push(data))
    channel.on('end', () => {
      const found = host >= 0 && host < count ? answer({ host, command, input: Buffer.concat(input).toString('utf8') }) : undefined
      if (found === undefined) channel.stderr.write('sh: command not found\n')
      else channel.write(found.output)
      channel.exit(found === undefined ? 127 : (found.code ?? 0))
      channel.end()
    })
  }
  const servers = await Promise.all(
    Array.from({ length: ports }, () =>
      listen('127.0.0.1', 0, (socket) => {
        connections += 1
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
        socket.on('error', () => undefined)
        sshd.serve(socket, serve)
      }),
    ),
  )
  const knownHosts = join(folder, 'known_hosts')
  await writeFile(knownHosts, servers.map(({ port }) => `${knownHostsLine('127.0.0.1', port, hostKey.publicKey)}\n`).join(''))
  return {
    reach: (host) => ({
      ssh: { host: '127.0.0.1', port: servers[host % servers.length]?.port ?? 0, user: hostUser(host), identityFile, identityAgent: 'none', knownHosts },
      root: '',
    }),
    connections: () => connections,
    execs: () => execs,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map(({ server }) => new Promise<void>((resolve) => void server.close(() => resolve()))))
    },
  }
}

/**
 * Answers a probe with a recorded one. A probe frames its answer with a nonce of the asker's: the recorded one is replaced.
 *
 * @param recorded a host's probe output. A text in which a word was replaced must keep its length: contents are counted.
 */
export const replayProbe =
  (recorded: (host: number) => string): ((exec: ReplayedExec) => ReplayedAnswer | undefined) =>
  ({ host, input }) => {
    const asked = /^fleetnet_probe (?<nonce>\w+)/m.exec(input)?.groups?.['nonce']
    if (asked === undefined) return undefined
    const output = recorded(host)
    const old = /^(?<nonce>\w+) facts /m.exec(output)?.groups?.['nonce']
    return old === undefined ? undefined : { output: output.replaceAll(old, asked) }
  }
