# Commands with a time limit, without timeout(1).

# A minder looks each second whether the command that is written down in `running` is over its limit. It also keeps
# the heartbeat of a role that puts the network back. One fork for all commands of a role.
start_minder() {
  [ -z "$minder" ] || return 0
  trap : USR1
  overwrite running ''
  (
    pause=
    trap '[ -z "$pause" ] || kill "$pause" 2>/dev/null; exit 0' TERM
    ticks=0
    while alive $me; do
      sleep 1 &
      pause=$!
      wait "$pause"
      look_after_command
    done
  ) </dev/null >/dev/null 2>&1 3>&- &
  minder=$!
}

stop_minder() {
  [ -n "$minder" ] || return 0
  kill "$minder" 2>/dev/null
  wait "$minder" 2>/dev/null
  minder=
}

# First TERM, a second later KILL; then the parent is told to wait no longer, for what hangs in the kernel cannot be killed.
look_after_command() {
  clock
  [ "$role" = supervise ] || overwrite heartbeat "$up"
  first_line "$tx/running" || return 0
  set -- $line
  [ $# -ge 3 ] && [ "$now" -ge "$3" ] || return 0
  start_of "$1" && [ "$started" = "$2" ] || return 0
  if [ "$now" -lt $(($3 + 100)) ]; then
    kill -TERM "-$1" 2>/dev/null
  else
    kill -KILL "-$1" 2>/dev/null
    kill -USR1 "$$"
  fi
}

# timed SECONDS WORDS…: runs a command in a process group of its own. Its status is in $status, 124 when it was ended.
timed() {
  start_minder
  clock
  limit=$((now + $1 * 100))
  shift
  sink=$tx/output
  { echo >"$sink"; } 2>/dev/null || sink=/dev/null
  (
    await_note
    umask 022
    exec setsid "$@"
  ) </dev/null >>"$sink" 2>&1 3>&- &
  job=$!
  start_of "$job"
  job_started=$started
  overwrite running "$job $job_started $limit"
  while :; do
    wait "$job" 2>/dev/null
    status=$?
    [ "$status" -gt 128 ] || break
    clock
    if [ "$now" -ge "$limit" ]; then
      status=124
      break
    fi
    # A trapped signal ends wait early.
    start_of "$job" && [ "$started" = "$job_started" ] || break
  done
  overwrite running ''
  return "$status"
}

# A command leaves our process group only once it is written down, so that whoever ends us finds it: before that by the
# group, after that by the note.
await_note() {
  tries=0
  until [ "$tries" -ge 1000 ]; do
    first_line "$tx/running"
    case $line in *" $limit "*) return 0 ;; esac
    [ -d "/proc/$$" ] || exit 1
    tries=$((tries + 1))
  done
}

# Ends the command that another role was running.
end_running() {
  first_line "$tx/running" || return 0
  set -- $line
  [ $# -ge 3 ] && start_of "$1" && [ "$started" = "$2" ] || return 0
  kill -KILL "-$1" 2>/dev/null || :
}
