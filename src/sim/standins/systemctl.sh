# systemctl: units of /etc, /run and /usr, as far as a guard, a rescuer's timer and plain services need it.
quiet= now= value= property=
set_unit() {
  unit=$1
  case $unit in *.service | *.timer | *.target | *.path | *.socket) ;; *) unit=$unit.service ;; esac
  path=
  for folder in "$R/etc/systemd/system" "$R/run/systemd/system" "$R/run/systemd/transient" "$R/usr/lib/systemd/system"; do
    if [ -f "$folder/$unit" ]; then path=$folder/$unit; break; fi
  done
}
# lines KEY: prints the values of the unit's key.
lines() {
  local line
  while read -r line || [ -n "$line" ]; do case $line in "$1="*) echo "${line#*=}" ;; esac; done <"$path"
}
read_key() { # KEY: sets answer to the last value
  local line
  answer=
  while read -r line || [ -n "$line" ]; do case $line in "$1="*) answer=${line#*=} ;; esac; done <"$path"
}
active() { [ -f "$K/units/$unit" ]; }
run_lines() { # KEY: runs the unit's commands, in a clean environment, away from the session
  local line
  lines "$1" | while read -r line; do
    line=${line#-}
    line=${line#@}
    env -i PATH="$PATH" LANG=C sh -c "cd '$R' && $line" </dev/null >>"$R/var/log/messages" 2>&1 || { echo failed; break; }
  done
}
start_unit() {
  case $unit in
    *.target) return 0 ;;
    *.timer) [ -n "$path" ] || missing; echo timer >"$K/units/$unit"; echo changed >"$K/changed"; return 0 ;;
  esac
  if [ -z "$path" ]; then
    [ -x "$R/etc/init.d/${unit%.service}" ] || missing
    "$R/etc/init.d/${unit%.service}" start >/dev/null
    return
  fi
  read_key Type
  type=$answer
  if [ "$type" = oneshot ]; then
    [ -z "$(run_lines ExecStart)" ] || { echo "Job for $unit failed. See 'systemctl status $unit' and 'journalctl -xn' for details." >&2; return 1; }
    read_key RemainAfterExit
    case $answer in yes | true | 1) echo exited >"$K/units/$unit" ;; esac
    return 0
  fi
  read_key ExecStart
  answer=${answer#-}
  (
    setsid env -i PATH="$PATH" LANG=C sh -c "cd '$R' && exec $answer" </dev/null >>"$R/var/log/messages" 2>&1 &
    echo $! >"$K/units/$unit"
  )
}
stop_unit() {
  local pid=
  if [ -z "$path" ] && [ -x "$R/etc/init.d/${unit%.service}" ]; then "$R/etc/init.d/${unit%.service}" stop >/dev/null; return; fi
  active || return 0
  read -r pid <"$K/units/$unit"
  rm -f "$K/units/$unit"
  case $pid in [1-9]*) kill -TERM "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null ;; esac
  case $unit in *.service) [ -z "$path" ] || run_lines ExecStop >/dev/null ;; esac
  return 0
}
is_active() {
  local pid=
  if [ -z "$path" ] && ! active; then
    [ -x "$R/etc/init.d/${unit%.service}" ] || return 3
    # A oneshot script has no status worth asking.
    [ "$unit" = network.service ] && { [ -f "$R/var/lock/subsys/network" ] || return 3; return 0; }
    "$R/etc/init.d/${unit%.service}" status >/dev/null 2>&1 || return 3
    return 0
  fi
  active || return 3
  read -r pid <"$K/units/$unit"
  case $pid in [1-9]*) kill -0 "$pid" 2>/dev/null || return 3 ;; esac
  return 0
}
wanted_by() { lines WantedBy; lines RequiredBy; }
enabled() {
  local link
  for link in "$R"/etc/systemd/system/*.wants/"$unit" "$R"/etc/systemd/system/*.requires/"$unit"; do [ -L "$link" ] && return 0; done
  if [ -z "$path" ]; then
    set -- "$R/etc/rc.d/rc3.d"/S[0-9][0-9]"${unit%.service}"
    [ -L "$1" ] && return 0
  fi
  return 1
}
missing() { echo "Failed to $action $unit: Unit not found." >&2; exit 5; }

action= units= shown=
while [ $# -gt 0 ]; do
  case $1 in
    -q | --quiet) quiet=1 ;;
    --now) now=1 ;;
    -p) property=${property:+$property,}$2; shift ;;
    --property=*) property=${1#*=} ;;
    --value) value=1 ;;
    --no-block | --no-pager | --no-legend | --no-ask-password | --force | -f | --all | -a | --full | -l | --runtime | --plain | --system) ;;
    -*) ;;
    *) if [ -z "$action" ]; then action=$1; else units="$units $1"; fi ;;
  esac
  shift
done
status=0
case $action in
  daemon-reload | daemon-reexec | reset-failed | set-default) exit 0 ;;
  is-system-running) echo running; exit 0 ;;
  list-timers | list-units | '')
    for unit in "$K"/units/*; do [ -f "$unit" ] && echo "${unit##*/}"; done
    exit 0 ;;
  reboot) exec reboot ;;
