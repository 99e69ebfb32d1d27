import type { Bond, BondMode, DesiredBond } from '../model/network.ts'
import { bondModes } from '../model/network.ts'

/** Further options in the order in which they are written: what others rest on comes first. Unknown ones follow, sorted. */
const optionOrder = ['use_carrier', 'fail_over_mac', 'arp_validate', 'arp_all_targets', 'ad_select', 'min_links', 'primary_reselect']

const rank = (key: string): number => (optionOrder.includes(key) ? optionOrder.indexOf(key) : optionOrder.length)

/**
 * The scripts look for a target with an unanchored `grep -q` before they add it, so 10.0.0.1 after 10.0.0.10 would be
 * dropped. An address can only be found inside a longer one, so shorter ones come first.
 */
export const orderTargets = (targets: readonly string[]): string[] => targets.toSorted((left, right) => left.length - right.length)

/**
 * The value of BONDING_OPTS. Mode comes first, then miimon: el5 writes options as listed, and most need the mode.
 * primary comes last: it can only be set once the slave is in.
 *
 * @example bondingOptions({ slaves: ['eth0'], mode: '802.3ad', miimon: 100 }) // mode=802.3ad miimon=100
 */
export const bondingOptions = (bond: DesiredBond): string => {
  const options = Object.entries(bond.options ?? {}).toSorted(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1))
  const pairs: readonly (readonly [string, string | number | undefined])[] = [
    ['mode', bond.mode],
    ['miimon', bond.miimon === 0 && bond.arpInterval !== undefined ? undefined : bond.miimon],
    ['updelay', bond.updelay],
    ['downdelay', bond.downdelay],
    ['arp_interval', bond.arpInterval],
    ['arp_ip_target', bond.arpIpTarget && orderTargets(bond.arpIpTarget).join(',')],
    ['lacp_rate', bond.lacpRate],
    ['xmit_hash_policy', bond.xmitHashPolicy],
    ...options,
    ['primary', bond.primary],
  ]
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])).join(' ')
}

const lacpRates = ['slow', 'fast'] as const
const policies = ['layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4'] as const

/** The drivers take a name or its number. */
const oneOf = <Name extends string>(names: readonly Name[], value: string | undefined): Name | undefined =>
  names.find((name, index) => value === name || value === String(index))

export const readMode = (value: string | undefined): BondMode | undefined => oneOf(bondModes, value)

export const isTargets = (list: string[]): list is NonNullable<Bond['arpIpTarget']> => list.length >= 1 && list.length <= 16

export const isSlaves = (list: string[]): list is Bond['slaves'] => list.length > 0

/** Key before the first `=`, value after the last, as the scripts cut it. */
export const pairsOf = (text: string): Map<string, string> =>
  new Map(text.split(/\s+/).filter((word) => word.includes('=')).map((word) => [word.slice(0, word.indexOf('=')),
    word.slice(word.lastIndexOf('=') + 1)]))

const numberOf = (value: string | undefined): number | undefined => (value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined)

/** A whole number where it is written as one, so that 2 and "2" are the same option. */
export const plainValue = (value: string | number): string | number => (/^(0|[1-9]\d{0,8})$/.test(String(value)) ? Number(value) : value)

/** The inverse. Without a mode the driver takes balance-rr, without miimon it watches nothing. */
export const readBondingOptions = (text: string): Omit<DesiredBond, 'slaves'> => {
  const pairs = pairsOf(text)
  const take = (key: string): string | undefined => {
    const value = pairs.get(key)
    pairs.delete(key)
    return value
  }
  const mode = readMode(take('mode')) ?? 'balance-rr'
  const miimon = numberOf(take('miimon'))
  const targets = orderTargets((take('arp_ip_target') ?? '').split(',').map((target) => target.replace(/^\+/, '')).filter((target) => target !== ''))
  const arpInterval = numberOf(take('arp_interval'))
  const fields = {
    updelay: numberOf(take('updelay')),
    downdelay: numberOf(take('downdelay')),
    lacpRate: oneOf(lacpRates, take('lacp_rate')),
    xmitHashPolicy: oneOf(policies, take('xmit_hash_policy')),
    primary: take('primary'),
    ...(arpInterval === undefined || arpInterval === 0 ? { miimon: miimon ?? 0 } : { arpInterval, ...(miimon ? { miimon } : {}) }),
    ...(isTargets(targets) ? { arpIpTarget: targets } : {}),
    options: pairs.size === 0 ? undefined : Object.fromEntries([...pairs].map(([key, value]) => [key, plainValue(value)])),
  }
  return { mode, ...definedOnly(fields) }
}

/** Without the keys whose value is undefined, so that two networks compare equal. */
export const definedOnly = <Value extends object>(value: Value): Value => {
  const kept = { ...value }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}
