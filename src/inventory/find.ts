import { readdir, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FleetError } from '../model/errors.ts'
import { didYouMean } from './nearest.ts'

/** The files of one inventory. */
export interface Found {
  /** What it is called: the file's or folder's name without its ending. */
  readonly name: string
  /** Absolute, in name order. */
  readonly files: readonly string[]
}

const endings = ['.yaml', '.yml', '.json']
/** Inventories that come with the package; the same place seen from src and from dist. */
const shipped = fileURLToPath(new URL('../../inventory/', import.meta.url))

/**
 * What `--inventory` means: a name (inventory/NAME.yaml, .yml, .json or the folder inventory/NAME below `cwd`, then those that
 * come with fleetnet), a file, or a folder, whose *.yaml and *.yml count as one inventory in name order.
 *
 * @throws FleetError kind usage: what was looked for, and the nearest names
 */
export const findInventory = async (reference: string, cwd: string): Promise<Found> => {
  if (reference.trim() === '') throw fail('expected the name of an inventory, a file or a folder, found nothing', ['for example --inventory prod'])
  const isName = !reference.includes('/') && !reference.includes(sep) && !/^\.+$/.test(reference)
  const looked: string[] = []
  const plain = resolve(cwd, reference)
  const places = isName ? [named(join(cwd, 'inventory'), reference), [plain], named(shipped, reference)] : [[plain]]
  for (const candidates of places) {
    looked.push(candidates.length === 1 ? plain : `${candidates[0] ?? ''} (or .yml, .json, or a folder)`)
    const there = await present(candidates)
    if (there.length > 1)
      throw fail(`expected one inventory ${reference}, found ${there.map((path) => shownPath(path, cwd)).join(' and ')}`, ['keep one, or name the file'])
    const [path] = there
    if (path === undefined) continue
    return (await stat(path)).isDirectory() ? { name: basename(path), files: await inFolder(path, cwd) } : { name: nameOf(path), files: [path] }
  }
  const known = isName ? await names(cwd) : []
  const near = didYouMean(reference, known)
  throw fail(`no inventory ${reference}; looked for ${looked.map((path) => shownPath(path, cwd)).join(', then ')}`, [
    ...(near.length > 0 || known.length === 0 ? near : [`there are ${known.join(', ')}`]),
    '`fleetnet init` writes a first inventory',
  ])
}

/** A path as an operator is told: relative to the working folder where it lies below. */
export const shownPath = (path: string, cwd: string): string => {
  const short = relative(cwd, path)
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short
}

const fail = (what: string, next: readonly string[]): FleetError => new FleetError({ kind: 'usage', what, next })

const nameOf = (path: string): string => (endings.includes(extname(path)) ? basename(path, extname(path)) : basename(path))

const named = (folder: string, name: string): string[] => [...endings.map((ending) => join(folder, `${name}${ending}`)), join(folder, name)]

/** Those that are there and are files, pipes or folders: a device never ends. */
const present = async (paths: readonly string[]): Promise<string[]> => {
  const kinds = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)))
  return paths.filter((_, index) => {
    const kind = kinds[index]
    return kind !== undefined && (kind.isFile() || kind.isFIFO() || kind.isDirectory())
  })
}

const inFolder = async (folder: string, cwd: string): Promise<string[]> => {
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && ['.yaml', '.yml'].includes(extname(entry.name)))
    .map((entry) => join(folder, entry.name))
    .sort()
  if (files.length > 0) return files
  throw fail(`expected *.yaml or *.yml in ${shownPath(folder, cwd)}, found none`, ['name the file itself, or put the inventory there'])
}

const names = async (cwd: string): Promise<string[]> => {
  const entries = await Promise.all([join(cwd, 'inventory'), shipped].map((folder) => readdir(folder).catch(() => [])))
  return [...new Set(entries.flat().filter((name) => endings.includes(extname(name))).map(nameOf))].sort()
}
