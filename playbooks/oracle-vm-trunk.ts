/**
 * A Xen hypervisor (Oracle VM, or RHEL 5 with Xen) whose NICs become one bond that is a VLAN trunk, with a bridge for each
 * VLAN that guests plug into. The operating system brings all of it up; xend builds nothing of its own any more.
 *
 * What each host gets is in the inventory: bonds, vlans, bridges, the MAC addresses of its NICs, its own address.
 * Before the first host, the switch ports have to be an aggregate and a trunk; a NIC that is shared with the management
 * controller (BMC) has to have that sharing turned off.
 *
 * Copy it to playbooks/ and change it: a playbook there with the same name is taken instead of this one.
 */
import {
  assignAddresses,
  createBridges,
  createVlans,
  definePlaybook,
  loadBondingModule,
  removeXendState,
  restartNetwork,
  stubXendNetworkScript,
  writeBonds,
  writeSlaves,
} from 'fleetnet'

export default definePlaybook({
  name: 'oracle-vm-trunk',
  description: 'Bonded VLAN trunk under per-VLAN bridges, built by the operating system instead of xend',
  // One host first, then a tenth of them, then the rest. The first failure halts: what went wrong there may be the switch.
  rolling: { batches: [1, '10%', '100%'], maxFailures: 0 },
  steps: [
    // The driver, and in /etc/modprobe.conf an alias for each bond. Module options stay out: each bond has its own.
    loadBondingModule(),
    // From below to above: the bond and its slaves, the VLANs on it, a bridge on each VLAN.
    writeBonds(),
    writeSlaves(),
    createVlans(),
    createBridges(),
    // The host's own address moves from the NIC to the bridge of the management VLAN; files that would claim it go.
    assignAddresses(),
    // xend runs a script that does nothing, instead of one that renames NICs and makes xenbr bridges.
    stubXendNetworkScript({ with: 'network-dummy' }),
    // Older xend remembers bridges and makes them again at its next start.
    removeXendState(),
    // The cut-over. It comes last wherever it stands, and the host goes back by itself unless the new network is confirmed.
    restartNetwork(),
  ],
})
