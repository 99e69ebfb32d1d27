/**
 * How long fleetnet takes, against what `ssh` alone takes for the same files: npm run bench -- [--hosts N] [--rounds N] [--json]
 *
 * A real sshd for each host, on a loopback address of its own, and behind it a simulated host's tree. It never judges a
 * time; it exits 1 when a contestant left other files than it had to.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Contestant, contestants } from './contestants.ts'
import { type CutOver, prepareFloor, type Wanted } from './floor.ts'
import { type BenchHost, changedFiles, digestOf, type Files, makeHosts, readFiles, resetHosts } from './hosts.ts'
import { median, timed } from './measure.ts'
import { writeFilesPlaybooks, writeProject } from './project.ts'
import { type Counts, find, type Sshd, startSshd } from './sshd.ts'
import { measureStartup } from './startup.ts'
import { type Report, reportText, type Result } from './table.ts'

const bin = fileURLToPath(new URL('../dist/cli/fleetnet.cjs', import.meta.url))

const { values: options } = parseArgs({ options: { hosts: { type: 'string', default: '20' }, rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } })
const count = (name: 'hosts' | 'rounds', most: number): number => {
  const value = Number(options[name])
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  process.stderr.write(`--${name} takes a whole number from 1 to ${most}\n`)
  process.exit(1)
}
const hostCount = count('hosts', 99)
const rounds = count('rounds', 100)

const need = (program: string, debianPackage: string): string => {
  const path = find(program)
  if (path !== undefined) return path
  process.stderr.write(`the benchmark needs ${program}: apt-get install ${debianPackage}\n`)
  process.exit(1)
}
if (process.platform !== 'linux') {
  process.stderr.write('the benchmark runs on Linux: it needs the addresses of 127.0.0.0/8\n')
  process.exit(1)
}
const sshdProgram = need('sshd', 'openssh-server')
need('ssh', 'openssh-client')

const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** The environment of an operator without settings of their own. */
const environment = (home: string): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8' })

interface Bench {
  readonly folder: string
  readonly project: string
  readonly hosts: readonly BenchHost[]
  readonly sshd: Sshd
  /** By host: its files as booted. */
  readonly before: ReadonlyMap<string, Files>
}

const filesOf = async (hosts: readonly BenchHost[]): Promise<Map<string, Files>> => new Map(await Promise.all(hosts.map(async ({ name, root }) => [name, await readFiles(root)] as const)))

/** What the job comes to: the files of each host afterwards, those that changed, and the commands that moved its network. */
interface Job {
  readonly after: ReadonlyMap<string, Files>
  readonly wanted: ReadonlyMap<string, Wanted>
  readonly cutOver: CutOver
}

/** Learns the job from fleetnet doing it once, unmeasured: every contestant has to leave just that. */
const learn = async ({ project, hosts, before, folder }: Bench): Promise<Job> => {
  const { code, output } = await timed([process.execPath, bin, 'apply', '--yes', '--format', 'text', '-v', '-i', 'network'], { cwd: project, env: environment(folder) })
  if (code !== 0) throw new Error(`the first apply ended with ${String(code)}:\n${output}`)
  const after = await filesOf(hosts)
  const wanted = new Map(hosts.map(({ name }) => [name, changedFiles(before.get(name) ?? new Map(), after.get(name) ?? new Map())]))
  return { after, wanted, cutOver: await readCutOver(project, hosts[0]?.name ?? '') }
}

/** The commands of the cut-over, from the log of the only run so far. */
const readCutOver = async (project: string, host: string): Promise<CutOver> => {
  const runs = join(project, '.fleetnet', 'runs')
  const [run = ''] = await readdir(runs)
  const log = await readFile(join(runs, run, `${host}.log`), 'utf8')
  const commands = [...log.matchAll(/state +cutting over: (?<command>\S.*)$/gm)].map(({ groups }) => groups?.['command'] ?? '')
  const up = commands.findIndex((command) => command.startsWith('ifup'))
  if (up < 1) throw new Error(`no cut-over in ${host}.log:\n${log}`)
  return { down: commands.slice(0, up), up: commands.slice(up) }
}

