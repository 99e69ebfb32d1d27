import type { DeviceKind, Network } from '../network.ts'
import { devicesOf } from '../network.ts'
import { error, type NetworkFinding } from './finding.ts'

/** Where each kind of device stands in a network. */
export const mapOf: Readonly<Record<DeviceKind, keyof Network>> = { interface: 'interfaces', bond: 'bonds', vlan: 'vlans', bridge: 'bridges' }

/** Names that mean something else to the kernel: sysctl's all and default, the bonding driver's file in /sys/class/net. */
const reserved = new Set(['lo', 'all', 'default', 'bonding_masters'])

/** Names that the kernel takes (IFNAMSIZ is 16 with the closing NUL), each used once. */
export const nameFindings = (network: Network): NetworkFinding[] => {
  const seen = new Map<string, string>()
  return devicesOf(network).flatMap(({ kind, name }) => {
    const keys = [mapOf[kind], name]
    const findings: NetworkFinding[] = []
    if (name.length > 15) {
      findings.push(error('E17', keys, `a device name of at most 15 characters was expected, ${name} has ${name.length}`, 'Choose a shorter name.'))
    } else if (!/^[A-Za-z][A-Za-z0-9_.-]*$/.test(name) || reserved.has(name)) {
      findings.push(error('E17', keys, `'${name}' cannot name a device`,
        'Start with a letter; use letters, digits, _ . and - only; lo, all, default and bonding_masters are taken.'))
    }
    const other = seen.get(name)
    if (other !== undefined) findings.push(error('E15', keys, `${name} is declared twice, also in ${other}`, `Declare ${name} in one place.`))
    seen.set(name, mapOf[kind])
    return findings
  })
}

/** MAC addresses that a NIC can have, each used once. */
export const macFindings = (network: Network): NetworkFinding[] => {
  const seen = new Map<string, string>()
  return Object.entries(network.interfaces).flatMap(([name, { mac }]) => {
    if (mac === undefined) return []
    const keys = ['interfaces', name, 'mac']
    const upper = mac.toUpperCase()
    const findings: NetworkFinding[] = []
    if (!/^[0-9A-F]{2}(:[0-9A-F]{2}){5}$/.test(upper)) {
      findings.push(error('E05', keys, `a MAC address like 00:14:5E:C0:FF:EE was expected, found ${mac}`, 'Read it from the host: `fleetnet facts`.'))
    } else if (upper === '00:00:00:00:00:00' || Number.parseInt(upper.slice(0, 2), 16) % 2 === 1) {
      findings.push(error('E05', keys, `a NIC's own MAC address was expected, ${mac} is ${upper.startsWith('00:00') ? 'empty' : 'multicast'}`,
        'Read it from the host: `fleetnet facts`.'))
    }
    const other = seen.get(upper)
    if (other !== undefined) findings.push(error('E05', keys, `${name} and ${other} have the same MAC address ${upper}`,
      'Give each its own; `fleetnet facts` shows them.'))
    seen.set(upper, name)
    return findings
  })
}
