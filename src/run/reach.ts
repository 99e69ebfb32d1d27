import { createConnection } from 'node:net'

/** What is asked of an address, and what counts as an answer. */
export interface Question {
  /** An IP address: a name would be looked up each time, over the very network that is away. */
  readonly address: string
  readonly port: number
  /** `kernel`: a connection, or its refusal. `greeting`: the first bytes of an SSH server. */
  readonly answer: 'kernel' | 'greeting'
}

/**
 * Asks an address once, from where the run's connections come from. Resolves to whether it answered within so many
 * milliseconds, to undefined when it could not be asked; never rejects.
 */
export type Reach = (question: Question, timeout: number) => Promise<boolean | undefined>

/** Over TCP, from this machine. A refused connection is an answer too: the kernel of the host gave it. */
export const reachOverTcp: Reach = async ({ address, port, answer }, timeout) =>
  new Promise((resolve) => {
    const socket = createConnection({ host: address, port })
    socket.unref()
    const done = (answered: boolean | undefined): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answered)
    }
    const timer = setTimeout(() => done(false), timeout)
    timer.unref()
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const nothingOfTheHost = error.code === 'EMFILE' || error.code === 'ENFILE' || error.code === 'EADDRNOTAVAIL'
      done(nothingOfTheHost ? undefined : answer === 'kernel' && error.code === 'ECONNREFUSED')
    })
    if (answer === 'kernel') socket.once('connect', () => done(true))
    else {
      socket.once('data', (data) => done(data.toString('latin1').startsWith('SSH-')))
      socket.once('close', () => done(false))
    }
  })

/** The same with a bound on how many are under way, over the whole fleet: beyond it nobody is asked, and the figures are coarser for it. */
export const bounded = (reach: Reach, limit: number): Reach => {
  let underWay = 0
  return async (question, timeout) => {
    if (underWay >= limit) return undefined
    underWay += 1
    try {
      return await reach(question, timeout)
    } finally {
      underWay -= 1
    }
  }
}
