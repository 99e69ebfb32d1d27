# ifenslave of the kernel's bonding documentation: `ifenslave [-d] BOND DEVICE…`.
detach=
case ${1-} in -d) detach=1; shift ;; -*) exit 0 ;; esac
bond=$1
shift
for device in "$@"; do
  if [ -n "$detach" ]; then bond_release "$bond" "$device"; else link_down "$device"; bond_enslave "$bond" "$device" && link_up "$device"; fi || status=1
done
settle
exit "${status:-0}"
