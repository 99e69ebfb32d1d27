import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import type { SecretSource, Transport } from '../../src/model/connection.ts'
import { FleetError } from '../../src/model/errors.ts'
import type { SshTarget } from '../../src/model/host.ts'
import { createSecretSource, createSshTransport } from '../../src/transport/index.ts'
import { fingerprintOf } from '../../src/transport/fingerprint.ts'
import type { KeyPair } from './ssh-server.ts'

/** An operator's home folder and what is in it. */
export interface Operator {
  readonly home: string
  /** A path below ~/.ssh. */
  path(name: string): string
  /** Writes a file below ~/.ssh, and returns its path. */
  write(name: string, content: string): Promise<string>
  transport(options?: { readonly hostKeys?: 'strict' | 'accept-new'; readonly secrets?: SecretSource; readonly env?: NodeJS.ProcessEnv }): Transport
  remove(): Promise<void>
}

export const newOperator = async (): Promise<Operator> => {
  const home = await mkdtemp(join(tmpdir(), 'fleetnet-transport-'))
  const path = (name: string): string => join(home, '.ssh', name)
  return {
    home,
    path,
    async write(name, content) {
      await mkdir(path('.'), { recursive: true, mode: 0o700 })
      await writeFile(path(name), content, { mode: 0o600 })
      return path(name)
    },
    transport: ({ hostKeys = 'strict', secrets = createSecretSource({ env: {}, ask: undefined }), env = {} } = {}) =>
      createSshTransport({ secrets, hostKeys, home, env }),
    remove: () => rm(home, { recursive: true, force: true }),
  }
}

export const targetOf = (port: number, settings: Partial<SshTarget> = {}): SshTarget => ({
  host: '127.0.0.1',
  port,
  user: 'root',
  connectTimeout: 10,
  keepalive: 5,
  become: false,
  ...settings,
})

/** A line of known_hosts. */
export const knownLine = (names: string, key: KeyPair): string => `${names} ${key.public.split(' ').slice(0, 2).join(' ')}\n`

export const fingerprint = (key: KeyPair): string => {
  const parsed = ssh2.utils.parseKey(key.public)
  if (parsed instanceof Error) throw parsed
  return fingerprintOf(parsed.getPublicSSH())
}

/** The FleetError that a promise rejects with. */
export const fleetError = async (promise: Promise<unknown>): Promise<FleetError> => {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof FleetError) return outcome
  throw new TypeError(`a FleetError was expected, found ${String(outcome)}`)
}
