/**
 * A host whose NICs become one bond that is a VLAN trunk, with bridges for guests where the inventory has some: what
 * oracle-vm-trunk does, without xend. It serves every platform: Debian and Ubuntu with ifupdown, RHEL and its kin.
 *
 * What each host gets is in the inventory: bonds, vlans, bridges, the MAC addresses of its NICs, its own address. With
 * 802.3ad the switch ports have to be an aggregate before the first host.
 *
 * Copy it to playbooks/ and change it: a playbook there with the same name is taken instead of this one.
 */
import {
  assignAddresses,
  createBridges,
  createVlans,
  definePlaybook,
  loadBondingModule,
  restartNetwork,
  writeBonds,
  writeInterfaces,
  writeSlaves,
} from 'fleetnet'

export default definePlaybook({
  name: 'bonded-trunk',
  description: 'Bonded VLAN trunk, with bridges for guests',
  // One host first, then a tenth of them, then the rest. The first failure halts: what went wrong there may be the switch.
  rolling: { batches: [1, '10%', '100%'], maxFailures: 0 },
  steps: [
    loadBondingModule(),
    // From below to above: the bond and its slaves, NICs that are in none, the VLANs, the bridges.
    writeBonds(),
    writeSlaves(),
    writeInterfaces(),
    createVlans(),
    createBridges(),
    // The host's own address moves to where the inventory has it; files that would claim it go.
    assignAddresses(),
    // The cut-over. It comes last wherever it stands, and the host goes back by itself unless the new network is confirmed.
    restartNetwork(),
  ],
})
