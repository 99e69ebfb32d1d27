/* Generated from inventory.schema.json by `npm run schema`. Edit the schema, not this file. */

/**
 * Where a secret is, never the secret itself.
 */
export type SecretReference =
  | {
      /**
       * The controller's environment variable that holds it.
       */
      env: string
    }
  | {
      /**
       * Asked once for the whole run.
       */
      prompt: true
    }
/**
 * Addresses with prefix length. Example: [10.1.1.101/24]
 */
export type Addresses = string[]

/**
 * A fleet: groups, hosts, how to reach them, and the network that each should have.
 */
export interface InventoryDocument {
  defaults?: HostSettings
  /**
   * Hosts that share settings. --limit knows a group by its name.
   */
  groups?: {
    [k: string]: Group
  }
  /**
   * Hosts that are in no group.
   */
  hosts?: {
    [k: string]: HostSettings
  }
}
export interface HostSettings {
  ssh?: SshSettings
  platform?: PlatformDeclaration
  /**
   * The playbook's name in playbooks/, or a path.
   */
  playbook?: string
  network?: NetworkDocument
  /**
   * Redundancy group: its hosts never change at the same time.
   */
  group?: string
  /**
   * Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).
   */
  acknowledge?: ('bmc' | 'network-storage' | 'controller-host' | 'reboot')[]
  /**
   * Values of your own, for your playbook's steps.
   */
  vars?: {}
  /**
   * Prefix of every path on the host, for images and simulated hosts. Default: empty.
   */
  root?: string
  timeouts?: Timeouts
}
/**
 * How to reach the host.
 */
export interface SshSettings {
  /**
   * Name or address. Default: the host's name in the inventory.
   */
  host?: string
  /**
   * Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.
   */
  hostAfter?: string
  /**
   * Default: 22.
   */
  port?: number
  /**
   * Default: root.
   */
  user?: string
  /**
   * A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.
   */
  identityFile?: string
  /**
   * The agent's socket, or `none`. Default: SSH_AUTH_SOCK.
   */
  identityAgent?: string
  passphrase?: SecretReference
  password?: SecretReference
  /**
   * Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.
   */
  knownHosts?: string
  /**
   * The name to look for in known_hosts. Default: `host`.
   */
  hostKeyAlias?: string
  /**
   * Seconds until a connection must stand. Default: 10.
   */
  connectTimeout?: number
  /**
   * Seconds between keepalives; three unanswered end the connection. Default: 5.
   */
  keepalive?: number
  /**
   * Become root by sudo. Default: false.
   */
  become?: boolean
  becomePassword?: SecretReference
}
/**
 * What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.
 */
export interface PlatformDeclaration {
  /**
   * How the platform stores its network.
   */
  backend?: 'ifcfg' | 'ifupdown'
  /**
   * el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.
   */
  release?:
    | 'el5'
    | 'el6'
    | 'el7'
    | 'debian7'
    | 'debian8'
    | 'debian9'
    | 'debian10'
    | 'debian11'
    | 'debian12'
    | 'debian13'
    | 'ubuntu14.04'
    | 'ubuntu16.04'
    | 'ubuntu18.04'
    | 'ubuntu20.04'
    | 'ubuntu22.04'
    | 'ubuntu24.04'
  /**
   * The host is a Xen dom0 whose xend may run network scripts of its own.
   */
  xend?: boolean
}
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
  /**
   * A unicast MAC address, colon separated.
   */
  mac?: string
  addresses?: Addresses
  /**
   * Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.
   */
  alias?: number
  /**
   * The default gateway that is reached over this device.
   */
  gateway?: string
  /**
   * Ask a DHCP server for the address. Default: false.
   */
  dhcp?: boolean
  /**
   * Bytes. Default: left as it is (1500).
   */
  mtu?: number
  /**
   * One line of text, kept as a comment in the device's file.
   */
  comment?: string
  /**
   * Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.
   */
  arp?: boolean
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
   *
   * Items: A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).
   */
  slaves: [string, ...string[]]
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
  /**
   * A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).
   */
  primary?: string
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
  /**
   * Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.
   */
  alias?: number
  /**
   * The default gateway that is reached over this device.
   */
  gateway?: string
  /**
   * Ask a DHCP server for the address. Default: false.
   */
  dhcp?: boolean
  /**
   * Bytes. Default: left as it is (1500).
   */
  mtu?: number
  /**
   * Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.
   */
  arp?: boolean
  /**
   * One line of text, kept as a comment in the device's file.
   */
  comment?: string
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
  /**
   * A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).
   */
  parent?: string
  /**
   * The VLAN id of 802.1Q.
   */
  id?: number
  addresses?: Addresses
  /**
   * Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.
   */
  alias?: number
  /**
   * The default gateway that is reached over this device.
   */
  gateway?: string
  /**
   * Ask a DHCP server for the address. Default: false.
   */
  dhcp?: boolean
  /**
   * Bytes. Default: left as it is (1500).
   */
  mtu?: number
  /**
   * Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.
   */
  arp?: boolean
  /**
   * One line of text, kept as a comment in the device's file.
   */
  comment?: string
}
export interface Bridge {
  /**
   * Default: none, a bridge of guests alone.
   *
   * Items: A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).
   */
  ports?: string[]
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
  /**
   * Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.
   */
  alias?: number
  /**
   * The default gateway that is reached over this device.
   */
  gateway?: string
  /**
   * Ask a DHCP server for the address. Default: false.
   */
  dhcp?: boolean
  /**
   * Bytes. Default: left as it is (1500).
   */
  mtu?: number
  /**
   * One line of text, kept as a comment in the device's file.
   */
  comment?: string
}
/**
 * How long the host waits before it goes back by itself.
 */
export interface Timeouts {
  /**
   * T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.
   */
  cutOver?: number
  /**
   * T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.
   */
  confirm?: number
  /**
   * Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.
   */
  boot?: number
}
export interface Group {
  ssh?: SshSettings
  platform?: PlatformDeclaration
  playbook?: string
  network?: NetworkDocument
  group?: string
  acknowledge?: ('bmc' | 'network-storage' | 'controller-host' | 'reboot')[]
  vars?: {}
  root?: string
  timeouts?: Timeouts
  /**
   * The group's hosts, by name, each with settings of its own.
   */
  hosts?: {
    [k: string]: HostSettings
  }
  /**
   * Groups inside this one: they inherit its settings.
   */
  children?: {
    [k: string]: Group
  }
}
