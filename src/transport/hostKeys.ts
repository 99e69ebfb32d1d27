import { join } from 'node:path'
import type { ServerHostKeyAlgorithm } from 'ssh2'
import type { SshTarget } from '../model/host.ts'
import { fingerprintOf, typeOf } from './fingerprint.ts'
import { authorityNote, changedKey, notRemembered, pinnedKeyDiffers, revokedKey, unknownKey, unreadable, type ShownKey } from './hostKeyErrors.ts'
import { judgeHostKey, knownName, type KnownHost } from './knownHosts.ts'
import { readKnownHostsFile, type KnownHostsFile } from './knownHostsFile.ts'

/** In ssh2's order of preference: what a host is asked for, and the key type that answers it. */
const algorithms: readonly { readonly algorithm: ServerHostKeyAlgorithm; readonly type: string }[] = [
  { algorithm: 'ssh-ed25519', type: 'ssh-ed25519' },
  { algorithm: 'ecdsa-sha2-nistp256', type: 'ecdsa-sha2-nistp256' },
  { algorithm: 'ecdsa-sha2-nistp384', type: 'ecdsa-sha2-nistp384' },
  { algorithm: 'ecdsa-sha2-nistp521', type: 'ecdsa-sha2-nistp521' },
  { algorithm: 'rsa-sha2-512', type: 'ssh-rsa' },
  { algorithm: 'rsa-sha2-256', type: 'ssh-rsa' },
  { algorithm: 'ssh-rsa', type: 'ssh-rsa' },
]

const usable = (type: string): boolean => algorithms.some((entry) => entry.type === type)

/** What a connection expects of the host that answers. */
export interface HostKeyExpectation {
  /** Known key types first: a host that has one of them shows it. */
  readonly algorithms: ServerHostKeyAlgorithm[]
  /** Rejects with a FleetError of kind host-key. Resolves with the key's fingerprint. */
  verify(key: Uint8Array): Promise<string>
}

export interface HostKeyQuestion {
  readonly host: string
  readonly target: SshTarget
  /** Where it is connected to. */
  readonly address: string
  readonly pinned: string | undefined
}

export interface HostKeys {
  expect(question: HostKeyQuestion): Promise<HostKeyExpectation>
}

/** Checks hosts' keys against known_hosts, each file read once. `accept-new` adds keys of hosts of which none is known. */
export const createHostKeys = ({ mode, home }: { readonly mode: 'strict' | 'accept-new'; readonly home: string }): HostKeys => {
  const files = new Map<string, Promise<KnownHostsFile>>()
  /** Types of the keys that were seen in this run: a pinned key must be asked for by its type. */
  const seenTypes = new Map<string, string>()
  /** Keys added in this run: a connection that finds one known waits until it is written. */
  const adding = new Map<string, Promise<void>>()

  const read = (path: string): Promise<KnownHostsFile> => {
    const file = files.get(path) ?? readKnownHostsFile(path)
    files.set(path, file)
    return file
  }

  const readAll = async (host: string, target: SshTarget): Promise<KnownHostsFile[]> => {
    const paths = target.knownHosts === undefined ? [join(home, '.ssh', 'known_hosts'), '/etc/ssh/ssh_known_hosts'] : [target.knownHosts]
    return Promise.all(paths.map((path) => read(path).catch((error: unknown) => Promise.reject(unreadable(host, path, error)))))
  }

  return {
    async expect({ host, target, address, pinned }) {
      const known = await readAll(host, target)
      const find = (name: string): KnownHost[] => known.flatMap((file) => file.hosts.find(name))
      const nameOf = (machine: string): string => target.hostKeyAlias?.toLowerCase() ?? knownName(machine, target.port)
      const name = nameOf(address)
      const lines = find(name)

      const types = new Set([
        ...(pinned === undefined ? [] : [seenTypes.get(pinned) ?? '']),
        ...[...lines, ...(pinned === undefined ? [] : find(nameOf(target.host)))]
          .filter(({ marker }) => marker === undefined)
          .map(({ type }) => type),
      ])
      const order = [...algorithms.filter(({ type }) => types.has(type)), ...algorithms.filter(({ type }) => !types.has(type))]

      /** As ssh does: a key that is known for the host without a port is good for every port. */
      const knownWithoutPort = (key: Uint8Array): boolean =>
        target.hostKeyAlias === undefined && target.port !== 22 && judgeHostKey(key, find(knownName(address, 22)), usable).type === 'known'

      const check = async (key: Uint8Array, shown: ShownKey): Promise<void> => {
        const verdict = judgeHostKey(key, find(name), usable)
        const id = `${name} ${shown.fingerprint}`
        switch (verdict.type) {
          case 'known':
            return adding.get(id)
          case 'revoked':
            throw revokedKey(shown, verdict.line)
          case 'changed':
            throw changedKey(shown, verdict.lines)
          case 'unknown': {
            if (knownWithoutPort(key)) return
            const [file] = known
            if (mode === 'strict' || file === undefined) throw unknownKey(shown, file?.path ?? '', authorityNote(verdict.authorities))
            const added = file.append(name, shown.type, key).catch((error: unknown) => Promise.reject(notRemembered(shown, file.path, error)))
            adding.set(id, added)
            return added
          }
        }
      }

      return {
        algorithms: order.map(({ algorithm }) => algorithm),
        async verify(key) {
          const shown: ShownKey = { host, name, address, port: target.port, type: typeOf(key), fingerprint: fingerprintOf(key) }
          if (pinned === undefined) await check(key, shown)
          else if (pinned !== shown.fingerprint) throw pinnedKeyDiffers(shown, pinned)
          seenTypes.set(shown.fingerprint, shown.type)
          return shown.fingerprint
        },
      }
    },
  }
}
