import { inSubnet, netmaskOf, parseAddress, type IpAddress } from '../../model/address.ts'
import type { RenderedFile } from '../../model/backend.ts'
import type { Release } from '../../model/facts.ts'
import type { Addressing, Device, Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { usersOf } from '../../model/rules/topology.ts'
import { defaultDelay } from '../bridgeDelay.ts'
import { commentText, header, switchLines } from '../comments.ts'
import { bondEntries } from './bondOptions.ts'
import { macComment } from './mac.ts'
import { devicePath } from './paths.ts'

/** A line of a stanza; undefined where the device has no such thing. */
type Entry = readonly [key: string, value: string | number | undefined]

const stanza = (first: string, entries: readonly Entry[]): string =>
  [first, ...entries.flatMap(([key, value]) => (value === undefined ? [] : [`    ${key} ${value}`]))].join('\n')

/** ifupdown 0.7 does nothing for `manual` by itself; 0.8 brings the device up and sets its MTU. */
const oldReleases: ReadonlySet<Release | undefined> = new Set(['debian7', 'debian8', 'ubuntu14.04'])

type Method = 'static' | 'dhcp' | 'manual'

const linkEntries = (device: Device, method: Method, slave: boolean, release: Release | undefined): Entry[] => {
  const bare = method === 'manual' && oldReleases.has(release)
  return [
    ['mtu', device.mtu],
    ['up', bare && !slave ? 'ip link set dev $IFACE up' : undefined],
    // The dhcp method has no mtu; the line above is for the scripts of bridges and VLANs.
    ['up', device.mtu !== undefined && (bare || method === 'dhcp') ? `ip link set dev $IFACE mtu ${device.mtu}` : undefined],
  ]
}

const kindEntries = (device: Device): Entry[] => {
  switch (device.kind) {
    case 'interface':
      return [['up', device.ethtool?.trim() ? `ethtool -s $IFACE ${device.ethtool.trim()}` : undefined]]
    case 'bond':
      // The kernel gives a bond the MAC address of its first slave: in order of name, as the plan says.
      return [['bond-slaves', device.slaves.toSorted().join(' ')], ...bondEntries(device)]
    case 'vlan':
      // ifup makes and deletes `bond0.50` by itself; told the parent as well, the vlan package's script would do it once more.
      return [['vlan-raw-device', device.name === `${device.parent}.${device.id}` ? undefined : device.parent]]
    case 'bridge':
      return [
        ['bridge_ports', device.ports.length === 0 ? 'none' : device.ports.join(' ')],
        ['bridge_stp', device.stp === true ? 'on' : 'off'],
        ['bridge_fd', device.forwardDelay ?? defaultDelay(device.stp)],
        ['bridge_hello', device.helloTime],
        ['bridge_maxage', device.maxAge],
        // Without spanning tree a port forwards at once: ifup has nothing to wait for.
        ['bridge_maxwait', device.stp === true ? undefined : 0],
      ]
  }
}

const addressesOf = (device: Addressing, family: 4 | 6): IpAddress[] =>
  (device.addresses ?? []).flatMap((text) => parseAddress(text) ?? []).filter((address) => address.family === family)

/** An address, and the gateway beside the one address that reaches it (the first, when none does). */
const addressEntries = (addresses: readonly IpAddress[], index: number, gateway: string | undefined): Entry[] => {
  const own = addresses[index]
  const router = parseAddress(gateway ?? '')
  if (own === undefined) return []
  const nearest = router === undefined ? -1 : addresses.findIndex((address) => inSubnet(address, router))
  const mine = router?.family === own.family && index === Math.max(0, nearest)
  return [['address', own.address], ['netmask', own.family === 4 ? netmaskOf(own.prefix) : own.prefix], ['gateway', mine ? router.address : undefined]]
}

/** A device's stanzas: the first makes the device, one more for each further address. */
const stanzas = (device: Device, shown: Addressing, slave: boolean, release: Release | undefined): string[] => {
  const { name } = device
  const ipv4 = addressesOf(shown, 4)
  const ipv6 = addressesOf(shown, 6)
  const method: Method = shown.dhcp === true ? 'dhcp' : ipv4.length > 0 ? 'static' : 'manual'
  return [
    stanza(`iface ${name} inet ${method}`, [...(method === 'static' ? addressEntries(ipv4, 0, shown.gateway) : []), ...kindEntries(device),
      ...linkEntries(device, method, slave, release)]),
    ...ipv4.flatMap((_, index) => (index === 0 && method === 'static' ? [] : [stanza(`iface ${name} inet static`, addressEntries(ipv4, index, shown.gateway))])),
    ...ipv6.map((_, index) => stanza(`iface ${name} inet6 static`, addressEntries(ipv6, index, shown.gateway))),
  ]
}

const partOf = (device: Device, bonded: boolean): RenderedFile['part'] => (device.kind === 'interface' && bonded ? 'slave' : device.kind)

/**
 * The file of every device. Only the address steps own addresses and gateways: without them a device is `manual`.
 *
 * A bond names its slaves (`bond-slaves eth0 eth1`), and a slave is not started by itself. The other way, `bond-master` on
 * each slave, depends on who comes first: the bond of ifenslave 2.x on Ubuntu waits a minute for slaves to join, and on
 * Debian `ifup bond0` alone makes a bond without any. Listed slaves are taken by `ifup bond0` with every ifenslave since
 * 1.1.0 (Debian 7), in one step, which is what a cut-over needs. A slave with settings of its own is started by the bond as
 * soon as it is in it: that is what `allow-bond0 eth0` is for.
 *
 * Address and netmask stand apart, since ifupdown 0.6 takes no prefix. More than one stanza for a device is read by 0.7 and
 * newer.
 */
export const renderDevices = (network: Network, release: Release | undefined, addresses: boolean): RenderedFile[] =>
  devicesOf(network).map((device) => {
    const { name } = device
    const [master] = device.kind === 'interface' ? usersOf(network, name).bonds : []
    const shown: Addressing = addresses && master === undefined ? device : {}
    const settings = device.kind === 'interface' && (device.mtu !== undefined || device.ethtool?.trim())
    const select = master === undefined ? [`auto ${name}`] : settings ? [`allow-${master} ${name}`] : []
    const comments = [header, commentText(device.comment ?? ''), ...(device.kind === 'bond' ? switchLines(device.switch ?? {}) : []),
      ...(device.kind === 'interface' && device.mac !== undefined ? [macComment(device.mac)] : [])]
    const [first = '', ...more] = stanzas(device, shown, master !== undefined, release)
    const content = [[...comments.filter((text) => text !== '').map((text) => `# ${text}`), ...select, first].join('\n'), ...more].join('\n\n')
    return { path: devicePath(network, name), mode: 0o644, part: partOf(device, master !== undefined), device: name, content: `${content}\n` }
  })
