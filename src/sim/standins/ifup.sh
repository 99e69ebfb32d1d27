# ifup, as initscripts have it: what it does, in its order, with its mistakes (rc.d/init.d/network, ifup, ifup-eth,
# ifup-aliases). Its exit status proves nothing.
. "$K/ifcfg.sh"
. "$K/ifup-address.sh"
. "$K/ifup-bond.sh"

# bring_up_vlan: a parent that is not there ends with status 0, and no VLAN.
bring_up_vlan() {
  case $DEVICE in
    *.*) PHYSDEV=${DEVICE%.*}; id=${DEVICE##*.}; made=$DEVICE ;;
    vlan[0-9]*)
      [ -n "${PHYSDEV-}" ] || { echo "PHYSDEV should be set for device $DEVICE"; exit 1; }
      id=${DEVICE#vlan}
      # RHEL 5 makes bond0.60 unless the naming is set; vlan60 is then missing.
      if [ "$RELEASE" = el5 ] && [ "${VLAN_NAME_TYPE-}" != VLAN_PLUS_VID_NO_PAD ]; then made=$PHYSDEV.$id; else made=$DEVICE; fi ;;
    *)
      [ -n "${PHYSDEV-}" ] && [ -n "${VID-}" ] && [ "$RELEASE" != el5 ] || { [ -n "$DEVICE" ] && exit 0; [ "$RELEASE" = el5 ] && exit 0; exit 1; }
      id=$VID made=$DEVICE ;;
  esac
  load_8021q
  exists "$PHYSDEV" || { echo "ERROR: could not add vlan $id as $DEVICE on dev $PHYSDEV"; exit 0; }
  exists "$made" && return 0
  link_up "$PHYSDEV"
  vlan_new "$made" "$PHYSDEV" "$id" || { echo "ERROR: could not add vlan $id as $DEVICE on dev $PHYSDEV"; exit 0; }
}

check_hwaddr() {
  local found= wanted other mac
  [ -n "${HWADDR-}" ] || return 0
  read -r found 2>/dev/null <"$N/$REALDEVICE/address"
  upper_case "$found"; found=$upper
  upper_case "$HWADDR"; wanted=$upper
  [ "$found" != "$wanted" ] || return 0
  if [ "$RELEASE" = el5 ] && exists "$REALDEVICE"; then
    # RHEL 5 renames the NICs so that the address fits.
    links
    for other in $links; do
      kind_of "$other"
      [ "$kind" = physical ] && ! in_master "$other" && ! in_master "$REALDEVICE" || continue
      read -r mac <"$N/$other/address"
      upper_case "$mac"
      [ "$upper" = "$wanted" ] || continue
      trade_names "$REALDEVICE" "$other"
      return 0
    done
  fi
  echo "Device $DEVICE has different MAC address than expected, ignoring."
  exit 1
}

bring_up_aliases() {
  local file
  for file in "$S/ifcfg-$1":*; do
    [ -f "$file" ] && ! ignored_file "$file" || continue
    (
      CONFIG=$file NAME=${file##*/ifcfg-}
      read_config
      case ${ONPARENT-} in no | NO | n | N) exit 0 ;; esac
      REALDEVICE=$1
      [ -n "${IPADDR-}" ] || exit 0
      set_address "$IPADDR" "${NETMASK-}" "${PREFIX-}" "${BROADCAST-}"
      # GATEWAYDEV naming the alias's parent suppresses the default route.
      default_route "$DEVICE"
    )
  done
}

