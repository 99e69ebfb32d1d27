import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bootTree } from '../src/sim/boot.ts'
import { killAll } from '../src/sim/processes.ts'
import { type SimulatedHostSpec, workingSwitch } from '../src/sim/spec.ts'
import { installPlainTools } from '../src/sim/tools.ts'
import { makeTree } from '../src/sim/tree.ts'

const execute = promisify(execFile)

/** A host of the benchmark: a simulated tree, behind a loopback address of the one real sshd. */
export interface BenchHost {
  readonly name: string
  /** Where sshd listens for it. Example: 127.0.9.1 */
  readonly listen: string
  /** Its own address, which moves from eth0 to a bridge. Example: 10.1.1.101 */
  readonly address: string
  readonly root: string
  readonly spec: SimulatedHostSpec
}

export const client = '10.1.1.1'

/** Makes so many hosts below `folder`, boots each, and keeps a copy of how it was then. At most 99. */
export const makeHosts = async (folder: string, count: number): Promise<BenchHost[]> => {
  const hosts = Array.from({ length: count }, (_, index): BenchHost => {
    const number = index + 1
    const name = `host${String(number).padStart(2, '0')}`
    const address = `10.1.1.${100 + number}`
    const mac = (nic: number): string => `00:14:5E:C0:${number.toString(16).padStart(2, '0').toUpperCase()}:0${nic}`
    const spec: SimulatedHostSpec = { name, release: 'el5', nics: [{ name: 'eth0', mac: mac(0) }, { name: 'eth1', mac: mac(1) }], address: `${address}/24`, gateway: client, client }
    return { name, listen: `127.0.9.${number}`, address, root: join(folder, 'hosts', name), spec }
  })
  const plainTools = join(folder, 'plain-tools')
  await installPlainTools(plainTools)
  for (const { root, spec } of hosts) {
    await makeTree(root, spec, plainTools)
    await mkdir(join(root, '.kernel'), { recursive: true })
    await bootTree(root, spec, { ...workingSwitch, cutOff: false }, () => false)
  }
  await execute('cp', ['-a', join(folder, 'hosts'), join(folder, 'pristine')])
  return hosts
}

/** Every host as it was when it had booted; on the disk, so that nobody's sync has to wait for what was made here. */
export const resetHosts = async (folder: string, hosts: readonly BenchHost[]): Promise<void> => {
  for (const { root } of hosts) await killAll(root)
  await rm(join(folder, 'hosts'), { recursive: true, force: true })
  await execute('cp', ['-a', join(folder, 'pristine'), join(folder, 'hosts')])
  await execute('sync', ['-f', folder])
}

/** A configuration file of a host: its content, or undefined when it was taken away. */
export type Files = ReadonlyMap<string, { readonly content: string; readonly mode: number }>

/** fleetnet's own folder is bookkeeping, and no other contestant has one. */
const ours = (path: string): boolean => path === '/etc/fleetnet' || path.startsWith('/etc/fleetnet/')

/** Everything below a root's /etc and /var/lib, by path without the root. */
export const readFiles = async (root: string): Promise<Files> => {
  const files = new Map<string, { content: string; mode: number }>()
  for (const top of ['etc', 'var/lib'])
    for (const entry of await readdir(join(root, top), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      const path = file.slice(root.length)
      if (ours(path) || entry.isDirectory()) continue
      const { mode } = await lstat(file)
      files.set(path, { content: entry.isSymbolicLink() ? `-> ${await readlink(file)}` : await readFile(file, 'utf8'), mode: mode & 0o777 })
    }
  return files
}

/** What differs between two trees: by path, how it is afterwards; undefined where it is gone. */
export const changedFiles = (before: Files, after: Files): Map<string, { readonly content: string; readonly mode: number } | undefined> => {
  const changed = new Map<string, { readonly content: string; readonly mode: number } | undefined>()
  for (const [path, file] of after) {
    const was = before.get(path)
    if (was === undefined || was.content !== file.content || was.mode !== file.mode) changed.set(path, file)
  }
  for (const path of before.keys()) if (!after.has(path)) changed.set(path, undefined)
  return changed
}

/** One line for all files of a host, for comparing. */
export const digestOf = (files: Files): string => {
  const hash = createHash('sha256')
  for (const [path, { content, mode }] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${mode.toString(8)}\0${content.length}\0${content}\0`)
  return hash.digest('hex')
}
