import { parseAddress } from '../../model/address.ts'
import type { Release } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { readAssignments } from './shell.ts'

/** Lines without the newline at the end; an empty file has none. */
export const linesOf = (content: string): string[] => (content === '' ? [] : content.replace(/\n$/, '').split('\n'))

const setsKey = (line: string, key: string): boolean => new RegExp(`^\\s*(?:export\\s+)?${key}=`).test(line)

/** Sets a key: the last line that sets it is changed where it says something else, or a line is added. */
const withKey = (lines: readonly string[], key: string, value: string): string[] => {
  const last = lines.findLastIndex((line) => setsKey(line, key))
  if (last === -1) return [...lines, `${key}=${value}`]
  return readAssignments(lines[last] ?? '').values.get(key) === value ? [...lines] : lines.with(last, `${key}=${value}`)
}

const valueOf = (line: string, key: string): string => readAssignments(line).values.get(key) ?? ''

/**
 * /etc/sysconfig/network: NOZEROCONF=yes, so that no bridge gets a route to 169.254/16; with IPv6 addresses on el5 and
 * el6 also NETWORKING_IPV6=yes. Where the network declares a gateway, lines of another gateway go: every device and
 * alias would try it; and a GATEWAYDEV of another device, which would suppress the route. A gateway of addresses on
 * aliases is written here. All other lines stay.
 */
export const renderGlobal = (present: string, network: Network, release: Release, addresses: boolean): string => {
  const devices = devicesOf(network)
  const gateways = addresses ? devices.flatMap(({ name, alias, gateway }) =>
    (gateway === undefined ? [] : [{ name: alias === undefined ? name : `${name}:${alias}`, gateway, alias }])) : []
  const claims = (ipv6: boolean): typeof gateways => gateways.filter(({ gateway }) => gateway.includes(':') === ipv6)
  const old = (line: string, key: string, ipv6: boolean, keep: (gateway: (typeof gateways)[number]) => boolean): boolean =>
    setsKey(line, key) && claims(ipv6).length > 0 && valueOf(line, key) !== '' && !claims(ipv6).some(keep)
  const kept = linesOf(present).filter((line) =>
    !old(line, 'GATEWAY', false, ({ gateway }) => gateway === valueOf(line, 'GATEWAY')) &&
    !old(line, 'GATEWAYDEV', false, ({ name }) => name === valueOf(line, 'GATEWAYDEV')) &&
    !old(line, 'IPV6_DEFAULTGW', true, ({ gateway }) => gateway === valueOf(line, 'IPV6_DEFAULTGW')) &&
    !old(line, 'IPV6_DEFAULTDEV', true, ({ name }) => name === valueOf(line, 'IPV6_DEFAULTDEV')))
  const ipv6 = addresses && release !== 'el7' && devices.some((device) => (device.addresses ?? []).some((text) => parseAddress(text)?.family === 6))
  // ifup-aliases takes the gateway from here alone; GATEWAYDEV would have to be the alias itself.
  const shared = gateways.find(({ gateway, alias }) => alias !== undefined && !gateway.includes(':'))
  const zeroconf = withKey(shared ? withKey(kept, 'GATEWAY', shared.gateway) : kept, 'NOZEROCONF', 'yes')
  const lines = ipv6 ? withKey(zeroconf, 'NETWORKING_IPV6', 'yes') : zeroconf
  // The init script does nothing without this file, and with NETWORKING=no; a file that we make says yes.
  return [...(present === '' ? ['NETWORKING=yes'] : []), ...lines].join('\n') + '\n'
}
