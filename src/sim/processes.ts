import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { markOf, pathOf } from './tools.ts'

/** Environment of a host's processes; nothing of the simulator's own gets in. */
export const environmentOf = (root: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const [name = '', value = ''] = markOf(root).split('=')
  return { PATH: pathOf(root), HOME: join(root, 'root'), SHELL: '/bin/sh', USER: 'root', LOGNAME: 'root', [name]: value, ...more }
}

/** Starts a process of a host, in a session of its own, as sshd and init do. */
export const startProcess = (root: string, words: readonly [string, ...string[]], more: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams =>
  spawn(words[0].startsWith('/') ? words[0] : join(root, 'bin', words[0]), words.slice(1), {
    cwd: join(root, 'root'),
    env: environmentOf(root, more),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })

/** Runs one of a host's processes to its end. Example: await runProcess(root, ['sh', '-c', 'ip link']) */
export const runProcess = async (root: string, words: readonly [string, ...string[]], input = ''): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve, reject) => {
    // Both outputs through one pipe, so that lines keep their order.
    const child = startProcess(root, ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...words])
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.resume()
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 255, output }))
  })

/** Ids of a host's processes: those that carry its mark, wherever they detached to. */
export const processesOf = async (root: string): Promise<number[]> => {
  const mark = `${markOf(root)}\0`
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const marked = await Promise.all(
    ids.map(async (id) => {
      try {
        return (await readFile(`/proc/${id}/environ`, 'latin1')).includes(mark) ? Number(id) : undefined
      } catch {
        return undefined // ended meanwhile, or somebody else's
      }
    }),
  )
  return marked.filter((id) => id !== undefined)
}

/** SIGKILL to every process of a host, until none is left. */
export const killAll = async (root: string): Promise<void> => {
  for (let round = 0; round < 100; round += 1) {
    const ids = await processesOf(root)
    if (ids.length === 0) return
    for (const id of ids) {
      try {
        process.kill(id, 'SIGKILL')
      } catch {
        // ended meanwhile
      }
    }
    await sleep(2)
  }
  throw new Error(`processes of ${root} outlive SIGKILL`)
}
