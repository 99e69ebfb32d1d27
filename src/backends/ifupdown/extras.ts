import { optionName, type Config } from './configs.ts'
import { ethtoolLine } from './parse.ts'

/** Options that the model expresses, or that follow from what it expresses. */
const known = new Set(['address', 'netmask', 'broadcast', 'network', 'gateway', 'mtu', 'vlan_raw_device', 'vlan_id', 'slaves',
  'bridge_ports', 'bridge_stp', 'bridge_fd', 'bridge_hello', 'bridge_maxage', 'bridge_maxwait'])

const ownLine = /^ip link set dev \$IFACE (up|mtu \d+)$/

const isKnown = (name: string, value: string): boolean => known.has(name) || name.startsWith('bond_')
  || (name === 'up' && (ethtoolLine.test(value) || ownLine.test(value)))

const methods = new Set(['inet static', 'inet manual', 'inet dhcp', 'inet6 static', 'inet6 manual', 'inet6 auto'])

/** What stanzas say beyond the model: resolvers, routes, `hwaddress`, methods such as ppp. Example: ['dns-nameservers 10.1.1.2'] */
export const extrasOf = ({ stanzas }: Pick<Config, 'stanzas'>): string[] => stanzas.flatMap(({ family, method, options }) => [
  ...(methods.has(`${family} ${method}`) ? [] : [`${family} ${method}`]),
  ...options.filter(([name, value]) => !isKnown(optionName(name), value)).map(([name, value]) => `${name} ${value}`),
])
