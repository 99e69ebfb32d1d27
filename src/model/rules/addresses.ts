import { inSubnet, isSubnetEnd, normalAddress, parseAddress, type IpAddress } from '../address.ts'
import type { Device, Network } from '../network.ts'
import { devicesOf, lowerDevices } from '../network.ts'
import { error, list, warning, type NetworkFinding } from './finding.ts'
import { mapOf } from './names.ts'
import { usersOf } from './topology.ts'

const unusable = (address: IpAddress): string | undefined => {
  if (address.family === 4) {
    const first = Number(address.value >> 24n)
    if (first === 0) return 'is in 0.0.0.0/8'
    if (first === 127) return 'is a loopback address'
    if (first >= 224) return 'is a multicast or reserved address'
    if (isSubnetEnd(address)) return `is an end of its subnet /${address.prefix}`
    return address.prefix === 0 ? 'has a prefix of 0' : undefined
  }
  if (address.value <= 1n) return 'is unspecified or loopback'
  if (address.value >> 120n === 0xffn) return 'is a multicast address'
  return address.prefix === 0 ? 'has a prefix of 0' : undefined
}

/** fe80::/10: a router's address that is reached over the device, whatever the subnet. */
const isLinkLocal = (address: IpAddress): boolean => address.family === 6 && address.value >> 118n === 0x3fan

const arpFindings = (network: Network, { name, addresses = [], dhcp }: Device, keys: readonly string[]): NetworkFinding[] => {
  if (addresses.length > 0 || dhcp === true) return [error('E22', keys, `${name} has an address and arp: false: nobody would find it`, 'Take arp out.')]
  const { bonds, bridges } = usersOf(network, name)
  const user = bonds[0] ?? bridges[0]
  return user === undefined ? [] : [warning('E22', keys, `${name} is in ${user} and has no address: it asks and answers nothing by ARP anyway`, 'Take arp out: it is not needed.')]
}

const ownFindings = (network: Network, device: Device): NetworkFinding[] => {
  const { kind, name, addresses = [], alias, gateway, dhcp } = device
  const at = (...rest: string[]): string[] => [mapOf[kind], name, ...rest]
  const findings: NetworkFinding[] = []
  for (const text of addresses) {
    const address = parseAddress(text)
    const why = address && unusable(address)
    if (!address) findings.push(error('E13', at('addresses'), `an address with prefix length was expected, found ${text}`,
      'Write it like 10.1.1.101/24.'))
    else if (why) findings.push(error('E13', at('addresses'), `${text} ${why}`, 'Give an address that a host can have.'))
  }
  if (device.kind !== 'bridge' && device.arp === false) findings.push(...arpFindings(network, device, at('arp')))
  if (alias !== undefined && !addresses.some((text) => parseAddress(text)?.family === 4)) {
    findings.push(error(undefined, at('alias'), `${name}:${alias} has no IPv4 address to carry`, 'Give one in addresses, or take alias out.'))
  }
  const { bonds, bridges } = usersOf(network, name)
  const user = bonds[0] ?? bridges[0]
  const has = [...(addresses.length > 0 ? ['addresses'] : []), ...(gateway === undefined ? [] : ['gateway']), ...(dhcp === true ? ['dhcp'] : [])]
  if (user !== undefined && has[0] !== undefined) {
    findings.push(error('E12', at(has[0]), `${name} is a ${bonds[0] === undefined ? 'port' : 'slave'} of ${user} and has ${list(has)}`,
      `Move ${list(has)} to ${user}.`))
  }
  if (dhcp === true && (addresses.length > 0 || gateway !== undefined)) {
    findings.push(error('E13', at('dhcp'), `${name} has dhcp and also ${list(has.filter((field) => field !== 'dhcp'))}`, 'Keep one of them.'))
  }
  if (gateway !== undefined && dhcp !== true) {
    const parsed = parseAddress(gateway)
    const own = addresses.flatMap((text) => parseAddress(text) ?? [])
    if (!parsed || gateway.includes('/')) findings.push(error('E13', at('gateway'), `an address was expected, found ${gateway}`,
      'Write it without a prefix length, like 10.1.1.1.'))
    else if (own.some((address) => address.family === parsed.family && address.value === parsed.value)) {
      findings.push(error('E13', at('gateway'), `${gateway} is the host's own address`, 'Give the router\'s address.'))
    } else if (!own.some((address) => inSubnet(address, parsed)) && !(isLinkLocal(parsed) && own.some(({ family }) => family === 6))) {
      findings.push(error('E13', at('gateway'), `gateway ${gateway} lies in no subnet of ${name}: ${list(addresses)}`,
        'Correct the address, its prefix length, or the gateway.'))
    }
  }
  return findings
}

