import { chmod, copyFile, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FleetError } from '../model/errors.ts'
import { newKeyPair } from '../sim/keys.ts'
import { answers } from './answers.ts'
import { makeDisk } from './disk.ts'
import { powerOn } from './hosts.ts'
import { inventoryMark, inventoryText } from './inventory.ts'
import { processesOf, startKernel } from './kernel.ts'
import { until } from './machine.ts'
import { makeNetwork, plainTap } from './network.ts'
import { kernelPaths, rackPaths, type RackPaths } from './paths.ts'
import type { Platform } from './platform.ts'
import { namespaceOf, plainAddress, type Rack } from './rack.ts'
import { clear } from './down.ts'
import { switchPorts, switchWires } from './wires.ts'

/** MB of the switch's kernel. */
export const switchMemory = 96

/** Seconds until every host has to answer. */
const patience = 180

/** What kernels begin with, copied: a package's files may not be executable. */
const firstPrograms = ['kernel.sh', 'common.sh', 'host.sh', 'switch.sh'] as const

const umlModules = '/usr/lib/uml/modules'

/**
 * Starts a rack and waits until every host answers over SSH. What an earlier one of that name left behind, also after a
 * crash, is cleared away first.
 *
 * @throws FleetError: what the machine lacks, an inventory that is somebody else's, a host that does not come up
 */
export const startRack = async (rack: Rack, platform: Platform): Promise<void> => {
  const paths = rackPaths(rack.name)
  await checkInventory(rack)
  await clear(rack.name)
  await makeFolders(paths, platform)
  const pair = newKeyPair()
  await writeFile(paths.identity, pair.privateKey, { mode: 0o600 })
  await makeNetwork(rack)
  await startSwitch(rack, paths)
  await plainTap(rack.name)
  const lines = await Promise.all(
    rack.hosts.map(async (host) => {
      const kernel = kernelPaths(paths, host.name)
      await mkdir(kernel.folder, { mode: 0o700 })
      const line = await makeDisk(rack, host, platform, { rack: paths, kernel, publicKey: pair.publicKey })
      await powerOn(rack, host)
      return line
    }),
  )
  await writeFile(paths.knownHosts, `${lines.join('\n')}\n`)
  await writeFile(paths.description, `${JSON.stringify(rack, undefined, 2)}\n`)
  await mkdir(dirname(rack.inventory), { recursive: true })
  await writeFile(rack.inventory, inventoryText(rack, paths))
  const silent = await silentHosts(rack)
  if (silent.length > 0)
    throw new FleetError({
      kind: 'connect',
      what: `${silent.join(', ')}: no answer over SSH ${patience} s after power-on`,
      next: silent.map((name) => `see ${kernelPaths(paths, name).log}`),
    })
}

/** Those that do not answer in time. */
const silentHosts = async (rack: Rack): Promise<string[]> => {
  const results = await Promise.all(rack.hosts.map(async (host) => ({ host, up: await until(() => answers(rack.name, plainAddress(host.address)), patience) })))
  return results.flatMap(({ host, up }) => (up ? [] : [host.name]))
}

const checkInventory = async (rack: Rack): Promise<void> => {
  const there = await readFile(rack.inventory, 'utf8').catch(() => undefined)
  if (there !== undefined && !there.startsWith(inventoryMark(rack.name)))
    throw new FleetError({ kind: 'usage', what: `expected no file, or one that an earlier rack wrote, found another: ${rack.inventory}`, next: ['move it away, or take another --name'] })
}

const makeFolders = async (paths: RackPaths, platform: Platform): Promise<void> => {
  await mkdir(paths.folder, { recursive: true, mode: 0o700 })
  await chmod(paths.folder, 0o700)
  await mkdir(paths.wires)
  await mkdir(join(paths.folder, 'uml'))
  for (const script of firstPrograms) {
    await copyFile(fileURLToPath(new URL(script, import.meta.url)), join(paths.folder, script))
    await chmod(join(paths.folder, script), 0o755)
  }
  const version = (await readdir(umlModules)).toSorted().at(-1)
  if (version === undefined) throw new FleetError({ kind: 'usage', what: `expected the modules of User Mode Linux in ${umlModules}, found none`, next: ['apt-get install --reinstall user-mode-linux'] })
  const overrides = join(paths.folder, 'overrides')
  if (platform.overrides === undefined) await mkdir(overrides)
  else await cp(platform.overrides, overrides, { recursive: true, verbatimSymlinks: true })
  for (const folder of [join(paths.modules, 'lib/modules'), join(overrides, 'lib/modules')]) {
    await mkdir(folder, { recursive: true })
    await symlink(join(umlModules, version), join(folder, version))
  }
}

const startSwitch = async (rack: Rack, paths: RackPaths): Promise<void> => {
  const kernel = kernelPaths(paths, 'switch')
  await mkdir(kernel.folder, { mode: 0o700 })
  await startKernel({
    rack: paths,
    namespace: namespaceOf(rack.name),
    name: 'switch',
    program: join(paths.folder, 'switch.sh'),
    memory: switchMemory,
    place: rack.hosts.length,
    settings: {
      modules: paths.modules,
      wires: paths.wires,
      gateway: rack.gateway,
      management_vlan: String(rack.managementVlan),
      vlans: rack.vlans.join(' '),
      hosts: rack.hosts.map((host) => host.name).join(' '),
      ports: switchPorts(rack).map((port) => `${port.name}=${port.mac}`).join(' '),
    },
    words: switchWires(rack),
  })
  const isReady = async (): Promise<boolean> => (await readFile(kernel.output, 'utf8').catch(() => '')).includes('ready')
  const ended = async (): Promise<boolean> => (await processesOf(paths, 'switch')).length === 0
  await until(async () => (await isReady()) || (await ended()), patience)
  if (!(await isReady())) throw new FleetError({ kind: 'connect', what: `the switch ${(await ended()) ? 'ended at once' : `did not start in ${patience} s`}`, next: [`see ${kernel.log}`] })
}
