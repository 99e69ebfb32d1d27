import { parseAddress, prefixOf } from '../../model/address.ts'
import type { ReadNetwork, ReadNote } from '../../model/backend.ts'
import type { FileFact, Release } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { shownSetting } from '../shownSetting.ts'
import { bridgeOf, masterOf, readConfigs, vlanOf, type Config } from './configs.ts'
import { expressed, protocols, types, unread, usual, withoutEffect } from './keys.ts'
import { startsAtBoot } from './onboot.ts'
import { isLive, scriptFile } from './paths.ts'
import { parseNetwork } from './parse.ts'

type Files = Readonly<Record<string, FileFact>>

/** A line that cannot be read, as far as it may be shown. */
const shownLine = (text: string): string => {
  const [name = '', ...rest] = text.split('=')
  return rest.length === 0 ? JSON.stringify(text.slice(0, 60)) : JSON.stringify(shownSetting(name.trim(), rest.join('='), '='))
}

/** The last line that sets a key, counted from 1. */
const lineOf = (content: string, key: string): { readonly line?: number } => {
  const at = content.split('\n').findLastIndex((line) => !/^\s*#/.test(line) && new RegExp(`(?:^|[\\s;])${key}=`).test(line))
  return at === -1 ? {} : { line: at + 1 }
}

/** The broadcast address that belongs to an address; undefined where one of the two is none. */
const broadcastOf = (address: string, mask: string): string | undefined => {
  const length = /^\d+$/.test(mask) ? Number(mask) : prefixOf(mask)
  const own = length === undefined ? undefined : parseAddress(`${address}/${length}`)
  if (own?.family !== 4) return undefined
  const value = own.value | ((1n << BigInt(32 - own.prefix)) - 1n)
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.')
}

/** What keeps a device out of the inventory, by its own file alone. */
const reasonsOf = (config: Config, network: Network, content: string): Pick<ReadNote, 'what' | 'line'>[] => {
  const { values, kind, device, suffix } = config
  const at = (key: string): { readonly line?: number } => lineOf(content, key)
  const value = (key: string): string => values.get(key) ?? ''
  const master = masterOf(config)
  const bridge = bridgeOf(config)
  const known = new Set(devicesOf(network).map(({ name }) => name))
  if (kind === 'alias') {
    return /-range/.test(suffix) ? [{ what: `ranges of addresses (${suffix}) are not managed` }]
      : known.has(device) ? [] : [{ what: `${device}, which it is one more address of, has no file` }]
  }
  return [
    ...(types.has(value('TYPE')) || value('TYPE') === 'bridge' ? [] : [{ ...at('TYPE'), what: `type ${value('TYPE')} is not managed` }]),
    ...['TEAM_MASTER', 'TEAM_CONFIG', 'DEVICETYPE', 'OVS_BRIDGE'].filter((key) => value(key) !== '').map((key) => ({ ...at(key), what: `${key}=${value(key)} is not managed` })),
    ...(protocols.has(value('BOOTPROTO')) ? [] : [{ ...at('BOOTPROTO'), what: `BOOTPROTO=${value('BOOTPROTO')} is not managed` }]),
    ...(startsAtBoot(config) ? [] : [{ ...at('ONBOOT'), what: `ONBOOT=${value('ONBOOT')}: it is not started at boot` }]),
    ...(kind === 'bond' && !network.bonds[device] ? [{ what: 'no file names it with MASTER and SLAVE=yes: a bond without slaves is not managed' }] : []),
    ...(master !== undefined && !network.bonds[master] ? [{ ...at('MASTER'), what: `its bond ${master} has no file` }] : []),
    ...(bridge !== undefined && !network.bridges[bridge] ? [{ ...at('BRIDGE'), what: `its bridge ${bridge} has no file that says TYPE=Bridge` }] : []),
  ]
}

/** Keys that stay behind, and those that do not do what they seem to. */
const keyNotes = (config: Config, content: string, network: Network): Pick<ReadNote, 'kind' | 'what' | 'line'>[] => [...config.values].flatMap(([key, value]): Pick<ReadNote, 'kind' | 'what' | 'line'>[] => {
  const place = lineOf(content, key)
  if (key === 'ONPARENT' && /^no$/i.test(value)) return [{ kind: 'kept', ...place, what: `${key}=${value}: the address is not started, and not in the inventory` }]
  if (key === 'BROADCAST') {
    const right = broadcastOf(config.values.get('IPADDR') ?? '', config.values.get('PREFIX') ?? config.values.get('NETMASK') ?? '')
    return right === undefined || right === value ? [] : [{ kind: 'mistake', ...place, what: `BROADCAST=${value} is not that of the address, ${right}` }]
  }
  if (key === 'TYPE' && value === 'bridge') return [{ kind: 'mistake', ...place, what: 'TYPE=bridge makes no bridge: the network scripts want Bridge' }]
  const instead = unread[key]
  if (instead !== undefined) return [{ kind: 'mistake', ...place, what: `nothing reads ${key}; ${instead} is what the network scripts read` }]
  if (key === 'STP' && !['on', 'off', 'yes', 'no', '0', '1', ''].includes(value)) return [{ kind: 'mistake', ...place, what: `STP=${value} is refused by brctl, which wants on or off` }]
  // The MAC address that one of Xen's loopback devices is given.
  if (key === 'MACADDR' && network.interfaces[config.device]?.peer !== undefined) return []
  if (expressed.test(key) || withoutEffect.has(key) || usual[key]?.test(value)) return []
  const capitals = key.toUpperCase()
  if (key !== capitals && (expressed.test(capitals) || withoutEffect.has(capitals) || usual[capitals])) return [{ kind: 'mistake', ...place, what: `nothing reads ${key}: keys are written in capitals` }]
  return [{ kind: 'kept', ...place, what: `${shownSetting(key, value, '=')} has no place in the inventory` }]
})

const bridgingNotes = (config: Config, content: string): Pick<ReadNote, 'kind' | 'what' | 'line'>[] =>
  (config.values.get('BRIDGING_OPTS') ?? '').split(/\s+/).filter((word) => word !== '' && !/^(forward_delay|hello_time|max_age)=\d+$/.test(word))
    .map((word) => ({ kind: 'kept', ...lineOf(content, 'BRIDGING_OPTS'), what: `the bridge option ${word} has no place in the inventory` }))

/** What a file holds that the inventory has no word for, in words: it is lost where the file is written anew. */
export const extrasOf = (config: Config, network: Network): string[] => config.kind === 'alias' ? [] : [...keyNotes(config, '', network), ...bridgingNotes(config, '')].filter(({ kind }) => kind === 'kept')
  .map(({ what }) => what.replace(/ has no place in the inventory$/, ''))

const standingOf = (configs: readonly Config[]): ReadNetwork['standing'] => configs.flatMap((config) => {
  // A VLAN that nothing starts lays no claim to its parent.
  const on = config.kind === 'vlan' && startsAtBoot(config) ? [vlanOf(config).parent] : []
  const upper = [masterOf(config), bridgeOf(config)].flatMap((name) => (name === undefined || config.kind === 'alias' ? [] : [{ device: name, on: [config.device] }]))
  return [{ device: config.device, on }, ...upper]
})

/** What the files of a folder say in the inventory's words, file by file with all that they hold beyond it. */
export const readNetwork = (files: Files, release: Release | undefined): ReadNetwork => {
  const network = parseNetwork(files)
  const configs = readConfigs(files, release)
  const named = configs.filter(({ path }) => !path.endsWith('.old'))
  const content = (path: string): string => files[path]?.content ?? ''
  const old = configs.filter(({ path }) => path.endsWith('.old')).map(({ path, device }): ReadNote =>
    ({ kind: 'mistake', path, what: `it is live: these network scripts take it for a file of ${device}` }))
  const double = named.filter((config, index) => config.kind !== 'alias' && named.slice(0, index).some((other) => other.kind !== 'alias' && other.device === config.device))
    .map(({ path, device }): ReadNote => ({ kind: 'left out', path, device, what: `a second file of ${device}: which one counts depends on the order` }))
  const routes = Object.keys(files).filter((path) => isLive(path, release)).flatMap((path): ReadNote[] => {
    const file = scriptFile(path)
    return file?.kind === 'routes' && content(path).trim() !== '' ? [{ kind: 'kept', path, what: `static routes and rules are not managed: the file stays as it is` }] : []
  })
  return {
    network,
    standing: standingOf(named),
    paths: new Map(named.filter(({ kind }) => kind !== 'alias').map(({ device, path }) => [device, path])),
    notes: [
      ...named.flatMap((config): ReadNote[] => {
        const { path, device, problems } = config
        const text = content(path)
        const reasons = reasonsOf(config, network, text).map((note): ReadNote => ({ kind: 'left out', path, device, ...note }))
        return reasons.length > 0 ? reasons.slice(0, 1) : [
          ...problems.map(({ line, text: shown, why }): ReadNote => ({ kind: 'mistake', path, line, device, what: `cannot be read, ${why}: ${shownLine(shown)}` })),
          ...[...keyNotes(config, text, network), ...bridgingNotes(config, text)].map((note): ReadNote => ({ path, device, ...note })),
        ]
      }),
      ...double,
      ...old,
      ...routes,
    ],
  }
}
