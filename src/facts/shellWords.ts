import { quote } from '../model/quote.ts'

/**
 * A shell glob as a shell word: `*`, `?` and bracket expressions stay, everything else is quoted.
 *
 * @example globWord('etc/my dir/ifcfg-*') // 'etc/my dir/ifcfg-'*
 */
export const globWord = (glob: string): string =>
  glob
    .split(/(\*|\?|\[[!^]?\]?[A-Za-z0-9_.:-]*\])/)
    .map((part, index) => (index % 2 === 1 || part === '' ? part : quote(part)))
    .join('')

/**
 * Where a sysctl key is below /proc/sys. As sysctl(8) has it: whichever of dot and slash comes first in the key
 * separates, and the other one is part of a name.
 *
 * @example sysctlPath('net.ipv4.conf.bond0/50.rp_filter') // net/ipv4/conf/bond0.50/rp_filter
 */
export const sysctlPath = (key: string): string => {
  const first = /[./]/.exec(key)?.[0]
  return first === '/' ? key : key.replaceAll(/[./]/g, (separator) => (separator === '.' ? '/' : '.'))
}
