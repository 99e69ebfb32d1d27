import { pathBefore } from '../../backends/managementPath.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf, lowerDevices } from '../../model/network.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { configOf, placeOf, type View } from '../subject.ts'

export const managementRules = {
  E19: {
    code: 'E19', severity: 'warning', what: 'a bond under the management path, or over NICs that a management controller shares (bnx2)',
    reality: 'making the bond cuts the session that makes it; with management firmware on its NICs a storm can break out on the switch',
    fix: 'change it by `fleetnet apply`, which goes back by itself, or from the console; turn the firmware off and say acknowledge: [bmc]', source: 'seed sites; Broadcom NetXtreme II',
  },
  E20: {
    code: 'E20', severity: 'note', what: 'devices that carry the session of a live host',
    reality: 'restarting one of them by hand ends the session, and what it was about to do next',
    fix: 'change the network by `fleetnet apply`, which goes back by itself', source: 'the host\'s own addresses and devices',
  },
} as const satisfies Record<string, Rule>

/** All devices under one, itself included; safe on rings. */
const under = (network: Network, name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  if (seen.has(name)) return seen
  return lowerDevices(network, name).reduce<ReadonlySet<string>>((all, lower) => under(network, lower, all), new Set([...seen, name]))
}

/** The device that the host is reached on, as far as its files tell: the one with the gateway, else the only one with an address. */
const managementDevice = (network: Network): string | undefined => {
  const devices = devicesOf(network)
  const addressed = devices.filter(({ addresses = [], dhcp }) => addresses.length > 0 || dhcp === true)
  return devices.find(({ gateway }) => gateway !== undefined)?.name ?? (addressed.length === 1 ? addressed[0]?.name : undefined)
}

/** The bonds below the management device. */
export const managementBonds = (network: Network, device: string | undefined = managementDevice(network)): string[] =>
  device === undefined ? [] : [...under(network, device)].filter((name) => network.bonds[name] !== undefined)

/** Which bond the host's own reachability hangs on, and which devices a live session comes over. */
export const managementFindings = (view: View): LintFinding[] => {
  const { facts, network } = view
  const device = facts?.session?.device
  const shared = new Set(facts?.links.filter(({ driver }) => driver === 'bnx2').map(({ name }) => name))
  const session = facts === undefined || device === undefined ? [] : [found(managementRules.E20, { file: configOf(view, device)?.path ?? device }, `this session comes in over ${[...pathBefore(facts)].join(', ')}`)]
  return [...session, ...managementBonds(network, device).flatMap((bond) => {
    const file = configOf(view, bond)?.path
    const risky = (network.bonds[bond]?.slaves ?? []).filter((slave) => shared.has(slave))
    return file === undefined ? [] : [found(managementRules.E19, placeOf(view, file), `the host is reached over ${bond}${risky.length > 0 ? `, and ${risky.join(', ')} (bnx2) may be shared with the management controller` : ''}`,
      { severity: risky.length > 0 ? 'warning' : 'note' })]
  })]
}
