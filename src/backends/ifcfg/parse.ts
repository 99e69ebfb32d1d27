import { inSubnet, normalAddress, parseAddress, prefixOf } from '../../model/address.ts'
import type { FileFact } from '../../model/facts.ts'
import { peerOf, type Addressing, type DesiredBond, type DesiredBridge, type DesiredVlan, type Interface, type Network } from '../../model/network.ts'
import { definedOnly, isSlaves, readBondingOptions } from '../bondingOptions.ts'
import { commentOf, readSwitch } from '../comments.ts'
import { bridgeOf, masterOf, readConfigs, vlanOf, type Config } from './configs.ts'
import { readIfupLocal } from './ifupLocal.ts'
import { moduleOptions } from './modprobe.ts'
import { globalFile } from './paths.ts'
import { readAssignments } from './shell.ts'

const numberOf = (value: string | undefined): number | undefined => (value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined)

/** ipcalc's guess where a file gives neither PREFIX nor NETMASK: the address's class. */
const classPrefix = (address: string): number => {
  const first = Number(address.split('.')[0])
  return first < 128 ? 8 : first < 192 ? 16 : 24
}

/** IPADDR, and IPADDR0, IPADDR1, … which el6 and el7 also read. PREFIX beats NETMASK. */
const ipv4Of = ({ values }: Config): string[] =>
  ['', ...Array.from({ length: 16 }, (_, index) => String(index))].flatMap((index) => {
    const address = values.get(`IPADDR${index}`)
    if (!address) return []
    const prefix = numberOf(values.get(`PREFIX${index}`)) ?? prefixOf(values.get(`NETMASK${index}`) ?? '') ?? classPrefix(address)
    return parseAddress(`${address}/${prefix}`) ? [`${address}/${prefix}`] : []
  })

const ipv6Of = ({ values }: Config): string[] =>
  values.get('IPV6INIT') === 'no' ? []
    : [values.get('IPV6ADDR') ?? '', ...(values.get('IPV6ADDR_SECONDARIES') ?? '').split(/\s+/)]
      .map((address) => (address.includes('/') ? address : `${address}/64`))
      .filter((address) => parseAddress(address)?.family === 6).map(normalAddress)

const aliasNumber = ({ suffix }: Config): number => Number(/:(\d+)$/.exec(suffix)?.[1] ?? 0)

const addressing = (config: Config, aliases: readonly Config[], globals: ReadonlyMap<string, string>): Addressing => {
  const { values } = config
  const addresses = [...ipv4Of(config), ...aliases.flatMap(ipv4Of), ...ipv6Of(config)]
  const inOwn = (gateway: string | undefined): string | undefined => {
    const parsed = parseAddress(gateway ?? '')
    return parsed && addresses.some((text) => { const own = parseAddress(text); return own && inSubnet(own, parsed) }) ? gateway : undefined
  }
  const device = globals.get('GATEWAYDEV')
  const shared = device === undefined || device === '' || device === config.device ? inOwn(globals.get('GATEWAY')) : undefined
  const ipv6 = values.get('IPV6_DEFAULTGW')?.split('%')[0]
  const [first] = aliases
  return {
    addresses: addresses.length === 0 ? undefined : addresses,
    alias: first && ipv4Of(config).length === 0 && first.values.has('IPADDR') ? aliasNumber(first) : undefined,
    gateway: values.get('GATEWAY') || shared || (ipv6 ? normalAddress(ipv6) : undefined) || inOwn(globals.get('IPV6_DEFAULTGW')),
    dhcp: ['dhcp', 'bootp'].includes(values.get('BOOTPROTO') ?? '') ? true : undefined,
    mtu: numberOf(values.get('MTU')),
    comment: commentOf(config.comments),
  }
}

const bridgeValues = ({ values }: Config): Omit<DesiredBridge, 'ports'> => {
  const options = new Map((values.get('BRIDGING_OPTS') ?? '').split(/\s+/).map((word) =>
    [word.slice(0, word.indexOf('=')), Number(word.slice(word.lastIndexOf('=') + 1))]))
  const seconds = (key: string): number | undefined => { const value = options.get(key); return value === undefined || Number.isNaN(value) ? undefined : Math.round(value / 100) }
  const stp = ['on', 'yes', '1'].includes(values.get('STP') ?? '')
  // Where a file says nothing of it the kernel keeps its own delay, 15 s.
  return { stp: stp || undefined, forwardDelay: numberOf(values.get('DELAY')) ?? seconds('forward_delay') ?? 15,
    helloTime: seconds('hello_time'), maxAge: seconds('max_age') }
}

/**
 * The network that a folder of files stands for, tolerant of what others wrote. What cannot be read is left out here
 * and reported by the rules. A bond without slaves is none.
 */
export const parseNetwork = (files: Readonly<Record<string, FileFact>>): Network => {
  const globals = readAssignments(files[globalFile]?.content ?? '').values
  // A copy that was kept as .old is no device of its own, whatever the release makes of it.
  const configs = readConfigs(files, undefined).filter(({ path }) => !path.endsWith('.old'))
  const silent = readIfupLocal({ files })
  const interfaces: Record<string, Interface> = {}
  const bonds: Record<string, DesiredBond> = {}
  const vlans: Record<string, DesiredVlan> = {}
  const bridges: Record<string, DesiredBridge> = {}
  for (const config of configs) {
    const { device, kind, values } = config
    const aliases = configs.filter((other) => other.kind === 'alias' && other.device === device && !/^no$/i.test(other.values.get('ONPARENT') ?? '')).toSorted((left, right) =>
      aliasNumber(left) - aliasNumber(right))
    const shared = addressing(config, aliases, globals)
    const arp = silent.has(device) ? false : undefined
    switch (kind) {
      case 'alias':
        break
      case 'interface': {
        const peer = configs.find((other) => other.device === peerOf(device))?.device
        interfaces[device] = definedOnly({
          mac: values.get(peer === undefined ? 'HWADDR' : 'MACADDR')?.toUpperCase() || undefined,
          peer,
          arp,
          ...shared,
          ethtool: values.get('ETHTOOL_OPTS') || undefined,
        })
        break
      }
      case 'bond': {
        const slaves = configs.filter((other) => masterOf(other) === device).map((other) => other.device)
        if (isSlaves(slaves)) bonds[device] = definedOnly({ slaves, ...readBondingOptions(values.get('BONDING_OPTS') || moduleOptions(files, device)), ...shared, arp,
          switch: readSwitch(config.comments) })
        break
      }
      case 'vlan':
        vlans[device] = definedOnly({ ...vlanOf(config), ...shared, arp })
        break
      case 'bridge':
        bridges[device] = definedOnly({
          ports: configs.filter((other) => other.kind !== 'alias' && bridgeOf(other) === device).map((other) => other.device),
          ...bridgeValues(config),
          ...shared,
        })
        break
      default:
        kind satisfies never
    }
  }
  return { interfaces, bonds, vlans, bridges }
}
