/* Generated from network.schema.json by `npm run schema`. Edit the schema, not this file. */

/**
 * A unicast MAC address, colon separated.
 */
export type Mac = string
/**
 * Addresses with prefix length. Example: [10.1.1.101/24]
 */
export type Addresses = string[]
/**
 * Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.
 */
export type Alias = number
/**
 * The default gateway that is reached over this device.
 */
export type Gateway = string
/**
 * Ask a DHCP server for the address. Default: false.
 */
export type Dhcp = boolean
/**
 * Bytes. Default: left as it is (1500).
 */
export type Mtu = number
/**
 * One line of text, kept as a comment in the device's file.
 */
export type Comment = string
/**
 * Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.
 */
export type Arp = boolean
/**
 * A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).
 */
export type Name = string

/**
 * The network that a host should have. Maps merge from defaults through groups to the host; lists replace.
 */
export interface NetworkDocument {
  /**
   * Physical NICs, by the name that the host gives them.
   */
  interfaces?: {
    [k: string]: Interface
  }
  /**
   * By name. Example: bond0
   */
  bonds?: {
    [k: string]: Bond
  }
  /**
   * 802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.
   */
  vlans?: {
    [k: string]: Vlan
  }
  /**
   * By name. Example: vlan100
   */
  bridges?: {
    [k: string]: Bridge
  }
}
export interface Interface {
  mac?: Mac
  addresses?: Addresses
  alias?: Alias
  gateway?: Gateway
  dhcp?: Dhcp
  mtu?: Mtu
  comment?: Comment
  arp?: Arp
  /**
   * The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.
   */
  peer?: string
  /**
   * Options for ethtool -s. Example: autoneg off speed 1000 duplex full
   */
  ethtool?: string
  switch?: SwitchPort
}
/**
 * The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.
 */
export interface SwitchPort {
  /**
   * The switch. Default: that of the bond's `switch`.
   */
  name?: string
  /**
   * As the switch calls it.
   */
  port?: string
  /**
   * VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.
   */
  nativeVlan?: number
}
/**
 * A bond (Linux bonding driver, Documentation/networking/bonding.rst).
 */
export interface Bond {
  /**
   * Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.
   *
   * @minItems 1
   */
  slaves: [Name, ...Name[]]
  /**
   * Default: active-backup, the only mode that needs nothing of the switch.
   */
  mode?: 'balance-rr' | 'active-backup' | 'balance-xor' | 'broadcast' | '802.3ad' | 'balance-tlb' | 'balance-alb'
  /**
   * Milliseconds between looks at the link. Default: 100, unless arpInterval is set.
   */
  miimon?: number
  /**
   * Milliseconds before a returned link is used, a multiple of miimon.
   */
  updelay?: number
  /**
   * Milliseconds before a lost link is given up, a multiple of miimon.
   */
  downdelay?: number
  /**
   * 802.3ad only. Default: the driver's, slow.
   */
  lacpRate?: 'slow' | 'fast'
  /**
   * What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.
   */
  xmitHashPolicy?: 'layer2' | 'layer2+3' | 'layer3+4' | 'encap2+3' | 'encap3+4'
  primary?: Name
  /**
   * Milliseconds. Excludes miimon.
   */
  arpInterval?: number
  /**
   * Addresses that are asked by ARP, with arpInterval.
   *
   * @minItems 1
   * @maxItems 16
   */
  arpIpTarget?:
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string]
    | [string, string, string, string, string, string]
    | [string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string, string, string]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
  /**
   * Further options of the bonding driver, by its own names.
   */
  options?: {
    [k: string]: string | number
  }
  switch?: SwitchFacts
  addresses?: Addresses
  alias?: Alias
  gateway?: Gateway
  dhcp?: Dhcp
  mtu?: Mtu
  arp?: Arp
  comment?: Comment
}
/**
 * What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.
 */
export interface SwitchFacts {
  /**
   * The switch.
   */
  name?: string
  /**
   * The aggregate of the ports; the number in it counts. Example: po1
   */
  portChannel?: string
  /**
   * One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]
   */
  ports?: string[]
  /**
   * The ports are in an LACP aggregate.
   */
  lacp?: boolean
  /**
   * VLANs that the switch allows on these ports.
   */
  vlans?: number[]
  /**
   * VLAN that the switch gives to frames without a tag.
   */
  nativeVlan?: number
  /**
   * The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00
   */
  systemMac?: string
  /**
   * The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.
   */
  lacpKey?: number
}
export interface Vlan {
  parent?: Name
  /**
   * The VLAN id of 802.1Q.
   */
  id?: number
  addresses?: Addresses
  alias?: Alias
  gateway?: Gateway
  dhcp?: Dhcp
  mtu?: Mtu
  arp?: Arp
  comment?: Comment
}
export interface Bridge {
  /**
   * Default: none, a bridge of guests alone.
   */
  ports?: Name[]
  /**
   * Spanning tree. Default: false.
   */
  stp?: boolean
  /**
   * Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.
   */
  forwardDelay?: number
  /**
   * Seconds, with spanning tree.
   */
  helloTime?: number
  /**
   * Seconds, with spanning tree.
   */
  maxAge?: number
  addresses?: Addresses
  alias?: Alias
  gateway?: Gateway
  dhcp?: Dhcp
  mtu?: Mtu
  comment?: Comment
}
