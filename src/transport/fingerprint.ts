import { createHash } from 'node:crypto'

/** As ssh-keygen -l prints it. Example: SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU */
export const fingerprintOf = (key: Uint8Array): string => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

/** The type that a public key in SSH wire format begins with. Example: ssh-ed25519 */
export const typeOf = (key: Uint8Array): string => {
  const view = Buffer.from(key.buffer, key.byteOffset, key.byteLength)
  const length = view.length >= 4 ? view.readUInt32BE(0) : 0
  return length <= 64 ? view.toString('latin1', 4, 4 + length) : ''
}
