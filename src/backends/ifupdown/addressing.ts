import { normalAddress, parseAddress, prefixOf } from '../../model/address.ts'
import type { Addressing } from '../../model/network.ts'
import { commentOf } from '../comments.ts'
import { optionName, optionOf, type Config } from './configs.ts'
import { readMac } from './mac.ts'
import type { Iface } from './stanzas.ts'

/** What ifup takes for a netmask where a stanza has none: the address's class. */
const classPrefix = (address: string): number => {
  const first = Number(address.split('.')[0])
  return first < 128 ? 8 : first < 192 ? 16 : 24
}

const addressOf = ({ family, method, options }: Iface): string[] => {
  const value = (name: string): string => options.find(([key]) => optionName(key) === name)?.[1] ?? ''
  if (method !== 'static' || (family !== 'inet' && family !== 'inet6')) return []
  const [address = '', inline] = value('address').split('/')
  const mask = inline ?? value('netmask')
  const prefix = /^\d{1,3}$/.test(mask) ? Number(mask) : (prefixOf(mask) ?? (family === 'inet6' ? 64 : classPrefix(address)))
  const parsed = parseAddress(`${address}/${prefix}`)
  return parsed?.family === (family === 'inet' ? 4 : 6) ? [normalAddress(`${address}/${prefix}`)] : []
}

/** Addresses, gateway and MTU of all stanzas of a device. */
export const addressingOf = (config: Config): Addressing => {
  const addresses = config.stanzas.flatMap(addressOf)
  const gateway = optionOf(config, 'gateway')
  const mtu = optionOf(config, 'mtu')
  return {
    addresses: addresses.length === 0 ? undefined : addresses,
    gateway: gateway !== undefined && parseAddress(gateway) ? normalAddress(gateway) : undefined,
    dhcp: config.stanzas.some(({ family, method }) => family === 'inet' && (method === 'dhcp' || method === 'bootp')) ? true : undefined,
    mtu: mtu !== undefined && /^\d+$/.test(mtu) ? Number(mtu) : undefined,
    comment: commentOf(config.comments.filter((comment) => readMac([comment]) === undefined)),
  }
}
