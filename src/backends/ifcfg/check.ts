import { inSubnet, parseAddress } from '../../model/address.ts'
import type { Finding } from '../../model/backend.ts'
import type { Release } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { error, warning, type NetworkFinding } from '../../model/rules/finding.ts'
import { mapOf } from '../../model/rules/names.ts'
import { usersOf } from '../../model/rules/topology.ts'
import { delayFindings } from '../bridgeDelay.ts'
import { isLive, scriptFile, ifcfgPath } from './paths.ts'

/** Scripts named ifup-STEM take over every device whose name, without its number, is STEM. */
const helpers = new Set(['aliases', 'bnep', 'ctc', 'hdlc', 'ib', 'ippp', 'ipsec', 'ipv6', 'ipx', 'isdn', 'iucv', 'ovs', 'plip', 'plusb', 'post',
  'ppp', 'routes', 'sit', 'sl', 'tunnel', 'wireless'])

const nameFindings = (network: Network, release: Release | undefined): NetworkFinding[] =>
  devicesOf(network).flatMap(({ kind, name, addresses = [], alias }) => {
    const keys = [mapOf[kind], name]
    const findings: NetworkFinding[] = []
    const stem = name.replace(/\d+$/, '')
    if (helpers.has(stem)) findings.push(error(undefined, keys, `${name} would be started by the network scripts' own ifup-${stem}`,
      'Choose another name.'))
    if (!isLive(ifcfgPath(name), release) || scriptFile(ifcfgPath(name))?.kind !== 'ifcfg' || name.endsWith('.old')) {
      findings.push(error('E17', keys, `the network scripts would not take ifcfg-${name} for a device's file`,
        'Choose a name without -range and without an ending like .bak, .orig or .old.'))
    }
    if (release === 'el5' && name.includes('-')) {
      findings.push(error('E16', keys, `el5 takes the part of ${name} after - for a profile: "Missing config file ifcfg-${name.split('-')[0]}"`,
        'Choose a name without -.'))
    }
    // The init script starts what looks like a VLAN after everything else; a bridge is told by its type.
    const isPeer = Object.values(network.interfaces).some(({ peer }) => peer === name)
    if (!isPeer && (kind === 'interface' || kind === 'bond') && (name.includes('.') || name.startsWith('vlan'))) {
      findings.push(error(undefined, keys, `the network scripts take ${name} for a VLAN by its name`,
        'Choose a name without a dot that does not start with vlan.'))
    }
    const ipv4 = addresses.flatMap((text) => parseAddress(text) ?? []).filter(({ family }) => family === 4)
    const label = `${name}:${ipv4.length - 1 + (alias ?? 0)}`
    if ((ipv4.length > 1 || alias !== undefined) && label.length > 15) findings.push(error('E17', [...keys, 'addresses'],
      `the label ${label} of the last address has more than 15 characters`, 'Choose a shorter name, or fewer addresses.'))
    return findings
  })

const vlanFindings = (network: Network, release: Release | undefined): NetworkFinding[] =>
  Object.entries(network.vlans).flatMap(([name, { parent, id }]) => {
    const keys = ['vlans', name]
    const findings: NetworkFinding[] = []
    if (parent !== '' && name !== `${parent}.${id}` && name !== `vlan${id}`) {
      findings.push(error('E15', keys, `the network scripts read parent and id from the name: ${name} is to be VLAN ${id} on ${parent}`,
        `Name it ${parent}.${id} or vlan${id}.`))
    }
    if (network.bridges[parent] || network.vlans[parent]) {
      findings.push(error('E15', [...keys, 'parent'], `${name} stands on ${parent}, which the network scripts start after it or not at all`,
        'Put the VLAN on an interface or a bond.'))
    }
    if (release === 'el5' && name === `${parent}.${id}` && !/^(eth|bond)\d+$/.test(parent)) {
      findings.push(warning('E16', keys, `initscripts up to 8.45.25 know VLANs only on ethN and bondN, not on ${parent}`,
        'Look at `rpm -q initscripts` on the host.'))
    }
    return findings
  })

