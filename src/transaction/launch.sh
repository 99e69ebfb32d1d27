# Runs in the first SSH session, once everything was received: starts the supervisor and follows its log.

launch() {
  script_sum=$1
  echo "$run_id" >"$tx/run"
  say received
  note_controller
  if [ ! -s "$tx/log" ] || ! command -v setsid >/dev/null; then
    clock
    why='%2Fetc%20has%20no%20room%20for%20a%20log' kind=disk
    [ ! -s "$tx/log" ] || why='there%20is%20no%20setsid%20to%20leave%20the%20session%20with' kind=refused
    put_state failed
    echo "$nonce $up refused kind=$kind why=$why"
    exit 1
  fi
  # The supervisor's third descriptor wakes the follower: one of its lines is there. The follower ends with the session.
  (start_supervisor 3>&1 >/dev/null 2>&1 </dev/null &) | follow_ticks
}

# Who looks after it from elsewhere, for others who find it: the process of the session, when it was last here, and from
# where it came.
note_controller() {
  clock
  overwrite controller "$me $up ${SSH_CONNECTION%% *}"
}

# With systemd, logind may end everything that belongs to a session: a scope of its own does not. It is still our
# child, so that the pipe stays. A failure of systemd-run itself leaves the state as it was.
start_supervisor() {
  if [ "$init" = systemd ] && command -v systemd-run >/dev/null; then
    systemd-run --scope --unit="fleetnet-$id" setsid sh "$tx/ctl" supervise "$script_sum"
    first_state "$tx"
    [ "$line" = receiving ] || exit 0
    [ ! -e "$tx/supervisor" ] || exit 0
  fi
  exec setsid sh "$tx/ctl" supervise "$script_sum"
}

follow_ticks() {
  exec 4<"$tx/log"
  unfinished=
  while read -r beat; do
    # An empty line finds out whether the session is still there.
    print_new || echo
    note_controller
  done
  follow_until_settled
}

# For a later session: from the first line.
follow() {
  # Received whole, but not begun: while its loader lives it still may.
  until [ -e "$tx/log" ]; do
    first_line "$tx/loader" && [ -d "/proc/$line" ] || [ -e "$tx/log" ] || exit 3
    nap
  done
  exec 4<"$tx/log"
  unfinished=
  note_controller
  follow_until_settled
}

# Prints whole lines that are new; false when there are none. With $from_decision only those after the decision.
print_new() {
  printed=1
  while IFS= read -r text <&4; do
    text=$unfinished$text
    unfinished=
    case $from_decision$text in
      yes*' rolling-back '* | yes*' rolled-back '* | yes*' rollback-failed '* | yes*' refused '* | yes*' committed') from_decision= ;;
      yes*) continue ;;
    esac
    printf '%s\n' "$text" || exit 1
    printed=0
  done
  unfinished=$unfinished$text
  return "$printed"
}

follow_until_settled() {
  rounds=0 orphaned=0 rescued=no
  while :; do
    if is_settled; then
      print_new
      exit 0
    fi
    print_new
    rounds=$((rounds + 1))
    if [ $((rounds % 5)) -eq 0 ]; then
      echo || exit 1
      note_controller
      if is_attended || may_be_confirmed; then orphaned=0; else orphaned=$((orphaned + 1)); fi
      if [ "$orphaned" -ge 3 ]; then
        # Once; after that the next transaction, the rescuer or a boot settles it.
        [ "$rescued" = no ] || exit 4
        rescued=yes orphaned=0
        settle_orphan
      fi
    fi
    nap
  done
}

# A trial without anybody is the rescuer's until its deadline, and may still be confirmed; so may one that is about to boot.
may_be_confirmed() {
  case $state in 'on trial' | rebooting) ;; *) return 1 ;; esac
  is_of_this_boot || return 1
  clock
  ! is_late
}

is_attended() {
  alive_in supervisor && return 0
  alive_in watchdog && return 0
  holder=$(readlink "$tx/settling" 2>/dev/null) && set -- $holder && alive "$1" "$2" "$3"
}
