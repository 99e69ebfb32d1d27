import type { BondFact } from '../model/facts.ts'
import { bondModes } from '../model/network.ts'
import { choiceOf, countOf, isDeviceName, macOf } from './text.ts'

const valueOf = (lines: readonly string[], key: string): string | undefined => lines.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2).trim()

/** By slave, the MAC address that it had before it got its bond's: `Permanent HW addr` of /proc/net/bonding/NAME. */
export const permanentMacs = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  let slave: string | undefined
  for (const line of lines) {
    slave = /^Slave Interface: (\S+)/.exec(line)?.[1] ?? slave
    const mac = macOf(/^Permanent HW addr: (\S+)/.exec(line)?.[1])
    if (slave !== undefined && mac !== undefined) found.set(slave, mac)
  }
  return found
}

/** By slave, the number of the aggregator that it is in. */
const aggregatorsOf = (lines: readonly string[]): Readonly<Record<string, number>> => {
  const found = new Map<string, number>()
  let slave: string | undefined
  for (const line of lines) {
    slave = /^Slave Interface: (\S+)/.exec(line)?.[1] ?? slave
    const number = countOf(/^Aggregator ID: (\d+)$/.exec(line)?.[1])
    if (slave !== undefined && isDeviceName(slave) && number !== undefined) found.set(slave, number)
  }
  return Object.fromEntries(found)
}

/** The lines about the bond itself, without those of its slaves: these have an aggregator of their own. */
const ownLines = (lines: readonly string[]): readonly string[] => {
  const slaves = lines.findIndex((line) => line.startsWith('Slave Interface:'))
  return slaves === -1 ? lines : lines.slice(0, slaves)
}

/**
 * A bond from its folder in sysfs, where choices are printed as `802.3ad 4`, and from /proc/net/bonding/NAME. Both are
 * as old as RHEL 5; the aggregator is told in /proc, and to root only since Linux 3.18.
 *
 * @param one value by key: the names of the files in sysfs with `bond-` in front
 * @param lines of /proc/net/bonding/NAME, without indentation; none is fine
 */
export const readBond = (name: string, one: (key: string) => string | undefined, lines: readonly string[]): BondFact => {
  const own = ownLines(lines)
  const choice = (key: string): string | undefined => choiceOf(one(`bond-${key}`))
  const mode = bondModes.find((known) => known === choice('mode')) ?? 'unknown'
  const lacp = mode === '802.3ad' ? (choice('lacp_rate') ?? valueOf(own, 'LACP rate')) : undefined
  const device = (text: string | undefined): string | undefined => (text !== undefined && text !== 'None' && isDeviceName(text) ? text : undefined)
  const primary = device(choice('primary'))
  const activeSlave = device(choice('active_slave') ?? valueOf(own, 'Currently Active Slave'))
  const xmitHashPolicy = choice('xmit_hash_policy')
  const aggregatorPorts = mode === '802.3ad' ? countOf(valueOf(own, 'Number of ports') ?? choice('ad_num_ports')) : undefined
  const partnerMac = mode === '802.3ad' ? macOf(valueOf(own, 'Partner Mac Address') ?? choice('ad_partner_mac')) : undefined
  const partnerKey = mode === '802.3ad' ? countOf(valueOf(own, 'Partner Key')) : undefined
  const aggregators = mode === '802.3ad' ? aggregatorsOf(lines) : {}
  return {
    name,
    mode,
    // `++more++` ends a list that is too long for a page (drivers/net/bonding/bond_sysfs.c).
    slaves: (one('bond-slaves') ?? '').split(/\s+/).filter((slave) => isDeviceName(slave) && slave !== '++more++'),
    miimon: countOf(one('bond-miimon')) ?? 0,
    ...(lacp === 'slow' || lacp === 'fast' ? { lacpRate: lacp } : {}),
    ...(xmitHashPolicy === undefined || !/^[\w+]{1,32}$/.test(xmitHashPolicy) ? {} : { xmitHashPolicy }),
    ...(primary === undefined ? {} : { primary }),
    ...(activeSlave === undefined ? {} : { activeSlave }),
    ...(aggregatorPorts === undefined ? {} : { aggregatorPorts }),
    ...(partnerMac === undefined ? {} : { partnerMac }),
    ...(partnerKey === undefined ? {} : { partnerKey }),
    ...(Object.keys(aggregators).length === 0 ? {} : { aggregators }),
  }
}