bring_up_device() {
  if [ "${TYPE-}" = Bridge ]; then
    exists "$DEVICE" || bridge_new "$DEVICE"
    if [ -d "$N/$DEVICE/bridge" ]; then
      [ -z "${DELAY-}" ] || bridge_delay "$DEVICE" "$DELAY"
      [ -z "${STP-}" ] || bridge_stp "$DEVICE" "$STP"
    fi
  fi
  # A device that is not there is asked for by its alias (network-functions, is_available).
  case $REALDEVICE in veth[0-9]* | vif0.[0-9]*) exists "$REALDEVICE" || modprobe "$REALDEVICE" 2>/dev/null ;; esac
  exists "$REALDEVICE" || { echo "Device $DEVICE does not seem to be present, delaying initialization."; exit 1; }
  check_hwaddr
  if [ "${SLAVE-}" = yes ] && [ -n "${MASTER-}" ]; then
    if ! in_master "$DEVICE"; then
      flush_addresses "$DEVICE"
      (DEVICE=$MASTER BONDING_OPTS=${BONDING_OPTS-}; bring_up_bond_driver)
      link_down "$DEVICE"
      bond_set "$MASTER" slaves "+$DEVICE" && link_up "$DEVICE"
    fi
    exit 0
  fi
  if [ -n "${bond-}" ]; then bring_up_bond; fi
  if [ -n "${BRIDGE-}" ]; then
    # A port makes its bridge itself, down and without an address, when the bridge's own turn has not come.
    exists "$BRIDGE" || bridge_new "$BRIDGE"
    flush_addresses "$DEVICE"
    forget_routes "$DEVICE"
    link_up "$DEVICE"
    bridge_add "$BRIDGE" "$DEVICE" 2>/dev/null
    exit 0
  fi
  [ -z "${MTU-}" ] || set_mtu "$REALDEVICE" "$MTU"
  [ -z "${MACADDR-}" ] || set_mac "$REALDEVICE" "$MACADDR"
  case ${BOOTPROTO-} in
    dhcp | bootp)
      link_up "$REALDEVICE"
      settle
      ask_dhcp "$REALDEVICE"
      if [ -z "$lease" ]; then
        echo "Determining IP information for $DEVICE... failed."
        exit 1
      fi
      has_address "$REALDEVICE" "${lease%/*}" || add_address "$REALDEVICE" "$lease" + "$DEVICE"
      [ -z "$router" ] || set_default_route "$router" "$REALDEVICE"
      echo $$ >"$R/var/run/dhclient-$DEVICE.pid" ;;
  esac
  link_up "$REALDEVICE" || { echo "Failed to bring up $DEVICE."; exit 1; }
  # Whether somebody else answers for the address depends on what the wire lets through now.
  [ -z "${IPADDR-}${IPADDR0-}${IPADDR1-}" ] || settle
  if [ -n "${IPADDR-}" ]; then
    set_address "$IPADDR" "${NETMASK-}" "${PREFIX-}" "${BROADCAST-}"
    default_route "$REALDEVICE"
  fi
  if [ "$RELEASE" != el5 ]; then
    for number_suffix in 0 1 2 3 4 5 6 7; do
      eval "extra=\${IPADDR$number_suffix-} extra_mask=\${NETMASK$number_suffix-} extra_prefix=\${PREFIX$number_suffix-}"
      [ -n "$extra" ] || continue
      set_address "$extra" "$extra_mask" "$extra_prefix"
      [ -n "${IPADDR-}" ] || { IPADDR=$extra; NETMASK=$extra_mask; PREFIX=$extra_prefix; default_route "$REALDEVICE"; }
    done
  fi
  case ${IPV6INIT-}$RELEASE in
    yes* | el7) for extra in ${IPV6ADDR-} ${IPV6ADDR_SECONDARIES-}; do add_address6 "$REALDEVICE" "$extra"; done ;;
  esac
  [ -n "${NOZEROCONF-}" ] || [ "$REALDEVICE" = lo ] || add_route "169.254.0.0/16 dev $REALDEVICE  scope link"
  if [ -f "$S/route-$DEVICE" ]; then
    while read -r line; do
      case $line in '' | '#'* | *=*) ;; *' dev '*) add_route "$line" ;; *) add_route "$line dev $REALDEVICE" ;; esac
    done <"$S/route-$DEVICE"
  fi
  bring_up_aliases "$DEVICE"
  [ ! -x "$R/sbin/ifup-local" ] || "$R/sbin/ifup-local" "$DEVICE"
}

[ -n "${1-}" ] || { echo 'Usage: ifup <device name>' >&2; exit 1; }
need_config "$1" || { [ "$RELEASE" != el5 ] || echo "Missing config file ifcfg-$NAME."; echo "$R/sbin/ifup: configuration for $NAME not found." >&2; echo "Usage: ifup <device name>" >&2; exit 1; }
read_config
trap settle EXIT
if [ "${2-}" = boot ]; then case ${ONBOOT-} in no | NO | No | n | N) exit 0 ;; esac; fi
[ ! -x "$R/sbin/ifup-pre-local" ] || "$R/sbin/ifup-pre-local" "ifcfg-$NAME" ${2-}
[ "${VLAN-}" != yes ] || bring_up_vlan
DEVICE=${DEVICE-} REALDEVICE=${REALDEVICE-}
case $NAME in
  *:*) bring_up_aliases "${NAME%%:*}"; exit 0 ;;
esac
[ -n "$DEVICE" ] || exit 1
bond=
case ${TYPE-} in
  Bridge) ;;
  *) if [ "${SLAVE-}" != yes ] && [ "${VLAN-}" != yes ] && bring_up_bond_driver; then bond=1; fi ;;
esac
bring_up_device
