import type { Facts } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { usersOf } from '../../model/rules/topology.ts'
import { fallen, type Standing } from '../fallen.ts'
import { bridgeOf, masterOf, readConfigs, vlanOf, type Config } from './configs.ts'
import { isLive, scriptFile } from './paths.ts'

/** The MAC address that a file is bound to without naming a device: el6 and el7 then take the NIC that has it. */
const claimsMac = (config: Config, macs: ReadonlyMap<string, string>): string | undefined =>
  config.values.has('DEVICE') ? undefined : macs.get(config.values.get('HWADDR')?.toUpperCase() ?? '')

/** Devices that the old files know and the new network has no place for. */
export const fallenDevices = (network: Network, facts: Pick<Facts, 'files' | 'release'>): ReadonlySet<string> => {
  const configs = readConfigs(facts.files, facts.release)
  const members = ({ device, kind }: Config): string[] => configs.filter((other) => other.kind !== 'alias'
    && (kind === 'bond' ? masterOf(other) : bridgeOf(other)) === device).map((member) => member.device)
  return fallen(configs.flatMap((config): Standing[] => {
    const { device, kind } = config
    if (kind === 'vlan') return [{ device, on: [vlanOf(config).parent] }]
    return kind === 'bond' || kind === 'bridge' ? [{ device, on: members(config) }] : []
  }), new Set(devicesOf(network).map(({ name }) => name)))
}

/**
 * Paths of existing files that would claim a managed device and must go, sorted. Files of devices that are not managed
 * and hang on none are left alone, and so are copies that the scripts ignore (.bak, .orig, ~, .rpm*).
 *
 * @param rendered the paths that the network has of its own
 */
export const stalePaths = (network: Network, rendered: ReadonlySet<string>, facts: Pick<Facts, 'files' | 'release'>): string[] => {
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const bare = new Set([...managed].filter((name) => { const users = usersOf(network, name); return users.bonds.length + users.bridges.length > 0 }))
  const macs = new Map(Object.entries(network.interfaces).flatMap(([name, { mac }]) =>
    (mac === undefined ? [] : [[mac.toUpperCase(), name] as const])))
  const gone = fallenDevices(network, facts)
  const claims = (config: Config): boolean => managed.has(config.device) || gone.has(config.device) || claimsMac(config, macs) !== undefined
  const configs = readConfigs(facts.files, facts.release).filter(claims).map(({ path }) => path)
  // Routes of a slave or port are never read and of a lost device fail; those of other managed devices stay.
  const routes = Object.keys(facts.files).filter((path) => {
    const file = scriptFile(path)
    return file?.kind === 'routes' && isLive(path, facts.release) && (bare.has(file.device) || gone.has(file.device))
  })
  return [...configs, ...routes].filter((path) => !rendered.has(path)).toSorted()
}
