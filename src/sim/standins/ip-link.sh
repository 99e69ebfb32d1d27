# `ip link set`, `add` and `delete`.

link_set() {
  local device= bond
  [ "$1" != dev ] || shift
  device=$1
  shift
  need "$device"
  while [ $# -gt 0 ]; do
    case $1 in
      up) link_up "$device" || fail 'RTNETLINK answers: Network is down' ;;
      down) link_down "$device" ;;
      mtu)
        # A VLAN's MTU cannot exceed that of its parent (net/8021q/vlan_dev.c).
        read -r bond 2>/dev/null <"$K/parent/$device" && read -r most <"$N/$bond/mtu" && [ "$2" -gt "$most" ] && fail 'RTNETLINK answers: Numerical result out of range'
        echo "$2" >"$N/$device/mtu"
        shift ;;
      address) echo "$2" >"$N/$device/address"; shift ;;
      master)
        [ "$RELEASE" = el7 ] || fail 'Error: either "dev" is duplicate, or "master" is a garbage.' 255
        kind_of "$2"
        case $kind in
          bond) bond_enslave "$2" "$device" && link_up "$device" ;;
          bridge) bridge_add "$2" "$device" ;;
          *) false ;;
        esac || fail 'RTNETLINK answers: Operation not supported'
        shift ;;
      nomaster) leave_master "$device" ;;
      arp)
        case $2 in off) change_flags "$device" 0x80 0 ;; on) change_flags "$device" 0 0x80 ;; esac
        shift ;;
      txqueuelen | promisc | multicast | allmulticast) shift ;;
      *) fail "Error: either \"dev\" is duplicate, or \"$1\" is a garbage." 255 ;;
    esac
    shift
  done
}

link_add() {
  local name= type= parent= id= word
  # RHEL 5's iproute2 knows neither `link add` nor `link delete`.
  [ "$RELEASE" != el5 ] || fail 'Command "add" is unknown, try "ip link help".' 255
  while [ $# -gt 0 ]; do
    case $1 in
      link) parent=$2; shift ;;
      name | dev) name=$2; shift ;;
      type) type=$2; shift ;;
      id) id=$2; shift ;;
      *) name=$1 ;;
    esac
    shift
  done
  case $type in
    vlan) load_8021q; vlan_new "$name" "$parent" "$id" ;;
    bridge) bridge_new "$name" ;;
    bond) load_bonding; bond_new "$name" ;;
    dummy) new_device "$name" vif 02:00:00:00:00:01 1500 ;;
    *) false ;;
  esac || fail 'RTNETLINK answers: File exists'
}

link_delete() {
  [ "$RELEASE" != el5 ] || fail 'Command "del" is unknown, try "ip link help".' 255
  [ "$1" != dev ] || shift
  need "$1"
  kind_of "$1"
  case $kind in
    bond) bond_delete "$1" ;;
    bridge) link_down "$1"; bridge_delete "$1" ;;
    vlan) delete_device "$1"; vlan_config ;;
    vif) delete_device "$1" ;;
    *) fail 'RTNETLINK answers: Operation not supported' ;;
  esac
}
