import { stringify } from 'yaml'
import type { RackPaths } from './paths.ts'
import { plainAddress, type Rack } from './rack.ts'

/** The first line of an inventory that a rack wrote: no other file is ever overwritten or removed. */
export const inventoryMark = (name: string): string => `# Written by fleetnet lab up, for the rack ${name}. fleetnet lab down removes it.`

/** An inventory document; `stringify` of yaml writes it. */
export interface RackInventory {
  readonly groups: { readonly rack: Readonly<Record<string, unknown>> & { readonly hosts: Readonly<Record<string, unknown>> } }
}

/** As a file. */
export const inventoryText = (rack: Rack, paths: RackPaths): string => `${inventoryMark(rack.name)}\n${stringify(rackInventory(rack, paths))}`

/**
 * What the rack's hosts are to become: one bond of all NICs, which is a VLAN trunk, with a bridge for each VLAN, and the
 * host's own address on the management VLAN's bridge.
 */
export const rackInventory = (rack: Rack, paths: RackPaths): RackInventory => {
  const slaves = rack.hosts[0]?.nics.map((nic) => nic.name) ?? []
  return {
    groups: {
      rack: {
        ssh: { user: 'root', identityFile: paths.identity, knownHosts: paths.knownHosts },
        playbook: 'bonded-trunk',
        timeouts: { cutOver: 120, confirm: 60 },
        network: {
          bonds: {
            bond0: {
              slaves,
              mode: '802.3ad',
              miimon: 100,
              lacpRate: 'fast',
              switch: { portChannel: 'po', ports: slaves.map((slave) => `port-${slave}`), lacp: true, vlans: rack.vlans },
            },
          },
          vlans: Object.fromEntries(rack.vlans.map((vlan) => [`bond0.${vlan}`, {}])),
          bridges: Object.fromEntries(
            rack.vlans.map((vlan) => [`vlan${vlan}`, { ports: [`bond0.${vlan}`], ...(vlan === rack.managementVlan ? { gateway: plainAddress(rack.gateway) } : {}) }]),
          ),
        },
        hosts: Object.fromEntries(
          rack.hosts.map((host) => [
            host.name,
            {
              ssh: { host: plainAddress(host.address) },
              network: {
                interfaces: Object.fromEntries(host.nics.map((nic) => [nic.name, { mac: nic.mac }])),
                bridges: { [`vlan${rack.managementVlan}`]: { addresses: [host.address] } },
              },
            },
          ]),
        ),
      },
    },
  }
}
