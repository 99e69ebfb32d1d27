# /etc/init.d/network, chkconfig: 2345 10 90
. "$K/ifcfg.sh"
ok() { if [ "$1" = 0 ]; then echo "$2  [  OK  ]"; else echo "$2  [FAILED]"; failed=1; fi; }

# classify: sets plain, vlan_names and bridge_names, in name order. Only lines with these words are looked at, comments
# too: one that holds `TYPE=` hides the real line.
classify() {
  local file line name text
  plain= vlan_names= bridge_names=
  for file in "$S"/ifcfg-*; do
    ignored_file "$file" && continue
    name=${file##*/ifcfg-}
    case $name in lo | *:* | '*') continue ;; esac
    DEVICE= TYPE= SLAVE= ONBOOT= text=
    while read -r line || [ -n "$line" ]; do
      case $line in
        '#'*DEVICE=* | '#'*TYPE=* | '#'*SLAVE=*) break ;;
        *ONBOOT=*) case $line in ONBOOT=*) ONBOOT=${line#*=} ;; esac ;;
        *DEVICE=* | *TYPE=* | *SLAVE=*) text="$text $line" ;;
      esac
    done <"$file"
    # Within one line a value may be quoted; anything else there is not ours to run.
    for line in $text; do
      case $line in
        DEVICE=*) DEVICE=${line#*=} ;;
        TYPE=*) TYPE=${line#*=} ;;
        SLAVE=*) SLAVE=${line#*=} ;;
      esac
    done
    DEVICE=${DEVICE#\"} TYPE=${TYPE#\"} SLAVE=${SLAVE#\"}
    DEVICE=${DEVICE%\"} TYPE=${TYPE%\"} SLAVE=${SLAVE%\"}
    [ -n "$DEVICE" ] || DEVICE=$name
    [ "$SLAVE" != yes ] || continue
    if [ "$TYPE" = Bridge ]; then bridge_names="$bridge_names $name"; continue; fi
    case $DEVICE in *.* | vlan*) vlan_names="$vlan_names $name"; continue ;; esac
    plain="$plain $name"
  done
}

up() { "$R/sbin/ifup" "$1" boot; ok $? "Bringing up interface $1:"; }
# onboot NAME: whether its file lets it start; those that do not are not mentioned.
onboot() {
  local line
  while read -r line || [ -n "$line" ]; do case $line in ONBOOT=[nN]* | ONBOOT=\"[nN]*) return 1 ;; esac; done <"$S/ifcfg-$1"
  return 0
}

start() {
  local name
  failed=0
  loopback_up
  ok 0 'Bringing up loopback interface:'
  classify
  for name in $plain $vlan_names $bridge_names; do
    onboot "$name" || continue
    up "$name"
  done
  settle
  : >"$R/var/lock/subsys/network"
  return "$failed"
}

stop() {
  local name device
  failed=0
  classify
  for name in $bridge_names $vlan_names $plain; do
    device=$name
    exists "$device" && is_up "$device" || continue
    "$R/sbin/ifdown" "$name" boot
    ok $? "Shutting down interface $name:"
  done
  link_down lo
  ok 0 'Shutting down loopback interface:'
  settle
  rm -f "$R/var/lock/subsys/network"
}

case ${1-} in
  start) start ;;
  stop) stop ;;
  restart | reload | force-reload) stop; start ;;
  condrestart) [ ! -f "$R/var/lock/subsys/network" ] || { stop; start; } ;;
  status)
    classify
    printf 'Configured devices:\nlo%s\nCurrently active devices:\n' "$plain$vlan_names$bridge_names"
    links
    for name in $links; do is_up "$name" && printf '%s ' "$name"; done
    echo ;;
  *) echo 'Usage: network {start|stop|restart|reload|status}'; exit 2 ;;
esac
