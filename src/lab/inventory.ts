import { stringify } from 'yaml'
import type { RackPaths } from './paths.ts'
import { plainAddress, type Rack } from './rack.ts'

/** The first line of an inventory that a rack wrote: no other file is ever overwritten or removed. */
export const inventoryMark = (name: string): string => `# Written by fleetnet lab up, for the rack ${name}. fleetnet lab down removes it.`

/**
 * What the rack's hosts are to become: seed's layout of a bond as a VLAN trunk, with a bridge for each VLAN, the
 * management address on the management VLAN's bridge.
 */
export const rackInventory = (rack: Rack, paths: RackPaths): string => {
  const slaves = rack.hosts[0]?.nics.map((nic) => nic.name) ?? []
  const document = {
    groups: {
      rack: {
        ssh: { user: 'root', identityFile: paths.identity, knownHosts: paths.knownHosts },
        playbook: 'bonded-trunk',
        timeouts: { cutOver: 90, confirm: 60 },
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
  return `${inventoryMark(rack.name)}\n${stringify(document)}`
}
