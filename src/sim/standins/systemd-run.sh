# systemd-run: a command as a transient service, away from the session; with a timer option, once or again and again.
unit= timer= scope=
while [ $# -gt 0 ]; do
  case $1 in
    --unit=*) unit=${1#*=} ;;
    --unit | -p | --property | --description | --slice | --uid | --gid | --setenv) [ "$1" != --unit ] || unit=$2; shift ;;
    --on-active=* | --on-unit-active=* | --on-boot=* | --on-calendar=*) timer="$timer${1#--}
" ;;
    --scope) scope=1 ;;
    --) shift; break ;;
    -*) ;;
    *) break ;;
  esac
  shift
done
[ -n "$scope" ] && exec "$@"
unit=${unit:-run-$$}
unit=${unit%.service}
[ ! -f "$K/units/$unit.service" ] || { read -r pid <"$K/units/$unit.service"; kill -0 "$pid" 2>/dev/null && { echo "Failed to start transient service unit: Unit $unit.service already exists." >&2; exit 1; }; }
if [ -n "$timer" ]; then
  mkdir -p "$R/run/systemd/transient"
  line=
  for word in "$@"; do line="$line '$(printf %s "$word" | sed "s/'/'\\\\''/g")'"; done
  printf '[Service]\nType=oneshot\nExecStart=%s\n' "$line" >"$R/run/systemd/transient/$unit.service"
  printf '[Timer]\n%s' "$timer" | sed -e s/on-active=/OnActiveSec=/ -e s/on-unit-active=/OnUnitActiveSec=/ -e s/on-boot=/OnBootSec=/ -e s/on-calendar=/OnCalendar=/ >"$R/run/systemd/transient/$unit.timer"
  echo timer >"$K/units/$unit.timer"
  echo changed >"$K/changed"
else
  setsid env -i PATH="$PATH" LANG=C "$@" </dev/null >>"$R/var/log/messages" 2>&1 &
  echo $! >"$K/units/$unit.service"
fi
echo "Running as unit $unit.service." >&2
