import type { Startup } from './startup.ts'

/** What was measured of one contestant. */
export interface Result {
  readonly name: string
  /** Wall time of the whole process, a round each. */
  readonly seconds: readonly number[]
  readonly median: number
  /** To `against` in the same round, the median: what else the machine does meets both. */
  readonly ratio: number
  readonly against: string
  readonly aim?: number
  /** A host: the same for all of them, or from fewest to most. */
  readonly connections: readonly [number, number]
  readonly execs: readonly [number, number]
  /** Hosts, over all rounds, whose files were not what they had to be. */
  readonly wrong: readonly string[]
}

export interface Report {
  readonly version: 1
  /** `load` is the one-minute load average before anything was measured: what else the machine was doing. */
  readonly machine: { readonly cores: number; readonly load: number; readonly model: string; readonly node: string; readonly ssh: string }
  readonly hosts: number
  readonly rounds: number
  /** What one host gets. */
  readonly files: { readonly written: number; readonly removed: number; readonly bytes: number }
  readonly results: readonly Result[]
  readonly startup: Startup
}

/** Columns of words; the others hold numbers. */
const left = new Set([0, 4, 8])

const range = ([least, most]: readonly [number, number]): string => (least === most ? String(least) : `${least} to ${most}`)

const rowOf = ({ name, seconds, median, ratio, against, aim, connections, execs, wrong }: Result): string[] => [
  name,
  median.toFixed(2),
  `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}`,
  ratio.toFixed(2),
  against,
  aim === undefined ? '' : `<= ${aim.toFixed(1)}`,
  range(connections),
  range(execs),
  wrong.length === 0 ? 'same' : 'WRONG',
]

/** The report as a Markdown table, readable on a terminal too. */
export const reportText = ({ machine, hosts, rounds, files, results, startup }: Report): string => {
  const head = ['who', 'seconds', 'fastest to slowest', 'ratio', 'to', 'aim', 'connections', 'execs', 'files']
  const rows = [head, ...results.map(rowOf)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => (left.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (left.has(column) ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const wrong = results.flatMap((result) => result.wrong.map((what) => `WRONG FILES: ${result.name}: ${what}`))
  return [
    `${hosts} hosts, ${machine.cores} cores (${machine.model}), load ${machine.load.toFixed(1)} before, Node ${machine.node}, ${machine.ssh}; medians of ${rounds}, in turn.`,
    `Each host gets ${files.written} files (${files.bytes} bytes) and loses ${files.removed}. Ratios are within a round, their median; connections and execs are a host's, as sshd logged them.`,
    '',
    line(head),
    rule,
    ...results.map((result) => line(rowOf(result))),
    '',
    `fleetnet --help: ${Math.round(startup.beyondNode)} ms of CPU beyond Node's own ${Math.round(startup.node)} ms (aim: under 150; medians of ${startup.runs}).`,
    ...wrong,
    '',
  ].join('\n')
}
