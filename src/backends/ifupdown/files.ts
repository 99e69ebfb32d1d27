import type { RenderedFile } from '../../model/backend.ts'
import type { Facts, FileFact } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { fallen } from '../fallen.ts'
import { lowerOf } from './parse.ts'
import { readConfigs } from './configs.ts'
import { mainWithout, withoutDevices } from './edit.ts'
import { readInterfaces } from './interfaces.ts'
import { folder, mainFile } from './paths.ts'
import { renderDevices } from './render.ts'

type Files = Facts['files']

/** Devices that the old files know and the new network has no place for. */
export const fallenDevices = (network: Network, files: Files): ReadonlySet<string> => {
  const configs = readConfigs(files)
  return fallen(configs.map((config) => ({ device: config.device, on: lowerOf(config, configs) })), new Set(devicesOf(network).map(({ name }) => name)))
}

/** Files of the folder that are read, or would be if they were sourced: backups do no harm there, and stay. */
const sourced = (files: Files): FileFact[] => {
  const read = new Set(readInterfaces(files).stanzas.map(({ path }) => path))
  return Object.values(files).filter(({ path }) => path.startsWith(`${folder}/`) && read.has(path))
}

/** Every file as it should be: one a device, and others' files without the stanzas of these devices. */
export const renderFiles = (network: Network, facts: Pick<Facts, 'files' | 'release'>, addresses: boolean): RenderedFile[] => {
  const own = renderDevices(network, facts.release, addresses)
  const taken = new Set([...devicesOf(network).map(({ name }) => name), ...fallenDevices(network, facts.files)])
  const written = new Set(own.map(({ path }) => path))
  const rest = sourced(facts.files).filter(({ path, binary }) => !written.has(path) && !binary).flatMap(({ path, content, mode }): RenderedFile[] => {
    const { content: left, emptied } = withoutDevices(path, content, taken)
    return emptied || left === content ? [] : [{ path, content: left, mode, part: 'global', device: '' }]
  })
  const main = facts.files[mainFile]
  return [...own, ...rest, { path: mainFile, content: mainWithout(main?.content ?? '', taken), mode: main?.mode ?? 0o644, part: 'global', device: '' }]
}

/** Files that hold nothing but what would claim a device of the network. */
const emptiedPaths = (network: Network, facts: Pick<Facts, 'files' | 'release'>): string[] => {
  const taken = new Set([...devicesOf(network).map(({ name }) => name), ...fallenDevices(network, facts.files)])
  const written = new Set(renderDevices(network, facts.release, true).map(({ path }) => path))
  return sourced(facts.files).filter(({ path, content, binary }) => !written.has(path) && !binary && withoutDevices(path, content, taken).emptied)
    .map(({ path }) => path).toSorted()
}

/** Files of others that as they are would claim a device of the network, or keep its file from being read: they go or are changed. */
export const claimingPaths = (network: Network, facts: Pick<Facts, 'files' | 'release'>): string[] => [
  ...emptiedPaths(network, facts),
  ...renderFiles(network, facts, true).filter(({ path, part, content }) => part === 'global' && facts.files[path] !== undefined && facts.files[path].content !== content)
    .map(({ path }) => path),
].toSorted()
