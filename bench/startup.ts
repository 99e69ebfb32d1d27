import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { median } from './measure.ts'

const printCpu = fileURLToPath(new URL('./printCpu.cjs', import.meta.url))

/** CPU, user and system, of one Node process, in milliseconds. */
const cpuOf = (words: readonly string[]): number => {
  const { stderr, status } = spawnSync(process.execPath, ['--require', printCpu, ...words], { cwd: tmpdir(), encoding: 'utf8' })
  const milliseconds = /^cpu (?<milliseconds>[\d.]+)$/m.exec(stderr)?.groups?.['milliseconds']
  if (status !== 0 || milliseconds === undefined) throw new Error(`node ${words.join(' ')} ended with ${String(status)}: ${stderr}`)
  return Number(milliseconds)
}

/** What `fleetnet --help` costs. */
export interface Startup {
  readonly runs: number
  /** Milliseconds of CPU, medians: Node alone, and with the command line. */
  readonly node: number
  readonly help: number
  readonly beyondNode: number
}

/** Measures in turn, so that a busy moment of the machine meets both. */
export const measureStartup = (bin: string, runs = 9): Startup => {
  const pairs = Array.from({ length: runs }, () => [cpuOf(['--eval', '0']), cpuOf([bin, '--help'])] as const)
  const node = median(pairs.map(([alone]) => alone))
  const help = median(pairs.map(([, helped]) => helped))
  return { runs, node, help, beyondNode: help - node }
}
