/** The inventory that `fleetnet init` writes. */
export const firstInventory = `# yaml-language-server: $schema=../.fleetnet/schema/inventory.schema.json
#
# Your fleet: which hosts, how to reach them, and what network each should have. Two made-up hosts show how.
# Settings come together from the outside to the inside: defaults, groups, host. Maps merge, lists replace.

defaults:
  ssh:
    user: root
    # become: true                      # log in as someone else and become root by sudo
    # becomePassword: { prompt: true }  # asked once; { env: NAME } takes it from the environment

groups:
  web:
    # playbooks/first.ts: the steps, and how they roll over the fleet.
    playbook: first
    # What the hosts are known to be: ifcfg with el5, el6 or el7, ifupdown with debian12 and the like. Others are refused.
    platform: { backend: ifcfg, release: el7 }
    # What all of them share: two NICs in a bond, VLAN 100 on it, the address there.
    network:
      bonds:
        # active-backup needs nothing of the switch. 802.3ad does; then say what the switch knows:
        # bond0: { slaves: [eth0, eth1], mode: 802.3ad, switch: { name: sw1, portChannel: po1, lacp: true, vlans: [100] } }
        bond0: { slaves: [eth0, eth1], mode: active-backup }
      vlans:
        bond0.100: { gateway: 192.0.2.1 }
    hosts:
      web1:
        ssh: { host: 192.0.2.11 }
        network:
          interfaces: { eth0: { mac: "52:54:00:00:11:00" }, eth1: { mac: "52:54:00:00:11:01" } }
          vlans: { bond0.100: { addresses: [192.0.2.11/24] } }
      web2:
        ssh: { host: 192.0.2.12 }
        network:
          interfaces: { eth0: { mac: "52:54:00:00:12:00" }, eth1: { mac: "52:54:00:00:12:01" } }
          vlans: { bond0.100: { addresses: [192.0.2.12/24] } }
`

/** The playbook that `fleetnet init` writes. */
export const firstPlaybook = `import { assignAddresses, createBridges, createVlans, definePlaybook, loadBondingModule } from 'fleetnet'
import { restartNetwork, writeBonds, writeInterfaces, writeSlaves } from 'fleetnet'

export default definePlaybook({
  name: 'first',
  description: 'Bonds, VLANs and bridges as the inventory says',
  // One host first, then a tenth of the fleet, then the rest. No failure is tolerated.
  rolling: { batches: [1, '10%', '100%'], maxFailures: 0 },
  // In any order: what cannot cut the connection is done first, what can comes last, in one cut-over.
  steps: [
    loadBondingModule(),
    writeBonds(),
    writeSlaves(),
    writeInterfaces(),
    createVlans(),
    createBridges(),
    assignAddresses(),
    restartNetwork(),
  ],
})
`
