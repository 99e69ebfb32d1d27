import type { BondMode } from '../network.ts'

const everyMode: readonly BondMode[] = ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb']
const oneActive: readonly BondMode[] = ['active-backup', 'balance-tlb', 'balance-alb']
const hashing: readonly BondMode[] = ['balance-xor', '802.3ad', 'balance-tlb']

/** In which modes each option of the bonding driver means something (Documentation/networking/bonding.rst). */
export const optionModes: Readonly<Record<string, readonly BondMode[]>> = {
  mode: everyMode,
  miimon: everyMode,
  updelay: everyMode,
  downdelay: everyMode,
  use_carrier: everyMode,
  arp_interval: ['balance-rr', 'active-backup', 'balance-xor', 'broadcast'],
  arp_ip_target: ['balance-rr', 'active-backup', 'balance-xor', 'broadcast'],
  arp_validate: ['balance-rr', 'active-backup', 'balance-xor', 'broadcast'],
  arp_all_targets: ['active-backup'],
  lacp_rate: ['802.3ad'],
  ad_select: ['802.3ad'],
  ad_actor_sys_prio: ['802.3ad'],
  ad_actor_system: ['802.3ad'],
  ad_user_port_key: ['802.3ad'],
  min_links: ['802.3ad'],
  xmit_hash_policy: hashing,
  primary: oneActive,
  primary_reselect: oneActive,
  fail_over_mac: ['active-backup'],
  num_grat_arp: ['active-backup'],
  num_unsol_na: ['active-backup'],
  all_slaves_active: everyMode,
  resend_igmp: ['balance-rr', 'active-backup', 'balance-tlb', 'balance-alb'],
  packets_per_slave: ['balance-rr'],
  tlb_dynamic_lb: ['balance-tlb'],
  lp_interval: ['balance-tlb', 'balance-alb'],
}

/** Options that have a field of their own, and its name. */
export const fieldOf: Readonly<Record<string, string>> = {
  mode: 'mode',
  miimon: 'miimon',
  updelay: 'updelay',
  downdelay: 'downdelay',
  lacp_rate: 'lacpRate',
  xmit_hash_policy: 'xmitHashPolicy',
  primary: 'primary',
  arp_interval: 'arpInterval',
  arp_ip_target: 'arpIpTarget',
}
