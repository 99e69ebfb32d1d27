import { readConfigs, type Config } from '../backends/ifcfg/configs.ts'
import { parseNetwork } from '../backends/ifcfg/parse.ts'
import { globalFile, ifcfgPath } from '../backends/ifcfg/paths.ts'
import { readAssignments } from '../backends/ifcfg/shell.ts'
import { isRedHat, redHatReleases, type Facts, type FileFact, type RedHatRelease, type Release } from '../model/facts.ts'
import type { Network } from '../model/network.ts'
import type { Place } from './finding.ts'

/** What is looked at: the files of one host, by their path on it, and what else is known. */
export interface Subject {
  readonly files: Readonly<Record<string, FileFact>>
  /** Undefined: not known, so that what holds on some releases is a warning. */
  readonly release: Release | undefined
  /** A live host's; absent for a folder. */
  readonly facts?: Facts
}

/** A subject whose ifcfg files were read once, for all rules. */
export interface View extends Subject {
  /** As readConfigs has them, copies that the release takes for configurations included. */
  readonly configs: readonly Config[]
  /** Of /etc/sysconfig/network. */
  readonly globals: ReadonlyMap<string, string>
  readonly network: Network
  /** The files byte by byte; those of `files` have no carriage returns. */
  readonly raw: Subject['files']
}

/** Carriage returns are one mistake of a file, told once: everything else is looked for as if they were not there. */
const withoutReturns = (files: Subject['files']): Subject['files'] => Object.fromEntries(Object.entries(files).map(([path, file]) =>
  [path, file.content.includes('\r') ? { ...file, content: file.content.replaceAll('\r\n', '\n') } : file]))

export const viewOf = (subject: Subject): View => {
  const files = withoutReturns(subject.files)
  return { ...subject, files, raw: subject.files, configs: readConfigs(files, subject.release),
    globals: readAssignments(files[globalFile]?.content ?? '').values, network: parseNetwork(files) }
}

/** The releases that the files may be of. */
export const releasesOf = ({ release }: Subject): readonly RedHatRelease[] => (isRedHat(release) ? [release] : release === undefined ? redHatReleases : [])

/** Example: lineOf('DEVICE=eth0\nMTU=9000\n', 'MTU') // 2 */
export const lineOf = (content: string, key: string): number | undefined => {
  const at = content.split('\n').findLastIndex((line) => readAssignments(line).values.has(key))
  return at === -1 ? undefined : at + 1
}

/** The first of the keys that a file sets, else DEVICE, else its first line. */
export const placeOf = ({ files }: Subject, path: string, ...keys: readonly string[]): Place => {
  const content = files[path]?.content ?? ''
  return { file: path, line: [...keys, 'DEVICE'].map((key) => lineOf(content, key)).find((line) => line !== undefined) ?? 1 }
}

/** The file that a device is told by: its own, else one whose DEVICE it is. */
export const configOf = ({ configs }: View, device: string): Config | undefined =>
  configs.find(({ path }) => path === ifcfgPath(device)) ?? configs.find((config) => config.device === device && config.kind !== 'alias')

/** Example: baseName('/etc/sysconfig/network-scripts/ifcfg-eth0') // ifcfg-eth0 */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Lines of a text, numbered from 1. */
export const numbered = (content: string): (readonly [line: number, text: string])[] => content.split('\n').map((text, index) => [index + 1, text] as const)
