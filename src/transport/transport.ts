import { homedir } from 'node:os'
import type { Connection, SecretSource, Transport } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { SshTarget } from '../model/host.ts'
import { createAgents, type Agents } from './agents.ts'
import { interrupted } from './connectErrors.ts'
import { createConnection, type OpenClient } from './connection.ts'
import type { Become, KnownSudo } from './execution.ts'
import { createHostKeys } from './hostKeys.ts'
import { createKeyFiles, type KeyFiles } from './keyFiles.ts'
import { openClient } from './openClient.ts'
import { loadSsh2, type Ssh2 } from './ssh2.ts'

export interface SshTransportOptions {
  readonly secrets: SecretSource
  /** `accept-new` adds the key of a host of which none is known; a changed key is always an error. */
  readonly hostKeys: 'strict' | 'accept-new'
  /** The operator's home, with `.ssh`. Default: that of the process. */
  readonly home?: string
  /** Default: process.env. */
  readonly env?: NodeJS.ProcessEnv
}

interface Shared {
  readonly ssh2: Ssh2
  readonly keyFiles: KeyFiles
  readonly agents: Agents
}

/**
 * Connections over ssh2. Keys, agents, known_hosts and secrets are read once and shared by all hosts.
 *
 * @example
 * const transport = createSshTransport({ secrets, hostKeys: 'strict' })
 * const connection = await transport.connect('virtual4', host.ssh)
 * const { code, stdout } = await connection.exec({ command: 'id -u', timeout: 10_000 }).result
 */
export const createSshTransport = ({ secrets, hostKeys: mode, home = homedir(), env = process.env }: SshTransportOptions): Transport => {
  let shared: Promise<Shared> | undefined
  const share = (): Promise<Shared> => (shared ??= loadSsh2().then((ssh2) => ({ ssh2, keyFiles: createKeyFiles(ssh2), agents: createAgents(ssh2) })))
  const hostKeys = createHostKeys({ mode, home })
  /** By host and user. */
  const sudos = new Map<string, KnownSudo>()

  const becomeOf = (host: string, target: SshTarget): Become | undefined => {
    if (!target.become || target.user === 'root') return undefined
    const { user, becomePassword } = target
    const id = `${user}@${host}`
    const known = sudos.get(id) ?? { terminal: false, refused: undefined }
    sudos.set(id, known)
    return { user, known, password: becomePassword === undefined ? undefined : () => secrets.read(becomePassword, `sudo password of ${user}`) }
  }

  return {
    async connect(host, target, options = {}): Promise<Connection> {
      const { address = target.host, pinnedHostKey: pinned, signal, timeout = target.connectTimeout * 1000 } = options
      const stop = (): void => {
        if (signal?.aborted === true) throw interrupted({ host, address, port: target.port })
      }
      stop()
      const parts = await share()
      let asked = false
      const watched: SecretSource = {
        read(secret, purpose) {
          asked ||= 'prompt' in secret
          return secrets.read(secret, purpose)
        },
      }
      const open = async (): Promise<OpenClient> => {
        const expectation = await hostKeys.expect({ host, target, address, pinned })
        stop()
        return openClient({ ...parts, host, target, address, timeout, signal, expectation, secrets: watched, home, env })
      }
      const opened = await open().catch((error: unknown) => {
        // sshd does not wait for a slow typist (LoginGraceTime); by now the answer is known.
        if (asked && error instanceof FleetError && error.kind === 'connect') return open()
        throw error
      })
      return createConnection(opened, host, becomeOf(host, target))
    },
    async close() {
      // Decrypted keys are let go; each agent was asked over a socket of its own, which has ended.
      shared = undefined
    },
  }
}
