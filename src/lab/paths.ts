import { join } from 'node:path'

/** Where racks are kept: on a disk, for the hosts' disks are there, and short, for a kernel's control socket is there. */
const home = '/var/lib/fleetnet-lab'

/** The files of one rack, or of one kernel of it. */
export interface RackPaths {
  readonly folder: string
  /** What the rack is: read by every later command. */
  readonly description: string
  /** Shared with every kernel: which ports are down. */
  readonly wires: string
  readonly modules: string
  readonly identity: string
  readonly knownHosts: string
}

/** @param name of the rack. Example: lab */
export const rackPaths = (name: string): RackPaths => {
  const folder = join(home, name)
  return {
    folder,
    description: join(folder, 'rack.json'),
    wires: join(folder, 'wires'),
    modules: join(folder, 'modules'),
    identity: join(folder, 'id_ed25519'),
    knownHosts: join(folder, 'known_hosts'),
  }
}

/** The files of one kernel: a host's, or the switch's. */
export interface KernelPaths {
  readonly folder: string
  /** Shell words that the kernel's first program reads. */
  readonly settings: string
  readonly disk: string
  /** The disk as it was before the first boot. */
  readonly firstDisk: string
  /** What it printed, kernel and both consoles. */
  readonly log: string
  /** What is typed on its second console: a named pipe. */
  readonly input: string
  /** What its second console printed. */
  readonly output: string
}

export const kernelPaths = (rack: RackPaths, name: string): KernelPaths => {
  const folder = join(rack.folder, name)
  return {
    folder,
    settings: join(folder, 'settings'),
    disk: join(folder, 'disk.img'),
    firstDisk: join(folder, 'first.img'),
    log: join(folder, 'kernel.log'),
    input: join(folder, 'console.in'),
    output: join(folder, 'console.out'),
  }
}
