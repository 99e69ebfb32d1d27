import type { SecretSource } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'

export interface SecretSourceOptions {
  /** The controller's environment, for `{ env: NAME }`. */
  readonly env: NodeJS.ProcessEnv
  /** Asks the operator, without echo. Rejects when nobody can be asked; undefined without a terminal. */
  readonly ask: ((question: string) => Promise<string>) | undefined
}

/**
 * Answers secret references. `purpose` names what the secret is for, never a single host: the same purpose is asked once
 * for the whole run, however many hosts wait for the answer, and questions come one after the other.
 *
 * Errors: FleetError of kind authentication, when a variable is not set or nobody can be asked.
 *
 * @example
 * const secrets = createSecretSource({ env: process.env, ask: (question) => askWithoutEcho(question) })
 * await secrets.read({ prompt: true }, 'sudo password of admin')
 */
export const createSecretSource = ({ env, ask }: SecretSourceOptions): SecretSource => {
  const answers = new Map<string, Promise<string>>()
  let lastQuestion: Promise<unknown> = Promise.resolve()

  const question = (purpose: string): Promise<string> => {
    const known = answers.get(purpose)
    if (known !== undefined) return known
    const answer = lastQuestion.then(() => {
      if (ask === undefined) throw nobodyToAsk(purpose)
      return ask(purpose)
    })
    answers.set(purpose, answer)
    lastQuestion = answer.catch(() => undefined)
    return answer
  }

  return {
    async read(secret, purpose) {
      if (!('env' in secret)) return question(purpose)
      const value = env[secret.env]
      if (value === undefined || value === '') throw notSet(secret.env, purpose)
      return value
    },
  }
}

const nobodyToAsk = (purpose: string): FleetError =>
  new FleetError({
    kind: 'authentication',
    what: `${purpose}: it has to be asked, and there is no terminal to ask at`,
    next: ['run at a terminal, or let the inventory name an environment variable: { env: NAME }'],
  })

const notSet = (name: string, purpose: string): FleetError =>
  new FleetError({
    kind: 'authentication',
    what: `${purpose}: the environment variable ${name} is not set`,
    next: [`set ${name} in the environment that fleetnet is started from`],
  })
