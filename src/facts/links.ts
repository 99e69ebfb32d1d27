import type { BondFact, BridgeFact, LinkFact, LinkKind, VlanFact } from '../model/facts.ts'
import type { DeviceAddresses } from './addresses.ts'
import { readBond, permanentMacs } from './bonds.ts'
import { probeError } from './frame.ts'
import { byKey } from './lines.ts'
import { countOf, isDeviceName, macOf, printable } from './text.ts'

const kinds: readonly LinkKind[] = ['loopback', 'physical', 'bond', 'vlan', 'bridge', 'tap', 'other']

/** A device's lines, by key. */
interface Device {
  readonly name: string
  readonly all: (key: string) => readonly string[]
  readonly one: (key: string) => string | undefined
}

const deviceName = (text: string): string => {
  if (!isDeviceName(text)) {
    throw probeError(
      `the host has a network device with an impossible name: ${JSON.stringify(text.slice(0, 64))}`,
      'look at /sys/class/net on it',
    )
  }
  return text
}

const cutIntoDevices = (lines: readonly string[]): Device[] => {
  const groups: string[][] = []
  for (const line of lines) {
    if (line.startsWith('link ')) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.map(([first = '', ...rest]) => {
    const all = byKey(rest)
    return { name: deviceName(first.slice('link '.length)), all, one: (key) => all(key)[0] }
  })
}

/** A speed that is not known is printed as -1, as 65535 or as 4294967295, by the kernel's age. */
const speedOf = (text: string | undefined): number | undefined => {
  const speed = countOf(text)
  return speed === undefined || speed === 0 || speed === 65_535 || speed >= 4_294_967_295 ? undefined : speed
}

const administrativelyUp = 1
/** IFF_NOARP of linux/if.h. Tunnels and the like never have ARP: nobody switched it off there. */
const withoutArp = 0x80
const hasArp: readonly LinkKind[] = ['physical', 'bond', 'vlan', 'bridge', 'tap']

const isUp = ({ one }: Device, printed: DeviceAddresses | undefined): boolean => {
  const flags = one('flags')
  if (flags === undefined || !/^0x[0-9a-f]{1,8}$/i.test(flags)) return printed?.flags.includes('UP') ?? false
  return (Number.parseInt(flags, 16) & administrativelyUp) !== 0
}

const linkOf = (device: Device, printed: DeviceAddresses | undefined, master: string | undefined, permanent: string | undefined): LinkFact => {
  const { name, one } = device
  const mac = macOf(one('address')) ?? '00:00:00:00:00:00'
  const speed = speedOf(one('speed'))
  const driver = one('driver')
  return {
    name,
    kind: kinds.find((kind) => kind === one('kind')) ?? 'other',
    mac,
    ...(permanent !== undefined && permanent !== mac ? { permanentMac: permanent } : {}),
    mtu: countOf(one('mtu')) ?? 0,
    up: isUp(device, printed),
    carrier: one('carrier') === '1',
    ...(hasArp.some((kind) => kind === one('kind')) && (Number.parseInt(one('flags') ?? '', 16) & withoutArp) !== 0 ? { arp: false as const } : {}),
    ...(speed === undefined ? {} : { speed }),
    ...(driver === undefined ? {} : { driver: printable(driver) }),
    ...(master === undefined ? {} : { master }),
    addresses: printed?.addresses ?? [],
    receivedPackets: countOf(one('received')) ?? 0,
  }
}

const vlanOf = ({ name, one }: Device): VlanFact[] => {
  const [, id = '', parent = ''] = /^(\d{1,4}) (\S+)$/.exec(one('vlan') ?? '') ?? []
  return isDeviceName(parent) ? [{ name, id: Number(id), parent }] : []
}

/** sysfs counts in hundredths of a second. */
const bridgeOf = ({ name, one, all }: Device): BridgeFact => ({
  name,
  ports: all('port').map(deviceName),
  stp: (countOf(one('stp')) ?? 0) !== 0,
  forwardDelay: (countOf(one('delay')) ?? 0) / 100,
})

export interface Topology {
  readonly links: readonly LinkFact[]
  readonly bonds: readonly BondFact[]
  readonly bridges: readonly BridgeFact[]
  readonly vlans: readonly VlanFact[]
}

/**
 * All devices, in the order of their names, and what bonds, bridges and VLANs are made of.
 *
 * @param lines `link NAME`, then lines `KEY VALUE` of that device
 * @throws FleetError of kind probe on a name that no device can have
 */
export const readLinks = (lines: readonly string[], printed: ReadonlyMap<string, DeviceAddresses>): Topology => {
  const devices = cutIntoDevices(lines)
  const ofKind = (kind: LinkKind): Device[] => devices.filter(({ one }) => one('kind') === kind)
  const bonds = ofKind('bond').map(({ name, one, all }) => readBond(name, one, all('bonding')))
  const bridges = ofKind('bridge').map(bridgeOf)
  const masters = new Map([
    ...bonds.flatMap(({ name, slaves }) => slaves.map((slave) => [slave, name] as const)),
    ...bridges.flatMap(({ name, ports }) => ports.map((port) => [port, name] as const)),
  ])
  const permanent = new Map(ofKind('bond').flatMap(({ all }) => [...permanentMacs(all('bonding'))]))
  return {
    links: devices.map((device) => linkOf(device, printed.get(device.name), masters.get(device.name), permanent.get(device.name))),
    bonds,
    bridges,
    vlans: ofKind('vlan').flatMap(vlanOf),
  }
}
