# service NAME ACTION: runs the init script in a clean environment; with systemd it asks systemctl for what it knows.
name=${1-}
[ -n "$name" ] || { echo 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]' >&2; exit 1; }
shift
script=$R/etc/init.d/$name
if [ ! -x "$script" ]; then
  [ "$RELEASE" = el7 ] && exec systemctl "${1-status}" "$name.service"
  echo "$name: unrecognized service" >&2
  exit 1
fi
cd "$R/" || exit 1
exec env -i PATH="$PATH" TERM=dumb LANG=C "$script" "$@"
