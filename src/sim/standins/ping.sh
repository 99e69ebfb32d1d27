# ping: who answers is in $K/neighbours, and only over an address that the wire lets through.
target= device= count=1
while [ $# -gt 0 ]; do
  case $1 in
    -c) count=$2; shift ;;
    -I) device=$2; shift ;;
    -W | -w | -i | -s | -t | -M) shift ;;
    -*) ;;
    *) target=$1 ;;
  esac
  shift
done
answers() {
  local address link own
  links
  for link in $links; do has_address "$link" "$target" && return 0; done
  while read -r own; do [ "$own" = "$target" ] && known=1; done <"$K/neighbours"
  [ -n "$known" ] || return 1
  while read -r address link; do
    case $device in '' | "$link" | "${address%/*}") ;; *) continue ;; esac
    same_subnet "$address" "$target" || has_default_route || continue
    return 0
  done <"$K/reachable"
  return 1
}
known=
echo "PING $target ($target) 56(84) bytes of data."
if answers; then
  printf '64 bytes from %s: icmp_seq=1 ttl=64 time=0.221 ms\n\n--- %s ping statistics ---\n%s packets transmitted, %s received, 0%% packet loss, time 0ms\n' "$target" "$target" "$count" "$count"
  exit 0
fi
printf '\n--- %s ping statistics ---\n%s packets transmitted, 0 received, 100%% packet loss, time 0ms\n' "$target" "$count"
exit 1
