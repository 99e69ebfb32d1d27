import { orderTargets, pairsOf, readMode } from '../../backends/bondingOptions.ts'
import { bondModes } from '../../model/network.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { placeOf, type View } from '../subject.ts'

export const bondingRules = {
  E08: {
    code: 'E08', severity: 'error', what: 'bonding options: unknown ones, ones of another mode, values that the driver does not take, mode not first, no link monitoring or two kinds of it',
    reality: 'the driver refuses what it does not take, and ifup never fails by it; RHEL 5 sets options as listed, so that what stands before the mode is lost; without monitoring a dead slave stays in use',
    fix: 'write BONDING_OPTS="mode=MODE miimon=100", mode first', source: 'ifup-eth 5:117-136, network-functions 6:490-530, 7:571-622; seen running', mends: 'puts the mode first',
  },
  E10: {
    code: 'E10', severity: 'error', what: 'arp_ip_target where a shorter address comes after one that holds it',
    reality: 'the scripts look for a target by an unanchored grep: of 10.0.0.10,10.0.0.1 the second is taken for there already, and dropped',
    fix: 'list shorter addresses first', source: 'seen running on 5, 6, 7', mends: 'lists shorter addresses first',
  },
} as const satisfies Record<string, Rule>

/** The words of arp_ip_target, as written. */
export const targetsOf = (options: string): string[] => (pairsOf(options).get('arp_ip_target') ?? '').split(',').filter((target) => target !== '')

/** Whether the scripts would drop one of them. */
export const dropsTarget = (targets: readonly string[]): boolean => targets.some((target, index) => targets.slice(0, index).some((before) => before !== target && before.includes(target)))

const enumerated: Readonly<Record<string, RegExp>> = {
  lacp_rate: /^(slow|fast|0|1)$/, xmit_hash_policy: /^(layer2|layer3\+4|layer2\+3|encap2\+3|encap3\+4|[0-4])$/, miimon: /^\d+$/, updelay: /^\d+$/, downdelay: /^\d+$/, arp_interval: /^\d+$/,
}

/** What the text of BONDING_OPTS says that no driver takes; what options mean together is told of the network. */
export const bondingFindings = (view: View): LintFinding[] => view.configs.flatMap(({ path, values, device, kind }) => {
  const options = values.get('BONDING_OPTS')
  if (options === undefined) return []
  const place = placeOf(view, path, 'BONDING_OPTS')
  const words = options.split(/\s+/).filter((word) => word !== '')
  const pairs = pairsOf(options)
  const mode = pairs.get('mode')
  const at = words.findIndex((word) => word.startsWith('mode='))
  const five = view.release === 'el5'
  return [
    ...(kind === 'bond' ? [] : [found(bondingRules.E08, place, `BONDING_OPTS in the file of ${device}, which is a ${kind}`, { severity: 'warning', reality: 'only a bond has them', fix: 'move them to the bond' })]),
    ...words.filter((word) => !word.includes('=')).map((word) => found(bondingRules.E08, place, `${word} is no option=value`, { reality: 'the script writes into a file of no such name, and goes on', fix: 'write option=value' })),
    ...(mode === undefined ? [found(bondingRules.E08, place, `no mode in BONDING_OPTS of ${device}`, { severity: 'warning', reality: 'the driver takes balance-rr, which needs the switch', fix: 'begin with mode=' })] : []),
    ...(mode !== undefined && readMode(mode) === undefined ? [found(bondingRules.E08, place, `the driver has no mode ${mode}`, { reality: 'it keeps balance-rr, and ifup says nothing', fix: `write one of ${bondModes.map((name, number) => `${number} ${name}`).join(', ')}` })] : []),
    ...(at > 0 && mode !== undefined ? [found(bondingRules.E08, place, `mode=${mode} comes after ${words[0]}`, five || view.release === undefined
      ? { reality: 'RHEL 5 sets options as listed: what needs the mode, as lacp_rate does, is refused before it; 6 and 7 put mode and miimon first' }
      : { severity: 'note', reality: '6 and 7 put mode and miimon first themselves; RHEL 5 sets them as listed' })] : []),
    ...Object.entries(enumerated).flatMap(([key, pattern]) => {
      const value = pairs.get(key)
      return value === undefined || pattern.test(value) ? [] : [found(bondingRules.E08, place, `${key}=${value} is no value that the driver takes`, { reality: 'it keeps its own, and ifup says nothing', fix: `correct ${key}` })]
    }),
    ...(pairs.size < words.filter((word) => word.includes('=')).length ? [found(bondingRules.E08, place, 'an option is there twice', { severity: 'warning', reality: 'the last one wins', fix: 'keep one' })] : []),
    ...(dropsTarget(targetsOf(options)) ? [found(bondingRules.E10, place, `arp_ip_target=${targetsOf(options).join(',')} drops a target`, { fix: `write arp_ip_target=${orderTargets(targetsOf(options)).join(',')}` })] : []),
  ]
})
