# stat of the machine, with root as the owner of what the simulator's own user owns.
replace() { # TEXT FROM TO: sets text
  text=
  rest=$1
  while :; do
    case $rest in
      *"$2"*) text=$text${rest%%"$2"*}$3; rest=${rest#*"$2"} ;;
      *) text=$text$rest; return ;;
    esac
  done
}
owners() {
  replace "$1" %u 0
  replace "$text" %g 0
  replace "$text" %U root
  replace "$text" %G root
}
count=$#
while [ "$count" -gt 0 ]; do
  argument=$1
  shift
  count=$((count - 1))
  case $argument in
    -c | --format | --printf) owners "$1"; set -- "$@" "$argument" "$text"; shift; count=$((count - 1)) ;;
    -c?* | --format=* | --printf=*) owners "$argument"; set -- "$@" "$text" ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec "$REAL_STAT" "$@"
