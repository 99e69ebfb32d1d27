import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { FleetError } from '../model/errors.ts'

/** Whether somebody can be asked. */
export const canAsk = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true

/** Asks on the terminal for a secret; nothing that is typed is shown. */
export const askSecret = async (question: string): Promise<string> => {
  if (!canAsk()) throw new FleetError({ kind: 'usage', what: `${question} is needed, and there is no terminal to ask on`, next: ['name an environment variable in the inventory: { env: NAME }'] })
  process.stderr.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}

/** Asks a question that takes yes or no; anything but yes is no. */
export const askYes = async (question: string): Promise<boolean> => {
  const reader = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await reader.question(`${question} [yes/no] `)).trim())
  } catch {
    return false
  } finally {
    reader.close()
  }
}
