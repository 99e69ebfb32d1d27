# `ip addr add`, `del` and `flush`.

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
