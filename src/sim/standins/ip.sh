# ip, as far as iproute2 of RHEL 5 to 7 is used by network scripts and probes.
one_line= family=
while :; do
  case ${1-} in
    -o | -oneline) one_line=1 ;;
    -4) family=inet ;;
    -6) family=inet6 ;;
    -f | -family) family=$2; shift ;;
    -s | -d | -0 | -stats) ;;
    *) break ;;
  esac
  shift
done
object=${1-}
[ $# = 0 ] || shift
action=${1-show}
[ $# = 0 ] || shift

fail() { echo "$1" >&2; exit "${2-2}"; }
need() { exists "$1" || fail "Cannot find device \"$1\"" 1; }

# show_link DEVICE [addresses]
show_link() {
  local device=$1 index flags_text mtu mac state carrier parent= master= queue=noqueue word address tab="    " sep="
" after=
  [ -z "$one_line" ] || sep='\'
  read -r index <"$N/$device/ifindex"
  read -r mtu <"$N/$device/mtu"
  read -r mac <"$N/$device/address"
  carrier=
  read -r carrier 2>/dev/null <"$N/$device/carrier"
  read -r parent 2>/dev/null <"$K/parent/$device"
  read -r master 2>/dev/null <"$K/master/$device"
  flags_of "$device"
  kind_of "$device"
  if [ "$kind" = loopback ]; then flags_text=LOOPBACK; else flags_text=BROADCAST,MULTICAST; fi
  [ $((flags & 0x800)) = 0 ] || flags_text=$flags_text,SLAVE
  [ $((flags & 0x400)) = 0 ] || flags_text=$flags_text,MASTER
  [ $((flags & 1)) = 0 ] || flags_text=$flags_text,UP
  [ "$carrier" != 1 ] || flags_text=$flags_text,LOWER_UP
  [ $((flags & 1)) = 0 ] || [ "$carrier" = 1 ] || flags_text=NO-CARRIER,$flags_text
  [ "$kind" != physical ] || { queue=pfifo_fast; after=' qlen 1000'; }
  [ -z "$master" ] || [ "$RELEASE" = el5 ] || queue="$queue master $master"
  read -r state <"$N/$device/operstate"
  case $RELEASE in
    el5) state= ;;
    *) case $state in up) state=' state UP' ;; unknown) state=' state UNKNOWN' ;; *) state=' state DOWN' ;; esac ;;
  esac
  if [ -z "${2-}" ] || [ -z "$one_line" ]; then
    printf '%s: %s%s: <%s> mtu %s qdisc %s%s%s%s' "$index" "$device" "${parent:+@$parent}" "$flags_text" "$mtu" "$queue" "$state" "$after" "$sep"
    if [ "$kind" = loopback ]; then
      printf '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n'
    else
      printf '    link/ether %s brd ff:ff:ff:ff:ff:ff\n' "$mac"
    fi
  fi
  [ -n "${2-}" ] || return 0
  while read -r word address rest; do
    [ -z "$family" ] || [ "$family" = "$word" ] || continue
    if [ -n "$one_line" ]; then
      printf '%s: %s    %s %s %s\\       valid_lft forever preferred_lft forever\n' "$index" "$device" "$word" "$address" "$rest"
    else
      printf '    %s %s %s\n' "$word" "$address" "$rest"
      [ "$word" = inet ] && [ "$RELEASE" != el7 ] || printf '       valid_lft forever preferred_lft forever\n'
    fi
  done <"$K/addresses/$device"
}

link_show() {
  local wanted= only_up=
  while [ $# -gt 0 ]; do
    case $1 in dev) ;; up) only_up=1 ;; *) wanted=$1 ;; esac
    shift
  done
  [ -z "$wanted" ] || exists "$wanted" || fail "Device \"$wanted\" does not exist." 1
  links
  for device in ${wanted:-$links}; do
    [ -z "$only_up" ] || is_up "$device" || continue
    show_link "$device" "$with_addresses"
  done
}

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
      txqueuelen | promisc | arp | multicast | allmulticast) shift ;;
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

