import { inSubnet, netmaskOf, parseAddress, prefixOf } from '../../model/address.ts'
import { bondingOptions, readBondingOptions } from '../bondingOptions.ts'
import type { Config } from './configs.ts'

/** Keys that mean nothing to a device that runs: who may touch it, when it is started, how it is labelled. */
const withoutEffect = new Set(['NM_CONTROLLED', 'USERCTL', 'HOTPLUG', 'ONBOOT', 'ONPARENT', 'NAME', 'UUID', 'IPV6INIT', 'NETWORK', 'BROADCAST',
  'HWADDR', 'ISALIAS', 'PEERDNS', 'PREFIX'])

/** Values that mean the same as the key's absence. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  BOOTPROTO: ['none', 'static', ''],
  REORDER_HDR: ['yes', '1'],
  TYPE: ['Ethernet', 'Bond', 'Vlan', 'Alias', ''],
  STP: ['off', 'no', '0', ''],
  IPV6_AUTOCONF: ['no'],
}

type Values = ReadonlyMap<string, string>

/** The gateway that ifup of the device comes to set: its own, else the host's where that is meant for it and in its subnet. */
export const gatewayOf = (device: string, values: Values, globals: Values): string | undefined => {
  const only = globals.get('GATEWAYDEV') ?? ''
  const gateway = values.get('GATEWAY') || (only === '' || only === device ? globals.get('GATEWAY') : undefined)
  const prefix = values.get('PREFIX') ?? String(prefixOf(values.get('NETMASK') ?? '') ?? '')
  const own = parseAddress(`${values.get('IPADDR') ?? ''}/${prefix}`)
  const router = parseAddress(gateway ?? '')
  return own && router && inSubnet(own, router) ? gateway : undefined
}

/** Keys that say one thing in several ways, in one way. */
const canonical = (device: string, values: Values, globals: Values): Map<string, string> => {
  const same = new Map(values)
  const gateway = gatewayOf(device, values, globals)
  if (gateway === undefined) same.delete('GATEWAY')
  else same.set('GATEWAY', gateway)
  const prefix = Number(values.get('PREFIX') || -1)
  if (prefix >= 0 && prefix <= 32) same.set('NETMASK', netmaskOf(prefix))
  const options = values.get('BONDING_OPTS')
  if (options !== undefined) same.set('BONDING_OPTS', bondingOptions({ slaves: [''], ...readBondingOptions(options) }))
  return same
}

/**
 * What a file does to a device, for comparing two: files that differ in comments, order, quoting or in keys without
 * effect need no restart of the device. A file with lines that cannot be read equals no other.
 *
 * @param globals the assignments of /etc/sysconfig/network beside it
 */
export const effectOf = (config: Pick<Config, 'device' | 'values' | 'problems' | 'path'>, globals: Values): string => {
  if (config.problems.length > 0) return `unreadable ${config.path} ${JSON.stringify(config.problems)}`
  const values = [...canonical(config.device, config.values, globals)].filter(([key, value]) => !withoutEffect.has(key)
    && !(defaults[key] ?? []).includes(value))
  return JSON.stringify(values.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}
