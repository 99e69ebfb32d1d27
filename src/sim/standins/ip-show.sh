# What `ip addr show` and `ip link show` print.

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
