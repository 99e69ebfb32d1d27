import type { RenderedFile } from '../../model/backend.ts'
import type { Facts } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { header } from '../comments.ts'
import { areAsRendered, holdsAll } from '../sameNetwork.ts'
import { readConfigs } from './configs.ts'
import { startsAtBoot } from './onboot.ts'
import { scriptFile } from './paths.ts'
import { parseNetwork } from './parse.ts'
import { stalePaths } from './stale.ts'

/**
 * Whether files that others wrote say all of a network: each of its devices has one file, readable to the last line and
 * started at boot, together they mean the same, and nothing else lays claim to a device. Files of ours among them are held to
 * the letter.
 */
export const filesSay = (network: Network, facts: Pick<Facts, 'files' | 'release'>, rendered: () => readonly RenderedFile[]): boolean => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const configs = readConfigs(facts.files, facts.release)
  const own = configs.filter(({ device }) => managed.has(device))
  const plain = own.filter(({ kind }) => kind !== 'alias')
  // A VLAN that nothing starts waits until its parent changes.
  const idle = configs.filter((config) => config.kind === 'vlan' && !startsAtBoot(config))
  const ours = own.filter(({ comments }) => comments[0] === header)
  return ours.length < own.length
    && own.every(({ path, problems }) => problems.length === 0 && !path.endsWith('.old'))
    && new Set(plain.map(({ device }) => device)).size === plain.length
    && plain.every(startsAtBoot)
    && stalePaths(network, new Set([...own, ...idle].map(({ path }) => path)), facts).every((path) => scriptFile(path)?.kind === 'routes')
    && holdsAll(network, parseNetwork(facts.files), { bareNics: false })
    && areAsRendered(ours.map(({ path }) => path), facts.files, rendered())
}
