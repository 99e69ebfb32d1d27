import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { FleetError } from '../model/errors.ts'
import { canAsk } from './canAsk.ts'

const interrupted = (): FleetError => new FleetError({ kind: 'interrupted', what: 'interrupted at a question; nothing was changed', next: ['run it again'] })

/** Asks one question. Ctrl-C, and the end of input, are an interruption. */
const ask = async (question: string, output: NodeJS.WritableStream): Promise<string> => {
  const reader = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once('SIGINT', () => {
        output.write('\n')
        reject(interrupted())
      })
      reader.once('close', () => reject(interrupted()))
      reader.question(question).then(resolve, reject)
    })
  } finally {
    reader.close()
  }
}

/** Asks on the terminal for a secret; nothing that is typed is shown. */
export const askSecret = async (question: string): Promise<string> => {
  if (!canAsk()) throw new FleetError({ kind: 'usage', what: `${question} is needed, and there is no terminal to ask on`, next: ['name an environment variable in the inventory: { env: NAME }'] })
  process.stderr.write(`${question}: `)
  try {
    return await ask('', new Writable({ write: (_chunk, _encoding, done) => done() }))
  } finally {
    process.stderr.write('\n')
  }
}

/** Asks a question that takes yes or no; anything but yes is no. */
export const askYes = async (question: string): Promise<boolean> => /^y(es)?$/i.test((await ask(`${question} [yes/no] `, process.stdout)).trim())
