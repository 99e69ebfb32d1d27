import ssh2, { type Session } from 'ssh2'
import type { Socket } from 'node:net'
import type { KeyPair } from './keys.ts'

export type OpenSession = (session: Session, user: string) => void

/** A real SSH server that takes sockets which somebody else accepted. */
export interface Sshd {
  /** Serves a connection; `open` is called with each session and the name that its user gave. */
  serve(socket: Socket, open: OpenSession): void
}

/** An SSH server with one host key, for one client key, whatever the user's name. */
export const createSshd = (hostKey: KeyPair, authorizedKey: string): Sshd => {
  const parsed = ssh2.utils.parseKey(authorizedKey)
  if (parsed instanceof Error) throw parsed
  const allowed = Array.isArray(parsed) ? parsed[0] : parsed
  if (allowed === undefined) throw new TypeError('no public key to log in with')
  const waiting = new Map<number, OpenSession>()
  const server = new ssh2.Server({ hostKeys: [hostKey.privateKey], ident: 'OpenSSH_5.3' }, (client, info) => {
    const open = waiting.get(info.port)
    let user = ''
    waiting.delete(info.port)
    client.on('error', () => undefined)
    client.on('authentication', (context) => {
      if (context.method !== 'publickey') return context.reject(['publickey'])
      const { key, signature, blob, hashAlgo } = context
      const known = key.algo === allowed.type && key.data.equals(allowed.getPublicSSH())
      const proven = signature === undefined || blob === undefined || allowed.verify(blob, signature, hashAlgo) === true
      user = context.username
      if (known && proven) context.accept()
      else context.reject(['publickey'])
    })
    client.on('session', (accept, reject) => {
      if (open === undefined) reject()
      else open(accept(), user)
    })
    client.on('request', (_accept, reject) => reject?.())
  })
  return {
    serve: (socket, open) => {
      waiting.set(socket.remotePort ?? 0, open)
      server.injectSocket(socket)
    },
  }
}
