import { constants } from 'node:fs'
import { lstat, open, readdir, readlink, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { decodeFile } from '../facts/index.ts'
import { FleetError } from '../model/errors.ts'
import type { FileFact } from '../model/facts.ts'
import { found, type LintFinding } from './finding.ts'
import { hostPlace, type HostPlace } from './place.ts'
import { fileRules } from './rules/files.ts'

/** One host's files in a folder. */
export interface Tree {
  /** Relative to the folder; '' is the folder itself. */
  readonly root: string
  /** By their path on the host. */
  readonly files: Readonly<Record<string, FileFact>>
  /** By path on the host: the path in the folder. */
  readonly places: Readonly<Record<string, string>>
}

export interface Folder {
  readonly trees: readonly Tree[]
  /** What could not be looked at; `file` is relative to the folder. */
  readonly findings: readonly LintFinding[]
  /** Files that no rule looks at. */
  readonly leftAlone: number
}

const mostBytes = 1024 * 1024
const mostEntries = 20_000

const usage = (what: string, next: string): FleetError => new FleetError({ kind: 'usage', what, next: [next] })

const reason = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

/** All that lies below, folders left out. Symlinks to folders are not followed: they may lead in a ring. */
const walk = async (folder: string, findings: LintFinding[]): Promise<string[]> => {
  const files: string[] = []
  const pending = ['']
  for (const at of pending) {
    const entries = await readdir(join(folder, at), { withFileTypes: true }).catch((error: unknown) => {
      if (at === '') throw usage(`${folder} cannot be read: ${reason(error)}`, 'look at it: ls -ld')
      findings.push(found(fileRules.F01, { file: at }, `the folder cannot be read: ${reason(error)}`))
      return []
    })
    for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isDirectory()) pending.push(path)
      else files.push(path)
    }
    if (files.length + pending.length > mostEntries) throw usage(`${folder} holds more than ${mostEntries} files`, 'name the folder of the network files: --files …/etc/sysconfig/network-scripts')
  }
  return files
}

/** Reads a file that is small and regular, and no more of it than that. */
const readSmall = async (path: string): Promise<Buffer | string> => {
  // A symlink may lead to a pipe, which a plain open would wait for.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return 'it is no regular file'
    const buffer = Buffer.alloc(Math.min(stat.size, mostBytes) + 1)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return bytesRead > mostBytes ? `it has ${stat.size} bytes, and up to 1 MiB is read` : buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The file, or why it could not be looked at. A symlink is followed where it stays in the folder. */
const readOne = async (folder: string, name: string, path: string): Promise<FileFact | string> => {
  const whole = join(folder, name)
  try {
    const own = await lstat(whole)
    if (!own.isFile() && !own.isSymbolicLink()) return 'it is no regular file'
    const target = own.isSymbolicLink() ? await readlink(whole) : undefined
    if (target !== undefined) {
      const real = await realpath(whole).catch(() => undefined)
      if (real === undefined) return 'it is a symlink to nothing'
      const inside = relative(await realpath(folder), real)
      if (inside === '..' || inside.startsWith(`..${sep}`)) return 'it is a symlink that leads out of the folder'
    }
    const bytes = await readSmall(whole)
    if (typeof bytes === 'string') return bytes
    return { path, ...decodeFile(bytes), mode: own.mode & 0o7777, uid: own.uid, gid: own.gid, links: own.nlink, ...(target === undefined ? {} : { symlink: target }) }
  } catch (error) {
    return `it cannot be read: ${reason(error)}`
  }
}

/**
 * Reads the files of one or more hosts out of a folder: a whole tree with etc/ in it, several side by side, or just the
 * files. What no rule looks at is left alone.
 *
 * @throws FleetError kind usage: no such folder, no folder, too many files
 */
export const readFolder = async (folder: string): Promise<Folder> => {
  const stat = await lstat(await realpath(folder).catch((error: unknown) => { throw usage(`${folder} cannot be read: ${reason(error)}`, 'name a folder: --files DIR') }))
  if (!stat.isDirectory()) throw usage(`a folder was expected, ${folder} is none`, 'name the folder that holds the files: --files DIR')
  const findings: LintFinding[] = []
  const trees = new Map<string, { readonly files: Record<string, FileFact>; readonly places: Record<string, string> }>()
  let leftAlone = 0
  const places = (await walk(folder, findings)).map((name) => ({ name, place: hostPlace(name) }))
  const whole = new Set(places.flatMap(({ place }) => (place?.inTree === true ? [place.root] : [])))
  // In a host's whole tree a copy in /root is no configuration, whatever its name.
  const isElsewhere = ({ root, path, inTree }: HostPlace): boolean => !inTree && !(whole.has(root) && path.lastIndexOf('/') === 0)
    && [...whole].some((tree) => tree === '' || root === tree || root.startsWith(`${tree}/`))
  for (const { name, place } of places) {
    if (place === undefined || isElsewhere(place)) {
      leftAlone += 1
      continue
    }
    const file = await readOne(folder, name, place.path)
    if (typeof file === 'string') {
      findings.push(found(fileRules.F01, { file: name }, file))
      continue
    }
    const tree = trees.get(place.root) ?? { files: {}, places: {} }
    trees.set(place.root, tree)
    tree.files[place.path] = file
    tree.places[place.path] = name
  }
  return { trees: [...trees].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([root, tree]) => ({ root, ...tree })), findings, leftAlone }
}