addr_change() {
  local device= address= label= scope=global broadcast= word= line kept= found=
  while [ $# -gt 0 ]; do
    case $1 in
      dev) device=$2; shift ;;
      label) label=$2; shift ;;
      scope) scope=$2; shift ;;
      brd | broadcast) broadcast=$2; shift ;;
      local) address=$2; shift ;;
      valid_lft | preferred_lft) shift ;;
      *) address=$1 ;;
    esac
    shift
  done
  need "$device"
  case $address in */*) ;; *:*) address=$address/128 ;; *) address=$address/32 ;; esac
  case $address in *:*) word=inet6 ;; *) word=inet ;; esac
  while read -r line; do
    case $line in
      "$word $address "*) found=1 ;;
      *) kept="$kept$line
" ;;
    esac
  done <"$K/addresses/$device"
  if [ "$action" = del ]; then
    [ -n "$found" ] || fail 'RTNETLINK answers: Cannot assign requested address'
    printf %s "$kept" >"$K/addresses/$device"
    [ -n "$kept" ] || forget_routes "$device"
    return 0
  fi
  [ -z "$found" ] || [ "$action" = replace ] || fail 'RTNETLINK answers: File exists'
  if [ "$word" = inet ]; then
    if [ "$broadcast" = + ]; then
      mask_of "${address#*/}"
      number_of "${address%/*}"
      text_of $(((number & mask) | (~mask & 0xffffffff)))
      broadcast=$text
    fi
    line="inet $address ${broadcast:+brd $broadcast }scope $scope ${label:-$device}"
  else
    line="inet6 $address scope $scope"
  fi
  printf '%s%s\n' "$kept" "$line" >"$K/addresses/$device"
}

addr_flush() {
  local device= label= scope= line kept= flushed
  while [ $# -gt 0 ]; do
    case $1 in
      dev) device=$2; shift ;;
      label) label=$2; shift ;;
      scope) scope=$2; shift ;;
      *) device=$1 ;;
    esac
    shift
  done
  need "$device"
  while read -r line; do
    flushed=1
    [ -z "$family" ] || [ "${line%% *}" = "$family" ] || flushed=
    [ -z "$label" ] || [ "${line##* }" = "$label" ] || flushed=
    [ -z "$scope" ] || case "$line " in *" scope $scope "*) ;; *) flushed= ;; esac
    [ -n "$flushed" ] || kept="$kept$line
"
  done <"$K/addresses/$device"
  printf %s "$kept" >"$K/addresses/$device"
  [ -n "$kept" ] || forget_routes "$device"
}

route_show() {
  local device= wanted= word address more last=
  while [ $# -gt 0 ]; do
    case $1 in
      dev) device=$2; shift ;;
      default | 0.0.0.0/0) wanted=default ;;
      table | proto | scope) shift ;;
    esac
    shift
  done
  links
  [ "$wanted" = default ] || for link in $links; do
    [ -z "$device" ] || [ "$device" = "$link" ] || continue
    is_up "$link" && [ "$link" != lo ] || continue
    while read -r word address more; do
      [ "$word" = inet ] && [ "${address#*/}" -lt 32 ] || continue
      mask_of "${address#*/}"
      number_of "${address%/*}"
      text_of $((number & mask))
      printf '%s/%s dev %s  proto kernel  scope link  src %s \n' "$text" "${address#*/}" "$link" "${address%/*}"
    done <"$K/addresses/$link"
  done
  while read -r address more; do
    [ -z "$wanted" ] || [ "$address" = "$wanted" ] || continue
    [ -z "$device" ] || case " $more " in *" dev $device "*) ;; *) continue ;; esac
    # The kernel lists the longest prefix first.
    if [ "$address" = default ]; then
      last="$last$address $more 
"
    else
      printf '%s %s \n' "$address" "$more"
    fi
  done <"$K/routes"
  printf %s "$last"
}

