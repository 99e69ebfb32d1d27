# Network devices, and what bonds, bridges and VLANs are made of.

fleetnet_links() {
  fleetnet_read_vlans
  for fleetnet_folder in sys/class/net/*; do
    # bonding_masters is a file
    [ -d "$fleetnet_folder" ] || continue
    fleetnet_name=${fleetnet_folder##*/}
    fleetnet_kind_of "$fleetnet_name"
    printf 'link %s\nkind %s\n' "$fleetnet_name" "$fleetnet_kind"
    for fleetnet_word in address mtu flags carrier speed; do
      fleetnet_say "$fleetnet_word" "$fleetnet_folder/$fleetnet_word"
    done
    fleetnet_say received "$fleetnet_folder/statistics/rx_packets"
    case $fleetnet_kind in
      physical) fleetnet_driver ;;
      vlan) printf 'vlan %s\n' "$fleetnet_vlan" ;;
      bridge)
        fleetnet_say stp "$fleetnet_folder/bridge/stp_state"
        fleetnet_say delay "$fleetnet_folder/bridge/forward_delay"
        for fleetnet_file in "$fleetnet_folder"/brif/*; do
          if [ -e "$fleetnet_file" ] || [ -L "$fleetnet_file" ]; then printf 'port %s\n' "${fleetnet_file##*/}"; fi
        done ;;
      bond) fleetnet_bond ;;
    esac
  done
}

# The driver is where a symlink points to; going there and looking where one is needs no readlink.
fleetnet_driver() {
  if [ -d "$fleetnet_folder/device/driver" ]; then
    fleetnet_back=$PWD
    if cd -P "$fleetnet_folder/device/driver" 2>/dev/null; then
      printf 'driver %s\n' "${PWD##*/}"
      cd "$fleetnet_back"
    fi
  fi
}

fleetnet_bond() {
  for fleetnet_word in mode slaves miimon lacp_rate xmit_hash_policy primary active_slave ad_num_ports ad_partner_mac; do
    fleetnet_say "bond-$fleetnet_word" "$fleetnet_folder/bonding/$fleetnet_word"
  done
  [ -r "proc/net/bonding/$fleetnet_name" ] || return 0
  while read -r fleetnet_entry; do
    if [ -n "$fleetnet_entry" ]; then printf 'bonding %s\n' "$fleetnet_entry"; fi
  done <"proc/net/bonding/$fleetnet_name"
}

# IPv6 default routes as the kernel prints them; a thousand lines of a router's table are enough to have met them.
fleetnet_routes6() {
  [ -r proc/net/ipv6_route ] || return 0
  fleetnet_count=0
  while read -r fleetnet_first fleetnet_second fleetnet_rest; do
    case "$fleetnet_first $fleetnet_second" in
      '00000000000000000000000000000000 00') printf 'route6 %s\n' "$fleetnet_rest" ;;
    esac
    fleetnet_count=$((fleetnet_count + 1))
    [ "$fleetnet_count" -lt 1000 ] || break
  done <proc/net/ipv6_route
}
