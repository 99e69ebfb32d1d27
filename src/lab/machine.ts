import { execFile } from 'node:child_process'
import { FleetError } from '../model/errors.ts'

/**
 * Runs a program of this machine, without a shell, and resolves to what it printed.
 *
 * @throws FleetError kind command: its last line of errors
 */
export const run = (program: string, words: readonly string[], options: { readonly cwd?: string } = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(program, words, { ...options, env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout)
      const said = stderr.trim().split('\n').at(-1) ?? ''
      reject(new FleetError({ kind: 'command', what: `${[program, ...words].join(' ')} failed: ${said === '' ? error.message : said}`, next: ['fleetnet lab down, then lab up again'], cause: error }))
    })
  })

/** The same where a failure is no news: what was to go away is not there. */
export const tryRun = (program: string, words: readonly string[]): Promise<string> => run(program, words).catch(() => '')

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Looks every 50 ms until it holds; false when the time is over. Kernels in user space tell nobody when they are ready. */
export const until = async (holds: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> => {
  const end = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (performance.now() > end) return false
    await sleep(50)
  }
  return true
}
