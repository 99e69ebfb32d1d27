# The simulated kernel, sourced by every stand-in. Devices are files below $R/sys and $R/proc, as a real kernel shows
# them; what a kernel keeps to itself (addresses, routes, hardware) is below $K. $R and $RELEASE are compiled in before.
# Builtins wherever possible: a demo runs six hosts on two cores.
N=$R/sys/class/net
K=$R/.kernel
PATH=$R/usr/sbin:$R/usr/bin:$R/sbin:$R/bin
LC_ALL=C
export PATH LC_ALL
# A host whose disk is told to be full limits the size of files; the kernel's own files are no disk.
ulimit -S -f unlimited 2>/dev/null

exists() { [ -d "$N/$1" ]; }

# kind_of DEVICE: sets kind to physical, loopback, bond, vlan, bridge, vif, or nothing.
kind_of() { kind=; read -r kind 2>/dev/null <"$K/kind/$1"; }

flags_of() { flags=0; read -r flags 2>/dev/null <"$N/$1/flags"; flags=$((flags)); }
is_up() { flags_of "$1"; [ $((flags & 1)) = 1 ]; }
# change_flags DEVICE SET CLEAR
change_flags() { flags_of "$1"; printf '0x%x\n' $(((flags | $2) & ~$3)) >"$N/$1/flags"; }

# without WORD LIST: sets rest to the list without the word.
without() {
  local word=$1 item
  rest=
  for item in $2; do [ "$item" = "$word" ] || rest="${rest:+$rest }$item"; done
}
contains() { case " $2 " in *" $1 "*) return 0 ;; esac; return 1; }

links() { links=; read -r links 2>/dev/null <"$K/links"; }

# new_device NAME KIND MAC MTU
new_device() {
  local index
  index=1
  read -r index 2>/dev/null <"$K/next-index"
  echo $((index + 1)) >"$K/next-index"
  mkdir -p "$N/$1/statistics" "$R/proc/sys/net/ipv4/conf/$1"
  echo "$3" >"$N/$1/address"
  echo ff:ff:ff:ff:ff:ff >"$N/$1/broadcast"
  echo "$4" >"$N/$1/mtu"
  echo "$index" >"$N/$1/ifindex"
  echo "$index" >"$N/$1/iflink"
  echo 1 >"$N/$1/type"
  echo 0x1002 >"$N/$1/flags"
  echo down >"$N/$1/operstate"
  : >"$N/$1/carrier"
  echo 0 >"$N/$1/tx_queue_len"
  for counter in rx_packets tx_packets rx_bytes tx_bytes rx_errors rx_dropped; do echo 0 >"$N/$1/statistics/$counter"; done
  for key in rp_filter arp_ignore arp_announce arp_filter accept_redirects proxy_arp forwarding; do echo 0 >"$R/proc/sys/net/ipv4/conf/$1/$key"; done
  echo "INTERFACE=$1" >"$N/$1/uevent"
  echo "$2" >"$K/kind/$1"
  : >"$K/addresses/$1"
  links
  echo "${links:+$links }$1" >"$K/links"
}

delete_device() {
  local upper parent
  leave_master "$1"
  links
  for upper in $links; do
    parent=
    read -r parent 2>/dev/null <"$K/parent/$upper" && [ "$parent" = "$1" ] && delete_device "$upper"
  done
  forget_routes "$1"
  links
  without "$1" "$links"
  echo "$rest" >"$K/links"
  rm -rf "$N/$1" "$R/proc/sys/net/ipv4/conf/$1" "$K/kind/$1" "$K/addresses/$1" "$K/parent/$1" "$K/master/$1" "$K/permanent/$1" \
    "$R/proc/net/vlan/$1" "$R/proc/net/bonding/$1"
}

in_master() { [ -f "$K/master/$1" ]; }
set_mac() { echo "$2" >"$N/$1/address"; }
set_mtu() {
  local parent= most
  read -r parent 2>/dev/null <"$K/parent/$1" && read -r most <"$N/$parent/mtu" && [ "$2" -gt "$most" ] && {
    echo 'SIOCSIFMTU: Numerical result out of range' >&2
    return 0
  }
  echo "$2" >"$N/$1/mtu"
}
# trade_names DEVICE OTHER: each is then the other's hardware.
trade_names() {
  local one two
  read -r one <"$N/$1/address"
  read -r two <"$N/$2/address"
  echo "$two" >"$N/$1/address"
  echo "$one" >"$N/$2/address"
  read -r one <"$K/port/$1"
  read -r two <"$K/port/$2"
  echo "$two" >"$K/port/$1"
  echo "$one" >"$K/port/$2"
}
loopback_up() {
  link_up lo
  has_address lo 127.0.0.1 || echo 'inet 127.0.0.1/8 scope host lo' >"$K/addresses/lo"
}

# leave_master DEVICE: out of its bond or bridge, as when a device goes away.
leave_master() {
  local master=
  read -r master 2>/dev/null <"$K/master/$1" || return 0
  kind_of "$master"
  case $kind in
    bond) bond_release "$master" "$1" ;;
    bridge) bridge_remove "$master" "$1" ;;
  esac
}

# link_up DEVICE. VLANs come up with their parent, and go down with it (net/8021q/vlan.c, vlan_device_event).
link_up() {
  local upper parent
  exists "$1" || return 1
  is_up "$1" && return 0
  kind_of "$1"
  if [ "$kind" = vlan ]; then
    read -r parent <"$K/parent/$1"
    is_up "$parent" || return 1
  fi
  change_flags "$1" 1 0
  links
  for upper in $links; do
    parent=
    read -r parent 2>/dev/null <"$K/parent/$upper" && [ "$parent" = "$1" ] && link_up "$upper"
  done
  return 0
}

link_down() {
  local upper parent
  exists "$1" || return 1
  is_up "$1" || return 0
  change_flags "$1" 0 1
  forget_routes "$1"
  links
  for upper in $links; do
    parent=
    read -r parent 2>/dev/null <"$K/parent/$upper" && [ "$parent" = "$1" ] && link_down "$upper"
  done
  return 0
}

. "$K/numbers.sh"
. "$K/addresses.sh"
. "$K/bonds.sh"
. "$K/vlans.sh"
. "$K/modules.sh"
. "$K/writes.sh"
. "$K/bridges.sh"
. "$K/wire.sh"

# What scripts wrote into control files of /sys since the last look.
take_writes
