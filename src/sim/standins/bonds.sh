# Bonds and VLANs of the simulated kernel (drivers/net/bonding, net/8021q as of 2.6.18 to 3.10).

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

# vlan_new NAME PARENT ID
vlan_new() {
  local mac mtu
  exists "$2" && ! exists "$1" || return 1
  case $3 in '' | *[!0-9]*) return 1 ;; esac
  [ "$3" -ge 1 ] && [ "$3" -le 4094 ] || return 1
  read -r mac <"$N/$2/address"
  read -r mtu <"$N/$2/mtu"
  new_device "$1" vlan "$mac" "$mtu"
  read -r mtu <"$N/$2/ifindex"
  echo "$mtu" >"$N/$1/iflink"
  echo "$2" >"$K/parent/$1"
  echo "$3" >"$K/vlan-id/$1"
  printf '%s  VID: %s\t REORDER_HDR: 1  dev->priv_flags: 1\n         total frames received            0\n          total bytes received            0\n      Broadcast/Multicast Rcvd            0\n\n      total frames transmitted            0\n       total bytes transmitted            0\n            total headroom inc            0\n           total encap on xmit            0\nDevice: %s\nINGRESS priority mappings: 0:0  1:0  2:0  3:0  4:0  5:0  6:0 7:0\n EGRESS priority mappings: \n' \
    "$1" "$3" "$2" >"$R/proc/net/vlan/$1"
  vlan_config
}

vlan_config() {
  local link id parent
  links
  {
    printf 'VLAN Dev name\t | VLAN ID\nName-Type: VLAN_NAME_TYPE_RAW_PLUS_VID_NO_PAD\n'
    for link in $links; do
      kind_of "$link"
      [ "$kind" = vlan ] || continue
      read -r id <"$K/vlan-id/$link"
      read -r parent <"$K/parent/$link"
      printf '%-15s| %-4s | %s\n' "$link" "$id" "$parent"
    done
  } >"$R/proc/net/vlan/config"
}

load_8021q() {
  [ -d "$R/proc/net/vlan" ] && return 0
  mkdir -p "$R/proc/net/vlan"
  vlan_config
  module_loaded 8021q
}

module_loaded() { printf '%s 12345 0 - Live 0xffffffffa0000000\n' "$1" >>"$R/proc/modules"; mkdir -p "$R/sys/module/$1"; }
has_module() {
  local name
  while read -r name _; do [ "$name" = "$1" ] && return 0; done <"$R/proc/modules"
  return 1
}

# load_bonding [BOND]: `options bonding max_bonds=N` counts, default 1; other options act through the alias alone.
load_bonding() {
  local count=1 index=0 file word name rest_of
  has_module bonding && return 0
  module_loaded bonding
  mkdir -p "$R/proc/net/bonding"
  echo >"$N/bonding_masters"
  for file in "$R/etc/modprobe.conf" "$R"/etc/modprobe.d/*.conf; do
    [ -f "$file" ] || continue
    while read -r word name rest_of; do
      [ "$word $name" = 'options bonding' ] || continue
      for word in $rest_of; do case $word in max_bonds=*[!0-9]*) ;; max_bonds=?*) count=${word#*=} ;; esac; done
    done <"$file"
  done
  while [ "$index" -lt "$count" ]; do
    bond_new "bond$index"
    index=$((index + 1))
  done
}
unload_bonding() {
  local link
  links
  for link in $links; do
    kind_of "$link"
    [ "$kind" = bond ] && bond_delete "$link"
  done
  rm -rf "$N/bonding_masters" "$R/proc/net/bonding" "$R/sys/module/bonding"
  forget_module bonding
}
forget_module() {
  local name more kept=
  while read -r name more; do
    [ "$name" = "$1" ] || kept="$kept$name $more
"
  done <"$R/proc/modules"
  printf %s "$kept" >"$R/proc/modules"
}

# take_writes: control files of /sys are plain files here, so a write stays in them until somebody acts on it: the next
# stand-in, or the simulator, which watches them. `+bond0` and `-bond0` in bonding_masters; `+eth0` and `-eth0` in
# slaves; a bare number or name in mode, lacp_rate and xmit_hash_policy.
take_writes() {
  local attempts=0
  [ -d "$K/taking" ] || is_written || return 0
  until mkdir "$K/taking" 2>/dev/null; do
    # Whoever took it was killed.
    attempts=$((attempts + 1))
    [ "$attempts" -lt 100 ] || break
    sleep 0.01
  done
  if is_written; then
    take_masters
    for bond in $bonds; do take_options "$bond"; done
    settle
  fi
  rm -rf "$K/taking"
}

# Whether a control file holds what no kernel prints there; sets bonds.
is_written() {
  local masters= word link key
  bonds=
  read -r masters 2>/dev/null <"$N/bonding_masters" || return 1
  links
  for link in $links; do [ ! -d "$N/$link/bonding" ] || bonds="${bonds:+$bonds }$link"; done
  case $masters in [+-]*) return 0 ;; esac
  for link in $bonds; do
    word=
    read -r word 2>/dev/null <"$N/$link/bonding/slaves"
    case $word in [+-]*) return 0 ;; esac
    for key in mode lacp_rate xmit_hash_policy; do
      word=
      read -r word 2>/dev/null <"$N/$link/bonding/$key"
      case $word in '' | *' '*) ;; *) return 0 ;; esac
    done
  done
  return 1
}

take_masters() {
  local masters=
  read -r masters 2>/dev/null <"$N/bonding_masters"
  case $masters in
    +*) masters_again; bond_new "${masters#+}" ;;
    -*) masters_again; bond_delete "${masters#-}" ;;
  esac
  return 0
}

take_options() {
  local word key
  [ -d "$N/$1/bonding" ] || return 0
  for key in mode lacp_rate xmit_hash_policy; do
    word=
    read -r word 2>/dev/null <"$N/$1/bonding/$key"
    case $word in '' | *' '*) continue ;; esac
    # Unfit values leave the default.
    bond_set "$1" "$key" "$word" || case $key in mode) echo 'balance-rr 0' ;; lacp_rate) echo 'slow 0' ;; *) echo 'layer2 0' ;; esac >"$N/$1/bonding/$key"
  done
  word=
  read -r word 2>/dev/null <"$N/$1/bonding/slaves"
  case $word in
    [+-]*)
      slaves_again "$1"
      bond_set "$1" slaves "$word" && case $word in +*) link_up "${word#+}" ;; esac ;;
  esac
  return 0
}

# What the file said before it was written over.
masters_again() {
  local link all=
  links
  for link in $links; do kind_of "$link"; [ "$kind" = bond ] && all="${all:+$all }$link"; done
  echo "$all" >"$N/bonding_masters"
}
slaves_again() {
  local link master all=
  links
  for link in $links; do
    master=
    read -r master 2>/dev/null <"$K/master/$link" && [ "$master" = "$1" ] && all="${all:+$all }$link"
  done
  echo "$all" >"$N/$1/bonding/slaves"
}