# device_towards ADDRESS: sets device to the one whose subnet holds it, and source to our address there.
device_towards() {
  local word address
  links
  for device in $links; do
    is_up "$device" || continue
    while read -r word address _; do
      [ "$word" = inet ] && same_subnet "$address" "$1" && { source=${address%/*}; return 0; }
    done <"$K/addresses/$device"
  done
  device= source=
  return 1
}

route_change() {
  local to= via= dev= metric= scope= src= line kept= found= text=
  while [ $# -gt 0 ]; do
    case $1 in
      via) via=$2; shift ;;
      dev) dev=$2; shift ;;
      metric) metric=$2; shift ;;
      scope) scope=$2; shift ;;
      src) src=$2; shift ;;
      proto | table | window | mtu) shift ;;
      to) ;;
      *) to=$1 ;;
    esac
    shift
  done
  [ "$to" != 0.0.0.0/0 ] || to=default
  # The kernel itself keeps the route to an address's own subnet.
  [ -n "$via" ] || ! is_connected "$to" "$dev" || return 0
  if [ -n "$via" ] && [ -z "$dev" ] && [ "$action" != del ]; then
    device_towards "$via" || fail 'RTNETLINK answers: Network is unreachable'
    dev=$device
  fi
  while read -r line; do
    case "$line " in
      "$to "*)
        if [ "$action" = del ]; then
          wanted=1
          [ -z "$via" ] || case "$line " in *" via $via "*) ;; *) wanted= ;; esac
          [ -z "$dev" ] || case "$line " in *" dev $dev "*) ;; *) wanted= ;; esac
          [ -n "$found" ] || [ -z "$wanted" ] || { found=1; continue; }
        elif [ "$action" = replace ]; then
          found=1
          continue
        else
          case "$line " in *" metric "*) ;; *) [ -n "$metric" ] || found=1 ;; esac
        fi ;;
    esac
    kept="$kept$line
"
  done <"$K/routes"
  case $action in
    del) [ -n "$found" ] || fail 'RTNETLINK answers: No such process' ;;
    add) [ -z "$found" ] || fail 'RTNETLINK answers: File exists' ;;
  esac
  if [ "$action" != del ]; then
    need "$dev"
    is_up "$dev" || fail 'RTNETLINK answers: Network is down'
    text="$to${via:+ via $via} dev $dev"
    [ -n "$via" ] || text="$text  scope link"
    kept="$kept$text${src:+ src $src}${metric:+ metric $metric}
"
  fi
  printf %s "$kept" >"$K/routes"
}

is_connected() {
  local word address
  case $1 in */*) ;; *) return 1 ;; esac
  while read -r word address _; do
    [ "$word" = inet ] && [ "${address#*/}" = "${1#*/}" ] && same_subnet "$address" "${1%/*}" && return 0
  done 2>/dev/null <"$K/addresses/$2"
  return 1
}

route_get() {
  local device= source= word more via=
  [ "$1" != to ] || shift
  if has_any_address "$1"; then
    printf 'local %s dev lo  src %s \n    cache <local> \n' "$1" "$1"
    return 0
  fi
  if device_towards "$1"; then
    printf '%s dev %s  src %s \n    cache \n' "$1" "$device" "$source"
    return 0
  fi
  while read -r word more; do
    [ "$word" = default ] || continue
    set -- "$1" $more
    [ "$2" = via ] && via=$3 && device_towards "$via" && printf '%s via %s dev %s  src %s \n    cache \n' "$1" "$via" "$device" "$source" && return 0
  done <"$K/routes"
  fail 'RTNETLINK answers: Network is unreachable'
}
has_any_address() {
  links
  for device in $links; do has_address "$device" "$1" && return 0; done
  return 1
}

neighbour_show() {
  local address device word via
  while read -r address device; do
    while read -r via; do same_subnet "$address" "$via" && printf '%s dev %s lladdr 02:00:00:00:fe:01 REACHABLE\n' "$via" "$device"; done <"$K/neighbours"
  done <"$K/reachable"
}

with_addresses=
case $object in
  a | ad | add | addr | addre | address)
    with_addresses=1
    case $action in
      show | list | ls | lst | sh) link_show "$@" ;;
      add | replace | change) addr_change "$@" && settle ;;
      del | delete) action=del; addr_change "$@" && settle ;;
      flush) addr_flush "$@" && settle ;;
      *) fail "Command \"$action\" is unknown, try \"ip address help\"." 255 ;;
    esac ;;
  l | li | lin | link)
    case $action in
      show | list | ls | lst | sh) link_show "$@" ;;
      set) link_set "$@" && settle ;;
      add) link_add "$@" && settle ;;
      del | delete) link_delete "$@" && settle ;;
      *) fail "Command \"$action\" is unknown, try \"ip link help\"." 255 ;;
    esac ;;
  r | ro | rou | rout | route)
    case $action in
      show | list | ls | sh) [ "$family" = inet6 ] || route_show "$@" ;;
      get) route_get "$@" ;;
      add | replace) [ "$family" = inet6 ] || route_change "$@" && settle ;;
      append | change) action=replace; route_change "$@" && settle ;;
      del | delete) action=del; [ "$family" = inet6 ] || route_change "$@" && settle ;;
      flush) [ "${1-}" != dev ] || forget_routes "$2"; settle ;;
      *) fail "Command \"$action\" is unknown, try \"ip route help\"." 255 ;;
    esac ;;
  n | ne | neigh | neighbor | neighbour)
    case $action in
      show | list | ls) neighbour_show ;;
      flush | del | delete | add | replace) ;;
    esac ;;
  rule | ru) case $action in show | list | ls) [ "$family" = inet6 ] || printf '0:\tfrom all lookup local \n32766:\tfrom all lookup main \n32767:\tfrom all lookup default \n' ;; esac ;;
  *) fail "Object \"$object\" is unknown, try \"ip help\"." 255 ;;
esac
