// A rack for a suite: hosts that tests take one at a time, and the operator's command, run inside the rack's network.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  answers, clear, describeRack, insideRack, kernelPaths, loadPlatform, plainAddress, powerCut, powerOff, powerOn, type Rack, type RackHost, rackInventory, rackPaths, requireMachine, resetHost,
  startRack, switchCommand, type SwitchCommand, switchMemory, withLock,
} from '../../src/lab/index.ts'
import type { RunEvent } from '../../src/model/events.ts'
import { bin, needBuild, path } from '../cli/bin.ts'
import { networkOf, type NetworkChange } from './network.ts'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly events: readonly RunEvent[]
  /** How the host ended, as the run says it. Example: rolled back */
  readonly outcome: string | undefined
}

export interface Running {
  readonly process: ChildProcess
  /** Resolves at the first event that fits, or to undefined when the run ended without one. */
  when(fits: (event: RunEvent) => boolean): Promise<RunEvent | undefined>
  readonly ended: Promise<Ended>
}

export interface ApplyOptions {
  /** What of the desired network is otherwise than the rack's own. */
  readonly change?: NetworkChange
  readonly words?: readonly string[]
  /** Seconds, T1 and T2. */
  readonly timeouts?: { readonly cutOver: number; readonly confirm: number }
  readonly settings?: Readonly<Record<string, unknown>>
}

/** One host, and an operator who has an inventory of that host alone. */
export interface TestHost {
  readonly name: string
  readonly host: RackHost
  readonly folder: string
  start(command: readonly string[], options?: ApplyOptions): Promise<Running>
  run(command: readonly string[], options?: ApplyOptions): Promise<Ended>
  /** Over OpenSSH's own client, at its address or another. Bounded by `seconds`, 30 by default. */
  ssh(command: string, options?: { readonly seconds?: number; readonly address?: string }): Promise<{ readonly code: number | null; readonly stdout: string }>
  /** At the keyboard of its console, which needs no network. */
  type(text: string): Promise<void>
  answers(address?: string): Promise<boolean>
  /** Waits until it answers; false when it does not in `seconds`. */
  back(seconds: number, address?: string): Promise<boolean>
  /** How often its kernel has started, as the machine saw it. */
  boots(): Promise<number>
  powerCut(): Promise<void>
  powerOff(): Promise<void>
  powerOn(): Promise<void>
  /** Its first disk, the switch as it was, and it answers. */
  reset(): Promise<void>
  switch(command: SwitchCommand, ...words: string[]): Promise<string>
  /** A program on the controller's side of the rack. */
  inNamespace(...words: string[]): Promise<{ readonly code: number | null; readonly stdout: string }>
}

