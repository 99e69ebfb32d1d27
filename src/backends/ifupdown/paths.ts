import type { Network } from '../../model/network.ts'
import { lowerDevices } from '../../model/network.ts'

export const mainFile = '/etc/network/interfaces'
export const folder = '/etc/network/interfaces.d'

/** Scripts that ifup runs; each comes with the package that it is named after (`bridge`: bridge-utils). */
export const hooks = {
  ifenslave: '/etc/network/if-pre-up.d/ifenslave',
  vlan: '/etc/network/if-pre-up.d/vlan',
  bridge: '/etc/network/if-pre-up.d/bridge',
  ethtool: '/etc/network/if-up.d/ethtool',
} as const

/** What tells that another program reads these files, or owns devices beside ifupdown. */
export const rivals = {
  ifupdown2: '/etc/network/ifupdown2/ifupdown2.conf',
  ifupdownNg: '/etc/network/ifupdown-ng.conf',
  networkManager: '/etc/NetworkManager/NetworkManager.conf',
  networkd: '/etc/systemd/system/multi-user.target.wants/systemd-networkd.service',
  cloudInitOff: '/etc/cloud/cloud.cfg.d/99-disable-network-config.cfg',
} as const

/** The link by which systemd starts ifupdown at boot. */
export const networkingUnit = '/etc/systemd/system/multi-user.target.wants/networking.service'

/** Names of our own files, and of hardly any other: a line that reads these wakes no other file, and reads none twice. */
export const ownFiles = `${folder}/[1-9]0-*.conf`

/** How many storeys a device stands above the NICs: 0 for a NIC, 1 for a bond of NICs, 2 for a VLAN on that. */
export const depthOf = (network: Network, device: string, seen: readonly string[] = []): number => {
  const lower = seen.includes(device) ? [] : lowerDevices(network, device)
  return lower.length === 0 ? 0 : 1 + Math.max(...lower.map((name) => depthOf(network, name, [...seen, device])))
}

/**
 * A device's own file. `ifup -a` starts devices in the order of the files' names, and a bridge whose port is not there yet
 * comes up without it: so the name starts with the storey. It ends with .conf, because `source-directory` skips names with
 * dots: whether a folder's files are read must not depend on a dot in a device's name.
 *
 * @example devicePath(network, 'bond0.100') // /etc/network/interfaces.d/30-bond0.100.conf
 */
export const devicePath = (network: Network, device: string): string =>
  `${folder}/${Math.min(9, depthOf(network, device) + 1)}0-${device}.conf`
