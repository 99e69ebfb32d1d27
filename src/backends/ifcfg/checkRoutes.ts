import { inSubnet, parseAddress } from '../../model/address.ts'
import type { Facts } from '../../model/facts.ts'
import type { Device, Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { error, warning, type NetworkFinding } from '../../model/rules/finding.ts'
import { usersOf } from '../../model/rules/topology.ts'
import { globalFile, scriptFile } from './paths.ts'
import { readAssignments } from './shell.ts'
import { fallenDevices, stalePaths } from './stale.ts'

const isBare = (network: Network, name: string): boolean => {
  const { bonds, bridges } = usersOf(network, name)
  return bonds.length + bridges.length > 0
}

/** Whether the gateway is in the subnet of one of the first `count` IPv4 addresses: the scripts look at the first alone. */
const reaches = ({ addresses = [] }: Device, gateway: string, count: number): boolean => {
  const router = parseAddress(gateway)
  return router !== undefined && addresses.flatMap((text) => parseAddress(text) ?? []).filter(({ family }) => family === 4).slice(0, count)
    .some((own) => inSubnet(own, router))
}

/** Whether something that the plan leaves alone brings a default route by itself: DHCP, the host-wide gateway, a route file. */
const comesAnyway = (network: Network, facts: Facts, globals: ReadonlyMap<string, string>): boolean => {
  const only = globals.get('GATEWAYDEV') ?? ''
  const gateway = globals.get('GATEWAY') ?? ''
  return devicesOf(network).some((device) => device.dhcp === true
    || (gateway !== '' && (only === '' || only === device.name) && reaches(device, gateway, 1))
    || Object.values(facts.files).some(({ path, content }) => {
      const file = scriptFile(path)
      return file?.kind === 'routes' && file.device === device.name && !isBare(network, device.name)
        && /^\s*(default\b|0\.0\.0\.0\/0\b|ADDRESS\d+=["']?0\.0\.0\.0\b)/m.test(content)
    }))
}

/**
 * Default routes that would be lost without a word, since the inventory declares none, and route files that go. IPv4
 * alone: IPv6 routers mostly announce themselves.
 */
export const routeFindings = (network: Network, facts: Facts): NetworkFinding[] => {
  const devices = devicesOf(network)
  const gone = fallenDevices(network, facts)
  const globals = readAssignments(facts.files[globalFile]?.content ?? '').values
  const only = globals.get('GATEWAYDEV') ?? ''
  const undeclared = !devices.some(({ gateway }) => gateway !== undefined && !gateway.includes(':'))
  const lost = undeclared && !comesAnyway(network, facts, globals) ? facts.routes.filter(({ destination, gateway, device }) =>
    destination === 'default' && gateway !== undefined && !gateway.includes(':') && (gone.has(device) || devices.some(({ name }) => name === device))) : []
  return [
    ...lost.map(({ gateway = '', device }) => {
      const heir = devices.find((candidate) => reaches(candidate, gateway, Infinity))?.name ?? 'the device that reaches it'
      return error('E14', [heir === 'the device that reaches it' ? device : heir, 'gateway'],
        `default route by ${gateway} on ${device} would be lost: declare gateway: ${gateway} on ${heir}`,
        'Declare it, or take the route off the host first: `ip route del default`.')
    }),
    ...(undeclared && only !== '' && isBare(network, only) ? [error('E14', [globalFile],
      `GATEWAYDEV=${only} in ${globalFile} suppresses every default route: ${only} becomes a slave or port`,
      `Declare the gateway, which mends it, or take GATEWAYDEV out of ${globalFile}.`)] : []),
    ...stalePaths(network, new Set(), facts).filter((path) => scriptFile(path)?.kind === 'routes').map((path) =>
      warning('E14', [path], `${path} is removed, and its routes with it: its device becomes a slave or port, or goes`,
        'Give the routes to the device above it, by hand; the checkpoint keeps the file.')),
  ]
}
