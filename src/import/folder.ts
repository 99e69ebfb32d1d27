import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { readRelease } from '../facts/release.ts'
import { FleetError } from '../model/errors.ts'
import type { FileFact } from '../model/facts.ts'
import type { HostSource } from './source.ts'

/** Bytes of a file, and files of a host, that are read. */
const mostBytes = 1024 * 1024
const mostFiles = 2000

const fail = (what: string, ...next: readonly string[]): FleetError => new FleetError({ kind: 'usage', what, next })

const scripts = '/etc/sysconfig/network-scripts'

/** Folders that are read where there is an etc tree, and files beside them. */
const treeFolders = [scripts, '/etc/network/interfaces.d']
const treeFiles = ['/etc/sysconfig/network', '/etc/modprobe.conf', '/etc/modprobe.d/bonding.conf', '/etc/network/interfaces', '/etc/xen/xend-config.sxp', '/etc/xen/scripts/network-dummy']
const releaseNames = ['redhat', 'oracle', 'enterprise', 'centos', 'ovs', 'system']

/** Where a loose file belongs on a host, by its name. */
const looseFile = (name: string): string | undefined => {
  if (/^(ifcfg|route6?|rule6?)-./.test(name)) return `${scripts}/${name}`
  const known: Readonly<Record<string, string>> = { network: '/etc/sysconfig/network', 'modprobe.conf': '/etc/modprobe.conf', 'bonding.conf': '/etc/modprobe.d/bonding.conf', interfaces: '/etc/network/interfaces', 'xend-config.sxp': '/etc/xen/xend-config.sxp' }
  return Object.hasOwn(known, name) ? known[name] : undefined
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).toSorted()

/** Paths on the host, and where each one's file is: an etc tree below the folder or being it, else loose files. */
const locate = async (folder: string): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() === true
  const tree = (await Promise.all(['', 'etc'].map(async (prefix) => {
    const names = new Set(await namesIn(join(folder, prefix)))
    return prefix === 'etc' ? names.size > 0 : names.has('sysconfig') || (names.has('network') && !(await isFile(join(folder, 'network'))))
  })))
  const root = tree[1] === true ? join(folder, 'etc') : tree[0] === true ? folder : undefined
  if (root !== undefined) {
    const below = (path: string): string => join(root, path.slice('/etc'.length))
    for (const path of treeFolders) for (const name of await namesIn(below(path))) if (path !== scripts || looseFile(name) !== undefined) found.set(`${path}/${name}`, join(below(path), name))
    for (const path of [...treeFiles, ...releaseNames.map((name) => `/etc/${name}-release`), '/etc/os-release']) if (await isFile(below(path))) found.set(path, below(path))
    return found
  }
  for (const name of await namesIn(folder)) {
    const path = looseFile(name)
    if (path !== undefined && (await isFile(join(folder, name)))) found.set(path, join(folder, name))
    if (/^(redhat|oracle|enterprise|centos|ovs|system|os)-release$/.test(name)) found.set(`/etc/${name}`, join(folder, name))
  }
  for (const name of await namesIn(join(folder, 'interfaces.d'))) found.set(`/etc/network/interfaces.d/${name}`, join(folder, 'interfaces.d', name))
  return found
}

const isNetworkFile = (path: string): boolean => path.startsWith(`${scripts}/`) || path === '/etc/network/interfaces'

/** A file as the probe would have told of it. One that a symlink leads to outside of the folder is not read. */
const readOne = async (path: string, place: string, folder: string): Promise<FileFact | undefined> => {
  const real = await realpath(place).catch(() => undefined)
  if (real === undefined || !real.startsWith(`${await realpath(folder)}${sep}`)) return undefined
  const facts = await stat(real)
  if (!facts.isFile()) return undefined
  if (facts.size > mostBytes) throw fail(`${place} has ${facts.size} bytes: up to 1 MiB a file is read`, 'is it really a configuration file? Move it out of the folder')
  const bytes = await readFile(real).catch((cause: NodeJS.ErrnoException) => {
    throw fail(`${place} cannot be read: ${cause.code ?? cause.message}`, `look at it: ls -l ${place}`)
  })
  const text = bytes.toString('utf8')
  const binary = bytes.includes(0) || Buffer.compare(Buffer.from(text, 'utf8'), bytes) !== 0
  return { path, content: binary ? bytes.toString('latin1') : text, binary, mode: facts.mode & 0o7777, uid: 0, gid: 0, links: 1 }
}

const safeName = (name: string): string => {
  const safe = name.replaceAll(/[^A-Za-z0-9_.-]/g, '-').replace(/^[^A-Za-z0-9_]+/, '').slice(0, 200)
  return safe === '' ? 'host' : safe
}

const sourceOf = async (folder: string, located: ReadonlyMap<string, string>): Promise<HostSource> => {
  if (located.size > mostFiles) throw fail(`${folder} holds ${located.size} network files: up to ${mostFiles} of a host are read`, 'name the folder of one host, or of a folder for each')
  const files: Record<string, FileFact> = {}
  for (const [path, place] of located) {
    const file = await readOne(path, place, folder)
    if (file !== undefined) files[path] = file
  }
  const first = (name: string): string => files[`/etc/${name}-release`]?.content.split('\n')[0] ?? ''
  const { release } = readRelease(releaseNames.filter((name) => first(name) !== '').map((name) => `${name} ${first(name)}`), (files['/etc/os-release']?.content ?? '').split('\n'))
  return { name: safeName(basename(folder)), groups: [], settings: {}, files, release, xend: files['/etc/xen/xend-config.sxp'] !== undefined }
}

/**
 * The hosts whose files are in a folder: one host, as an etc tree or as loose files (ifcfg-*, network, modprobe.conf;
 * interfaces, interfaces.d); or a folder for each, named after it.
 *
 * @throws FleetError of kind usage: not there, or without network files
 */
export const readFolder = async (folder: string): Promise<HostSource[]> => {
  const whole = resolve(folder)
  const kind = await stat(whole).catch(() => undefined)
  if (kind?.isDirectory() !== true) throw fail(`${folder} is ${kind === undefined ? 'not there' : 'no folder'}`, 'name a folder with a host’s etc, its ifcfg files or its interfaces; or with such a folder for each host')
  const own = await locate(whole)
  if ([...own.keys()].some(isNetworkFile)) return [await sourceOf(whole, own)]
  const sources: HostSource[] = []
  for (const name of await namesIn(whole)) {
    const located = await locate(join(whole, name))
    if ([...located.keys()].some(isNetworkFile)) sources.push(await sourceOf(join(whole, name), located))
  }
  if (sources.length > 0) return sources
  throw fail(`no network files in ${folder}`, 'ifcfg-* files, an etc tree that holds sysconfig/network-scripts or network/interfaces, or a folder of such folders was expected')
}
