import type { DesiredBond } from '../../model/network.ts'
import { bondingOptions, readBondingOptions } from '../bondingOptions.ts'
import { optionName, type Config } from './configs.ts'

/**
 * What the script of ifenslave 2.x writes into /sys for a bond, by the driver's names (if-pre-up.d/ifenslave of Debian 8 to
 * 13). Any other option of the driver would be read by nobody.
 */
export const knownOptions: ReadonlySet<string> = new Set(['mode', 'miimon', 'updelay', 'downdelay', 'arp_interval', 'arp_ip_target', 'lacp_rate',
  'xmit_hash_policy', 'primary', 'use_carrier', 'fail_over_mac', 'num_grat_arp', 'num_unsol_na', 'arp_validate', 'ad_select', 'primary_reselect',
  'packets_per_slave', 'tlb_dynamic_lb', 'active_slave'])

/** `bond-…` lines of a bond. Targets are a list of words here. */
export const bondEntries = (bond: DesiredBond): (readonly [string, string])[] => bondingOptions(bond).split(' ').map((pair) => {
  const [key = '', value = ''] = pair.split('=', 2)
  return [`bond-${key.replaceAll('_', '-')}`, key === 'arp_ip_target' ? value.replaceAll(',', ' ') : value] as const
})

/** The inverse. */
export const readBond = ({ stanzas }: Config): Omit<DesiredBond, 'slaves'> => {
  const pairs = stanzas.flatMap(({ options }) => options).flatMap(([name, value]) => {
    const key = /^bond_(?<key>.+)$/.exec(optionName(name))?.groups?.['key']
    return key === undefined || key === 'slaves' || key === 'master' ? [] : [`${key}=${value.trim().replaceAll(/[\s,]+/g, ',')}`]
  })
  return readBondingOptions(pairs.join(' '))
}
