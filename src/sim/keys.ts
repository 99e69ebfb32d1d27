import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ssh2 from 'ssh2'

/** A key pair of a host or of the client. */
export interface KeyPair {
  /** OpenSSH's private key file. */
  readonly privateKey: string
  /** `ssh-ed25519 AAAA…` */
  readonly publicKey: string
  /** Example: SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU */
  readonly fingerprint: string
}

/** An ed25519 public key is its name, its length and 32 bytes (RFC 8709). */
const publicKeyBytes = 51

/**
 * A new ed25519 key pair. About one in 256 that ssh2 1.17 makes is malformed (it loses a leading zero byte): those are
 * thrown away.
 */
export const newKeyPair = (): KeyPair => {
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync('ed25519')
    const parsed = ssh2.utils.parseKey(pair.private)
    const whole = !(parsed instanceof Error) && Buffer.from(pair.public.split(' ')[1] ?? '', 'base64').length === publicKeyBytes
    if (whole) return { privateKey: pair.private, publicKey: pair.public.trim(), fingerprint: fingerprintOf(pair.public) }
  }
}

/** SHA256 fingerprint of a public key in OpenSSH's form. */
export const fingerprintOf = (publicKey: string): string =>
  `SHA256:${createHash('sha256').update(Buffer.from(publicKey.split(/\s+/)[1] ?? '', 'base64')).digest('base64').replace(/=+$/, '')}`

/** Writes a private key that ssh accepts, and returns its path. */
export const writeIdentity = async (folder: string, pair: KeyPair): Promise<string> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'id_ed25519')
  await writeFile(path, pair.privateKey, { mode: 0o600 })
  return path
}

/** Line of a known_hosts file. Example: [127.0.0.1]:40022 ssh-ed25519 AAAA… */
export const knownHostsLine = (address: string, port: number, publicKey: string): string => `[${address}]:${port} ${publicKey.split(/\s+/).slice(0, 2).join(' ')}`
