import { parseAddress } from '../model/address.ts'

/** What `ip addr` says of a device. */
export interface DeviceAddresses {
  /** With prefix length, as printed. */
  readonly addresses: string[]
  /** Words between the angle brackets. Example: UP */
  readonly flags: readonly string[]
}

const header = /^\d+: ([^\s:@]+)(?:@[^\s:]+)?: <([^>]*)>/
const address = /^ {4}inet6? (\S+)(?: peer (\S+))?/

/**
 * Reads the plain output of `ip addr`, of any iproute2 since RHEL 5. An address with a label (`vlan100:1`) belongs to
 * the device itself; one with a peer is a whole address of its own.
 *
 * @param lines the output's lines
 */
export const readAddresses = (lines: readonly string[]): ReadonlyMap<string, DeviceAddresses> => {
  const devices = new Map<string, DeviceAddresses>()
  let device: DeviceAddresses | undefined
  for (const line of lines) {
    const [, name, flags = ''] = header.exec(line) ?? []
    if (name !== undefined) {
      device = { addresses: [], flags: flags.split(',') }
      devices.set(name, device)
      continue
    }
    const [, own = '', peer] = address.exec(line) ?? []
    const parsed = parseAddress(own)
    if (parsed === undefined) continue
    device?.addresses.push(own.includes('/') ? own : `${own}/${peer === undefined ? parsed.prefix : parsed.family === 4 ? 32 : 128}`)
  }
  return devices
}

/** The device with an address, compared as numbers; ::ffff:10.1.1.101 is what a server on `::` sees of 10.1.1.101. */
export const deviceWith = (devices: ReadonlyMap<string, DeviceAddresses>, wanted: string): string | undefined => {
  const value = parseAddress(wanted.replace(/^::ffff:(?=\d+\.)/i, ''))
  if (value === undefined) return undefined
  for (const [name, { addresses }] of devices) {
    if (addresses.some((own) => {
      const parsed = parseAddress(own)
      return parsed?.family === value.family && parsed.value === value.value
    })) return name
  }
  return undefined
}
