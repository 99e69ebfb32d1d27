import { cp, lstat, mkdir, mkdtemp, readlink, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { newKeyPair } from '../sim/keys.ts'
import { run } from './machine.ts'
import type { KernelPaths, RackPaths } from './paths.ts'
import type { Platform } from './platform.ts'
import { plainAddress, type Rack, type RackHost } from './rack.ts'

/** Accounts, name services and the linker's cache come from the machine, as its /usr does. No passwords, no keys. */
const machineEtc = [
  'passwd', 'group', 'nsswitch.conf', 'ld.so.cache', 'ld.so.conf', 'ld.so.conf.d', 'alternatives', 'services', 'protocols', 'ethertypes', 'login.defs', 'security', 'pam.d',
  'shells', 'host.conf', 'modprobe.d', 'iproute2',
]

const folders = ['etc/ssh', 'var/log', 'var/lib/misc', 'var/tmp', 'var/cache', 'var/spool', 'root/.ssh', 'home', 'tmp', 'proc', 'sys', 'dev', 'run', 'usr', 'mnt', 'machine'] as const

/** MB. What a host writes is little; the file is sparse. */
const size = 256

const sshdConfig = ['HostKey /etc/ssh/ssh_host_ed25519_key', 'PermitRootLogin prohibit-password', 'PasswordAuthentication no', 'UsePAM no', 'UseDNS no', 'Subsystem sftp internal-sftp', ''].join('\n')

/** Makes a host's disk: an ext4 image with all of its root but /usr. Returns its line for known_hosts. */
export const makeDisk = async (rack: Rack, host: RackHost, platform: Platform, paths: { readonly rack: RackPaths; readonly kernel: KernelPaths; readonly publicKey: string }): Promise<string> => {
  const root = await mkdtemp(join(paths.kernel.folder, 'root-'))
  try {
    for (const folder of folders) await mkdir(join(root, folder), { recursive: true })
    for (const link of ['bin', 'sbin', 'lib', 'lib64']) await symlink((await isLink(`/${link}`)) ? await readlink(`/${link}`) : `usr/${link}`, join(root, link))
    await symlink('/run', join(root, 'var/run'))
    await symlink('/run/lock', join(root, 'var/lock'))
    for (const name of [...machineEtc, ...platform.machineEtc]) await copyIfThere(join('/etc', name), join(root, 'etc', name))
    const hostKey = newKeyPair()
    const files: readonly (readonly [string, string, number])[] = [
      ['etc/hostname', `${host.name}\n`, 0o644],
      ['etc/hosts', `127.0.0.1 localhost\n${plainAddress(host.address)} ${host.name}\n`, 0o644],
      ['etc/fstab', '', 0o644],
      ['etc/shadow', 'root:*:19000:0:99999:7:::\n', 0o600],
      ['etc/machine-id', `${createHash('md5').update(`${rack.name}/${host.name}`).digest('hex')}\n`, 0o444],
      ['etc/ssh/sshd_config', sshdConfig, 0o644],
      ['etc/ssh/ssh_host_ed25519_key', hostKey.privateKey, 0o600],
      ['etc/ssh/ssh_host_ed25519_key.pub', `${hostKey.publicKey}\n`, 0o644],
      ['root/.ssh/authorized_keys', `${paths.publicKey}\n`, 0o600],
    ]
    for (const [path, content, mode] of files) await writeFile(join(root, path), content, { mode })
    await symlink('/proc/self/mounts', join(root, 'etc/mtab'))
    await copyTree(join(platform.folder, 'tree'), root)
    await run('/bin/sh', [join(platform.folder, 'first-config'), host.name, host.address, plainAddress(rack.gateway), ...host.nics.map((nic) => nic.mac), root], { cwd: root })
    await run('/bin/chmod', ['1777', join(root, 'tmp'), join(root, 'var/tmp')])
    await run('/bin/chmod', ['700', join(root, 'root'), join(root, 'root/.ssh')])
    await run('/bin/chown', ['-R', '0:0', root])
    await writeFile(paths.kernel.firstDisk, '')
    await truncate(paths.kernel.firstDisk, size * 1024 * 1024)
    await run('/usr/sbin/mkfs.ext4', ['-q', '-F', '-d', root, paths.kernel.firstDisk])
    await restoreDisk(paths.kernel)
    return `${plainAddress(host.address)} ${hostKey.publicKey}`
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** The host's disk as it was before its first boot. */
export const restoreDisk = async ({ firstDisk, disk }: KernelPaths): Promise<void> => {
  await run('/bin/cp', ['--sparse=always', firstDisk, disk])
}

/** What is in a folder goes into another one, links as they are. The folder itself may be a link, or not there. */
const copyTree = async (from: string, to: string): Promise<void> => {
  const folder = await realpath(from).catch(() => undefined)
  if (folder !== undefined) await cp(folder, to, { recursive: true, verbatimSymlinks: true, force: true })
}

const isLink = (path: string): Promise<boolean> => lstat(path).then((stat) => stat.isSymbolicLink(), () => false)

const copyIfThere = async (from: string, to: string): Promise<void> => {
  const there = await lstat(from).then(() => true, () => false)
  if (!there) return
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to, { recursive: true, verbatimSymlinks: true, force: true })
}
