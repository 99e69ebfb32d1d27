import { connect } from 'node:net'
import type { SecretSource } from '../model/connection.ts'
import type { SshTarget } from '../model/host.ts'
import type { Agents } from './agents.ts'
import { createAuthentication } from './authentication.ts'
import { tooManyTries } from './authenticationErrors.ts'
import { closedEarly, handshakeFailed, interrupted, socketFailed, timedOut, type ConnectStage } from './connectErrors.ts'
import type { OpenClient } from './connection.ts'
import { createDeadline } from './deadline.ts'
import { signAtOnce } from './directKey.ts'
import type { HostKeyExpectation } from './hostKeys.ts'
import type { KeyFiles } from './keyFiles.ts'
import type { Ssh2 } from './ssh2.ts'

export interface OpenOptions {
  readonly ssh2: Ssh2
  readonly host: string
  readonly target: SshTarget
  readonly address: string
  /** Milliseconds, without the time that a person needs to answer. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
  readonly expectation: HostKeyExpectation
  readonly secrets: SecretSource
  readonly keyFiles: KeyFiles
  readonly agents: Agents
  readonly home: string
  readonly env: NodeJS.ProcessEnv
}

/** Keepalives that may stay unanswered. */
const missedKeepalives = 3

/** Connects and logs in. Rejects with a FleetError; then nothing is left open. */
export const openClient = (options: OpenOptions): Promise<OpenClient> =>
  new Promise((resolve, reject) => {
    const { ssh2, host, target, address, timeout, signal, expectation } = options
    const where = { host, address, port: target.port }
    const offered = new Map<string, string>()
    let stage: ConnectStage = 'tcp'
    let heard = ''
    let hostKey = ''
    let settled = false

    // Nagle's algorithm would hold back the small packets of the handshake until a delayed acknowledgement came.
    const socket = connect({ host: address, port: target.port, noDelay: true })
    const client = new ssh2.Client()

    const settle = (): boolean => {
      if (settled) return false
      settled = true
      deadline.clear()
      signal?.removeEventListener('abort', abort)
      return true
    }
    const fail = (error: unknown): void => {
      if (!settle()) return
      socket.destroy()
      reject(error)
    }
    const abort = (): void => fail(interrupted(where))
    const deadline = createDeadline(timeout, () => fail(timedOut(where, stage, timeout, heard)))
    signal?.addEventListener('abort', abort, { once: true })

    /** The deadline stands still while somebody is asked. */
    const secrets: SecretSource = {
      async read(secret, purpose) {
        deadline.pause()
        try {
          return await options.secrets.read(secret, purpose)
        } finally {
          deadline.resume()
        }
      },
    }
    const authentication = createAuthentication({ ...options, secrets, fail })

    socket.on('error', (error) => {
      if (stage === 'tcp') fail(socketFailed(where, error, stage))
    })
    socket.once('connect', () => {
      if (settled) return
      stage = 'handshake'
      client.on('handshake', () => (stage = 'authentication'))
      client.on('error', (error) => {
        // ssh2 only half-closes after an error, and a host that is gone would never close its half.
        if (settled) return void socket.destroy()
        if (/too many authentication failures/i.test(error.message)) return fail(tooManyTries(host, authentication.offers))
        if (error.level === 'client-socket') return fail(socketFailed(where, error, stage))
        // A signature that the agent denied: the next method is tried.
        if (error.level === 'agent') return
        fail(handshakeFailed(where, error, stage, offered, heard))
      })
      client.once('close', () => fail(closedEarly(where, stage, heard)))
      client.once('ready', () => {
        if (settle()) resolve({ client, socket, hostKey })
      })
      client.connect({
        sock: socket,
        username: target.user,
        readyTimeout: 0,
        keepaliveInterval: target.keepalive * 1000,
        keepaliveCountMax: missedKeepalives,
        algorithms: { serverHostKey: expectation.algorithms },
        authHandler: (left, partial, next) => {
          authentication.handler(left, partial, (method) => {
            if (!settled) next(method)
          })
        },
        hostVerifier: (key: Buffer, verify: (valid: boolean) => void) => {
          expectation.verify(key).then((fingerprint) => {
            hostKey = fingerprint
            if (!settled) verify(true)
          }, fail)
        },
        // The only way in which ssh2 tells what the host offered.
        debug: (message) => {
          const list = settled ? null : /^Handshake: \(remote\) ([^:]+): (.*)$/.exec(message)
          if (list !== null) offered.set(list[1] ?? '', list[2] ?? '')
        },
      })
      signAtOnce(client)
      const listen = (chunk: Buffer): void => {
        heard += chunk.toString('latin1', 0, 256)
        if (heard.length >= 256 || /^SSH-.*\n/m.test(heard)) socket.removeListener('data', listen)
      }
      socket.on('data', listen)
    })
  })
