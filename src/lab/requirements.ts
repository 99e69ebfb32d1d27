import { access, readFile } from 'node:fs/promises'
import { constants } from 'node:fs'
import { FleetError } from '../model/errors.ts'
import type { Platform } from './platform.ts'

/** What a rack stands on, and the Debian package that brings it. */
const tools: readonly (readonly [path: string, packageName: string])[] = [
  ['/usr/bin/linux.uml', 'user-mode-linux'],
  ['/usr/bin/bash', 'bash'],
  ['/usr/sbin/modprobe', 'kmod'],
  ['/usr/bin/taskset', 'util-linux'],
  ['/usr/sbin/ip', 'iproute2'],
  ['/usr/sbin/mkfs.ext4', 'e2fsprogs'],
  ['/usr/sbin/ethtool', 'ethtool'],
  ['/usr/bin/ssh', 'openssh-client'],
  ['/usr/sbin/sshd', 'openssh-server'],
]

const isThere = (path: string): Promise<boolean> => access(path, constants.F_OK).then(() => true, () => false)

/** MB that are free, as the kernel counts them (proc(5), MemAvailable). */
const freeMemory = async (): Promise<number> => Number(/^MemAvailable:\s+(\d+)/m.exec(await readFile('/proc/meminfo', 'utf8'))?.[1] ?? 0) / 1024

/**
 * What a rack needs of this machine.
 *
 * @param needed MB for all its kernels
 * @throws FleetError kind usage, one line: what is missing and how to get it
 */
export const requireMachine = async (platform: Platform, needed: number): Promise<void> => {
  if (process.platform !== 'linux') fail(`expected Linux, found ${process.platform}`, 'run the lab on a Linux machine with Debian’s packages')
  if (process.getuid?.() !== 0) fail('expected root, found user ' + String(process.getuid?.()), 'run it as root (network namespaces and a tap): sudo fleetnet lab up')
  const missing = new Set<string>()
  for (const [path, packageName] of tools) if (!(await isThere(path))) missing.add(packageName)
  for (const packageName of platform.packages) if (!(await isThere(`/var/lib/dpkg/info/${packageName}.list`)) && !(await isThere(`/var/lib/dpkg/info/${packageName}:amd64.list`))) missing.add(packageName)
  if (missing.size > 0) fail(`missing on this machine: ${[...missing].join(', ')}`, `apt-get install ${[...missing].join(' ')}`)
  if (!(await isThere('/dev/net/tun'))) fail('expected /dev/net/tun, found none', 'modprobe tun; in a container, give it /dev/net/tun')
  const free = await freeMemory()
  if (free < needed) fail(`expected ${needed} MB of free memory for these kernels, found ${Math.floor(free)} MB`, 'take fewer hosts (--hosts) or smaller ones (--memory)')
}

const fail = (what: string, next: string): never => {
  throw new FleetError({ kind: 'usage', what, next: [next] })
}
