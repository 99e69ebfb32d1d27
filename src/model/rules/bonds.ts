import { parseAddress } from '../address.ts'
import type { BondMode, DesiredBond, Network } from '../network.ts'
import { fieldOf, optionModes } from './bondOptions.ts'
import { error, list, warning, type NetworkFinding } from './finding.ts'
import { usersOf } from './topology.ts'

/** Modes that need the switch to put the ports into one aggregate. */
const needsSwitch: readonly BondMode[] = ['balance-rr', 'balance-xor', 'broadcast', '802.3ad']

const monitorFindings = (name: string, bond: DesiredBond): NetworkFinding[] => {
  const at = (field: string): string[] => ['bonds', name, field]
  const { miimon, arpInterval, arpIpTarget } = bond
  const findings: NetworkFinding[] = []
  if (miimon !== undefined && miimon > 0 && arpInterval !== undefined) {
    findings.push(error('E08', at('arpInterval'), `${name} has both miimon and arpInterval`,
      'Watch the links by one of them: miimon unless the switch hides link failures.'))
  }
  if (!miimon && arpInterval === undefined) {
    findings.push(error('E08', at('miimon'), `${name} watches no link: a dead slave would stay in use`,
      'Set miimon: 100, or arpInterval and arpIpTarget.'))
  }
  if (arpInterval !== undefined && arpIpTarget === undefined) {
    findings.push(error('E08', at('arpInterval'), `${name} has arpInterval without arpIpTarget`, 'List the addresses to ask in arpIpTarget.'))
  }
  if (arpIpTarget !== undefined && arpInterval === undefined) {
    findings.push(error('E08', at('arpIpTarget'), `${name} has arpIpTarget without arpInterval`, 'Set arpInterval, or use miimon alone.'))
  }
  for (const target of arpIpTarget ?? []) {
    if (parseAddress(target)?.family !== 4 || target.includes('/')) findings.push(error('E08', at('arpIpTarget'),
      `an IPv4 address was expected, found ${target}`, 'The bonding driver asks by ARP.'))
  }
  if (new Set(arpIpTarget).size !== (arpIpTarget ?? []).length) findings.push(error('E08', at('arpIpTarget'), `${name} asks one address twice`,
    'List each address once.'))
  for (const field of ['updelay', 'downdelay'] as const) {
    const delay = bond[field]
    if (delay === undefined || delay === 0) continue
    if (!miimon) findings.push(error('E08', at(field), `${name} has ${field} without miimon`,
      'Delays are counted by miimon: set it, or drop the delay.'))
    else if (delay % miimon !== 0) findings.push(warning('E08', at(field), `${field} ${delay} is not a multiple of miimon ${miimon}`,
      `The driver rounds it down to ${delay - (delay % miimon)}.`))
  }
  return findings
}

const optionFindings = (name: string, bond: DesiredBond): NetworkFinding[] => {
  const used = [
    ...Object.entries(fieldOf).flatMap(([key, field]) => (key !== 'mode' && Object.entries(bond).some(([own, value]) => own === field
      && value !== undefined) ? [{ key, keys: [field] }] : [])),
    ...Object.keys(bond.options ?? {}).map((key) => ({ key, keys: ['options', key] })),
  ]
  return used.flatMap(({ key, keys }) => {
    const at = ['bonds', name, ...keys]
    const field = fieldOf[key]
    const modes = Object.hasOwn(optionModes, key) ? optionModes[key] : undefined
    if (keys.length === 2 && field !== undefined) return [error('E08', at, `${key} has a field of its own`, `Use ${field}.`)]
    if (modes === undefined) return [error('E08', at, `the bonding driver has no option ${key} for one bond`,
      `Take it out. Known: ${list(Object.keys(optionModes).filter((known) => !fieldOf[known]))}.`)]
    if (modes.includes(bond.mode)) return []
    // The driver takes a hash policy in every mode and does not use it; the others it refuses.
    const make = key === 'xmit_hash_policy' || key === 'resend_igmp' || key === 'lp_interval' ? warning : error
    return [make('E08', at, `${key} means nothing in mode ${bond.mode}, only in ${list(modes)}`, `Take it out, or change the mode.`)]
  })
}

const switchFindings = (network: Network, name: string, bond: DesiredBond): NetworkFinding[] => {
  const { mode } = bond
  const at = ['bonds', name, 'switch']
  const findings: NetworkFinding[] = []
  if (!bond.switch) {
    if (needsSwitch.includes(mode)) findings.push(warning('E18', ['bonds', name, 'mode'],
      `${mode} needs the switch to aggregate the ports, and nothing is declared of it`,
      `Declare bonds.${name}.switch: its name, ports and whether they run LACP.`))
  } else if (mode === '802.3ad' && bond.switch.lacp === false) {
    findings.push(error('E18', [...at, 'lacp'], '802.3ad needs LACP on the switch, which is declared not to run it',
      'Let the switch run LACP (channel-group mode active), or use active-backup.'))
  } else if (mode !== '802.3ad' && bond.switch.lacp === true) {
    findings.push(error('E18', [...at, 'lacp'], `the switch runs LACP, ${mode} does not answer it: its ports stay suspended`,
      'Use 802.3ad, or take LACP off the switch ports.'))
  } else if (mode === '802.3ad' && bond.switch.lacp === undefined) {
    findings.push(warning('E18', [...at, 'lacp'], '802.3ad needs LACP on the switch, which is not declared',
      'Declare switch.lacp: true once the switch runs it.'))
  }
  const allowed = bond.switch?.vlans
  for (const [vlan, { id, parent }] of Object.entries(network.vlans)) {
    if (parent === name && allowed && !allowed.includes(id)) {
      findings.push(error('E18', ['vlans', vlan, 'id'],
        `VLAN ${id} is not among those that the switch allows on the ports of ${name}: ${list(allowed.map(String))}`,
        `Allow it on the switch and add it to bonds.${name}.switch.vlans.`))
    }
  }
  return findings
}

/** Whether each bond's options fit its mode, its slaves and what is known of the switch. */
export const bondFindings = (network: Network): NetworkFinding[] =>
  Object.entries(network.bonds).flatMap(([name, bond]) => {
    const ethernet = ['balance-tlb', 'balance-alb'].includes(bond.mode)
    const above = [name, ...Object.entries(network.vlans).filter(([, vlan]) => vlan.parent === name).map(([vlan]) => vlan)].flatMap((device) =>
      usersOf(network, device).bridges)
    return [
      ...monitorFindings(name, bond),
      ...optionFindings(name, bond),
      ...(bond.primary === undefined || bond.slaves.some((slave) => slave === bond.primary) ? []
        : [error('E08', ['bonds', name, 'primary'], `primary ${bond.primary} is not among the slaves ${list(bond.slaves)}`,
          'Name one of the slaves.')]),
      ...(ethernet && above.length > 0
        ? [warning('E18', ['bonds', name, 'mode'], `${bond.mode} under the bridge ${list(above)} rewrites guests' MAC addresses`,
          'Use active-backup or 802.3ad under a bridge.')] : []),
      ...switchFindings(network, name, bond),
    ]
  })