const extremes = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)]

interface Played {
  readonly seconds: number[]
  readonly counts: Counts[]
  readonly wrong: string[]
}

/** One run of one contestant, its files looked at. */
const play = async ({ folder, project, hosts, sshd, before }: Bench, contestant: Contestant, after: ReadonlyMap<string, Files>, played: Played): Promise<void> => {
  if (contestant.fresh) await resetHosts(folder, hosts)
  sshd.count()
  const { seconds, code, output } = await timed(contestant.command, { cwd: project, env: environment(folder), ...(contestant.input === undefined ? {} : { input: contestant.input }) })
  if (code !== 0) throw new Error(`${contestant.name} ended with ${String(code)}:\n${output}`)
  played.seconds.push(seconds)
  const counts = sshd.count()
  const expected = contestant.leaves === 'untouched' ? before : after
  const found = await filesOf(hosts)
  for (const { name } of hosts) {
    played.counts.push(counts.get(name) ?? { connections: 0, execs: 0 })
    const differing = changedFiles(expected.get(name) ?? new Map(), found.get(name) ?? new Map())
    if (digestOf(expected.get(name) ?? new Map()) !== digestOf(found.get(name) ?? new Map())) played.wrong.push(`${name}: ${[...differing.keys()].join(' ')}`)
  }
}

const measure = async (bench: Bench): Promise<Report> => {
  const { folder, project, hosts, sshd } = bench
  const [load = 0] = loadavg()
  const { wanted, after, cutOver } = await learn(bench)
  await writeFilesPlaybooks(project, wanted)
  const floor = await prepareFloor(folder, hosts, wanted, cutOver, { port: sshd.port, user: userInfo().username, identityFile: sshd.identityFile, knownHosts: sshd.knownHosts })
  const all = contestants({ node: process.execPath, bin, floor })
  const played = all.map((): Played => ({ seconds: [], counts: [], wrong: [] }))
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`)
    for (const [index, contestant] of all.entries()) await play(bench, contestant, after, played[index] ?? { seconds: [], counts: [], wrong: [] })
  }
  const secondsOf = (name: string): readonly number[] => played[all.findIndex((one) => one.name === name)]?.seconds ?? []
  const results = all.map(({ name, against = all[0]?.name ?? '', aim }, index): Result => {
    const { seconds, counts, wrong } = played[index] ?? { seconds: [], counts: [], wrong: [] }
    return {
      name, seconds, median: median(seconds), against, ratio: median(seconds.map((one, round) => one / (secondsOf(against)[round] ?? 0))), ...(aim === undefined ? {} : { aim }), wrong,
      connections: extremes(counts.map(({ connections }) => connections)), execs: extremes(counts.map(({ execs }) => execs)),
    }
  })
  const [first = new Map()] = wanted.values()
  const written = [...first.values()].filter((file) => file !== undefined)
  return {
    version: 1,
    machine: { cores: cpus().length, load, model: cpus()[0]?.model.trim() ?? 'unknown', node: process.versions.node, ssh: spawnSync('ssh', ['-V'], { encoding: 'utf8' }).stderr.trim() },
    hosts: hosts.length,
    rounds,
    files: { written: written.length, removed: first.size - written.length, bytes: written.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) },
    results,
    startup: measureStartup(bin),
  }
}

const main = async (): Promise<number> => {
  execFileSync(process.execPath, [bin, '--version'])
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-bench-')))
  let sshd: Sshd | undefined
  try {
    say(`making ${hostCount} hosts`)
    const hosts = await makeHosts(folder, hostCount)
    sshd = await startSshd(sshdProgram, folder, hosts)
    const project = join(folder, 'project')
    await writeProject(project, hosts, sshd, userInfo().username)
    const report = await measure({ folder, project, hosts, sshd, before: await filesOf(hosts) })
    process.stdout.write(options.json ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report))
    return report.results.some(({ wrong }) => wrong.length > 0) ? 1 : 0
  } finally {
    await sshd?.stop()
    if (options.keep) say(`kept: ${folder}`)
    else await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
