/**
 * A Xen hypervisor (RHEL 5) on a bond that needs nothing of the switch, with tagged VLANs, and on each VLAN a bridge that
 * carries the host's address of that VLAN: xenbr0, xenbr1. The operating system brings all of it up; xend runs no network
 * script any more. The site's story is in docs/sites/xen-bond-vlan.md.
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
  name: 'xen-bond-vlan',
  description: 'Bonded VLANs under bridges that carry the addresses, without any network script of xend',
  rolling: { batches: [1, '10%', '100%'], maxFailures: 0 },
  steps: [
    loadBondingModule(),
    writeBonds(),
    writeSlaves(),
    createVlans(),
    createBridges(),
    // From the VLANs, where they were, to the bridges.
    assignAddresses(),
    // Every active network-script line of xend-config.sxp is commented out; every other byte stays.
    stubXendNetworkScript({ with: 'comment' }),
    // Older xend remembers bridges that are none of ours, and makes them again at its next start.
    removeXendState(),
    restartNetwork(),
  ],
})
