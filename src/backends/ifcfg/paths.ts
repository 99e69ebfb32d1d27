import type { Release } from '../../model/facts.ts'

/** Where the network scripts read their files. */
export const scripts = '/etc/sysconfig/network-scripts'
export const globalFile = '/etc/sysconfig/network'
export const modprobeConf = '/etc/modprobe.conf'
export const bondingConf = '/etc/modprobe.d/bonding.conf'

/** Example: ifcfgPath('vlan100:1') // /etc/sysconfig/network-scripts/ifcfg-vlan100:1 */
export const ifcfgPath = (device: string): string => `${scripts}/ifcfg-${device}`

const ignored = /(~|\.bak|\.orig|\.rpm(save|orig|new)|\.rpmsave\..*)$/

/**
 * Whether the network scripts would take the file for a configuration. They skip `~`, `.bak`, `.orig` and `.rpm*`
 * everywhere, `.old` only from initscripts 9.49.40 on (el7).
 */
export const isLive = (path: string, release: Release | undefined): boolean =>
  !ignored.test(path) && !(release === 'el7' && path.endsWith('.old'))

/** What a path in the scripts' folder configures, by its name alone. */
export type ScriptFile =
  | { readonly kind: 'ifcfg'; readonly suffix: string }
  /** One more address of a device: ifcfg-DEVICE:N, or a range of them. */
  | { readonly kind: 'alias'; readonly device: string; readonly suffix: string }
  /** Static routes and rules of a device. */
  | { readonly kind: 'routes'; readonly device: string }

/** @returns undefined for loopback, for what is no configuration, and for paths elsewhere. */
export const scriptFile = (path: string): ScriptFile | undefined => {
  if (!path.startsWith(`${scripts}/`)) return undefined
  const base = path.slice(scripts.length + 1)
  const routes = /^(?:route6?|rule6?)-(?<device>.+)$/.exec(base)?.groups?.['device']
  if (routes !== undefined) return { kind: 'routes', device: routes }
  const suffix = /^ifcfg-(?<suffix>.+)$/.exec(base)?.groups?.['suffix']
  if (suffix === undefined || suffix === 'lo' || suffix.startsWith('lo:')) return undefined
  const device = /^(?<device>.+?)(?::.*|-range[^-]*)$/.exec(suffix)?.groups?.['device']
  return device === undefined ? { kind: 'ifcfg', suffix } : { kind: 'alias', device, suffix }
}
