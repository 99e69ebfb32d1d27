# brctl of bridge-utils 1.1 to 1.5.
no_such() { echo "bridge $1 does not exist!" >&2; exit 1; }
need_bridge() { [ -d "$N/$1/bridge" ] || no_such "$1"; }
case ${1-} in
  addbr) bridge_new "$2" || { echo "device $2 already exists; can't create bridge with the same name" >&2; exit 1; } ;;
  delbr)
    need_bridge "$2"
    bridge_delete "$2" || { echo "bridge $2 is still up; can't delete it" >&2; exit 1; } ;;
  addif)
    need_bridge "$2"
    shift
    bridge=$1
    shift
    for port in "$@"; do
      exists "$port" || { echo "interface $port does not exist!" >&2; exit 1; }
      bridge_add "$bridge" "$port" || { echo "device $port is already a member of a bridge; can't enslave it to bridge $bridge." >&2; exit 1; }
    done ;;
  delif)
    need_bridge "$2"
    bridge_remove "$2" "$3" || { echo "device $3 is not a slave of $2" >&2; exit 1; } ;;
  stp) need_bridge "$2"; bridge_stp "$2" "$3" || exit 1 ;;
  setfd) need_bridge "$2"; bridge_delay "$2" "$3" || exit 1 ;;
  sethello) need_bridge "$2"; echo $(($3 * 100)) >"$N/$2/bridge/hello_time" ;;
  setmaxage) need_bridge "$2"; echo $(($3 * 100)) >"$N/$2/bridge/max_age" ;;
  setageing) need_bridge "$2"; echo $(($3 * 100)) >"$N/$2/bridge/ageing_time" ;;
  setbridgeprio) need_bridge "$2"; echo "$3" >"$N/$2/bridge/priority" ;;
  setpathcost | setportprio | setgcint) need_bridge "$2" ;;
  show)
    printf 'bridge name\tbridge id\t\tSTP enabled\tinterfaces\n'
    links
    for bridge in ${2:-$links}; do
      [ -d "$N/$bridge/bridge" ] || continue
      read -r stp <"$N/$bridge/bridge/stp_state"
      read -r mac <"$N/$bridge/address"
      IFS=:
      set -- $mac
      unset IFS
      if [ "$stp" = 1 ]; then stp=yes; else stp=no; fi
      printf '%s\t\t8000.%s%s%s%s%s%s\t%s\t' "$bridge" "$@" "$stp"
      first=1
      for port in "$N/$bridge"/brif/*; do
        [ -e "$port" ] || continue
        [ -n "$first" ] || printf '\t\t\t\t\t\t\t'
        printf '\t%s\n' "${port##*/}"
        first=
      done
      [ -z "$first" ] || echo
    done
    exit 0 ;;
  *) echo 'Usage: brctl [commands]' >&2; exit 1 ;;
esac
settle
