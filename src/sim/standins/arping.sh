# arping of iputils: -D asks whether somebody else owns the address, -A and -U announce it, without either it asks.
target= device= duplicate= announce=
while [ $# -gt 0 ]; do
  case $1 in
    -D) duplicate=1 ;;
    -A | -U) announce=1 ;;
    -I) device=$2; shift ;;
    -c | -w | -s) shift ;;
    -*) ;;
    *) target=$1 ;;
  esac
  shift
done
wire=-
read -r wire 2>/dev/null <"$K/wire/$device"
[ -n "$announce" ] && exit 0
known=
[ "$wire" = - ] || while read -r own; do [ "$own" = "$target" ] && known=1; done <"$K/neighbours"
if [ -n "$duplicate" ]; then [ -z "$known" ]; else [ -n "$known" ]; fi