const togetherFindings = (network: Network): NetworkFinding[] => {
  const devices = devicesOf(network)
  const all = devices.flatMap(({ kind, name, addresses = [] }) => addresses.flatMap((text) => {
    const address = parseAddress(text)
    return address ? [{ keys: [mapOf[kind], name, 'addresses'], name, text, address }] : []
  }))
  const gateways = devices.flatMap(({ kind, name, gateway }) => {
    const address = gateway === undefined ? undefined : parseAddress(gateway)
    return address ? [{ keys: [mapOf[kind], name, 'gateway'], name, address }] : []
  })
  return [
    ...all.flatMap((one, index) => {
      const same = all.slice(0, index).find(({ address }) => address.family === one.address.family && address.value === one.address.value)
      if (same) return [error('E12', one.keys, `${normalAddress(one.text)} is on ${same.name} and on ${one.name}`, 'Give it to one device, once.')]
      const overlap = all.slice(0, index).find(({ name, address }) => name !== one.name
        && (inSubnet(address, one.address) || inSubnet(one.address, address)))
      return overlap ? [warning(undefined, one.keys,
        `${one.text} on ${one.name} and ${overlap.text} on ${overlap.name} share a subnet: answers may leave by the other device`,
        'Use one device a subnet.')] : []
    }),
    ...gateways.flatMap((one, index) => {
      const other = gateways.slice(0, index).find(({ address }) => address.family === one.address.family)
      return other ? [error('E14', one.keys, `${one.name} and ${other.name} both have a gateway; the last one started would win`,
        'Keep one default gateway.')] : []
    }),
  ]
}

/** The MTU that a device comes to: its own, else what it takes over from below; 1500 where nothing says more. */
const mtuOf = (network: Network, name: string, trail: readonly string[] = []): number => {
  const own = (network.interfaces[name] ?? network.bonds[name] ?? network.vlans[name] ?? network.bridges[name])?.mtu
  if (own !== undefined) return own
  if (trail.includes(name) || network.bonds[name]) return 1500
  const lower = lowerDevices(network, name).map((device) => mtuOf(network, device, [...trail, name]))
  return lower.length === 0 ? 1500 : Math.min(...lower)
}

const mtuFindings = (network: Network): NetworkFinding[] =>
  devicesOf(network).flatMap(({ kind, name, mtu }) => mtu === undefined ? [] : lowerDevices(network, name).flatMap((lower) => {
    // A bond hands its MTU to its slaves, so only a slave that declares another one disagrees.
    if (kind === 'bond' && network.interfaces[lower]?.mtu === undefined) return []
    const limit = mtuOf(network, lower)
    return mtu <= limit ? [] : [error('E23', [mapOf[kind], name, 'mtu'], `MTU ${mtu} of ${name} is more than the ${limit} of ${lower}`,
      `Set mtu: ${mtu} on ${lower} as well.`)]
  }))

/** Whether addresses, gateways and MTUs can work: each on its own device, and all together. */
export const addressFindings = (network: Network): NetworkFinding[] => [
  ...devicesOf(network).flatMap((device) => ownFindings(network, device)),
  ...togetherFindings(network),
  ...mtuFindings(network),
]
