import type { FileFact } from '../../model/facts.ts'
import type { DeviceKind } from '../../model/network.ts'
import { header } from '../comments.ts'
import { readInterfaces } from './interfaces.ts'
import { commentsOf, type Iface, type Stanza } from './stanzas.ts'

/** One device as the files have it. */
export interface Config {
  readonly device: string
  readonly kind: DeviceKind
  /** Its stanzas and those of its aliases (eth0:1), in order, with what they inherit. */
  readonly stanzas: readonly Iface[]
  /** ifup starts it at boot or when it appears. */
  readonly started: boolean
  /** Comments of the file, where it is one of ours. */
  readonly comments: readonly string[]
}

/** ifup hands `bridge-ports` and `bridge_ports` to its scripts under one name. */
export const optionName = (name: string): string => {
  const plain = name.replaceAll('-', '_')
  return plain === 'post_up' ? 'up' : plain === 'pre_down' ? 'down' : plain
}

/** The first value of an option, or undefined. An empty one counts as none. */
export const optionOf = ({ stanzas }: Pick<Config, 'stanzas'>, name: string): string | undefined =>
  stanzas.flatMap(({ options }) => options).find(([key, value]) => optionName(key) === name && value !== '')?.[1]

const names = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter((name) => name !== '' && name !== 'none' && name !== 'all')

/** What a bond takes itself. `slaves` is the old name of the option. */
export const listedSlaves = (config: Config): string[] => names(optionOf(config, 'bond_slaves') ?? optionOf(config, 'slaves'))

/** The bond that a device joins by its own stanza. */
export const masterOf = (config: Config): string | undefined => optionOf(config, 'bond_master')

export const slavesOf = (bond: Config, configs: readonly Config[]): string[] =>
  [...new Set([...listedSlaves(bond), ...configs.filter((other) => masterOf(other) === bond.device).map(({ device }) => device)])]

/** Ports; `regex PATTERN` of bridge-utils-interfaces(5) and `all` cannot be told without the kernel. */
export const portsOf = (bridge: Config): string[] => names((optionOf(bridge, 'bridge_ports') ?? '').replace(/\bregex\b.*?(\bnoregex\b|$)/g, ' '))

const dotted = /^(?<parent>.+)\.0*(?<id>\d{1,4})$/

/** Parent and id: by vlan-raw-device, else by a name like bond0.50; the id by the number at the name's end, as the hook reads it. */
export const vlanOf = (config: Pick<Config, 'device' | 'stanzas'>): { readonly parent: string; readonly id: number } => {
  const parts = dotted.exec(config.device)?.groups
  const named = /^vlan0*(?<id>\d{1,4})$/.exec(config.device)?.groups
  return { parent: optionOf(config, 'vlan_raw_device') ?? parts?.['parent'] ?? '',
    id: Number(optionOf(config, 'vlan_id') ?? parts?.['id'] ?? named?.['id'] ?? 0) || 0 }
}

const isBond = (options: ReadonlySet<string>): boolean => ['bond_slaves', 'slaves', 'bond_mode'].some((name) => options.has(name))

const kindOf = (device: string, stanzas: readonly Iface[], masters: ReadonlySet<string>): DeviceKind => {
  const options = new Set(stanzas.flatMap((stanza) => stanza.options.map(([name]) => optionName(name))))
  if (options.has('bridge_ports')) return 'bridge'
  if (isBond(options) || masters.has(device)) return 'bond'
  return options.has('vlan_raw_device') || dotted.test(device) ? 'vlan' : 'interface'
}

/** A stanza with the options of the one that it inherits from, which has to come before it. */
const inherited = (ifaces: readonly Iface[]): Iface[] => {
  const done: Iface[] = []
  for (const iface of ifaces) {
    const from = iface.inherits === undefined ? undefined : done.find(({ name, family }) => name === iface.inherits && (iface.family === '' || family === iface.family))
    done.push(from === undefined ? iface : { ...iface, family: iface.family || from.family, method: iface.method || from.method, options: [...iface.options, ...from.options] })
  }
  return done
}

/** The device that an iface stanza is for: an alias belongs to its device. */
export const deviceOf = (name: string): string => name.split(':')[0] ?? name

const startedNames = (stanzas: readonly Stanza[]): ReadonlySet<string> => new Set(stanzas.flatMap((stanza) =>
  (stanza.kind === 'selection' && (stanza.word === 'auto' || stanza.word === 'allow-hotplug') ? stanza.names.map((name) => name.split('=')[0] ?? name) : [])))

/** Every device that the files have a stanza for, loopback left out, in the order of reading. */
export const readConfigs = (files: Readonly<Record<string, FileFact>>): Config[] => {
  const { stanzas } = readInterfaces(files)
  const ifaces = inherited(stanzas.filter((stanza) => stanza.kind === 'iface'))
  const started = startedNames(stanzas)
  const templates = new Set(ifaces.flatMap(({ inherits }) => inherits ?? []))
  const own = ifaces.filter(({ name, method }) => name !== '' && deviceOf(name) !== 'lo' && method !== 'loopback' && (!templates.has(name) || started.has(name)))
  const masters = new Set(own.flatMap(({ options }) => options.flatMap(([name, value]) => (optionName(name) === 'bond_master' ? [value] : []))))
  return [...new Set(own.map(({ name }) => deviceOf(name)))].map((device) => {
    const mine = own.filter(({ name }) => deviceOf(name) === device)
    const comments = commentsOf(files[mine[0]?.path ?? '']?.content ?? '')
    return { device, kind: kindOf(device, mine, masters), stanzas: mine, started: mine.some(({ name }) => started.has(name)),
      comments: comments[0] === header ? comments : [] }
  })
}
