// The operator's working folder, and the built command that works in it.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { ExecutionContext } from 'ava'
import { bin, needBuild, path } from '../cli/bin.ts'
import { knownLine } from '../transport/operator.ts'
import type { KeyPair } from '../transport/ssh-server.ts'
import type { RunEvent } from '../../src/model/events.ts'
import type { Machine, RealHost } from './hosts.ts'

export interface Operator {
  /** Working folder and home folder in one. */
  readonly folder: string
  readonly identityFile: string
  readonly knownHosts: string
}

export const newOperator = async (t: ExecutionContext, key: KeyPair): Promise<Operator> => {
  await needBuild()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-operator-')))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const identityFile = join(folder, 'id_test')
  await writeFile(identityFile, key.private, { mode: 0o600 })
  await mkdir(join(folder, 'inventory'))
  await mkdir(join(folder, 'playbooks'))
  return { folder, identityFile, knownHosts: join(folder, 'known_hosts') }
}

export const knowAll = async ({ knownHosts }: Operator, { hosts, port, hostKey }: Machine): Promise<void> =>
  writeFile(knownHosts, hosts.map(({ listen }) => knownLine(`[${listen}]:${port}`, hostKey)).join(''))

/** What an inventory file says of one host, or of all. */
export type Settings = Record<string, unknown>

const slaves = ['eth0', 'eth1']
/** eth0 and eth1 become bond0 with three VLANs and a bridge on each; the host's address moves to the third. */
export const trunk = {
  bonds: { bond0: { slaves, mode: '802.3ad', lacpRate: 'fast', switch: { lacp: true } } },
  vlans: { 'bond0.50': {}, 'bond0.51': {}, 'bond0.100': {} },
  bridges: { vlan50: { ports: ['bond0.50'] }, vlan51: { ports: ['bond0.51'] }, vlan100: { ports: ['bond0.100'], gateway: '10.1.1.1' } },
}

export interface InventoryOptions {
  readonly playbook: string
  /** Default: the trunk. */
  readonly network?: boolean
  readonly hosts?: readonly RealHost[]
  /** Beside or instead of what every host has: `ssh` is merged. */
  readonly ssh?: Settings
  readonly common?: Settings
  readonly host?: (host: RealHost) => Settings
}

/** Writes inventory/NAME.json for the machine's hosts. */
export const writeInventory = async (operator: Operator, machine: Pick<Machine, 'hosts' | 'port'>, name: string, options: InventoryOptions): Promise<void> => {
  const { playbook, network = true, ssh = {}, common = {}, host: differing = () => ({}) } = options
  const group = {
    platform: { backend: 'ifcfg', release: 'el5', xend: true },
    timeouts: { cutOver: 12, confirm: 12 },
    playbook,
    ssh: { user: 'root', port: machine.port, identityFile: operator.identityFile, identityAgent: 'none', knownHosts: operator.knownHosts, ...ssh },
    ...(network ? { network: trunk } : {}),
    hosts: Object.fromEntries(
      (options.hosts ?? machine.hosts).map((host) => [
        host.name,
        {
          ssh: { host: host.listen },
          root: host.root,
          ...(network
            ? {
                network: {
                  interfaces: Object.fromEntries(host.spec.nics.map((nic) => [nic.name, { mac: nic.mac }])),
                  bridges: { vlan100: { addresses: [`${host.address}/24`] } },
                },
              }
            : {}),
          ...differing(host),
        },
      ]),
    ),
    ...common,
  }
  await writeFile(join(operator.folder, 'inventory', `${name}.json`), `${JSON.stringify({ groups: { virtual: group } }, undefined, 1)}\n`)
}

/** Writes playbooks/NAME.ts. `batches` is TypeScript. Example: writePlaybook(operator, 'motd', "file({ path: '/etc/motd', content: 'x' })") */
export const writePlaybook = async ({ folder }: Operator, name: string, steps: string, { batches = "['100%']", maxFailures = 0 } = {}): Promise<void> =>
  writeFile(
    join(folder, 'playbooks', `${name}.ts`),
    `import * as fleetnet from 'fleetnet'
const { assignAddresses, command, createBridges, createVlans, file, loadBondingModule, removeXendState, restartNetwork, stubXendNetworkScript, writeBonds, writeSlaves } = fleetnet
export default fleetnet.definePlaybook({ name: '${name}', rolling: { batches: ${batches}, maxFailures: ${maxFailures} }, steps: [${steps}] })
`,
  )

export const trunkSteps =
  "loadBondingModule(), writeBonds(), writeSlaves(), createVlans(), createBridges(), assignAddresses(), stubXendNetworkScript({ with: 'network-dummy' }), removeXendState(), restartNetwork()"

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Of a command with `--format json` that prints events. */
  readonly events: readonly RunEvent[]
}

export interface RunningBin {
  readonly pid: number
  readonly ended: Promise<Ended>
  kill(signal: NodeJS.Signals): void
}

/** What a run's line of JSON is, when it is one. */
const eventOf = (line: string): RunEvent | undefined => {
  try {
    const value: RunEvent = JSON.parse(line)
    return typeof value === 'object' && value !== null && typeof value.type === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/** Starts the built command without a terminal, in an environment that holds nothing of the caller's but PATH. */
export const start = (
  { folder }: Operator,
  words: readonly string[],
  { env = {}, onEvent, cwd = folder }: { readonly env?: Readonly<Record<string, string>>; readonly onEvent?: (event: RunEvent, run: RunningBin) => void; readonly cwd?: string } = {},
): RunningBin => {
  const child = spawn(process.execPath, [bin, ...words], { cwd, env: { PATH: path, HOME: folder, LANG: 'C.UTF-8', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const events: RunEvent[] = []
  const lines: string[] = []
  const read = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout, crlfDelay: 0 })
      .on('line', (line) => {
        lines.push(line)
        const event = eventOf(line)
        if (event === undefined) return
        events.push(event)
        onEvent?.(event, running)
      })
      .once('close', resolve)
  })
  const exit = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve, reject) => child.once('error', reject).once('close', (code, signal) => resolve([code, signal])))
  const running: RunningBin = {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended: Promise.all([exit, read, text(child.stderr)]).then(([[code, signal], , stderr]) => ({ code, signal, stdout: lines.map((line) => `${line}\n`).join(''), stderr, events })),
  }
  return running
}

export const fleetnet = async (operator: Operator, words: readonly string[], options: Parameters<typeof start>[2] = {}): Promise<Ended> => start(operator, words, options).ended

/** How each host ended, by name, as the events tell. */
export const outcomesOf = ({ events }: Pick<Ended, 'events'>): Record<string, string> =>
  Object.fromEntries(events.flatMap((event) => (event.type === 'host-finished' ? [[event.host, event.outcome] as const] : [])))

/** Fails with what the command said, when it did not end with this code. */
export const endsWith = (t: ExecutionContext, ended: Ended, code: number, what: string): void => {
  t.is(ended.code, code, `${what}\n${ended.stdout.slice(-3000)}\n${ended.stderr.slice(-3000)}`)
}

/** Every file below a folder with its bytes. */
export const filesBelow = async (folder: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)))
}
