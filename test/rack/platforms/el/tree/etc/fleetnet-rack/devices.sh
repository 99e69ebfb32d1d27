# What the network scripts ask of a kernel, asked of a real one. The simulated hosts have functions of the same names
# (src/sim/standins: kernel.sh, addresses.sh, bonds.sh, bridges.sh, vlans.sh); the scripts above them are the same.
R=
N=/sys/class/net
K=/etc/fleetnet-rack
PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
read -r RELEASE <"$K/release"
. "$K/numbers.sh"

# No DHCP server answers in the rack.
ask_dhcp() { lease= router=; }

# The kernel settles by itself.
settle() { :; }

exists() { [ -d "$N/$1" ]; }
# kind_of DEVICE: sets kind.
kind_of() {
  kind=
  exists "$1" || return 0
  if [ "$1" = lo ]; then
    kind=loopback
  elif [ -d "$N/$1/bonding" ]; then
    kind=bond
  elif [ -d "$N/$1/bridge" ]; then
    kind=bridge
  elif [ -e "/proc/net/vlan/$1" ]; then
    kind=vlan
  elif [ -e "$N/$1/tun_flags" ]; then
    kind=vif
  else
    kind=physical
  fi
}
links() {
  local folder
  links=
  for folder in "$N"/*/; do
    folder=${folder%/}
    links="${links:+$links }${folder##*/}"
  done
}
is_up() {
  local flags=0
  read -r flags 2>/dev/null <"$N/$1/flags"
  [ $((flags & 1)) = 1 ]
}
in_master() { [ -e "$N/$1/master" ] || [ -e "$N/$1/brport" ]; }
link_up() { is_up "$1" || ip link set dev "$1" up; }
link_down() { ! is_up "$1" || ip link set dev "$1" down; }
loopback_up() { link_up lo; }
set_mac() { ip link set dev "$1" address "$2"; }
set_mtu() { ip link set dev "$1" mtu "$2"; }
# trade_names DEVICE OTHER: only what is down can be renamed.
trade_names() {
  ip link set dev "$1" down
  ip link set dev "$2" down
  ip link set dev "$2" name fleetnettrade && ip link set dev "$1" name "$2" && ip link set dev fleetnettrade name "$1"
}

has_module() { [ -d "/sys/module/$1" ]; }
load_8021q() { [ -d /proc/net/vlan ] || modprobe 8021q; }
load_bonding() { has_module bonding || modprobe "${DEVICE:-bonding}" 2>/dev/null || modprobe bonding; }

bond_new() { echo "+$1" >"$N/bonding_masters"; }
# bond_set BOND KEY VALUE. The kernel says no by an error of the write.
bond_set() { { echo "$3" >"$N/$1/bonding/$2"; } 2>/dev/null; }

vlan_new() { ip link add link "$2" name "$1" type vlan id "$3" 2>/dev/null; }
vlan_delete() { ip link delete dev "$1"; }

bridge_new() {
  has_module bridge || modprobe bridge
  brctl addbr "$1"
}
bridge_delete() { brctl delbr "$1" 2>/dev/null; }
bridge_add() { brctl addif "$1" "$2"; }
bridge_remove() { brctl delif "$1" "$2" 2>/dev/null; }
bridge_stp() { brctl stp "$1" "$2"; }
bridge_delay() { brctl setfd "$1" "$2"; }

has_address() {
  case "$(ip addr show dev "$1" 2>/dev/null)" in *" inet $2/"* | *" inet6 $2/"*) return 0 ;; esac
  return 1
}
flush_addresses() { ip addr flush dev "$1" 2>/dev/null; }
drop_label() { ip addr flush dev "$1" label "$2" 2>/dev/null; }
# add_address DEVICE ADDRESS/PREFIX BROADCAST LABEL: the neighbours are told, at once and again when the link has settled.
add_address() {
  ip addr add "$2" brd "$3" dev "$1" label "$4" || return 1
  arping -q -A -c 1 -w 1 -I "$1" "${2%/*}"
  (sleep 2; arping -q -U -c 1 -w 1 -I "$1" "${2%/*}") </dev/null >/dev/null 2>&1 &
}
add_address6() { ip -6 addr add "$2" dev "$1" 2>/dev/null; }
# is_taken DEVICE ADDRESS: 5 and 6 take any failure of arping for an answer.
is_taken() {
  arping -q -c 2 -w 3 -D -I "$1" "$2"
  case $?$RELEASE in 0* | [!1]el7) return 1 ;; esac
  return 0
}
# The kernel forgets those of a device that goes down or loses its addresses.
forget_routes() { :; }
set_default_route() { ip route replace default via "$1" dev "$2"; }
# add_route LINE: words of ip.
add_route() { ip route replace $1; }
