import { spawn } from 'node:child_process'
import { createReadStream, watchFile, unwatchFile } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FleetError } from '../../model/errors.ts'
import {
  answers, clear, describeRack, insideRack, isPowered, isSwitchCommand, kernelPaths, loadPlatform, plainAddress, powerCut, powerOff, powerOn, rackHost, rackPaths, readRack, resetHost,
  requireMachine, startRack, switchCommand, switchCommands, switchMemory, withLock, type Rack,
} from '../../lab/index.ts'

export interface LabUpOptions {
  readonly name: string
  readonly hosts: number
  readonly nics: number
  readonly platform: string
  readonly vlans: string
  readonly memory: number
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** `fleetnet lab up` */
export const up = async (options: LabUpOptions): Promise<number> => {
  const platform = await loadPlatform(options.platform)
  await requireMachine(platform, options.hosts * options.memory + switchMemory)
  const rack = describeRack({ ...options, platform: platform.name, vlans: vlansFrom(options.vlans), inventory: join(process.cwd(), 'inventory', `${options.name}.yaml`) })
  const began = performance.now()
  await withLock(rack.name, () => startRack(rack, platform))
  const named = options.name === 'lab' ? '' : ` --name ${options.name}`
  say(`${rack.hosts.length} ${rack.hosts.length === 1 ? 'host and a switch are' : 'hosts and a switch are'} up after ${((performance.now() - began) / 1000).toFixed(1)} s; the inventory is ${rack.inventory}`)
  say('Next:')
  say(`  fleetnet lab exec${named} -- fleetnet apply -i ${options.name}`)
  say(`  fleetnet lab ssh${named} ${rack.hosts[0]?.name ?? ''}      fleetnet lab status${named}      fleetnet lab down${named}`)
  return 0
}

const vlansFrom = (text: string): number[] =>
  text.split(',').map((word) => {
    const vlan = Number(word)
    if (!Number.isInteger(vlan) || vlan < 2 || vlan > 4094) throw new FleetError({ kind: 'usage', what: `expected VLANs from 2 to 4094, separated by commas, found ${text}`, next: ['--vlans 50,51'] })
    return vlan
  })

/** `fleetnet lab down`: also what a crash left behind. */
export const down = async (name: string): Promise<number> => {
  requireRoot()
  await withLock(name, () => clear(name))
  say(`the rack ${name} is gone`)
  return 0
}

/** `fleetnet lab status` */
export const status = async (name: string): Promise<number> => {
  requireRoot()
  const rack = await readRack(name)
  for (const host of rack.hosts) {
    const power = await isPowered(rack, host.name)
    const answer = power && (await answers(name, plainAddress(host.address)))
    say(`${host.name}  ${plainAddress(host.address)}  ${power ? 'power on' : 'power off'}  ${answer ? 'answers' : 'no answer'}  log ${kernelPaths(rackPaths(name), host.name).log}`)
  }
  process.stdout.write(await switchCommand(name, 'show', []))
  return 0
}

/** `fleetnet lab exec -- COMMAND`: any program, in the network of the rack. */
export const exec = async (name: string, words: readonly string[]): Promise<number> => {
  requireRoot()
  await readRack(name)
  if (words.length === 0) throw new FleetError({ kind: 'usage', what: 'expected a command, found none', next: ['fleetnet lab exec -- fleetnet plan -i lab'] })
  return start(insideRack(name, words))
}

/** `fleetnet lab ssh HOST [COMMAND]` */
export const ssh = async (name: string, host: string, words: readonly string[]): Promise<number> => {
  requireRoot()
  const rack = await readRack(name)
  const paths = rackPaths(name)
  const address = plainAddress(rackHost(rack, host).address)
  return start(insideRack(name, ['/usr/bin/ssh', '-F', 'none', '-i', paths.identity, '-o', 'IdentitiesOnly=yes', '-o', `UserKnownHostsFile=${paths.knownHosts}`, `root@${address}`, ...words]))
}

const start = (words: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const [program = '', ...rest] = words
    const child = spawn(program, rest, { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)))
  })

export type PowerAction = 'power-cut' | 'power-off' | 'power-on' | 'reboot' | 'reset'

/** `fleetnet lab power-cut | power-off | power-on | reboot | reset HOST` */
export const power = async (name: string, hostName: string, action: PowerAction): Promise<number> => {
  requireRoot()
  const rack = await readRack(name)
  const host = rackHost(rack, hostName)
  await withLock(name, () => act(rack, hostName, action))
  say(action === 'power-off' ? `${host.name} is without power` : action === 'reboot' ? `${host.name} was told to restart` : `${host.name} starts`)
  return 0
}

const act = async (rack: Rack, host: string, action: PowerAction): Promise<void> => {
  switch (action) {
    case 'power-cut':
      return powerCut(rack, host)
    case 'power-off':
      return powerOff(rack, host)
    case 'power-on':
      if (await isPowered(rack, host)) throw new FleetError({ kind: 'usage', what: `expected ${host} without power, found it on`, next: [`fleetnet lab power-cut ${host}`] })
      return powerOn(rack, rackHost(rack, host))
    case 'reset':
      return resetHost(rack, host)
    case 'reboot':
      return type(rack, host, 'reboot\n')
  }
}

/** On its second console, as a person at the keyboard would. */
const type = async (rack: Rack, host: string, text: string): Promise<void> => {
  const input = await open(kernelPaths(rackPaths(rack.name), host).input, 'a')
  try {
    await input.write(text)
  } finally {
    await input.close()
  }
}

/** `fleetnet lab switch COMMAND …` */
export const switchAction = async (name: string, words: readonly string[]): Promise<number> => {
  requireRoot()
  await readRack(name)
  const [command = 'show', ...rest] = words
  if (!isSwitchCommand(command))
    throw new FleetError({ kind: 'usage', what: `expected a command of the switch, found ${command}`, next: Object.entries(switchCommands).map(([word, what]) => `fleetnet lab switch ${word}: ${what}`) })
  process.stdout.write(await switchCommand(name, command, rest))
  return 0
}

/** `fleetnet lab console HOST`: its second console, until Ctrl-]. */
export const consoleOf = async (name: string, host: string): Promise<number> => {
  requireRoot()
  const rack = await readRack(name)
  const { input, output } = kernelPaths(rackPaths(rack.name), rackHost(rack, host).name)
  const keyboard = await open(input, 'a')
  say(`console of ${host}; Ctrl-] leaves it`)
  let from = Math.max(0, (await readFile(output)).length - 2000)
  const show = (): void => {
    const stream = createReadStream(output, { start: from })
    stream.on('data', (part) => {
      from += part.length
      process.stdout.write(part)
    })
    stream.on('error', () => undefined)
  }
  show()
  watchFile(output, { interval: 100 }, show)
  process.stdin.setRawMode?.(true)
  try {
    for await (const part of process.stdin) {
      const text = String(part)
      const end = text.indexOf('\u001d')
      if (end !== 0) await keyboard.write(end === -1 ? text : text.slice(0, end))
      if (end !== -1) break
    }
  } finally {
    process.stdin.setRawMode?.(false)
    unwatchFile(output, show)
    await keyboard.close()
  }
  say('')
  return 0
}

const requireRoot = (): void => {
  if (process.getuid?.() !== 0) throw new FleetError({ kind: 'usage', what: `expected root, found user ${process.getuid?.()}`, next: ['run it as root: the lab lives in a network namespace of its own'] })
}
