# The way back, rung by rung, each within its bound.

roll_back() {
  [ "$role" = supervise ] || end_role supervisor
  end_running
  put_state 'rolling back'
  start_minder
  if [ -z "$because" ] && first_line "$tx/why"; then because=$line; fi
  encode "${because:-the process that watched over it is gone}"
  say rolling-back "why=$encoded"
  fallen='' degraded='' misplaced=''
  if [ ! -e "$tx/staged" ] && [ ! -e "$tx/cut" ]; then
    put_files_back
  elif [ "$role" = guard ]; then
    # Before networking: the files, and which services a boot starts, are all there is to put back.
    put_files_back
    allow 20
    undo_changes
  elif [ "$disruptive" = no ] || { [ ! -e "$tx/cut" ] && ! is_booted; }; then
    allow 70
    put_files_back
    put_sysctls_back
    undo_changes
  else
    # A trial that was booted ends with a boot: whatever was started in it stood on the network that goes.
    [ "$reboot" != trial ] || restart_back
    if climb_down; then
      name_missing
    else
      [ "$reboot" = no ] || restart_back
      fallen='the addresses, default routes and neighbours of the checkpoint did not come back'
    fi
  fi
  [ -z "$misplaced" ] || fallen="$misplaced could not be put back"
  finish_rollback
}

# Seconds that the commands which follow have together.
allow() {
  clock
  rung_end=$((now + $1 * 100))
}

climb_down() {
  load_guests
  read_tries
  if [ "$tries" -gt 0 ] && put_files_back; then
    # Once more: maybe something was mended meanwhile. And where all of this host is there, and only its neighbours are
    # silent, taking it down again would help nobody.
    return_to_peers 0 && return 0
    ! has_network || return 1
  fi
  record_guests
  # First rung: the network scripts. New devices go while their files still exist.
  # Taking down that hangs leaves 35 seconds to what brings the old devices up; what it does not use is theirs as well.
  allow 70
  last_end=$rung_end
  rung_end=$((last_end - 4100))
  each_undo_down undo
  rung_end=$((last_end - 3700))
  delete_new_devices
  rung_end=$last_end
  put_files_back
  put_sysctls_back
  each_undo_up undo
  undo_changes
  return_to_peers "$settle_time" && return 0
  # Second rung: the kernel itself.
  warn 'the network scripts did not bring the checkpoint back; links, addresses and routes are set one by one'
  allow 40
  kernel_level
  # All of it has to end within three minutes and one settle time.
  if [ "$settle_time" -gt 4500 ]; then return_to_peers 4500; else return_to_peers "$settle_time"; fi
}

# return_to_peers HUNDREDTHS: that long the links have to settle.
return_to_peers() {
  allow 10
  put_default_routes_back
  put_members_back
  put_guests_back
  announce
  is_healthy "$1"
}

# NUMBER SECONDS MAY_FAIL LABEL WORDS…: a step of the way back; it is told, and nothing stops the way.
undo() {
  seconds=$2 doing=$4
  shift 4
  clock
  left=$(((rung_end - now) / 100))
  if [ "$left" -le 0 ]; then
    warn "no time was left for: $*"
    return 0
  fi
  [ "$left" -ge "$seconds" ] || seconds=$left
  say doing "what=$doing"
  timed "$seconds" "$@" || warn "$* ended with status $status"
  report_output
}

# Services that were started are stopped and so on, last first. A command cannot be undone.
undo_service() {
  case $role:$3 in
    # At boot nothing is started or stopped. Whether a change had begun is not sure after a power cut, but it was only
    # planned because it was the other way round before.
    guard:enable | guard:disable) ;;
    guard:*) return 0 ;;
    *) has_begun "$1" || return 0 ;;
  esac
  words_for_service "$2" "$3"
  undo "$1" 60 yes "$4" $words
}

undo_command() {
  has_begun "$1" || return 0
  warn "it ran and is not undone: $2"
}

# A guest's port that still exists goes back into its bridge; one that does not makes the outcome degraded, by name.
put_guests_back() {
  net=$root/sys/class/net
  degraded=
  for guest in $guests; do
    bridge=${guest%%/*} port=${guest#*/}
    if [ -e "$net/$bridge/brif/$port" ]; then
      continue
    elif [ -d "$net/$port" ] && [ ! -d "$net/$bridge" ] && [ -e "$net/$port/brport" ]; then
      # It was in a bridge of the trial, and is back in one of before.
      continue
    elif [ ! -d "$net/$port" ] || ! add_port "$bridge" "$port"; then
      degrade "$port"
    fi
  done
}

# Neighbours forget the trial's MAC addresses: ours of them, and they of us.
announce() {
  for device in $touched_devices; do
    [ ! -d "$root/sys/class/net/$device" ] || quickly ip neigh flush dev "$device"
  done
  command -v arping >/dev/null || return 0
  while read -r device family address rest; do
    [ "$family" != inet ] || quickly arping -q -U -c 1 -w 1 -I "$device" "${address%/*}"
  done <"$tx/live/addresses"
}

# Whether the checkpoint's addresses and default routes are there and its neighbours answer. Links settle: it waits, but
# no longer than that takes.
is_healthy() {
  clock
  healthy_until=$((now + $1))
  while :; do
    is_healthy_now && return 0
    clock
    [ "$now" -lt "$healthy_until" ] || return 1
    nap
  done
}

is_healthy_now() {
  has_network || return 1
  set --
  while read -r address; do set -- "$@" "$address"; done 2>/dev/null <"$tx/live/probes"
  answering "$@"
  for address in "$@"; do
    case "$answers " in *" $address "*) ;; *) return 1 ;; esac
  done
}

# Its addresses and default routes.
has_network() {
  if [ -s "$tx/live/addresses" ]; then
    # Through a pipe, not a file: the disk may be full.
    there=$(ip addr show 2>/dev/null | wanted_addresses)
    while read -r device family address rest; do
      is_lasting "$rest" || continue
      case "
$there" in *"
$device $family $address "*) ;; *) return 1 ;; esac
    done <"$tx/live/addresses"
  fi
  has_default_routes
}

# What is put back is made durable before the guard goes, in bounded time; a disk that does not answer changes nothing.
finish_rollback() {
  timed 10 dd if=/dev/null of="$tx/rollback" conv=notrunc,fsync
  if [ -n "$fallen" ]; then
    encode "$fallen"
    say rollback-failed "why=$encoded"
    # Lock and guard stay while it is tried again, and while old files are not in place: the next boot tries, too.
    if { [ "$disruptive" = yes ] && plan_retry; } || [ -n "$misplaced" ]; then
      put_state failed
      return 1
    fi
  fi
  disarm
  # before/ goes too: what was never replaced is linked there, and would count as a hard link for the next change.
  release "$tx/before" "$tx/after" "$tx/next" "$tx/output" "$tx/stat"
  if [ -n "$fallen" ]; then
    put_state failed
  else
    encode "$degraded"
    say rolled-back "degraded=$encoded"
    put_state 'rolled back'
  fi
  tidy
}