esac
for unit in $units; do
  set_unit "$unit"
  case $action in
    start) start_unit || status=1 ;;
    stop) stop_unit ;;
    restart | try-restart | reload-or-restart) stop_unit; start_unit || status=1 ;;
    kill) stop_unit ;;
    status | is-active | is-failed)
      is_active || status=$?
      [ -n "$quiet" ] || { if [ "$status" = 0 ]; then echo active; else echo inactive; fi; } ;;
    is-enabled)
      enabled || status=1
      [ -n "$quiet" ] || { if [ "$status" = 0 ]; then echo enabled; elif [ -n "$path" ]; then echo disabled; else echo "Failed to get unit file state for $unit: No such file or directory" >&2; fi; } ;;
    enable | reenable)
      if [ -z "$path" ]; then
        [ -x "$R/etc/init.d/${unit%.service}" ] || missing
        chkconfig "${unit%.service}" on
      else
        for target in $(wanted_by); do
          mkdir -p "$R/etc/systemd/system/$target.wants"
          ln -sfn "${path#"$R"}" "$R/etc/systemd/system/$target.wants/$unit"
          [ -n "$quiet" ] || echo "Created symlink from /etc/systemd/system/$target.wants/$unit to ${path#"$R"}." >&2
        done
      fi
      [ -z "$now" ] || start_unit ;;
    disable)
      rm -f "$R"/etc/systemd/system/*.wants/"$unit" "$R"/etc/systemd/system/*.requires/"$unit"
      if [ -z "$path" ] && [ -x "$R/etc/init.d/${unit%.service}" ]; then chkconfig "${unit%.service}" off; fi
      [ -z "$now" ] || stop_unit ;;
    show)
      if is_active; then state=active; else state=inactive; fi
      if [ -n "$path" ] || [ -x "$R/etc/init.d/${unit%.service}" ]; then load=loaded; else load=not-found; fi
      if [ "$load" = not-found ]; then file=; elif enabled; then file=enabled; else file=disabled; fi
      [ -z "$shown" ] || [ -n "$value" ] || echo
      shown=1
      for key in $(IFS=,; echo ${property:-Id,LoadState,ActiveState,UnitFileState}); do
        case $key in Id) answer=$unit ;; ActiveState) answer=$state ;; LoadState) answer=$load ;; UnitFileState) answer=$file ;; *) continue ;; esac
        if [ -n "$value" ]; then echo "$answer"; else echo "$key=$answer"; fi
      done ;;
    cat) [ -n "$path" ] || missing; cat "$path" ;;
    *) echo "Unknown operation '$action'." >&2; exit 1 ;;
  esac
done
exit "$status"
