import { join } from 'node:path'
import type { AnyAuthMethod, AuthHandlerMiddleware, ParsedKey } from 'ssh2'
import type { SecretSource } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { SshTarget } from '../model/host.ts'
import type { Agent, Agents } from './agents.ts'
import { nothingToOffer, refusedEverything, type Offer } from './authenticationErrors.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { KeyFiles } from './keyFiles.ts'

export interface AuthenticationOptions {
  readonly host: string
  readonly target: SshTarget
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  readonly keyFiles: KeyFiles
  readonly agents: Agents
  readonly secrets: SecretSource
  /** Nothing is left to try. */
  readonly fail: (error: unknown) => void
}

export interface Authentication {
  readonly handler: AuthHandlerMiddleware
  readonly offers: readonly Offer[]
}

const defaultKeys = ['id_ed25519', 'id_ecdsa', 'id_rsa']

/**
 * Logs in with, in this order: the inventory's key; or the agent's keys and the operator's default keys, encrypted ones
 * last; then the password. The first method is sent without asking what the host would take.
 */
export const createAuthentication = (options: AuthenticationOptions): Authentication => {
  const { host, target, secrets, fail } = options
  const { user } = target
  const offers: Offer[] = []
  const problems: string[] = []
  /** What the host said that it takes; undefined before the first refusal. */
  let allowed: readonly string[] | undefined
  const allows = (method: string): boolean => allowed === undefined || allowed.includes(method)

  const withKey = (path: string, key: ParsedKey): AnyAuthMethod => {
    offers.push({ type: 'key', label: path, fingerprint: fingerprintOf(key.getPublicSSH()) })
    return { type: 'publickey', username: user, key }
  }
  const withAgent = (agent: Agent, keys: readonly ParsedKey[]): AnyAuthMethod => {
    for (const key of keys) offers.push({ type: 'key', label: `agent, ${key.comment || key.type}`, fingerprint: fingerprintOf(key.getPublicSSH()) })
    return { type: 'agent', username: user, agent: agent.only(keys) }
  }
  const offered = (key: ParsedKey): boolean => offers.some((offer) => offer.type === 'key' && offer.fingerprint === fingerprintOf(key.getPublicSSH()))

  async function* keys(): AsyncGenerator<AnyAuthMethod> {
    const agent = await openAgent(options, problems)
    const explicit = target.identityFile
    if (agent !== undefined && agent.keys.length > 0 && explicit === undefined) yield withAgent(agent, agent.keys)
    const paths = explicit === undefined ? defaultKeys.map((name) => join(options.home, '.ssh', name)) : [explicit]
    const encrypted: { readonly path: string; readonly content: Buffer }[] = []
    for (const path of paths) {
      const file = await options.keyFiles.read(path)
      switch (file.type) {
        case 'missing':
          if (explicit !== undefined) problems.push(`${path} is not there`)
          break
        case 'unusable':
          problems.push(`${path}: ${file.why}`)
          break
        case 'private':
          if (!offered(file.key)) yield withKey(path, file.key)
          break
        case 'public':
        case 'encrypted': {
          const held = agent?.keys.filter((key) => file.publicKey !== undefined && key.equals(file.publicKey)) ?? []
          const fresh = held.filter((key) => !offered(key))
          if (agent !== undefined && fresh.length > 0) yield withAgent(agent, fresh)
          else if (file.type === 'encrypted' && held.length === 0) encrypted.push({ path, content: file.content })
          else if (held.length === 0) problems.push(`${path} is a public key, and the agent does not hold the private one`)
        }
      }
    }
    // A person is asked only when nothing else has opened the door.
    for (const { path, content } of encrypted) {
      if (!allows('publickey')) return
      try {
        yield withKey(path, await options.keyFiles.unlock(path, content, target.passphrase, secrets))
      } catch (error) {
        if (!(error instanceof FleetError) || explicit !== undefined) throw error
        problems.push(error.what)
      }
    }
    if (agent !== undefined && explicit !== undefined && target.identityAgent !== undefined) {
      const others = agent.keys.filter((key) => !offered(key))
      if (others.length > 0) yield withAgent(agent, others)
    }
  }

  async function* methods(): AsyncGenerator<AnyAuthMethod> {
    for await (const method of keys()) {
      if (!allows('publickey')) break
      yield method
    }
    if (target.password === undefined) return
    const password = await secrets.read(target.password, `SSH password of ${user}`)
    if (allows('password')) {
      offers.push({ type: 'password' })
      yield { type: 'password', username: user, password }
    } else if (allows('keyboard-interactive')) {
      offers.push({ type: 'password' })
      yield answering(user, password)
    }
  }

  const rest = methods()
  return {
    offers,
    handler(left: readonly string[] | null, partial, next) {
      if (left !== null) allowed = left
      rest
        .next()
        .then(({ done, value }) => {
          if (done !== true) return next(value)
          if (offers.length === 0) throw nothingToOffer(host, target, problems, allowed)
          throw refusedEverything(host, target, offers, problems, allowed, partial)
        })
        .catch((error: unknown) => fail(error instanceof FleetError ? named(error, host) : error))
    },
  }
}

/** A server that asks through PAM: its one hidden question is answered with the password, once. */
const answering = (username: string, password: string): AnyAuthMethod => {
  let answered = false
  return {
    type: 'keyboard-interactive',
    username,
    prompt(_name, _instructions, _language, prompts, finish) {
      const answers = prompts.map(({ echo }) => (echo === true || answered ? '' : password))
      answered = true
      finish(answers)
    },
  }
}

const openAgent = async ({ target, env, agents }: AuthenticationOptions, problems: string[]): Promise<Agent | undefined> => {
  const path = target.identityAgent ?? env['SSH_AUTH_SOCK']
  if (path === undefined || path === '' || path === 'none') return undefined
  const agent = await agents.open(path)
  if (agent.problem !== undefined) problems.push(`the agent at ${path} does not answer`)
  return agent
}

/** Errors of shared things, a passphrase for example, do not know the host. */
const named = (error: FleetError, host: string): FleetError =>
  new FleetError({ kind: error.kind, host, what: error.what, next: error.next, cause: error.cause ?? error })
