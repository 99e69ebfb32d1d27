import { readFile } from 'node:fs/promises'
import type { ParsedKey } from 'ssh2'
import type { SecretSource } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { Secret } from '../model/host.ts'
import type { Ssh2 } from './ssh2.ts'

/** What a key file turned out to be. */
export type KeyFile =
  | { readonly type: 'missing' }
  | { readonly type: 'unusable'; readonly why: string }
  | { readonly type: 'private'; readonly key: ParsedKey }
  /** `publicKey` is from the .pub file beside it, where there is one. */
  | { readonly type: 'encrypted'; readonly content: Buffer; readonly publicKey: ParsedKey | undefined }
  /** Only the public half: an agent holds the other. */
  | { readonly type: 'public'; readonly publicKey: ParsedKey }

/** Private keys, each read, decrypted and parsed once, and shared by all hosts. */
export interface KeyFiles {
  read(path: string): Promise<KeyFile>
  /** The key of an encrypted file. Asks for its passphrase once. Rejects with a FleetError of kind authentication. */
  unlock(path: string, content: Buffer, passphrase: Secret | undefined, secrets: SecretSource): Promise<ParsedKey>
}

export const createKeyFiles = ({ utils }: Ssh2): KeyFiles => {
  const files = new Map<string, Promise<KeyFile>>()
  const unlocked = new Map<string, Promise<ParsedKey>>()
  const parse = (content: Buffer, passphrase?: string): ParsedKey | Error => {
    const parsed: ParsedKey | readonly ParsedKey[] | Error = utils.parseKey(content, passphrase)
    return Array.isArray(parsed) ? (parsed[0] ?? new Error('no key in it')) : parsed
  }

  const readPublic = async (path: string): Promise<ParsedKey | undefined> => {
    const key = await readFile(path).then(parse, () => undefined)
    return key instanceof Error ? undefined : key
  }

  const readKeyFile = async (path: string): Promise<KeyFile> => {
    let content
    try {
      content = await readFile(path)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { type: 'missing' }
      return { type: 'unusable', why: error instanceof Error ? error.message : String(error) }
    }
    const key = parse(content)
    if (!(key instanceof Error)) return key.isPrivateKey() ? { type: 'private', key } : { type: 'public', publicKey: key }
    if (/no passphrase given/i.test(key.message)) return { type: 'encrypted', content, publicKey: await readPublic(`${path}.pub`) }
    return { type: 'unusable', why: `${key.message}; OpenSSH's own format is understood: ssh-keygen -p -f ${path} converts it` }
  }

  const decrypt = async (path: string, content: Buffer, passphrase: Secret | undefined, secrets: SecretSource): Promise<ParsedKey> => {
    const key = parse(content, await secrets.read(passphrase ?? { prompt: true }, `passphrase of the key ${path}`))
    if (key instanceof Error) throw wrongPassphrase(path, key)
    return key
  }

  return {
    read(path) {
      const file = files.get(path) ?? readKeyFile(path)
      files.set(path, file)
      return file
    },
    unlock(path, content, passphrase, secrets) {
      const key = unlocked.get(path) ?? decrypt(path, content, passphrase, secrets)
      unlocked.set(path, key)
      return key
    },
  }
}

const wrongPassphrase = (path: string, cause: Error): FleetError =>
  new FleetError({
    kind: 'authentication',
    what: `the passphrase does not open the key ${path}`,
    next: [`try it: ssh-keygen -y -f ${path}`, 'or add the key to an agent, once: ssh-add'],
    cause,
  })
