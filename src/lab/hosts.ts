import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { restoreDisk } from './disk.ts'
import { cutPower, processesOf, startKernel } from './kernel.ts'
import { kernelPaths, rackPaths } from './paths.ts'
import { namespaceOf, rackHost, type Rack, type RackHost } from './rack.ts'
import { downFiles, hostWires } from './wires.ts'
import { loadPlatform } from './platform.ts'

/** The power comes: its kernel starts on the disk that it has. */
export const powerOn = async (rack: Rack, host: RackHost): Promise<void> => {
  const paths = rackPaths(rack.name)
  const kernel = kernelPaths(paths, host.name)
  const { init } = await loadPlatform(rack.platform)
  await Promise.all(downFiles(host).map((file) => rm(join(paths.wires, file), { force: true })))
  await startKernel({
    rack: paths,
    namespace: namespaceOf(rack.name),
    name: host.name,
    program: join(paths.folder, 'host.sh'),
    memory: rack.memory,
    place: rack.hosts.findIndex(({ name }) => name === host.name),
    settings: {
      host: host.name,
      modules: paths.modules,
      overrides: join(paths.folder, 'overrides'),
      wires: paths.wires,
      init,
      nics: host.nics.map((nic) => `${nic.name}=${nic.mac}`).join(' '),
    },
    words: [`ubda=${kernel.disk}`, ...hostWires(rack, host)],
  })
}

/** The power goes, and its wires with it. */
export const powerOff = async (rack: Rack, name: string): Promise<void> => {
  const host = rackHost(rack, name)
  const paths = rackPaths(rack.name)
  await cutPower(paths, name)
  await Promise.all(downFiles(host).map((file) => writeFile(join(paths.wires, file), '')))
}

/** The power goes and comes again. What was not on the disk is gone. */
export const powerCut = async (rack: Rack, name: string): Promise<void> => {
  await powerOff(rack, name)
  await powerOn(rack, rackHost(rack, name))
}

/** As on its first day: the power goes, the disk is the first one, the power comes. */
export const resetHost = async (rack: Rack, name: string): Promise<void> => {
  await powerOff(rack, name)
  await restoreDisk(kernelPaths(rackPaths(rack.name), name))
  await powerOn(rack, rackHost(rack, name))
}

export const isPowered = async (rack: Rack, name: string): Promise<boolean> => (await processesOf(rackPaths(rack.name), name)).length > 0
