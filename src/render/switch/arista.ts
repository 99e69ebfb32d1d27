import { section, switchport } from './cisco.ts'
import type { Dialect } from './model.ts'

const indent = '   '

/** `mtu` of EOS is that of routed interfaces; what is switched has a limit of its own, above any host's. */
const mtuLines = (mtu: number | undefined): string[] => (mtu === undefined ? [] : [`! Frames of MTU ${mtu} pass: \`mtu\` limits routed interfaces only.`])

/** Arista EOS. Ports of a port-channel take VLANs and spanning tree from it. */
export const eos: Dialect = ({ name, aggregates, ports }) => [
  `! Switch ${name}`,
  ...aggregates.flatMap(({ number, owner, traffic, mtu, alsoOn }) => [
    ...(alsoOn.length === 0 ? [] : [`! Port-Channel${number} also has ports on ${alsoOn.join(', ')}: they must be one MLAG domain.`]),
    ...mtuLines(mtu),
    ...section(`interface Port-Channel${number}`, indent, [`description ${owner}`, ...switchport(traffic), ...(alsoOn.length === 0 ? [] : [`mlag ${number}`]), 'spanning-tree portfast']),
  ]),
  ...ports.flatMap(({ port, owner, traffic, mtu, aggregate }) => [
    ...(aggregate === undefined ? mtuLines(mtu) : []),
    ...section(`interface ${port}`, indent, [
      `description ${owner}`,
      ...(aggregate === undefined ? [...switchport(traffic), 'spanning-tree portfast'] : [`channel-group ${aggregate.number} mode ${aggregate.mode}`]),
    ]),
  ]),
  '!',
]
