import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './loopback.ts'
import { find } from './needs.ts'
import type { KeyPair } from './ssh-server.ts'

/** OpenSSH's server; the Debian package is openssh-server. */
export const sshd = find('sshd')

export interface OpensshServerOptions {
  readonly hostKeys: readonly KeyPair[]
  readonly authorizedKeys: readonly string[]
  /** Further lines of sshd_config. */
  readonly config?: readonly string[]
}

export interface OpensshServer {
  readonly port: number
  readonly log: readonly string[]
  stop(): Promise<void>
}

/** Starts a real sshd on a free port of 127.0.0.1, with keys of its own. */
export const startOpensshServer = async (options: OpensshServerOptions): Promise<OpensshServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-sshd-'))
  // sshd reads authorized_keys as the user who logs in.
  await chmod(folder, 0o755)
  // Its privilege separation needs the folder, which only the init script makes.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const keys = await Promise.all(
    options.hostKeys.map(async (key, index) => {
      const path = join(folder, `host_key_${index}`)
      await writeFile(path, key.private, { mode: 0o600 })
      return path
    }),
  )
  await writeFile(join(folder, 'authorized_keys'), options.authorizedKeys.map((key) => `${key}\n`).join(''))
  for (let tries = 1; ; tries += 1) {
    const port = await freePort()
    const config = [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      ...keys.map((path) => `HostKey ${path}`),
      `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
      ...['StrictModes no', 'UsePAM no', 'PidFile none', 'PermitRootLogin yes', 'UseDNS no', 'PrintMotd no', 'PrintLastLog no'],
      ...['PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'MaxStartups 200', 'MaxSessions 200', 'LogLevel VERBOSE'],
      ...(options.config ?? []),
    ]
    await writeFile(join(folder, 'sshd_config'), `${config.join('\n')}\n`)
    const started = await start(join(folder, 'sshd_config'))
    if (started === undefined && tries < 5) continue
    if (started === undefined) throw new Error('sshd does not start')
    return {
      port,
      log: started.log,
      async stop() {
        started.process.kill()
        await once(started.process, 'exit')
        await rm(folder, { recursive: true, force: true })
      },
    }
  }
}

const start = async (config: string): Promise<{ readonly process: ChildProcess; readonly log: readonly string[] } | undefined> => {
  if (sshd === undefined) throw new Error('there is no sshd')
  const child = spawn(sshd, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  const log: string[] = []
  const listening = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.push(line)
      if (line.startsWith('Server listening')) resolve(true)
    })
    child.once('exit', () => resolve(false))
  })
  return (await listening) ? { process: child, log } : undefined
}
