import { quote } from '../../model/quote.ts'
import { type Dialect, ranges, type Traffic } from './model.ts'

/** A port of a bridge that filters VLANs starts in VLAN 1, without a tag. */
const vlanLines = (device: string, traffic: Traffic): string[] => {
  const untagged = traffic.kind === 'access' ? traffic.vlan : traffic.native
  const allowed = traffic.kind === 'access' ? [] : traffic.allowed.filter((vlan) => vlan !== untagged)
  // A native VLAN that the host does not use is not let in: there is nothing that it would say to the bridge.
  const accepts = traffic.kind === 'access' || (untagged !== undefined && traffic.allowed.includes(untagged))
  return [
    ...(untagged === 1 && accepts ? [] : [`bridge vlan del dev ${device} vid 1`]),
    ...(untagged !== undefined && accepts ? [`bridge vlan add dev ${device} vid ${untagged} pvid untagged`] : []),
    ...ranges(allowed).map((range) => `bridge vlan add dev ${device} vid ${range}`),
  ]
}

const mtuLines = (device: string, mtu: number | undefined): string[] => (mtu === undefined ? [] : [`ip link set dev ${device} mtu ${mtu}`])

const joins = (device: string, traffic: Traffic): string[] => [`ip link set dev ${device} master "$bridge"`, ...vlanLines(device, traffic)]

/** A Linux machine as a switch: iproute2, as root, with the bonds and ports as they are after a boot. */
export const linux: Dialect = ({ name, aggregates, ports }) => [
  `# Switch ${name}. The kernel's spanning tree has no edge ports; with mstpd: mstpctl setportadminedge "$bridge" PORT yes`,
  'bridge=br0',
  'ip link add "$bridge" type bridge vlan_filtering 1 2>/dev/null || ip link set dev "$bridge" type bridge vlan_filtering 1',
  'ip link set dev "$bridge" up',
  ...aggregates.flatMap(({ number, mode, owner, traffic, mtu, alsoOn }) => {
    const device = `po${number}`
    const members = ports.filter(({ aggregate }) => aggregate?.number === number)
    return [
      `# ${owner}`,
      ...(alsoOn.length === 0 ? [] : [`# It also has ports on ${alsoOn.join(', ')}: Linux bonds do not span machines.`]),
      `ip link add ${device} type bond mode ${mode === 'active' ? '802.3ad' : 'balance-xor'} miimon 100`,
      ...members.flatMap(({ port }) => [`ip link set dev ${quote(port)} down`, `ip link set dev ${quote(port)} master ${device}`]),
      ...mtuLines(device, mtu),
      ...joins(device, traffic),
      `ip link set dev ${device} up`,
    ]
  }),
  ...ports.filter(({ aggregate }) => aggregate === undefined).flatMap(({ port, owner, traffic, mtu }) => {
    const device = quote(port)
    return [`# ${owner}`, ...mtuLines(device, mtu), ...joins(device, traffic), `ip link set dev ${device} up`]
  }),
]
