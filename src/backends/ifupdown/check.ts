import type { Finding } from '../../model/backend.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { error, list, type NetworkFinding } from '../../model/rules/finding.ts'
import { mapOf } from '../../model/rules/names.ts'
import { delayFindings } from '../bridgeDelay.ts'
import { knownOptions } from './bondOptions.ts'

const nameFindings = (network: Network): NetworkFinding[] => devicesOf(network).flatMap(({ kind, name }) =>
  (kind !== 'vlan' && name.includes('.') ? [error(undefined, [mapOf[kind], name], `ifup takes ${name} for a VLAN by the dot in its name`, 'Choose a name without a dot.')] : []))

const aliasFindings = (network: Network): NetworkFinding[] => devicesOf(network).flatMap(({ kind, name, alias }) =>
  (alias === undefined ? [] : [error(undefined, [mapOf[kind], name, 'alias'], `ifupdown needs no alias interface for an address of ${name}`,
    'Take alias out: addresses are the device\'s own.')]))

const redHatFindings = (network: Network): NetworkFinding[] => [
  ...Object.entries(network.interfaces).flatMap(([name, { peer }]) => (peer === undefined ? []
    : [error(undefined, ['interfaces', name, 'peer'], `loopback devices like ${name} are of Xen on el5`, `Put the address on the bridge, and take ${name} and ${peer} out.`)])),
  ...devicesOf(network).flatMap((device) => (device.kind === 'bridge' || device.arp !== false ? []
    : [error(undefined, [mapOf[device.kind], device.name, 'arp'], `arp: false of ${device.name} is for the network scripts of RHEL`, 'Take arp out: slaves and ports do not need it.')])),
]

const vlanFindings = (network: Network): NetworkFinding[] => Object.entries(network.vlans).flatMap(([name, { parent, id }]) => {
  const keys = ['vlans', name]
  return [
    ...(parent !== '' && name !== `${parent}.${id}` && name !== `vlan${id}`
      ? [error('E15', keys, `ifup reads the id from the name: ${name} is to be VLAN ${id} on ${parent}`, `Name it ${parent}.${id} or vlan${id}.`)] : []),
    ...(network.vlans[parent] ? [error('E15', [...keys, 'parent'], `${name} stands on the VLAN ${parent}: ifup would take the wrong one of two ids`,
      'Put the VLAN on an interface, a bond or a bridge.')] : []),
  ]
})

const bondFindings = (network: Network): NetworkFinding[] => Object.entries(network.bonds).flatMap(([name, { options = {} }]) => {
  const unknown = Object.keys(options).filter((option) => !knownOptions.has(option))
  return unknown.length === 0 ? [] : [error('E08', ['bonds', name, 'options'], `the scripts of ifenslave set no ${list(unknown)}`,
    `Take it out; there are ${list([...knownOptions].toSorted())}.`)]
})

const ethtoolFindings = (network: Network): NetworkFinding[] => Object.entries(network.interfaces).flatMap(([name, { ethtool = '' }]) =>
  (/;|^\s*-/.test(ethtool) ? [error('E16', ['interfaces', name, 'ethtool'], 'one `ethtool -s` is run, without ; and leading -',
    'Keep options of `ethtool -s` alone.')] : []))

/** What ifupdown and its scripts could not carry out, told by the desired network alone. */
export const releaseFindings = (network: Network): Finding[] => [
  ...nameFindings(network),
  ...aliasFindings(network),
  ...redHatFindings(network),
  ...vlanFindings(network),
  ...bondFindings(network),
  ...ethtoolFindings(network),
  ...delayFindings(network),
]
