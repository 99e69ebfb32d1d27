# VLANs of the simulated kernel (net/8021q as of 2.6.18 to 3.10).

# vlan_new NAME PARENT ID
vlan_new() {
  local mac mtu
  exists "$2" && ! exists "$1" || return 1
  case $3 in '' | *[!0-9]*) return 1 ;; esac
  [ "$3" -ge 1 ] && [ "$3" -le 4094 ] || return 1
  read -r mac <"$N/$2/address"
  read -r mtu <"$N/$2/mtu"
  new_device "$1" vlan "$mac" "$mtu"
  read -r mtu <"$N/$2/ifindex"
  echo "$mtu" >"$N/$1/iflink"
  echo "$2" >"$K/parent/$1"
  echo "$3" >"$K/vlan-id/$1"
  printf '%s  VID: %s\t REORDER_HDR: 1  dev->priv_flags: 1\n         total frames received            0\n          total bytes received            0\n      Broadcast/Multicast Rcvd            0\n\n      total frames transmitted            0\n       total bytes transmitted            0\n            total headroom inc            0\n           total encap on xmit            0\nDevice: %s\nINGRESS priority mappings: 0:0  1:0  2:0  3:0  4:0  5:0  6:0 7:0\n EGRESS priority mappings: \n' \
    "$1" "$3" "$2" >"$R/proc/net/vlan/$1"
  vlan_config
}

vlan_delete() {
  delete_device "$1"
  vlan_config
}

vlan_config() {
  local link id parent
  links
  {
    printf 'VLAN Dev name\t | VLAN ID\nName-Type: VLAN_NAME_TYPE_RAW_PLUS_VID_NO_PAD\n'
    for link in $links; do
      kind_of "$link"
      [ "$kind" = vlan ] || continue
      read -r id <"$K/vlan-id/$link"
      read -r parent <"$K/parent/$link"
      printf '%-15s| %-4s | %s\n' "$link" "$id" "$parent"
    done
  } >"$R/proc/net/vlan/config"
}

load_8021q() {
  [ -d "$R/proc/net/vlan" ] && return 0
  mkdir -p "$R/proc/net/vlan"
  vlan_config
  module_loaded 8021q
}
