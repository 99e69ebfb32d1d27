# A minimal ip over a tree: net/NAME/addr has lines of addresses, sys/class/net/NAME is the device.
log "ip $*"
[ "$1" != -4 ] || shift
[ ! -e "$R/behave/ip" ] || . "$R/behave/ip"
case "$1 $2" in
  'addr ' | 'addr show')
    number=0
    for folder in "$R"/sys/class/net/*/; do
      name=${folder%/}; name=${name##*/}; number=$((number + 1))
      echo "$number: $name: <BROADCAST,MULTICAST,UP> mtu 1500 qdisc noop"
      read -r mac <"$folder/address"
      echo "    link/ether $mac brd ff:ff:ff:ff:ff:ff"
      [ ! -e "$R/behave/addresses" ] || . "$R/behave/addresses"
      [ -e "$R/net/addr/$name" ] && while read -r address; do echo "    inet $address scope global $name"; done <"$R/net/addr/$name"
    done ;;
  'addr add') shift 2; address=$1; while [ "$1" != dev ]; do shift; done; [ -d "$R/sys/class/net/$2" ] || exit 1; echo "$address" >>"$R/net/addr/$2" ;;
  'addr flush') rm -f "$R/net/addr/$4" ;;
  'route ' | 'route show') [ ! -e "$R/net/routes" ] || cat "$R/net/routes" ;;
  'route replace')
    shift 2
    [ ! -e "$R/behave/route" ] || . "$R/behave/route"
    case $1 in default) kept=$(grep -v '^default ' "$R/net/routes") ;; *) kept=$(grep -vx "$* *" "$R/net/routes") ;; esac
    printf '%s\n' "$*" >"$R/net/routes.new"
    [ -z "$kept" ] || echo "$kept" >>"$R/net/routes.new"
    mv "$R/net/routes.new" "$R/net/routes" ;;
  'link add')
    shift 2; name=$1; [ "$1" != link ] || name=$4
    mkdir -p "$R/sys/class/net/$name"
    echo 02:00:00:00:00:0a >"$R/sys/class/net/$name/address"
    case "$*" in *' type bond') mkdir "$R/sys/class/net/$name/bonding" ;; esac ;;
  'link delete') [ -d "$R/sys/class/net/$3" ] || exit 1; rm -rf "$R/sys/class/net/$3" "$R/net/addr/$3" ;;
esac
exit 0
