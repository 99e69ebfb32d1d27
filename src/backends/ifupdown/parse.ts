import type { FileFact } from '../../model/facts.ts'
import type { DesiredBond, DesiredBridge, DesiredVlan, Interface, Network } from '../../model/network.ts'
import { definedOnly, isSlaves } from '../bondingOptions.ts'
import { readSwitch } from '../comments.ts'
import { addressingOf } from './addressing.ts'
import { readBond } from './bondOptions.ts'
import { optionName, optionOf, portsOf, readConfigs, slavesOf, vlanOf, type Config } from './configs.ts'
import { readMac } from './mac.ts'

const yes = ['on', 'yes', '1', 'true']

const seconds = (value: string | undefined): number | undefined => (value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Math.round(Number(value)) : undefined)

/** Where a stanza says nothing of it the kernel keeps its own delay, 15 s. */
const bridgeOf = (config: Config): DesiredBridge => ({
  ports: portsOf(config),
  stp: yes.includes(optionOf(config, 'bridge_stp') ?? '') || undefined,
  forwardDelay: seconds(optionOf(config, 'bridge_fd')) ?? 15,
  helloTime: seconds(optionOf(config, 'bridge_hello')),
  maxAge: seconds(optionOf(config, 'bridge_maxage')),
})

export const ethtoolLine = /^ethtool -s \$IFACE (?<words>.+)$/

const ethtoolOf = ({ stanzas }: Config): string | undefined =>
  stanzas.flatMap(({ options }) => options).flatMap(([name, value]) => (optionName(name) === 'up' ? (ethtoolLine.exec(value)?.groups?.['words'] ?? []) : []))[0]

/** What a device stands on by its own stanza, and for a bond by those of its slaves. */
export const lowerOf = (config: Config, configs: readonly Config[]): string[] => {
  switch (config.kind) {
    case 'interface': return []
    case 'bond': return slavesOf(config, configs)
    case 'vlan': return [vlanOf(config).parent].filter((parent) => parent !== '')
    case 'bridge': return portsOf(config)
  }
}

/** Devices that are started, and what these stand on: a stanza that nothing starts is a note, no part of the network. */
const live = (configs: readonly Config[]): Config[] => {
  const names = new Set(configs.filter(({ started }) => started).map(({ device }) => device))
  // A set is walked to its end, entries that are added on the way included.
  for (const name of names) for (const config of configs) if (config.device === name) for (const lower of lowerOf(config, configs)) names.add(lower)
  return configs.filter(({ device }) => names.has(device))
}

/** The network that the files stand for, tolerant of what others wrote. A bond without slaves is none. */
export const parseNetwork = (files: Readonly<Record<string, FileFact>>): Network => parseConfigs(readConfigs(files))

/** As parseNetwork, of files that are read already. */
export const parseConfigs = (configs: readonly Config[]): Network => {
  const interfaces: Record<string, Interface> = {}
  const bonds: Record<string, DesiredBond> = {}
  const vlans: Record<string, DesiredVlan> = {}
  const bridges: Record<string, DesiredBridge> = {}
  for (const config of live(configs)) {
    const { device, kind, comments } = config
    const shared = addressingOf(config)
    switch (kind) {
      case 'interface':
        interfaces[device] = definedOnly({ mac: readMac(comments), ...shared, ethtool: ethtoolOf(config) })
        break
      case 'bond': {
        const slaves = slavesOf(config, configs)
        if (isSlaves(slaves)) bonds[device] = definedOnly({ slaves, ...readBond(config), ...shared, switch: readSwitch(comments) })
        break
      }
      case 'vlan':
        vlans[device] = definedOnly({ ...vlanOf(config), ...shared })
        break
      case 'bridge':
        bridges[device] = definedOnly({ ...bridgeOf(config), ...shared })
        break
      default:
        kind satisfies never
    }
  }
  return { interfaces, bonds, vlans, bridges }
}
