# What ifup does with a bond.

bring_up_bond_driver() {
  local file word name
  exists "$DEVICE" && { kind_of "$DEVICE"; [ "$kind" = bond ] && return 0; return 1; }
  if [ -n "${BONDING_OPTS-}" ]; then
    load_bonding
    exists "$DEVICE" || bond_new "$DEVICE"
    return 0
  fi
  for file in "$R/etc/modprobe.conf" "$R"/etc/modprobe.d/*.conf; do
    [ -f "$file" ] || continue
    while read -r word name more; do
      [ "$word $name $more" = "alias $DEVICE bonding" ] && { load_bonding; exists "$DEVICE" || bond_new "$DEVICE"; return 0; }
    done <"$file"
  done
  return 1
}

# bond_options: mode and miimon come first on 6 and 7, as listed on 5; while slaves are there, nothing on 6 and 7.
bond_options() {
  local option later= present= option_key value target IFS_before
  read -r present 2>/dev/null <"$N/$DEVICE/bonding/slaves"
  [ -n "$present" ] && [ "$RELEASE" != el5 ] && return 0
  if [ "$RELEASE" != el5 ]; then
    for option in ${BONDING_OPTS-}; do
      case $option in mode=* | miimon=*) bond_set "$DEVICE" "${option%%=*}" "${option##*=}" ;; *) later="$later $option" ;; esac
    done
  else
    later=${BONDING_OPTS-}
  fi
  for option in $later; do
    option_key=${option%%=*} value=${option##*=}
    case $option_key in
      primary) primary=$value ;;
      arp_ip_target)
        # The check for what is there already has no anchor: 10.0.0.1 is taken for a part of 10.0.0.10.
        IFS_before=$IFS
        IFS=,
        for target in $value; do
          IFS=$IFS_before
          present=
          read -r present 2>/dev/null <"$N/$DEVICE/bonding/arp_ip_target"
          case $present in *"$target"*) ;; *) bond_set "$DEVICE" arp_ip_target "+$target" ;; esac
        done
        IFS=$IFS_before ;;
      *) bond_set "$DEVICE" "$option_key" "$value" ;;
    esac
  done
}

bring_up_bond() {
  local file primary=
  bond_options
  link_up "$DEVICE"
  slaves_of "$DEVICE"
  for file in $slaves; do "$R/sbin/ifup" "$file"; done
  [ -z "$primary" ] || bond_set "$DEVICE" primary "$primary"
}
