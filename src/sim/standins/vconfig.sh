# vconfig of RHEL 5 and 6: the only way to a VLAN where ip does not know `link add`.
case ${1-} in
  add)
    load_8021q
    name=$2.$3
    [ -f "$K/vlan-name-type" ] && read -r type <"$K/vlan-name-type" && [ "$type" = VLAN_PLUS_VID_NO_PAD ] && name=vlan$3
    exists "$2" || { echo "ERROR: trying to add VLAN #$3 to IF -:$2:-  error: No such device" >&2; exit 3; }
    vlan_new "$name" "$2" "$3" || { echo "ERROR: trying to add VLAN #$3 to IF -:$2:-  error: File exists" >&2; exit 3; }
    echo "Added VLAN with VID == $3 to IF -:$2:-" ;;
  rem)
    kind_of "$2"
    [ "$kind" = vlan ] || { echo "ERROR: trying to remove VLAN -:$2:- error: No such device" >&2; exit 3; }
    vlan_delete "$2"
    echo "Removed VLAN -:$2:-" ;;
  set_name_type) load_8021q; echo "$2" >"$K/vlan-name-type" ;;
  set_flag) [ -f "$R/proc/net/vlan/$2" ] ;;
  set_egress_map | set_ingress_map) ;;
  *) exit 1 ;;
esac || exit 3
settle
