import type { FileFact } from '../../model/facts.ts'
import { masterOf, readConfigs, type Config } from './configs.ts'
import { effectOf } from './effective.ts'
import { globalFile, scriptFile } from './paths.ts'
import { readAssignments } from './shell.ts'

/** A host's network files at one time, read. */
export interface FileSet {
  readonly configs: readonly Config[]
  readonly globals: ReadonlyMap<string, string>
}

export const fileSet = (files: Readonly<Record<string, FileFact>>, release: Parameters<typeof readConfigs>[1]): FileSet => ({
  configs: readConfigs(files, release),
  globals: readAssignments(files[globalFile]?.content ?? '').values,
})

/**
 * What all files of a device do together: its aliases are started by its own ifup. A copy called .old counts only where
 * it is the device's only file: it does its harm at boot, not to what runs.
 */
const effects = ({ configs, globals }: FileSet, device: string): string => {
  const own = configs.filter((config) => config.device === device)
  const named = own.filter(({ suffix }) => !suffix.endsWith('.old'))
  return JSON.stringify((named.length > 0 ? named : own).map((config) => [config.suffix, effectOf(config, globals)]).toSorted())
}

/**
 * Devices whose files change in a way that a running device has to take up, or whose routes do. The host-wide file moves
 * managed devices alone: others take it up when they are started next.
 */
export const movedDevices = (before: FileSet, after: FileSet, changed: readonly string[], managed: ReadonlySet<string>): Set<string> => {
  const everywhere = changed.includes(globalFile)
  const named = [...before.configs, ...after.configs].filter(({ path, device }) => changed.includes(path)
    || (everywhere && managed.has(device))).map(({ device }) => device)
  const routed = changed.flatMap((path) => { const file = scriptFile(path); return file?.kind === 'routes' ? [file.device] : [] })
  return new Set([
    ...named.filter((device) => {
      // An unmanaged device is compared by its own files alone.
      const globals = managed.has(device) ? after.globals : before.globals
      return effects(before, device) !== effects({ ...after, globals }, device)
    }),
    ...routed.filter((device) => after.configs.some((config) => config.device === device)),
  ])
}

/** The devices that ifup or ifdown is told instead: a slave is taken and released by its bond alone. */
export const throughBonds = (devices: Iterable<string>, configs: readonly Config[]): Set<string> =>
  new Set([...devices].flatMap((device) => {
    const masters = configs.filter((config) => config.device === device).flatMap((config) => masterOf(config) ?? [])
    return masters.length === 0 ? [device] : masters
  }))
