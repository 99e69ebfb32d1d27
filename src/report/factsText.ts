import type { Facts, LinkFact } from '../model/facts.ts'
import type { Reading } from '../run/index.ts'
import { clean } from './clean.ts'
import { table } from './table.ts'

const speed = ({ speed: megabits, carrier, up }: LinkFact): string => (!up ? 'down' : !carrier ? 'no carrier' : megabits === undefined ? 'up' : `up ${megabits} Mb/s`)

const partOf = (facts: Facts, { name, master }: LinkFact): string => {
  const vlan = facts.vlans.find((candidate) => candidate.name === name)
  return [...(vlan === undefined ? [] : [`VLAN ${vlan.id} on ${vlan.parent}`]), ...(master === undefined ? [] : [`in ${master}`])].join(', ')
}

const bondLines = (facts: Facts): string[] =>
  facts.bonds.map(({ name, mode, slaves, partnerMac, activeSlave }) => {
    const extra = mode === '802.3ad' ? `, LACP partner ${partnerMac === undefined || /^[0:]+$/.test(partnerMac) ? 'none' : partnerMac}` : activeSlave === undefined ? '' : `, active ${activeSlave}`
    return `  ${name}: ${mode}, slaves ${slaves.join(' ') || 'none'}${extra}`
  })

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

const oneHost = (name: string, facts: Facts): string => {
  const links = facts.links.filter(({ kind }) => kind !== 'loopback')
  const session = facts.session === undefined ? 'unknown' : `${facts.session.serverAddress} on ${facts.session.device ?? 'an unknown device'}, from ${facts.session.clientAddress}`
  const lines = [
    `${name}  ${facts.releaseText}, kernel ${facts.kernel}, init ${facts.init}, xend ${yesNo(facts.xend)}`,
    `  session  ${session}`,
    `  digest   ${facts.digest}`,
    ...table(
      [{ title: 'DEVICE' }, { title: 'KIND' }, { title: 'STATE' }, { title: 'MAC' }, { title: 'MTU', right: true }, { title: 'PART OF' }, { title: 'ADDRESSES' }],
      links.map((link) => [link.name, link.kind, speed(link), link.permanentMac ?? link.mac, `${link.mtu}`, partOf(facts, link), link.addresses.join(' ')]),
    ).map((line) => `  ${line}`),
    ...bondLines(facts),
    ...facts.routes.filter(({ destination }) => destination === 'default').map(({ gateway, device }) => `  default route over ${device}${gateway === undefined ? '' : ` to ${gateway}`}`),
    ...(facts.pending === undefined ? [] : [`  undecided transaction of run ${facts.pending.runId}: ${facts.pending.state}`]),
    ...(facts.unwritable === undefined ? [] : [`  /etc takes no new files: ${facts.unwritable}`]),
    ...(facts.clusterManagers.length === 0 ? [] : [`  cluster managers: ${facts.clusterManagers.join(' ')}`]),
  ]
  return lines.map(clean).join('\n')
}

/** What one probe of each host read: devices, bonds, the session, what could be in the way. */
export const factsText = (readings: readonly Reading[]): string =>
  `${readings
    .map((reading) =>
      'facts' in reading ? oneHost(reading.host.name, reading.facts) : [`${reading.host.name}  not read: ${clean(reading.error.what)}`, ...reading.error.next.map((text) => `  do: ${clean(text)}`)].join('\n'),
    )
    .join('\n\n')}\n`
