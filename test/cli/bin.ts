import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../../', import.meta.url))

/** The built command, which `npm test` makes first. */
export const bin = join(repository, 'dist', 'cli', 'fleetnet.cjs')

/** Says how to build it, instead of failing for a reason that has nothing to do with the test. */
export const needBuild = async (): Promise<void> => {
  try {
    await access(join(repository, 'dist', 'cli', 'main.js'))
  } catch {
    throw new Error('these tests run the built command, and dist/ is missing: npm run build')
  }
}

/** How a program ended, and what it printed. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  /** The operator's home folder: no keys, no ssh config. Default: the working folder. */
  readonly home?: string
  readonly env?: Readonly<Record<string, string>>
}

/** This repository's Node first, then what the machine has. */
export const path = [join(repository, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)

/** Runs a program to its end, without a terminal, in an environment that holds nothing of the caller's but PATH. */
export const run = async (program: string, words: readonly string[], { cwd, home = cwd, env = {} }: RunOptions): Promise<Ended> => {
  const child = spawn(program, words, { cwd, env: { PATH: path, HOME: home, LANG: 'C.UTF-8', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const code = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), code])
  return { code: await code, stdout, stderr }
}

/** Runs `fleetnet` as built, under the Node that runs the tests. */
export const fleetnet = async (words: readonly string[], options: RunOptions): Promise<Ended> => run(process.execPath, [bin, ...words], options)
