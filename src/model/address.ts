import { isIPv4, isIPv6 } from 'node:net'

/** An address with its prefix length, as numbers, so that subnets can be compared. */
export interface IpAddress {
  readonly family: 4 | 6
  /** Without the prefix. IPv6 in one form: lower case, no leading zeros, longest run of zeros as `::`. */
  readonly address: string
  readonly prefix: number
  readonly value: bigint
}

const bits = { 4: 32, 6: 128 } as const

const valueOf4 = (address: string): bigint => address.split('.').reduce((value, part) => (value << 8n) | BigInt(Number(part)), 0n)

/** Both halves around `::`, filled up with zeros. A dotted tail (::ffff:10.0.0.1) is two groups. */
const valueOf6 = (address: string): bigint => {
  const groups = (half: string): string[] =>
    half === '' ? [] : half.split(':').flatMap((group) => {
      if (!group.includes('.')) return [group]
      const value = valueOf4(group)
      return [(value >> 16n).toString(16), (value & 0xffffn).toString(16)]
    })
  const [head = '', tail] = address.split('::')
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const all = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n)
}

const textOf4 = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.')

/** RFC 5952: lower case, the longest run of two or more zero groups as `::`. */
const textOf6 = (value: bigint): string => {
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 0xffffn)
  const text = groups.map((group) => group.toString(16)).join(':')
  const longest = [...text.matchAll(/\b0(?::0)+\b/g)].map((match) => match[0]).toSorted((left, right) => right.length - left.length)[0]
  if (longest === undefined) return text
  const at = text.search(new RegExp(`\\b${longest}\\b`))
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`
}

/**
 * Reads `10.1.1.101/24` or a plain address, whose prefix is then the whole address.
 *
 * @returns undefined when it is not one.
 * @example parseAddress('10.1.1.101/24')?.prefix // 24
 */
export const parseAddress = (text: string): IpAddress | undefined => {
  const [address = '', length, ...rest] = text.split('/')
  const family = isIPv4(address) ? 4 : isIPv6(address) && !address.includes('%') ? 6 : undefined
  if (family === undefined || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined
  const prefix = length === undefined ? bits[family] : Number(length)
  if (prefix > bits[family]) return undefined
  const value = family === 4 ? valueOf4(address) : valueOf6(address)
  return { family, prefix, value, address: family === 4 ? textOf4(value) : textOf6(value) }
}

/** One way to write an address, so that two spellings compare equal; what cannot be read stays as it is. */
export const normalAddress = (text: string): string => {
  const parsed = parseAddress(text)
  if (!parsed) return text
  return text.includes('/') ? `${parsed.address}/${parsed.prefix}` : parsed.address
}

const hostBits = (address: IpAddress): bigint => BigInt(bits[address.family] - address.prefix)

/** Whether `other` lies in the subnet of `address`. */
export const inSubnet = (address: IpAddress, other: IpAddress): boolean =>
  address.family === other.family && address.value >> hostBits(address) === other.value >> hostBits(address)

/** Whether it is the subnet's own or its broadcast address (IPv4, prefixes up to 30). */
export const isSubnetEnd = (address: IpAddress): boolean => {
  if (address.family === 6 || address.prefix > 30) return false
  const mask = (1n << hostBits(address)) - 1n
  return (address.value & mask) === 0n || (address.value & mask) === mask
}

/** Example: netmaskOf(24) // 255.255.255.0 */
export const netmaskOf = (prefix: number): string => textOf4(((1n << BigInt(prefix)) - 1n) << BigInt(32 - prefix))

/** The inverse; undefined for what is no netmask. Example: prefixOf('255.255.255.0') // 24 */
export const prefixOf = (netmask: string): number | undefined => {
  const prefix = isIPv4(netmask) ? Array.from({ length: 33 }, (_, length) => length).find((length) => netmaskOf(length) === netmask) : undefined
  return prefix
}
