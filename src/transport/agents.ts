import type { BaseAgent, ParsedKey, SignCallback, SigningRequestOptions } from 'ssh2'
import type { Ssh2 } from './ssh2.ts'

/** An agent's keys, listed once for the whole run. */
export interface Agent {
  readonly path: string
  /** Undefined with the reason, when the agent does not answer. */
  readonly keys: readonly ParsedKey[]
  readonly problem: string | undefined
  /** What ssh2 takes for an agent, limited to some of the keys. */
  only(keys: readonly ParsedKey[]): BaseAgent<ParsedKey>
}

export interface Agents {
  open(path: string): Promise<Agent>
}

export const createAgents = (ssh2: Ssh2): Agents => {
  const agents = new Map<string, Promise<Agent>>()
  return {
    open(path) {
      const agent = agents.get(path) ?? openAgent(ssh2, path)
      agents.set(path, agent)
      return agent
    },
  }
}

const openAgent = async (ssh2: Ssh2, path: string): Promise<Agent> => {
  const agent = new ssh2.OpenSSHAgent(path)
  const answer = await new Promise<readonly ParsedKey[] | Error>((resolve) =>
    agent.getIdentities((error, keys) => resolve(error ?? keys?.filter((key) => 'getPublicSSH' in key) ?? [])),
  )
  const { BaseAgent } = ssh2
  class LimitedAgent extends BaseAgent<ParsedKey> {
    readonly #keys: ParsedKey[]
    constructor(keys: readonly ParsedKey[]) {
      super()
      this.#keys = [...keys]
    }
    override getIdentities(callback: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
      callback(undefined, this.#keys)
    }
    override sign(key: ParsedKey, data: Buffer, options: SigningRequestOptions | SignCallback, callback?: SignCallback): void {
      if (typeof options === 'function') agent.sign(key, data, options)
      else agent.sign(key, data, options, callback)
    }
  }
  return {
    path,
    keys: answer instanceof Error ? [] : answer,
    problem: answer instanceof Error ? answer.message : undefined,
    only: (keys) => new LimitedAgent(keys),
  }
}
