import { plainAddress, type Rack, type RackHost } from '../../src/lab/index.ts'

/** What a case has otherwise than the rack's own layout: one mistake each. */
export interface NetworkChange {
  /** With prefix length. */
  readonly address?: string
  readonly gateway?: string
  readonly slaves?: readonly string[]
  /** The VLAN that the host's own address is put on. */
  readonly managementVlan?: number
  /** Whether the management VLAN's bridge has its port. */
  readonly port?: boolean
  /** Of the bond. Default: 802.3ad */
  readonly mode?: string
}

/** One bond of all NICs as a VLAN trunk, a bridge for each VLAN, the host's own address on the management VLAN's. */
export const networkOf = (rack: Rack, host: RackHost, change: NetworkChange): object => {
  const { address = host.address, gateway = plainAddress(rack.gateway), slaves = host.nics.map((nic) => nic.name), managementVlan = rack.managementVlan, port = true, mode = '802.3ad' } = change
  // A VLAN that the inventory knows to be closed on the switch is an error before any host is asked.
  const allowed = managementVlan === rack.managementVlan ? { vlans: rack.vlans } : {}
  const vlans = [...new Set([...rack.vlans.filter((vlan) => vlan !== rack.managementVlan), managementVlan])]
  return {
    interfaces: Object.fromEntries(host.nics.map((nic) => [nic.name, { mac: nic.mac }])),
    bonds: { bond0: { slaves, mode, miimon: 100, ...(mode === '802.3ad' ? { lacpRate: 'fast', switch: { lacp: true, ...allowed } } : {}) } },
    vlans: Object.fromEntries(vlans.map((vlan) => [`bond0.${vlan}`, {}])),
    bridges: Object.fromEntries(
      vlans.map((vlan) => [
        `vlan${vlan}`,
        { ports: vlan === managementVlan && !port ? [] : [`bond0.${vlan}`], ...(vlan === managementVlan ? { addresses: [address], gateway } : {}) },
      ]),
    ),
  }
}
