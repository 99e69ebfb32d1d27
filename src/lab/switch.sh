#!/bin/bash
# The managed switch: a kernel with one bond in 802.3ad for each host, all of them ports of one bridge that knows VLANs.
# VLAN 1, untagged, and the management VLAN, tagged, are bridged behind it: a host's address answers untagged on a NIC
# before the change, and tagged after it. The controller's tap and the gateway are on that bridge.
. "${0%/*}/common.sh"
begin
mount -t tmpfs tmpfs /run
for module in bonding 8021q bridge veth sch_ingress cls_matchall act_mirred; do modprobe -d "$modules" "$module" || fail "no module $module"; done
ip link set lo up
ip link del bond0 2>/dev/null
mkdir /run/wires && mount -t hostfs -o "$wires" hostfs /run/wires || fail 'the wires’ folder cannot be mounted'
wires=/run/wires

ip link add trunk type bridge vlan_filtering 1
ip link add inside type bridge
ip link set trunk up
ip addr add "$gateway" dev inside
for vlan in 1 "$management_vlan"; do
  bridge vlan add dev trunk vid "$vlan" self
  ip link add link trunk name "trunk.$vlan" type vlan id "$vlan"
  ip link set "trunk.$vlan" master inside
  ip link set "trunk.$vlan" up promisc on
done
ip link set vec0 master inside
ip link set vec0 up promisc on
plain vec0
ip link set inside up

number=1 pairs=
for port in $ports; do
  patch "vec$number" "${port%%=*}" "${port#*=}"
  pairs="$pairs ${port%%=*}=${port%%=*}"
  number=$((number + 1))
done

# ports_of HOST: sets own.
ports_of() {
  own=
  for port in $ports; do case $port in "$1"-*) own="$own ${port%%=*}" ;; esac; done
  [ -n "$own" ] || { echo "there is no host $1"; return 1; }
}

# What the trunk's ports of a host are now: its bond, or each port on its own.
trunk_ports_of() {
  ports_of "$1" || return 1
  [ ! -d "/sys/class/net/po-$1" ] || own=po-$1
}

join_trunk() {
  ip link set "$1" master trunk
  for vlan in $(cat "/run/vlans-$2"); do bridge vlan add dev "$1" vid "$vlan"; done
}

# lacp HOST on|off [slow]
lacp() {
  ports_of "$1" || return 1
  case $2 in
    on)
      ip link del "po-$1" 2>/dev/null
      ip link add "po-$1" type bond mode 802.3ad miimon 100 lacp_rate "${3:-fast}"
      for port in $own; do
        ip link set "$port" nomaster
        ip link set "$port" down
        ip link set "$port" master "po-$1"
      done
      ip link set "po-$1" up
      join_trunk "po-$1" "$1"
      ;;
    off)
      ip link del "po-$1" 2>/dev/null
      for port in $own; do
        ip link set "$port" nomaster
        ip link set "$port" up
        join_trunk "$port" "$1"
      done
      ;;
    *) echo 'lacp HOST on|off'; return 1 ;;
  esac
}

# vlans HOST 50,51,100: the tagged VLANs that its ports let through. An empty list lets none through.
vlans() {
  trunk_ports_of "$1" || return 1
  for port in $own; do
    for vlan in $(cat "/run/vlans-$1"); do bridge vlan del dev "$port" vid "$vlan"; done
  done
  echo "${2//,/ }" >"/run/vlans-$1"
  for port in $own; do
    for vlan in ${2//,/ }; do bridge vlan add dev "$port" vid "$vlan"; done
  done
}

# port HOST NIC up|down: as with a cable that is plugged in or out.
port() {
  ports_of "$1" || return 1
  case " $own " in *" $1-$2 "*) ip link set "$1-$2" "$3" ;; *) echo "$1 has no port $2"; return 1 ;; esac
}

show() {
  for host in $hosts; do
    trunk_ports_of "$host" || return 1
    echo "$host: VLANs $(cat "/run/vlans-$host")"
    for port in $own; do
      case $port in
        po-*)
          while IFS= read -r line; do
            case $line in
              *'Slave Interface: '*) slave=${line##* } ;;
              'MII Status: '*) [ -z "$slave" ] || echo "  $slave: link ${line##* }" ;;
              *'Partner Mac Address: '*) partner=${line##* } ;;
              *'system mac address: '*) [ -z "$slave" ] || [ "${line##* }" = 00:00:00:00:00:00 ] || seen=${line##* } ;;
            esac
          done <"/proc/net/bonding/$port"
          case $partner in 00:00:00:00:00:00) echo '  LACP, no partner' ;; *) echo "  LACP, partner $partner" ;; esac
          slave= partner=
          ;;
        *) read -r state <"/sys/class/net/$port/operstate"; echo "  $port: link $state, no LACP" ;;
      esac
    done
  done
}

for host in $hosts; do
  echo "$vlans" >"/run/vlans-$host"
  lacp "$host" on
done
couple switch host $pairs </dev/null >/dev/null 2>&1 &
read -r up _ </proc/uptime
echo "rack: the switch is up, $up seconds after power-on"

# One command a line on the second console: NUMBER WORDS…. Its answer ends with the line `NUMBER STATUS`.
mount -t devtmpfs dev /dev 2>/dev/null
exec </dev/tty1 >/dev/tty1 2>&1
stty -echo -onlcr
echo ready
while :; do
  read -r number words || continue
  (eval "$words")
  echo "$number $?"
done
