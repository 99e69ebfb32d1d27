/**
 * A Xen hypervisor (CentOS 5) with one bridge on a bond, and the host's address on veth0, one end of a pair of Xen's
 * loopback devices whose other end, vif0.0, is a port of the bridge beside the guests. xend runs /bin/true instead of its
 * network script, and bridged frames pass the host's own firewall by. The site's story is in docs/sites/xen-bond-bridge.md.
 */
import {
  assignAddresses,
  createBridges,
  definePlaybook,
  loadBondingModule,
  module,
  removeXendState,
  restartNetwork,
  stubXendNetworkScript,
  sysctl,
  writeBonds,
  writeInterfaces,
  writeSlaves,
} from 'fleetnet'

/** Guests filter for themselves; what is for the host itself is filtered as before. */
const bridged = ['filter-vlan-tagged', 'call-ip6tables', 'call-iptables', 'call-arptables'].map((key) =>
  sysctl({ key: `net.bridge.bridge-nf-${key}`, value: 0, disruptive: false, reason: 'it lets bridged frames through, and touches none of the host’s own' }))

export default definePlaybook({
  name: 'xen-bond-bridge',
  description: 'One bridge on a bond, with the address on a loopback device of Xen',
  rolling: { batches: [1, '10%', '100%'], maxFailures: 0 },
  steps: [
    // Also the aliases by which ifup finds veth0 and vif0.0 at boot.
    loadBondingModule(),
    writeBonds(),
    writeSlaves(),
    // veth0 and vif0.0.
    writeInterfaces(),
    createBridges(),
    assignAddresses(),
    stubXendNetworkScript({ with: '/bin/true' }),
    removeXendState(),
    // The settings below are not there before the driver is.
    module({ name: 'bridge', disruptive: false, reason: 'it makes no bridge by itself' }),
    ...bridged,
    restartNetwork(),
  ],
})
