# The live network at checkpoint, as far as the kernel-level rung and the probes after a rollback need it.

record_live() {
  net=$root/sys/class/net
  {
    ip addr show >"$tx/live/addr"
    ip route show >"$tx/live/route"
    ip -6 route show >"$tx/live/route6"
    {
      for device in $touched_devices; do record_device "$device"; done
      # Not new after all, so not ours to delete.
      for device in $new_devices; do [ ! -d "$net/$device" ] || echo "kept $device"; done
    } >"$tx/live/devices"
    wanted_addresses <"$tx/live/addr" >"$tx/live/addresses"
  } 2>/dev/null
  [ -s "$tx/live/devices" ] || [ -z "$touched_devices" ] || refuse disk '/etc has no room for the checkpoint'
  guests=
  record_guests
  record_probes
}

# One line of words each: device NAME KIND UP MTU MAC, and what its kind needs to be made again.
record_device() {
  [ -d "$net/$1" ] || return 0
  mtu='' mac='' flags=0 kind=physical
  first_line "$net/$1/mtu" && mtu=$line
  first_line "$net/$1/address" && mac=$line
  first_line "$net/$1/flags" && flags=$line
  if [ -d "$net/$1/bonding" ]; then
    kind=bond
  elif [ -d "$net/$1/bridge" ]; then
    kind=bridge
  elif [ -e "$root/proc/net/vlan/$1" ]; then
    kind=vlan
  fi
  echo "device $1 $kind $((flags & 1)) $mtu $mac"
  case $kind in
    bond)
      record_bond_options "$1"
      first_line "$net/$1/bonding/slaves" && for slave in $line; do echo "slave $1 $slave"; done
      ;;
    bridge)
      for key in stp_state forward_delay; do first_line "$net/$1/bridge/$key" && echo "setting $1 $key $line"; done
      for port in "$net/$1/brif"/*; do [ ! -e "$port" ] || echo "port $1 ${port##*/}"; done
      ;;
    vlan)
      vid='' parent=''
      while read -r first second third fourth rest; do
        [ "$second" != VID: ] || vid=$third
        [ "$first" != Device: ] || parent=$second
      done <"$root/proc/net/vlan/$1"
      echo "vlan $1 $parent $vid"
      ;;
  esac
}

# In the order in which they can be written: on Linux 2.6 a write to arp_interval clears miimon, even one of 0, and the
# other way round; the delays want a miimon. Targets are only taken one by one, with a plus.
record_bond_options() {
  for key in mode lacp_rate xmit_hash_policy primary arp_ip_target arp_interval miimon updelay downdelay; do
    first_line "$net/$1/bonding/$key" || continue
    case $key in
      arp_ip_target) for target in $line; do echo "option $1 $key +$target"; done ;;
      *) case $key:${line%% *} in *: | arp_interval:0 | miimon:0) ;; *) echo "option $1 $key ${line%% *}" ;; esac ;;
    esac
  done
}

# From `ip addr show` on standard input: DEVICE and the words of each address of a touched device that is configured, not made by the kernel.
wanted_addresses() {
  device=
  while read -r first second rest; do
    case $first in
      [0-9]*:)
        device=${second%:}
        device=${device%%@*}
        ;;
      inet | inet6)
        case " $touched_devices " in *" $device "*) ;; *) continue ;; esac
        case $rest in *'scope link'*) [ "$first" = inet ] || continue ;; esac
        echo "$device $first $second $rest"
        ;;
    esac
  done
}

# Whether an address has to be there again after the way back. One from DHCP or a router comes when it comes, or another one
# does; a temporary one never does.
is_lasting() {
  case " $1 " in *' dynamic '* | *' temporary '* | *' deprecated '* | *' mngtmpaddr '*) return 1 ;; esac
}

# Guests' ports: taps and vifs start and move while we work, so they are recorded again before each blow. Kept as
# BRIDGE/PORT words in $guests, and on disk for whoever rolls back.
record_guests() {
  net=$root/sys/class/net
  for device in $touched_devices $new_devices; do
    for port in "$net/$device/brif"/*; do
      [ -e "$port" ] || continue
      port=${port##*/}
      case $port in vif* | tap* | vnet*) ;; *) [ -e "$net/$port/tun_flags" ] || continue ;; esac
      case " $guests " in *" $device/$port "*) ;; *) guests="$guests $device/$port" ;; esac
    done
  done
  { printf '%s\n' "$guests" >"$tx/live/guests"; } 2>/dev/null || :
}

load_guests() {
  guests=
  first_line "$tx/live/guests" && guests=$line
}

# Which gateways answer now: only these count after a rollback. Whoever sent us does not: a laptop's lid may have closed,
# and its silence must not make a good way back count as a failed one.
record_probes() {
  set --
  while read -r first second third rest; do
    [ "$first $second" != 'default via' ] || set -- "$@" "$third"
  done <"$tx/live/route"
  printf '' >"$tx/live/probes"
  answering "$@"
  for address in $answers; do echo "$address" >>"$tx/live/probes"; done
}

# Asks all at once; who answers is in $answers. Quiet, for then ping looks up no names.
answering() {
  answers=
  [ $# -gt 0 ] && command -v ping >/dev/null || return 0
  asked=
  for address in "$@"; do
    case $address in *:*) asker=ping6 ;; *) asker=ping ;; esac
    "$asker" -q -c 1 -W 1 "$address" </dev/null >/dev/null 2>&1 3>&- &
    asked="$asked $!:$address"
  done
  for pair in $asked; do
    wait "${pair%%:*}" && answers="$answers ${pair#*:}"
  done
}
