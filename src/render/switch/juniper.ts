import { type Dialect, ranges, type Traffic } from './model.ts'

/** MTU of Junos counts the Ethernet header (14 bytes); a trunk's frames have a tag (4) more. */
const mediaMtu = (mtu: number, { kind }: Traffic): number => mtu + (kind === 'trunk' ? 18 : 14)

/** VLANs of a device. `set` adds to the members that are there, so they are deleted first. */
const vlanLines = (device: string, traffic: Traffic): string[] => {
  const unit = `interfaces ${device} unit 0 family ethernet-switching`
  if (traffic.kind === 'access') return [`delete ${unit} vlan`, `set ${unit} interface-mode access`, `set ${unit} vlan members ${traffic.vlan}`]
  return [
    ...(traffic.native === undefined ? [] : [`set interfaces ${device} native-vlan-id ${traffic.native}`]),
    `delete ${unit} vlan`,
    `set ${unit} interface-mode trunk`,
    ...ranges(traffic.allowed).map((range) => `set ${unit} vlan members ${range}`),
  ]
}

const mtuLines = (device: string, mtu: number | undefined, traffic: Traffic): string[] => (mtu === undefined ? [] : [`set interfaces ${device} mtu ${mediaMtu(mtu, traffic)}`])

/** Junos with Enhanced Layer 2 Software (EX, QFX), for `load set terminal`. */
export const junos: Dialect = ({ name, aggregates, ports }) => [
  `# Switch ${name}`,
  '# A `delete` of what is not there only warns.',
  ...(aggregates.length === 0 ? [] : [`# chassis aggregated-devices ethernet device-count has to be ${Math.max(...aggregates.map(({ number }) => number)) + 1} or more.`]),
  ...aggregates.flatMap(({ number, mode, owner, traffic, mtu, alsoOn }) => {
    const device = `ae${number}`
    return [
      ...(alsoOn.length === 0 ? [] : [`# ${device} also has ports on ${alsoOn.join(', ')}: they must be one LACP system (a virtual chassis, MC-LAG).`]),
      `set interfaces ${device} description "${owner}"`,
      ...mtuLines(device, mtu, traffic),
      mode === 'active' ? `set interfaces ${device} aggregated-ether-options lacp active` : `delete interfaces ${device} aggregated-ether-options lacp`,
      ...vlanLines(device, traffic),
      `set protocols rstp interface ${device} edge`,
    ]
  }),
  ...ports.flatMap(({ port, owner, traffic, mtu, aggregate }) => [
    `set interfaces ${port} description "${owner}"`,
    ...(aggregate === undefined
      ? [...mtuLines(port, mtu, traffic), ...vlanLines(port, traffic), `set protocols rstp interface ${port} edge`]
      : [`delete interfaces ${port} unit 0`, `set interfaces ${port} ether-options 802.3ad ae${aggregate.number}`]),
  ]),
]
