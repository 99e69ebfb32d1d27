import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Timed {
  /** Wall time of the whole process. */
  readonly seconds: number
  readonly code: number | null
  readonly output: string
}

/** Runs a program to its end and takes its time. */
export const timed = async (words: readonly [string, ...string[]], { cwd, env, input }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly input?: string }): Promise<Timed> => {
  const from = performance.now()
  const child = spawn(words[0], words.slice(1), { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input ?? '')
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { seconds: (performance.now() - from) / 1000, code, output: stdout + stderr }
}
