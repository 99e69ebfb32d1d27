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
    . "$K/ip-show.sh"
    . "$K/ip-address.sh"
    case $action in
      show | list | ls | lst | sh) link_show "$@" ;;
      add | replace | change) addr_change "$@" && settle ;;
      del | delete) action=del; addr_change "$@" && settle ;;
      flush) addr_flush "$@" && settle ;;
      *) fail "Command \"$action\" is unknown, try \"ip address help\"." 255 ;;
    esac ;;
  l | li | lin | link)
    . "$K/ip-show.sh"
    . "$K/ip-link.sh"
    case $action in
      show | list | ls | lst | sh) link_show "$@" ;;
      set) link_set "$@" && settle ;;
      add) link_add "$@" && settle ;;
      del | delete) link_delete "$@" && settle ;;
      *) fail "Command \"$action\" is unknown, try \"ip link help\"." 255 ;;
    esac ;;
  r | ro | rou | rout | route)
    . "$K/ip-route.sh"
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
