import type { RenderedFile } from '../../model/backend.ts'
import type { Facts } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { areAsRendered, holdsAll } from '../sameNetwork.ts'
import { readConfigs } from './configs.ts'
import { isOurs } from './edit.ts'
import { fallenDevices } from './files.ts'
import { parseConfigs } from './parse.ts'

/** Whether files that others wrote say all of a network: nothing hangs on its devices beside it, and files of ours are to the letter. */
export const filesSay = (network: Network, facts: Pick<Facts, 'files'>, rendered: () => readonly RenderedFile[]): boolean => {
  const configs = readConfigs(facts.files)
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const paths = new Set(configs.filter(({ device }) => managed.has(device)).flatMap(({ stanzas }) => stanzas.map(({ path }) => path)))
  const files = [...paths].flatMap((path) => facts.files[path] ?? [])
  const ours = files.filter(isOurs)
  return ours.length < files.length && !files.some(({ binary }) => binary)
    // A VLAN that nothing starts waits until its parent changes.
    && [...fallenDevices(network, facts.files)].every((device) => configs.some((config) => config.device === device && config.kind === 'vlan' && !config.started))
    && holdsAll(network, parseConfigs(configs), { bareNics: true })
    && areAsRendered(ours.map(({ path }) => path), facts.files, rendered())
}
