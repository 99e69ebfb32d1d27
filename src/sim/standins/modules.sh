# Modules of the simulated kernel; loading bonding makes bonds.

module_loaded() { printf '%s 12345 0 - Live 0xffffffffa0000000\n' "$1" >>"$R/proc/modules"; mkdir -p "$R/sys/module/$1"; }
has_module() {
  local name
  while read -r name _; do [ "$name" = "$1" ] && return 0; done <"$R/proc/modules"
  return 1
}

# load_bonding [BOND]: `options bonding max_bonds=N` counts, default 1; other options act through the alias alone.
load_bonding() {
  local count=1 index=0 file word name rest_of
  has_module bonding && return 0
  module_loaded bonding
  mkdir -p "$R/proc/net/bonding"
  echo >"$N/bonding_masters"
  for file in "$R/etc/modprobe.conf" "$R"/etc/modprobe.d/*.conf; do
    [ -f "$file" ] || continue
    while read -r word name rest_of; do
      [ "$word $name" = 'options bonding' ] || continue
      for word in $rest_of; do case $word in max_bonds=*[!0-9]*) ;; max_bonds=?*) count=${word#*=} ;; esac; done
    done <"$file"
  done
  while [ "$index" -lt "$count" ]; do
    bond_new "bond$index"
    index=$((index + 1))
  done
}
# Xen's loopback pairs: what goes into vethN comes out of vif0.N.
load_netloop() {
  local index=0
  module_loaded netloop
  while [ "$index" -lt 4 ]; do
    new_device "veth$index" veth 00:00:00:00:00:00 1500
    new_device "vif0.$index" vif fe:ff:ff:ff:ff:ff 1500
    index=$((index + 1))
  done
}
unload_bonding() {
  local link
  links
  for link in $links; do
    kind_of "$link"
    [ "$kind" = bond ] && bond_delete "$link"
  done
  rm -rf "$N/bonding_masters" "$R/proc/net/bonding" "$R/sys/module/bonding"
  forget_module bonding
}
forget_module() {
  local name more kept=
  while read -r name more; do
    [ "$name" = "$1" ] || kept="$kept$name $more
"
  done <"$R/proc/modules"
  printf %s "$kept" >"$R/proc/modules"
}