const el5Findings = (network: Network): NetworkFinding[] => [
  ...Object.entries(network.bonds).flatMap(([name, bond]) => [
    ...(usersOf(network, name).bridges.length > 0
      ? [warning('E16', ['bonds', name], `initscripts up to 8.45.25 put ${name} into its bridge before it is a bond: no options, no slaves, all "[OK]"`, 'Look at `rpm -q initscripts` on the host: 8.45.26 mended it.')] : []),
    ...(bond.primary === undefined ? [] : [warning('E16', ['bonds', name, 'primary'],
      `el5 sets options before ${bond.primary} is in ${name}: its kernels may ignore primary`, 'Verification does not look at it.')]),
  ]),
  ...Object.entries(network.bridges).flatMap(([name, bridge]) => (['helloTime', 'maxAge'] as const).flatMap((field) =>
    bridge[field] === undefined ? [] : [error('E07', ['bridges', name, field], `el5 reads no setting for ${field}`, 'Take it out.')])),
  ...Object.entries(network.interfaces).flatMap(([name, { mac, ethtool = '' }]) => [
    ...(/;|^\s*-/.test(ethtool) ? [error('E16', ['interfaces', name, 'ethtool'],
      'el5 passes ETHTOOL_OPTS to one `ethtool -s`, without ; and leading -', 'Keep options of `ethtool -s` alone.')] : []),
    ...(mac === undefined && usersOf(network, name).bonds.length > 0
      ? [warning('E05', ['interfaces', name], `slave ${name} has no mac: should NICs change names, el5 would put another one into the bond`,
        'Declare its mac; `fleetnet facts` shows it.')] : []),
  ]),
  ...devicesOf(network).flatMap(({ kind, name, mtu }) => (mtu === undefined || usersOf(network, name).bridges.length === 0 ? []
    : [warning('E23', [mapOf[kind], name, 'mtu'], `${name} is a port: initscripts that add it to the bridge before they set its MTU leave it at 1500`, 'Verification tells.')])),
]

const pairFindings = (network: Network, release: Release | undefined): NetworkFinding[] => Object.entries(network.interfaces).flatMap(([name, { peer }]) =>
  (peer === undefined || release === 'el5' || release === undefined ? [] : [error('E16', ['interfaces', name, 'peer'], `Xen of el5 alone has loopback devices like ${name}, this is ${release}`,
    `Put the address on the bridge, and take ${name} and ${peer} out.`)]))

const gatewayFindings = (network: Network): NetworkFinding[] =>
  devicesOf(network).flatMap(({ kind, name, gateway, addresses = [] }) => {
    const router = parseAddress(gateway ?? '')
    if (router?.family === 6) return [warning(undefined, [mapOf[kind], name, 'gateway'],
      `verification reads IPv4 routes alone, not the route by ${gateway}`, 'Look at `ip -6 route` on the host after the change.')]
    const [first] = addresses.flatMap((text) => parseAddress(text) ?? []).filter(({ family }) => family === 4)
    const other = router?.family === 4 && first && !inSubnet(first, router)
      ? addresses.find((text) => { const own = parseAddress(text); return own && inSubnet(own, router) }) : undefined
    return other === undefined ? [] : [error('E13', [mapOf[kind], name, 'gateway'],
      `the network scripts ignore gateway ${gateway}: it is not in the subnet of the first address ${addresses[0]}`, `List ${other} first.`)]
  })

/** Kernels 2.6.18 and 2.6.32 tell no hash policy in other modes than these two, and know none for tunnels: it could not be verified. */
const hashFindings = (network: Network): NetworkFinding[] =>
  Object.entries(network.bonds).flatMap(([name, { mode, xmitHashPolicy }]) => {
    const keys = ['bonds', name, 'xmitHashPolicy']
    if (xmitHashPolicy === undefined) return []
    if (mode !== 'balance-xor' && mode !== '802.3ad') return [error('E08', keys, `kernels of el5 and el6 have no hash policy in mode ${mode}`, 'Take it out.')]
    return xmitHashPolicy.startsWith('encap') ? [error('E08', keys, `kernels of el5 and el6 do not know ${xmitHashPolicy}`, 'Choose layer2, layer2+3 or layer3+4.')] : []
  })

/** What no network script of the release could carry out, told by the desired network alone. */
export const releaseFindings = (network: Network, release: Release | undefined): Finding[] => [
  ...nameFindings(network, release),
  ...vlanFindings(network, release),
  ...gatewayFindings(network),
  ...pairFindings(network, release),
  ...delayFindings(network),
  ...(release === 'el5' || release === 'el6' ? hashFindings(network) : []),
  ...(release === 'el5' ? el5Findings(network) : []),
]
