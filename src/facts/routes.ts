import { isIP } from 'node:net'
import { normalAddress, parseAddress } from '../model/address.ts'
import type { RouteFact } from '../model/facts.ts'
import { probeError } from './frame.ts'
import { isDeviceName, printable } from './text.ts'

const after = (words: readonly string[], key: string): string | undefined => {
  const at = words.indexOf(key)
  return at === -1 ? undefined : words[at + 1]
}

const route = (destination: string, words: readonly string[]): RouteFact[] => {
  const device = after(words, 'dev')
  const gateway = after(words, 'via')
  if (device === undefined || !isDeviceName(device)) return []
  // `via inet6 fe80::1` is an IPv6 gateway of an IPv4 route.
  const via = gateway === 'inet6' || gateway === 'inet' ? after(words, gateway) : gateway
  return [{ destination, ...(via !== undefined && isIP(via) !== 0 ? { gateway: via } : {}), device }]
}

/** A prefix with its length; undefined for what is none. */
const destinationOf = (word: string): string | undefined => {
  if (word === 'default') return word
  const parsed = parseAddress(word)
  return parsed && `${word.split('/')[0] ?? word}/${parsed.prefix}`
}

/**
 * Reads the plain output of `ip route` (IPv4, main table). A route over several gateways is several routes; those that
 * go nowhere (unreachable, blackhole, prohibit) are none.
 *
 * @throws FleetError of kind probe when ip failed
 */
export const readRoutes = (lines: readonly string[]): RouteFact[] => {
  let multiple: string | undefined
  return lines.flatMap((line) => {
    if (line.startsWith('! ')) {
      throw probeError(
        `\`ip route\` failed on the host with status ${printable(line.replace(/^! ip /, ''))}`,
        'run it there by hand: without it no route is known',
      )
    }
    const words = line.trim().split(/\s+/)
    const [first = ''] = words
    if (first === 'nexthop') return multiple === undefined ? [] : route(multiple, words)
    const destination = destinationOf(first === 'unicast' ? (words[1] ?? '') : first)
    multiple = destination
    return destination === undefined ? [] : route(destination, words)
  })
}

const reject = 0x200
const usesGateway = 0x2

/** Default routes out of /proc/net/ipv6_route, from the field after the destination's length on. */
export const readDefaultRoutes6 = (lines: readonly string[]): RouteFact[] =>
  lines.flatMap((line) => {
    const [, , gateway = '', , , , flags = '', device = ''] = line.trim().split(/\s+/)
    if (!/^[0-9a-f]{32}$/i.test(gateway) || !/^[0-9a-f]{8}$/i.test(flags) || !isDeviceName(device) || device === 'lo') return []
    const bits = Number.parseInt(flags, 16)
    if ((bits & reject) !== 0) return []
    const text = normalAddress(gateway.replaceAll(/(.{4})(?=.)/g, '$1:').toLowerCase())
    return [{ destination: 'default', ...((bits & usesGateway) === 0 ? {} : { gateway: text }), device }]
  })
