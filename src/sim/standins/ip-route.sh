# `ip route`.

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
