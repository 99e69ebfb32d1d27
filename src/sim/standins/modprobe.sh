# modprobe: the modules that a network of hypervisors needs; names may be aliases of modprobe.conf or modprobe.d.
remove=
while :; do
  case ${1-} in -r) remove=1 ;; -q | -v | -b | -a | --) ;; -*) ;; *) break ;; esac
  shift
done
resolve() {
  local file word alias target
  module=$1
  for file in "$R/etc/modprobe.conf" "$R"/etc/modprobe.d/*.conf; do
    [ -f "$file" ] || continue
    while read -r word alias target _; do [ "$word $alias" = "alias $1" ] && module=$target; done <"$file"
  done
}
missing() {
  case $RELEASE in el7) echo "modprobe: FATAL: Module $1 not found." >&2 ;; *) echo "FATAL: Module $1 not found." >&2 ;; esac
  exit 1
}
[ $# -gt 0 ] || exit 1
resolve "$1"
if [ -n "$remove" ]; then
  has_module "$module" || exit 0
  case $module in
    bonding) unload_bonding ;;
    *) forget_module "$module"; rm -rf "$R/sys/module/$module" ;;
  esac
  settle
  exit 0
fi
has_module "$module" && exit 0
case $module in
  bonding) load_bonding ;;
  8021q) load_8021q ;;
  netloop) load_netloop ;;
  bridge | stp | llc | dummy | tun | ipv6 | ip_tables | iptable_filter | tg3 | e1000e | igb | ixgbe | bnx2 | softdog) module_loaded "$module" ;;
  off) exit 0 ;;
  *) missing "$1" ;;
esac
[ "$module" = "$1" ] || [ "$module" != bonding ] || bond_new "$1"
settle
