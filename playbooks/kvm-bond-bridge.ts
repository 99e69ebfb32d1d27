/**
 * A KVM hypervisor (RHEL 6 and 7) whose NICs become one bond: with the host's address on the bond, or with the bond in a
 * bridge that carries the address and that guests plug into. Which of them is in the inventory. The site's story is in
 * docs/sites/kvm-bond-bridge.md.
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
  name: 'kvm-bond-bridge',
  description: 'A bond with the address, or a bond in a bridge for guests',
  rolling: { batches: [1, '10%', '100%'], maxFailures: 0 },
  steps: [
    // Options in /etc/modprobe.d/bonding.conf that disagree with the bond's own go. Nothing has to be written there.
    loadBondingModule(),
    writeBonds(),
    // With ETHTOOL_OPTS where the inventory has `ethtool`.
    writeSlaves(),
    writeInterfaces(),
    createVlans(),
    createBridges(),
    assignAddresses(),
    restartNetwork(),
  ],
})
