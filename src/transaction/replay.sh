# The kernel-level rung: no network scripts. What the cut-over made is deleted, what the checkpoint saw is made again.

kernel_level() {
  net=$root/sys/class/net
  delete_new_devices
  replay bond make_bond
  replay vlan make_vlan
  replay bridge make_bridge
  while read -r word name kind up mtu mac; do
    [ "$word" = device ] && [ -d "$net/$name" ] || continue
    restore_link "$name" "$kind" "$up" "$mtu" "$mac"
  done <"$tx/live/devices"
  restore_addresses
  restore_routes "$tx/live/route" ip
  restore_routes "$tx/live/route6" 'ip -6'
}

# Within what is left of this rung, and five seconds at most, for the kernel can hold a writer of /sys as well.
quickly() {
  clock
  left=$(((rung_end - now) / 100))
  [ "$left" -gt 0 ] || return 1
  [ "$left" -le 5 ] || left=5
  timed "$left" "$@"
}

# quickly_write VALUE FILE
quickly_write() {
  quickly sh -c 'echo "$1" >"$2"' sh "$1" "$2"
}

# What the cut-over made and is still there: RHEL 5's scripts leave an empty bond behind, and what hung leaves anything.
delete_new_devices() {
  net=$root/sys/class/net
  for device in $new_devices; do
    [ ! -d "$net/$device" ] || was_there "$device" || delete_device "$device"
  done
}

was_there() {
  while read -r word name rest; do
    case $word in device | kept) [ "$name" != "$1" ] || return 0 ;; esac
  done <"$tx/live/devices"
  return 1
}

# A device of ours may be deleted; RHEL 5 has one tool for each kind, and a bond goes through a file alone there, once
# it has let go of its slaves.
delete_device() {
  [ -d "$net/$1" ] || return 0
  quickly ip link set "$1" down
  if [ -d "$net/$1/bridge" ]; then
    quickly brctl delbr "$1" || quickly ip link delete "$1"
  elif [ -e "$root/proc/net/vlan/$1" ]; then
    quickly vconfig rem "$1" || quickly ip link delete "$1"
  elif [ -d "$net/$1/bonding" ]; then
    first_line "$net/$1/bonding/slaves" && for slave in $line; do quickly_write "-$slave" "$net/$1/bonding/slaves"; done
    quickly_write "-$1" "$net/bonding_masters" || quickly ip link delete "$1"
  fi
}

# replay KIND FUNCTION: for each device of a kind that was there.
replay() {
  while read -r word name kind rest; do
    [ "$word $kind" != "device $1" ] || "$2" "$name"
  done <"$tx/live/devices"
}

# details WORD NAME: the rest of its lines, a line each, in $found, separated by blanks; each has one word or two, joined by =.
details() {
  found=
  while read -r word name first second; do
    [ "$word $name" != "$1 $2" ] || found="$found $first${second:+=$second}"
  done <"$tx/live/devices"
}

make_bond() {
  bond=$1
  [ -d "$net/$bond" ] || quickly_write "+$bond" "$net/bonding_masters" || quickly ip link add "$bond" type bond
  first_line "$net/$bond/bonding/slaves"
  slaves=$line
  details slave "$bond"
  wanted=$found
  for slave in $slaves; do
    case "$wanted " in *" $slave "*) ;; *) quickly_write "-$slave" "$net/$bond/bonding/slaves" ;; esac
  done
  if [ -z "$slaves" ]; then
    quickly ip link set "$bond" down
    details option "$bond"
    for option in $found; do quickly_write "${option#*=}" "$net/$bond/bonding/${option%%=*}"; done
  fi
  quickly ip link set "$bond" up
  for slave in $wanted; do
    case " $slaves " in *" $slave "*) continue ;; esac
    add_slave "$bond" "$slave"
  done
}

make_vlan() {
  [ ! -d "$net/$1" ] || return 0
  details vlan "$1"
  for detail in $found; do
    quickly ip link set "${detail%%=*}" up
    quickly ip link add link "${detail%%=*}" name "$1" type vlan id "${detail#*=}" || {
      quickly vconfig set_name_type DEV_PLUS_VID_NO_PAD
      quickly vconfig add "${detail%%=*}" "${detail#*=}"
    }
  done
}

make_bridge() {
  bridge=$1
  [ -d "$net/$bridge" ] || quickly brctl addbr "$bridge" || quickly ip link add "$bridge" type bridge
  details setting "$bridge"
  for setting in $found; do quickly_write "${setting#*=}" "$net/$bridge/bridge/${setting%%=*}"; done
  details port "$bridge"
  for port in $found; do
    [ ! -d "$net/$port" ] || [ -e "$net/$bridge/brif/$port" ] || add_port "$bridge" "$port"
  done
}

add_port() {
  quickly brctl addif "$1" "$2" || quickly ip link set "$2" master "$1"
}

restore_link() {
  name=$1 kind=$2 up=$3 mtu=$4 mac=$5
  if [ "$kind" = physical ] && [ -n "$mac" ] && first_line "$net/$name/address" && [ "$line" != "$mac" ]; then
    quickly ip link set "$name" down
    quickly ip link set "$name" address "$mac"
  fi
  if [ -n "$mtu" ] && first_line "$net/$name/mtu" && [ "$line" != "$mtu" ]; then quickly ip link set "$name" mtu "$mtu"; fi
  if [ "$up" = 1 ]; then quickly ip link set "$name" up; else quickly ip link set "$name" down; fi
}

restore_addresses() {
  for device in $touched_devices; do
    [ ! -d "$net/$device" ] || quickly ip -4 addr flush dev "$device"
  done
  while read -r device family address rest; do
    # The lease is still ours, so an IPv4 address is better than none; routers give those of IPv6 themselves.
    [ "$family" = inet ] || is_lasting "$rest" || continue
    broadcast='' label=''
    case $rest in
      *'brd '*)
        broadcast=${rest#*brd }
        broadcast="broadcast ${broadcast%% *}"
        ;;
    esac
    case $rest in *" $device:"*) label="label $device:${rest##*"$device:"}" ;; esac
    quickly ip addr add "$address" $broadcast dev "$device" $label || :
  done <"$tx/live/addresses"
}
