/** Keys of an ifcfg file that the inventory has words for, or that follow from what it says. */
export const expressed = /^(DEVICE|HWADDR|TYPE|BOOTPROTO|ONBOOT|ONPARENT|(IPADDR|NETMASK|PREFIX)\d{0,2}|GATEWAY|MTU|MASTER|SLAVE|BRIDGE|VLAN|PHYSDEV|VID|VLAN_ID|VLAN_NAME_TYPE|BONDING_OPTS|STP|DELAY|BRIDGING_OPTS|ETHTOOL_OPTS|IPV6INIT|IPV6ADDR|IPV6ADDR_SECONDARIES|IPV6_DEFAULTGW)$/

/** Keys that change nothing on a host whose network the network scripts bring up: NetworkManager's, labels, who may touch it. */
export const withoutEffect = new Set(['NAME', 'UUID', 'USERCTL', 'USERS', 'NM_CONTROLLED', 'HOTPLUG', 'NETWORK', 'ISALIAS', 'PEERDNS', 'DEFROUTE', 'PEERROUTES',
  'IPV4_FAILURE_FATAL', 'IPV6_FAILURE_FATAL', 'IPV6_DEFROUTE', 'IPV6_PEERDNS', 'IPV6_PEERROUTES', 'IPV6_ADDR_GEN_MODE', 'PROXY_METHOD', 'BROWSER_ONLY',
  'BONDING_MASTER', 'LAST_CONNECT', 'AUTOCONNECT_PRIORITY', 'CONNECTED_MODE', 'NOZEROCONF'])

/** Values that say what goes without saying. */
export const usual: Readonly<Record<string, RegExp>> = {
  REORDER_HDR: /^(yes|1|)$/i,
  IPV6_AUTOCONF: /^(no|)$/i,
  IPV6_PRIVACY: /^(no|)$/i,
  IPV6FORWARDING: /^(no|)$/i,
  ARP: /^(yes|)$/i,
  PROMISC: /^(no|)$/i,
  MULTICAST: /^(yes|)$/i,
  DHCPRELEASE: /^(no|)$/i,
}

/** Types that the network scripts of the releases take for what the inventory knows. */
export const types = new Set(['', 'Ethernet', 'Bond', 'Bridge', 'Vlan', 'Alias', 'ethernet'])

/** Ways to get an address that the inventory knows. */
export const protocols = new Set(['', 'none', 'static', 'dhcp', 'bootp'])

/** Keys that nothing reads, whatever they seem to say, and what would be read. */
export const unread: Readonly<Record<string, string>> = { FD: 'DELAY', HELLO: 'BRIDGING_OPTS="hello_time=…"', MAXAGE: 'BRIDGING_OPTS="max_age=…"' }
