import type { Config } from './configs.ts'

/** Keys that mean nothing to a device that runs: who may touch it, when it is started, how it is labelled. */
const withoutEffect = new Set(['NM_CONTROLLED', 'USERCTL', 'HOTPLUG', 'ONBOOT', 'ONPARENT', 'NAME', 'UUID', 'IPV6INIT', 'NETWORK', 'BROADCAST', 'HWADDR', 'ISALIAS', 'PEERDNS'])

/** Values that mean the same as the key's absence. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  BOOTPROTO: ['none', 'static', ''],
  REORDER_HDR: ['yes', '1'],
  TYPE: ['Ethernet', 'Bond', 'Vlan', 'Alias', ''],
  STP: ['off', 'no', '0', ''],
  IPV6_AUTOCONF: ['no'],
}

/**
 * What a file does to a device, for comparing two: files that differ in comments, order, quoting or in keys without
 * effect need no restart of the device. A file with lines that cannot be read equals no other.
 */
export const effectOf = (config: Pick<Config, 'values' | 'problems' | 'path'>): string => {
  if (config.problems.length > 0) return `unreadable ${config.path} ${JSON.stringify(config.problems)}`
  const values = [...config.values].filter(([key, value]) => !withoutEffect.has(key) && !(defaults[key] ?? []).includes(value))
  return JSON.stringify(values.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}