export interface TestRack {
  readonly rack: Rack
  readonly hosts: readonly TestHost[]
  /** Takes a host that nobody else has, as on its first day, for as long as the work lasts. */
  withHost<T>(work: (host: TestHost) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Platforms that live with these tests, by name; any other is one of fleetnet's own. */
const platformNamed = (name: string): string => (name.startsWith('el') ? fileURLToPath(new URL(`platforms/${name}`, import.meta.url)) : name)

export const memory = 192

export interface RackOptions {
  readonly name: string
  readonly hosts: number
  readonly platform?: string
  /** Guests' VLANs beside the management VLAN. Each has a VLAN device and a bridge, and costs a host seconds. Default: none. */
  readonly vlans?: readonly number[]
}

/** Starts a rack. It fails loudly where it cannot. */
export const openRack = async ({ name, hosts, platform = 'debian', vlans = [] }: RackOptions): Promise<TestRack> => {
  await needBuild()
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-rack-'))
  const loaded = await loadPlatform(platformNamed(platform))
  await requireMachine(loaded, hosts * memory + switchMemory)
  const rack = describeRack({ name, platform: platformNamed(platform), hosts, nics: 2, vlans, memory, inventory: join(folder, 'inventory', `${name}.yaml`) })
  await withLock(name, () => startRack(rack, loaded))
  const all = rack.hosts.map((host) => testHost(rack, host, join(folder, host.name), platform))
  const free = [...all]
  const used = new Set<TestHost>()
  const waiting: ((host: TestHost) => void)[] = []
  return {
    rack,
    hosts: all,
    async withHost(work) {
      const host = free.shift() ?? (await new Promise<TestHost>((resolve) => waiting.push(resolve)))
      try {
        if (used.has(host)) await host.reset()
        used.add(host)
        return await work(host)
      } finally {
        const next = waiting.shift()
        if (next === undefined) free.push(host)
        else next(host)
      }
    },
    async close() {
      await withLock(name, () => clear(name))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const testHost = (rack: Rack, host: RackHost, folder: string, platform: string): TestHost => {
  const paths = rackPaths(rack.name)
  const own = plainAddress(host.address)
  const environment = { PATH: path, HOME: folder, LANG: 'C.UTF-8' }
  const start = async (command: readonly string[], options: ApplyOptions = {}): Promise<Running> => {
    await mkdir(join(folder, 'inventory'), { recursive: true })
    await writeFile(join(folder, 'inventory', 'one.json'), JSON.stringify(inventoryOf(rack, host, platform, options)))
    const [program = '', ...words] = insideRack(rack.name, [process.execPath, bin, ...command, ...(options.words ?? [])])
    const child = spawn(program, words, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    return follow(child, host.name)
  }
  const back = async (seconds: number, address = own): Promise<boolean> => {
    const end = Date.now() + seconds * 1000
    while (Date.now() < end) {
      if (await answers(rack.name, address)) return true
      await sleep(300)
    }
    return false
  }
  const toSwitch = (command: SwitchCommand, ...words: string[]): Promise<string> => switchCommand(rack.name, command, words)
  return {
    name: host.name,
    host,
    folder,
    start,
    run: async (command, options) => (await start(command, options)).ended,
    ssh: (command, { seconds = 30, address = own } = {}) =>
      plainRun(insideRack(rack.name, ['/usr/bin/timeout', String(seconds), '/usr/bin/ssh', '-F', 'none', '-q', '-n', '-i', paths.identity, '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', `root@${address}`, command])),
    type: (typed) => writeFile(join(paths.folder, host.name, 'console.in'), typed, { flag: 'a' }),
    answers: (address = own) => answers(rack.name, address),
    back,
    boots: async () => (await readFile(kernelPaths(paths, host.name).log, 'utf8')).split(`rack: ${host.name} starts `).length - 1,
    powerCut: () => powerCut(rack, host.name),
    powerOff: () => powerOff(rack, host.name),
    powerOn: () => powerOn(rack, host),
    async reset() {
      await toSwitch('vlans', host.name, rack.vlans.join(','))
      await toSwitch('lacp', host.name, 'on')
      for (const nic of host.nics) await toSwitch('port', host.name, nic.name, 'up')
      await plainRun(insideRack(rack.name, ['/usr/sbin/ip', 'route', 'del', own]))
      await resetHost(rack, host.name)
      if (!(await back(120))) throw new Error(`${host.name} does not answer on its first disk`)
    },
    switch: toSwitch,
    inNamespace: (...words) => plainRun(insideRack(rack.name, words)),
  }
}

const inventoryOf = (rack: Rack, host: RackHost, platform: string, { change = {}, timeouts = { cutOver: 120, confirm: 60 }, settings = {} }: ApplyOptions): object => {
  const { groups } = rackInventory(rack, rackPaths(rack.name))
  return {
    groups: {
      rack: {
        ...groups.rack,
        platform: platform.startsWith('el') ? { backend: 'ifcfg', release: platform } : { backend: 'ifupdown' },
        timeouts,
        network: undefined,
        hosts: { [host.name]: { ssh: { host: plainAddress(host.address) }, network: networkOf(rack, host, change), ...settings } },
      },
    },
  }
}

const follow = (child: ChildProcess, host: string): Running => {
  const events: RunEvent[] = []
  const waiting: { fits: (event: RunEvent) => boolean; resolve: (event: RunEvent | undefined) => void }[] = []
  let printed = ''
  let over = false
  if (child.stdout === null || child.stderr === null) throw new Error('its output is not piped')
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    printed += `${line}\n`
    const event = eventOf(line)
    if (event === undefined) return
    events.push(event)
    for (const each of waiting) if (each.fits(event)) each.resolve(event)
  })
  const ended = (async (): Promise<Ended> => {
    const code = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
    const [stderr] = await Promise.all([child.stderr === null ? '' : text(child.stderr), new Promise((resolve) => lines.once('close', resolve)), code])
    over = true
    for (const each of waiting) each.resolve(undefined)
    return { code: await code, stdout: printed, stderr, events, outcome: outcomeOf(events, host) }
  })()
  return {
    process: child,
    ended,
    when: (fits) =>
      new Promise((resolve) => {
        const past = events.find(fits)
        if (past !== undefined || over) resolve(past)
        else waiting.push({ fits, resolve })
      }),
  }
}

const eventOf = (line: string): RunEvent | undefined => {
  try {
    return JSON.parse(line) as RunEvent
  } catch {
    return undefined
  }
}

const outcomeOf = (events: readonly RunEvent[], host: string): string | undefined => events.findLast((event) => event.type === 'host-finished' && event.host === host && 'outcome' in event)?.['outcome' as keyof RunEvent] as string | undefined

const plainRun = async (command: readonly string[]): Promise<{ code: number | null; stdout: string }> => {
  const [program = '', ...words] = command
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const code = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  return { stdout: await text(child.stdout), code: await code }
}
