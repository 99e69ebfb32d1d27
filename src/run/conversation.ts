import { setTimeout as later } from 'node:timers'
import type { Connection } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts } from '../model/facts.ts'
import type { CompiledTransaction, Progress } from '../model/transaction.ts'
import { parseProbe } from '../facts/index.ts'
import { parseProgress } from '../transaction/index.ts'

/** What the host answered in a conversation. */
export type Answer =
  /** `facts` is an error when the probe could not be read: while a network changes that passes, so it is worth another try. */
  | { readonly type: 'state'; readonly state: string; readonly facts: Facts | FleetError }
  /** The exec ended: the connection is gone, or there is no such transaction. */
  | { readonly type: 'ended'; readonly message: string; readonly lastState: string | undefined }

/** Verify and confirm in one exec (CompiledTransaction.converse). */
export interface Conversation {
  /** The next answer: the state, and what a probe reads. */
  next(): Promise<Answer>
  /** Asks for another answer. */
  again(): void
  /**
   * Decides; progress lines of the decision come until the outcome stands or the connection ends. `not-taken`: the host
   * could not take the decision, and said why; undefined: no answer came.
   */
  decide(decision: 'confirm' | 'rollback'): Promise<Progress | 'not-taken' | undefined>
  close(): void
}

const readFacts = (output: Buffer, nonce: string): Facts | FleetError => {
  try {
    return parseProbe(output, nonce)
  } catch (error) {
    if (error instanceof FleetError) return error
    throw error
  }
}

/** Milliseconds that a decision may take to be told. */
const decisionTimeout = 120_000

/** Opens a conversation with a transaction on its host. `onProgress` gets each progress line. */
export const converse = (connection: Connection, compiled: CompiledTransaction, timeout: number, onProgress: (progress: Progress) => void): Conversation => {
  const { nonce } = compiled
  let state: string | undefined
  let ended: string | undefined
  let decided = false
  let outcome: Progress | undefined
  let notify = (): void => undefined
  let ready = 0
  let taken = 0
  const execution = connection.exec({
    command: compiled.converse,
    keepInputOpen: true,
    timeout,
    maxOutput: 64 * 1024 * 1024,
    onLine: (line) => {
      if (line.startsWith(`${nonce} state `)) state = line.slice(nonce.length + ' state '.length)
      else if (line === `${nonce} decide`) ready += 1
      else {
        const progress = parseProgress(line, nonce)
        if (progress === undefined) return
        onProgress(progress)
        if (decided && ['committed', 'rolled-back', 'rollback-failed'].includes(progress.type)) outcome = progress
      }
      notify()
    },
  })
  const end = (message: string): void => {
    ended = message
    notify()
  }
  execution.result.then(
    (result) => end(result.ended === 'exited' ? `status ${result.code ?? 'unknown'} ${result.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}`.trim() : result.ended),
    (error: unknown) => end(error instanceof Error ? error.message : String(error)),
  )
  const until = async (condition: () => boolean, limit = timeout): Promise<void> =>
    new Promise((resolve) => {
      const timer = later(() => done(), limit)
      const done = (): void => {
        clearTimeout(timer)
        notify = () => undefined
        resolve()
      }
      notify = () => {
        if (condition() || ended !== undefined) done()
      }
      notify()
    })
  return {
    next: async () => {
      await until(() => ready > taken)
      if (ready === taken) return { type: 'ended', message: ended ?? 'no answer in time', lastState: state }
      taken = ready
      return { type: 'state', state: state ?? 'unknown', facts: readFacts(execution.output(), nonce) }
    },
    again: () => execution.write(`again ${nonce}\n`),
    decide: async (decision) => {
      decided = true
      execution.write(`${decision} ${nonce}\n`)
      await until(() => outcome !== undefined || ready > taken, decisionTimeout)
      if (outcome !== undefined || ready === taken) return outcome
      taken = ready
      return 'not-taken'
    },
    close: () => {
      execution.endInput()
      connection.close()
    },
  }
}
