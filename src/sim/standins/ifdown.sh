# ifdown, as initscripts have it (ifdown, ifdown-eth).
. "$K/ifcfg.sh"

[ -n "${1-}" ] || { echo 'usage: ifdown <device name>' >&2; exit 1; }
need_config "$1" || { echo 'usage: ifdown <device name>' >&2; exit 1; }
read_config
trap settle EXIT
[ -n "${DEVICE-}" ] || exit 1
case $NAME in
  *:*)
    # An alias: only what carries its label.
    drop_label "$REALDEVICE" "$NAME"
    exit 0 ;;
esac
[ ! -x "$R/sbin/ifdown-pre-local" ] || "$R/sbin/ifdown-pre-local" "ifcfg-$NAME"
exists "$REALDEVICE" || exit 0
if [ "${SLAVE-}" != yes ] && [ -n "${HWADDR-}" ] && [ -z "${MACADDR-}" ]; then
  read -r found <"$N/$REALDEVICE/address"
  upper_case "$found"; found=$upper
  upper_case "$HWADDR"
  [ "$found" = "$upper" ] || { echo "Device $DEVICE has MAC address $found, instead of configured address $HWADDR. Ignoring."; exit 1; }
fi
kind_of "$REALDEVICE"
if [ "$kind" = bond ]; then
  slaves_of "$DEVICE"
  for file in $slaves; do "$R/sbin/ifdown" "$file"; done
fi
flush_addresses "$REALDEVICE"
forget_routes "$REALDEVICE"
rm -f "$R/var/run/dhclient-$DEVICE.pid"
if [ "${SLAVE-}" = yes ] && [ -n "${MASTER-}" ]; then bond_set "$MASTER" slaves "-$DEVICE" 2>/dev/null; fi
link_down "$REALDEVICE"
if [ -n "${BRIDGE-}" ]; then
  bridge_remove "$BRIDGE" "$DEVICE" || echo "device $DEVICE is not a slave of $BRIDGE" >&2
  if [ -d "$N/$BRIDGE/brif" ]; then
    set -- "$N/$BRIDGE"/brif/*
    # A bridge that is up stays, and so do the guests that were cut off with it.
    [ -L "$1" ] || bridge_delete "$BRIDGE" || echo "bridge $BRIDGE is still up; can't delete it" >&2
  fi
fi
[ -z "${VLAN-}" ] || [ ! -f "$R/proc/net/vlan/$DEVICE" ] || vlan_delete "$DEVICE"
[ ! -x "$R/sbin/ifdown-local" ] || "$R/sbin/ifdown-local" "$DEVICE"
exit 0
