# Bonds of the simulated kernel (drivers/net/bonding as of 2.6.18 to 3.10).

bond_modes='balance-rr active-backup balance-xor broadcast 802.3ad balance-tlb balance-alb'

# bond_new NAME
bond_new() {
  local masters=
  exists "$1" && return 1
  new_device "$1" bond 00:00:00:00:00:00 1500
  echo 0x1402 >"$N/$1/flags"
  mkdir -p "$N/$1/bonding"
  echo 'balance-rr 0' >"$N/$1/bonding/mode"
  echo 'slow 0' >"$N/$1/bonding/lacp_rate"
  echo 'layer2 0' >"$N/$1/bonding/xmit_hash_policy"
  echo 'none 0' >"$N/$1/bonding/arp_validate"
  for key in miimon updelay downdelay arp_interval; do echo 0 >"$N/$1/bonding/$key"; done
  for key in slaves primary active_slave arp_ip_target; do echo >"$N/$1/bonding/$key"; done
  echo 1 >"$N/$1/bonding/use_carrier"
  echo down >"$N/$1/bonding/mii_status"
  [ "$RELEASE" = el5 ] || for key in num_grat_arp resend_igmp; do echo 1 >"$N/$1/bonding/$key"; done
  [ "$RELEASE" = el5 ] || echo 'always 0' >"$N/$1/bonding/primary_reselect"
  [ "$RELEASE" = el5 ] || echo 'none 0' >"$N/$1/bonding/fail_over_mac"
  [ "$RELEASE" = el5 ] || echo 'stable 0' >"$N/$1/bonding/ad_select"
  [ "$RELEASE" = el7 ] && echo 0 >"$N/$1/bonding/min_links"
  read -r masters 2>/dev/null <"$N/bonding_masters"
  echo "${masters:+$masters }$1" >"$N/bonding_masters"
}

bond_delete() {
  local masters= slave slaves=
  exists "$1" || return 1
  read -r slaves 2>/dev/null <"$N/$1/bonding/slaves"
  for slave in $slaves; do bond_release "$1" "$slave"; done
  delete_device "$1"
  links
  masters=
  for slave in $links; do
    kind_of "$slave"
    [ "$kind" = bond ] && masters="${masters:+$masters }$slave"
  done
  echo "$masters" >"$N/bonding_masters"
}

# bond_set BOND KEY VALUE: what writing to /sys/class/net/BOND/bonding/KEY does.
bond_set() {
  local slaves= mode= index=0 name miimon=0
  [ -f "$N/$1/bonding/$2" ] || return 1
  read -r slaves 2>/dev/null <"$N/$1/bonding/slaves"
  read -r mode <"$N/$1/bonding/mode"
  case $2 in
    slaves)
      case $3 in
        +*) bond_enslave "$1" "${3#+}" ;;
        -*) bond_release "$1" "${3#-}" ;;
        *) return 1 ;;
      esac ;;
    mode)
      [ -z "$slaves" ] && ! is_up "$1" || return 1
      for name in $bond_modes; do
        case $3 in "$name" | "$index") echo "$name $index" >"$N/$1/bonding/mode"; return 0 ;; esac
        index=$((index + 1))
      done
      return 1 ;;
    lacp_rate)
      # Only in mode 802.3ad: an option before mode= has no effect.
      [ "${mode% *}" = 802.3ad ] || return 1
      case $3 in slow | 0) echo 'slow 0' ;; fast | 1) echo 'fast 1' ;; *) return 1 ;; esac >"$N/$1/bonding/lacp_rate" ;;
    xmit_hash_policy)
      case $3 in layer2 | 0) echo 'layer2 0' ;; layer3+4 | 1) echo 'layer3+4 1' ;; layer2+3 | 2) echo 'layer2+3 2' ;;
        encap2+3 | 3) echo 'encap2+3 3' ;; encap3+4 | 4) echo 'encap3+4 4' ;; *) return 1 ;; esac >"$N/$1/bonding/$2" ;;
    updelay | downdelay)
      read -r miimon <"$N/$1/bonding/miimon"
      case $3 in '' | *[!0-9]*) return 1 ;; esac
      [ "$miimon" != 0 ] || return 1
      echo "$3" >"$N/$1/bonding/$2" ;;
    miimon | arp_interval | use_carrier)
      case $3 in '' | *[!0-9]*) return 1 ;; esac
      echo "$3" >"$N/$1/bonding/$2" ;;
    primary)
      case ${mode% *} in active-backup | balance-tlb | balance-alb) ;; *) return 1 ;; esac
      contains "$3" "$slaves" || return 1
      echo "$3" >"$N/$1/bonding/primary" ;;
    arp_ip_target)
      read -r name 2>/dev/null <"$N/$1/bonding/arp_ip_target"
      case $3 in
        +*) echo "${name:+$name }${3#+}" >"$N/$1/bonding/arp_ip_target" ;;
        -*) without "${3#-}" "$name"; echo "$rest" >"$N/$1/bonding/arp_ip_target" ;;
        *) return 1 ;;
      esac ;;
    *) echo "$3" >"$N/$1/bonding/$2" ;;
  esac
}

# bond_enslave BOND DEVICE: the device has to be down, and free.
bond_enslave() {
  local slaves= mac own mtu
  exists "$2" && [ -d "$N/$1/bonding" ] || return 1
  [ ! -f "$K/master/$2" ] && ! is_up "$2" || return 1
  read -r slaves 2>/dev/null <"$N/$1/bonding/slaves"
  read -r mac <"$N/$1/address"
  read -r own <"$N/$2/address"
  read -r mtu <"$N/$1/mtu"
  echo "$own" >"$K/permanent/$2"
  [ -n "$slaves" ] || { mac=$own; echo "$mac" >"$N/$1/address"; }
  echo "$mac" >"$N/$2/address"
  echo "$mtu" >"$N/$2/mtu"
  echo "${slaves:+$slaves }$2" >"$N/$1/bonding/slaves"
  echo "$1" >"$K/master/$2"
  change_flags "$2" 0x801 0
  ln -sfn "../$1" "$N/$2/master"
}

bond_release() {
  local slaves= own primary=
  read -r slaves 2>/dev/null <"$N/$1/bonding/slaves"
  contains "$2" "$slaves" || return 1
  without "$2" "$slaves"
  echo "$rest" >"$N/$1/bonding/slaves"
  [ -n "$rest" ] || echo 00:00:00:00:00:00 >"$N/$1/address"
  read -r own 2>/dev/null <"$K/permanent/$2" && echo "$own" >"$N/$2/address"
  read -r primary <"$N/$1/bonding/primary" && [ "$primary" = "$2" ] && echo >"$N/$1/bonding/primary"
  change_flags "$2" 0 0x801
  rm -f "$N/$2/master" "$K/master/$2" "$K/permanent/$2"
}
