# What a probe and a transaction read in the same way. POSIX sh without `local`: every name
# starts with fleetnet_. Above this stand fleetnet_root and the function fleetnet_requested_files, made for one request.
# Everything is read relative to the root, so paths come out without it.

fleetnet_newline='
'
fleetnet_blanks=' 	
'

# An environment of our own, and the root as the folder that all paths start in.
fleetnet_begin() {
  PATH=$fleetnet_root/usr/sbin:$fleetnet_root/usr/bin:$fleetnet_root/sbin:$fleetnet_root/bin
  LC_ALL=C
  export PATH LC_ALL
  IFS=$fleetnet_blanks
  unset CDPATH
  set +f
  cd "$fleetnet_root/"
}

# The first line of a file in fleetnet_value, empty when it cannot be read: `carrier` of a device that is down is there
# and fails with EINVAL.
fleetnet_line() {
  fleetnet_value=
  { read -r fleetnet_value <"$1"; } 2>/dev/null || :
}

# Lines `NAME ID PARENT` in fleetnet_vlans, with a newline in front of each. /proc/net/vlan/config has a header of two
# lines, and no blank before the first bar when the name has 15 characters.
fleetnet_read_vlans() {
  fleetnet_vlans=$fleetnet_newline
  if [ -r proc/net/vlan/config ]; then
    while IFS=' 	|' read -r fleetnet_name fleetnet_id fleetnet_parent fleetnet_rest; do
      fleetnet_add_vlan
    done <proc/net/vlan/config
    return
  fi
  for fleetnet_file in proc/net/vlan/*; do
    [ -f "$fleetnet_file" ] || continue
    fleetnet_name=${fleetnet_file##*/} fleetnet_id='' fleetnet_parent=''
    while read -r fleetnet_first fleetnet_second fleetnet_third fleetnet_rest; do
      case "$fleetnet_first $fleetnet_second" in
        "$fleetnet_name VID:") fleetnet_id=$fleetnet_third ;;
        'Device: '*) fleetnet_parent=$fleetnet_second ;;
      esac
    done <"$fleetnet_file"
    fleetnet_add_vlan
  done
}

fleetnet_add_vlan() {
  case $fleetnet_id in '' | *[!0-9]*) return ;; esac
  fleetnet_vlans="$fleetnet_vlans$fleetnet_name $fleetnet_id $fleetnet_parent$fleetnet_newline"
}

# What a device is, in fleetnet_kind, and for a VLAN `ID PARENT` in fleetnet_vlan. Guests' devices come first by name:
# a vif of a Xen dom0 has a `device` like a NIC. Kernels as old as 2.6.18 have no tun_flags.
fleetnet_kind_of() {
  fleetnet_folder=sys/class/net/$1 fleetnet_kind=other fleetnet_vlan=
  case $fleetnet_vlans in
    *"$fleetnet_newline$1 "*)
      fleetnet_kind=vlan
      fleetnet_vlan=${fleetnet_vlans#*"$fleetnet_newline$1 "}
      fleetnet_vlan=${fleetnet_vlan%%"$fleetnet_newline"*}
      return ;;
  esac
  case $1 in
    lo) fleetnet_kind=loopback ;;
    vif[0-9]* | tap[0-9]* | vnet[0-9]*) fleetnet_kind=tap ;;
  esac
  if [ -d "$fleetnet_folder/bonding" ]; then
    fleetnet_kind=bond
  elif [ -d "$fleetnet_folder/bridge" ]; then
    fleetnet_kind=bridge
  elif [ -e "$fleetnet_folder/tun_flags" ]; then
    fleetnet_kind=tap
  elif [ "$fleetnet_kind" = other ]; then
    if [ -e "$fleetnet_folder/device" ] || [ -L "$fleetnet_folder/device" ]; then fleetnet_kind=physical; fi
  fi
}

# Plain `ip addr`: RHEL 5 has no other form. Without ip there are no addresses.
fleetnet_ip_addr() {
  command -v ip >/dev/null 2>&1 || return 0
  exec ip addr
}

# Whether the addresses of a device come from a DHCP client: the pid files of the network scripts and of other clients.
fleetnet_is_leased() {
  for fleetnet_file in "var/run/dhclient-$1.pid" "var/run/dhclient.$1.pid" "run/dhclient-$1.pid" \
    "var/run/dhcpcd-$1.pid" "run/dhcpcd-$1.pid" "var/run/udhcpc.$1.pid"; do
    [ -e "$fleetnet_file" ] && return 0
  done
  return 1
}
