import { netmaskOf, parseAddress, type IpAddress } from '../../model/address.ts'
import type { RenderedFile } from '../../model/backend.ts'
import type { Release } from '../../model/facts.ts'
import type { Addressing, Device, Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { bondingOptions } from '../bondingOptions.ts'
import { defaultDelay } from '../bridgeDelay.ts'
import { commentText, header, switchLines } from '../comments.ts'
import { ifcfgPath } from './paths.ts'

/** A line of a file; undefined where the device has no such thing. */
type Entry = readonly [key: string, value: string | number | undefined]

/** Plain where a shell takes it so; else in double quotes, which the allowed characters never need to escape. */
const quoted = (value: string): string => (/^[A-Za-z0-9_.,:/%+@-]+$/.test(value) ? value : `"${value.replace(/[\\"$`]/g, String.raw`\$&`)}"`)

const file = (comments: readonly string[], entries: readonly Entry[]): string =>
  [
    ...[header, ...comments].filter((text) => text !== '').map((text) => `# ${text}`),
    ...entries.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${quoted(String(value))}`])),
  ].join('\n') + '\n'

const addressesOf = (device: Addressing, family: 4 | 6): IpAddress[] =>
  (device.addresses ?? []).flatMap((text) => parseAddress(text) ?? []).filter((address) => address.family === family)

const ipv6Entries = (device: Addressing, name: string): Entry[] => {
  const [first, ...more] = addressesOf(device, 6).map(({ address, prefix }) => `${address}/${prefix}`)
  const gateway = device.gateway?.includes(':') === true ? parseAddress(device.gateway)?.address : undefined
  if (first === undefined && gateway === undefined) return [['IPV6INIT', 'no']]
  return [
    ['IPV6INIT', 'yes'],
    ['IPV6_AUTOCONF', 'no'],
    ['IPV6ADDR', first],
    ['IPV6ADDR_SECONDARIES', more.length === 0 ? undefined : more.join(' ')],
    // A link-local router is only reached with its device.
    ['IPV6_DEFAULTGW', gateway?.startsWith('fe80:') === true ? `${gateway}%${name}` : gateway],
  ]
}

/**
 * The first IPv4 address and the gateway stand in the device's own file: GATEWAY in /etc/sysconfig/network would be
 * tried by every device and every alias. BROADCAST and NETWORK are never written: the scripts compute them.
 */
const addressEntries = (device: Addressing): Entry[] => {
  // What stands on aliases has its gateway in /etc/sysconfig/network: ifup-aliases reads no other.
  if (device.alias !== undefined) return [['BOOTPROTO', 'none']]
  const [first] = addressesOf(device, 4)
  return [
    ['BOOTPROTO', device.dhcp === true ? 'dhcp' : 'none'],
    ['IPADDR', first?.address],
    ['NETMASK', first && netmaskOf(first.prefix)],
    ['GATEWAY', device.gateway?.includes(':') === true ? undefined : device.gateway],
  ]
}

const common = (device: Addressing, name: string): Entry[] => [['MTU', device.mtu], ['NM_CONTROLLED', 'no'], ...ipv6Entries(device, name),
  ['USERCTL', 'no']]

/** IPv4 addresses beside the device's own one: alias files, which all three releases read alike; the device's own ifup starts them. */
const aliasFiles = (part: RenderedFile['part'], name: string, device: Addressing): RenderedFile[] =>
  addressesOf(device, 4).slice(device.alias === undefined ? 1 : 0).map((address, index) => ({
    path: ifcfgPath(`${name}:${index + (device.alias ?? 1)}`),
    mode: 0o644,
    part,
    device: name,
    content: file([], [
      ['DEVICE', `${name}:${index + (device.alias ?? 1)}`],
      ['BOOTPROTO', 'none'],
      ['ONPARENT', 'yes'],
      ['IPADDR', address.address],
      ['NETMASK', netmaskOf(address.prefix)],
      ['NM_CONTROLLED', 'no'],
    ]),
  }))

const bridgeEntries = (device: Extract<Device, { kind: 'bridge' }>, release: Release): Entry[] => {
  const centiseconds = [['hello_time', device.helloTime], ['max_age', device.maxAge]] as const
  const options = centiseconds.flatMap(([key, seconds]) => (seconds === undefined ? [] : [`${key}=${seconds * 100}`]))
  return [
    ['TYPE', 'Bridge'],
    ['STP', device.stp === true ? 'on' : 'off'],
    ['DELAY', device.forwardDelay ?? defaultDelay(device.stp)],
    // BRIDGING_OPTS is not read on el5; the rules refuse what would need it there.
    ['BRIDGING_OPTS', options.length === 0 || release === 'el5' ? undefined : options.join(' ')],
  ]
}

/** `X.N` tells parent and id by its name; `vlanN` does not, and on el5 vconfig must be told to name it so. */
const vlanEntries = (device: Extract<Device, { kind: 'vlan' }>, release: Release): Entry[] => {
  const dotted = device.name === `${device.parent}.${device.id}`
  return [
    ['VLAN', 'yes'],
    ['PHYSDEV', dotted ? undefined : device.parent],
    ['VLAN_NAME_TYPE', dotted || release !== 'el5' ? undefined : 'VLAN_PLUS_VID_NO_PAD'],
    ['REORDER_HDR', 'yes'],
  ]
}

const contentOf = (network: Network, device: Device, release: Release,
  addresses: boolean): { readonly part: RenderedFile['part']; readonly content: string } => {
  const { name } = device
  const shown: Addressing = addresses ? device : { ...device, addresses: [], gateway: undefined, dhcp: false }
  const comments = device.comment === undefined ? [] : [commentText(device.comment)]
  const bridge: Entry = ['BRIDGE', Object.entries(network.bridges).find(([, { ports }]) => ports.includes(name))?.[0]]
  const start: Entry[] = [['ONBOOT', 'yes']]
  switch (device.kind) {
    case 'interface': {
      const master = Object.entries(network.bonds).find(([, { slaves }]) => slaves.some((slave) => slave === name))?.[0]
      // A NIC is looked for by its address; the loopback device of a pair is given one.
      const own: Entry[] = [['DEVICE', name], [device.peer === undefined ? 'HWADDR' : 'MACADDR', device.mac?.toUpperCase()]]
      const ethtool: Entry = ['ETHTOOL_OPTS', device.ethtool?.trim() || undefined]
      return master === undefined
        ? { part: 'interface', content: file(comments, [...own, ...addressEntries(shown), ...start, bridge, ethtool, ...common(shown, name)]) }
        : { part: 'slave', content: file(comments, [...own, ['BOOTPROTO', 'none'], ...start, ['HOTPLUG', 'no'], ['MASTER', master],
          ['SLAVE', 'yes'], ethtool,
          ...common({ mtu: device.mtu }, name)]) }
    }
    case 'bond':
      return { part: 'bond', content: file([...comments, ...switchLines(device.switch ?? {})],
        [['DEVICE', name], ...addressEntries(shown), ...start, ['BONDING_OPTS', bondingOptions(device)], bridge, ...common(shown, name)]) }
    case 'vlan':
      return { part: 'vlan', content: file(comments, [['DEVICE', name], ...vlanEntries(device, release), ...addressEntries(shown), ...start,
        bridge, ...common(shown, name)]) }
    case 'bridge':
      return { part: 'bridge', content: file(comments, [['DEVICE', name], ...bridgeEntries(device, release), ...addressEntries(shown), ...start,
        ...common(shown, name)]) }
  }
}

/**
 * The file of every device, and of every further address. Only the address steps own addresses and gateways: without
 * them a device comes up bare (BOOTPROTO=none).
 */
export const renderDevices = (network: Network, release: Release, addresses: boolean): RenderedFile[] =>
  devicesOf(network).flatMap((device) => {
    const { part, content } = contentOf(network, device, release, addresses)
    const plain = part !== 'slave' && addresses
    return [{ path: ifcfgPath(device.name), mode: 0o644, part, device: device.name, content },
      ...(plain ? aliasFiles(part, device.name, device) : [])]
  })
