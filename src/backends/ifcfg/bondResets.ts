import type { ActivationCommand } from '../../model/changes.ts'
import { quote } from '../../model/quote.ts'
import { pairsOf } from '../bondingOptions.ts'
import type { Config } from './configs.ts'

/** What the driver begins with (Documentation/networking/bonding.rst). In the order in which they can be written. */
const defaults: Readonly<Record<string, string>> = {
  lacp_rate: 'slow',
  xmit_hash_policy: 'layer2',
  updelay: '0',
  downdelay: '0',
  arp_validate: 'none',
  fail_over_mac: 'none',
  ad_select: 'stable',
  min_links: '0',
  primary_reselect: 'always',
  use_carrier: '1',
  primary: '',
}

const optionsOf = (configs: readonly Config[], bond: string): ReadonlyMap<string, string> =>
  pairsOf(configs.find(({ device, kind }) => device === bond && kind === 'bond')?.values.get('BONDING_OPTS') ?? '')

const targetsOf = (options: ReadonlyMap<string, string>): string[] => (options.get('arp_ip_target') ?? '').split(',').filter((target) => /^[\d.]+$/.test(target))

/**
 * Sets back what one set of files gave a bond and the other does not mention. ifdown leaves the bond there, and ifup
 * writes only the options that are listed, so it would run with them until the next boot. To be run while the bond is
 * down, without slaves.
 *
 * @param root of the host's files, before /sys
 */
export const resets = (from: readonly Config[], to: readonly Config[], bonds: readonly string[], root: string): ActivationCommand[] =>
  bonds.flatMap((bond) => {
    const old = optionsOf(from, bond)
    const next = optionsOf(to, bond)
    const gone = Object.entries(defaults).filter(([key]) => old.has(key) && !next.has(key))
    const targets = targetsOf(old).filter((target) => !targetsOf(next).includes(target)).map((target) => ['arp_ip_target', `-${target}`] as const)
    return [...targets, ...gone].map(([key, value]): ActivationCommand => ({
      words: ['sh', '-c', `echo ${quote(value)} >${quote(`${root}/sys/class/net/${bond}/bonding/${key}`)}`],
      timeout: 10,
      mayFail: true,
    }))
  })
