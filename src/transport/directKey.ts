import type { Client } from 'ssh2'

/**
 * Lets a client send a key's signature at once. ssh2 asks first whether the server would take the key, one round trip more,
 * and has no setting for it; so this reaches into its protocol object (ssh2 1.17, lib/protocol/Protocol.js, authPK), and
 * leaves everything as it is when that looks different. Keys of an agent are still asked about first: signing with one may
 * need a person's touch.
 */
export const signAtOnce = (client: Client): void => {
  const protocol: unknown = Reflect.get(client, '_protocol')
  if (typeof protocol !== 'object' || protocol === null) return
  const original: unknown = Reflect.get(protocol, 'authPK')
  if (typeof original !== 'function') return
  Reflect.set(protocol, 'authPK', (user: unknown, key: unknown, algorithm: unknown, sign: unknown) => {
    if (sign !== undefined || !isPrivateKey(key)) return Reflect.apply(original, protocol, [user, key, algorithm, sign])
    return Reflect.apply(original, protocol, [
      user,
      key,
      algorithm,
      (data: Buffer, done: (signature: Buffer) => void) => {
        const signature: unknown = key.sign(data, hashes.get(String(algorithm)))
        if (!Buffer.isBuffer(signature)) throw signature
        done(signature)
      },
    ])
  })
}

/** RFC 8332; other algorithms name their hash with the key. */
const hashes = new Map([
  ['rsa-sha2-256', 'sha256'],
  ['rsa-sha2-512', 'sha512'],
  ['ssh-rsa', 'sha1'],
])

const isPrivateKey = (key: unknown): key is { sign(data: Buffer, hash: string | undefined): unknown } =>
  typeof key === 'object' && key !== null && 'isPrivateKey' in key && typeof key.isPrivateKey === 'function' && key.isPrivateKey() === true
