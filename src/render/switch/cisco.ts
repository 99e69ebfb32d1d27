import { type Aggregate, type Dialect, ranges, type Traffic } from './model.ts'

/** IOS takes lines of up to 254 characters. */
const longest = 200

/** `allowed vlan` replaces the list, `allowed vlan add` adds to it: a long list takes several lines. */
const allowedLines = (allowed: readonly number[]): string[] => {
  const lists: string[] = []
  for (const range of ranges(allowed)) {
    const last = lists.at(-1)
    if (last !== undefined && last.length + range.length < longest) lists[lists.length - 1] = `${last},${range}`
    else lists.push(range)
  }
  if (lists.length === 0) return ['switchport trunk allowed vlan none']
  return lists.map((list, index) => `switchport trunk allowed vlan ${index === 0 ? '' : 'add '}${list}`)
}

/** VLANs in the words that IOS and EOS share. */
export const switchport = (traffic: Traffic): string[] =>
  traffic.kind === 'access'
    ? ['switchport mode access', `switchport access vlan ${traffic.vlan}`]
    : ['switchport mode trunk', ...(traffic.native === undefined ? [] : [`switchport trunk native vlan ${traffic.native}`]), ...allowedLines(traffic.allowed)]

/** A block of lines below a heading, as these command lines show it. */
export const section = (heading: string, indent: string, lines: readonly string[]): string[] => ['!', heading, ...lines.map((line) => `${indent}${line}`)]

const mtuLines = (mtu: number | undefined): string[] => (mtu === undefined ? [] : [`mtu ${mtu}`])
const edge = ({ kind }: Traffic): string => `spanning-tree portfast${kind === 'trunk' ? ' trunk' : ''}`

const spanning = ({ number, alsoOn }: Aggregate): string[] =>
  alsoOn.length === 0 ? [] : [`! Port-channel ${number} also has ports on ${alsoOn.join(', ')}: they must be one LACP system (a stack, VSS, vPC).`]

/** Cisco IOS. Ports say the same as their port-channel: IOS suspends a port that does not. */
export const ios: Dialect = ({ name, aggregates, ports }) => [
  `! Switch ${name}`,
  '! Where trunk mode is refused because the encapsulation is Auto: switchport trunk encapsulation dot1q first.',
  ...aggregates.flatMap((aggregate) => [
    ...spanning(aggregate),
    ...section(`interface port-channel ${aggregate.number}`, ' ', [
      `description ${aggregate.owner}`, ...mtuLines(aggregate.mtu), ...switchport(aggregate.traffic), edge(aggregate.traffic)]),
  ]),
  ...ports.flatMap(({ port, owner, traffic, mtu, aggregate }) => section(`interface ${port}`, ' ', [
    `description ${owner}`, ...mtuLines(mtu), ...switchport(traffic),
    ...(aggregate === undefined ? [] : [...(aggregate.mode === 'active' ? ['channel-protocol lacp'] : []), `channel-group ${aggregate.number} mode ${aggregate.mode}`]),
    edge(traffic),
  ])),
  '!',
]
