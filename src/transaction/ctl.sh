# For a person at the console, and for `fleetnet status`: plain words. Root on the host may decide without the nonce.

ctl_status() {
  is_settled
  echo "transaction $id of run $run_id"
  clock
  is_late
  case $state in
    committed | 'rolled back' | failed) echo "state: $state" ;;
    'rolling back' | '') echo "state: ${state:-unknown}" ;;
    *)
      if ! is_pending; then
        echo "state: $state"
      elif [ ! -e "$tx/deadline" ]; then
        echo "state: $state"
      elif [ "$left" -gt 0 ]; then
        echo "state: $state; it goes back by itself in $((left / 100)) s unless it is confirmed"
      else
        echo "state: $state; its deadline has passed"
      fi
      ;;
  esac
  read_decision
  case $decision in
    commit) echo 'decision: commit' ;;
    rollback) echo 'decision: roll back' ;;
    *) echo 'decision: none yet' ;;
  esac
  tell_damage
}

# What of an undecided transaction cannot be relied on.
tell_damage() {
  case $state in '' | *[!a-z\ ]*) echo 'damaged: its state cannot be read' ;; esac
  ! is_settled || is_pending || return 0
  name='' owner='' script=''
  { IFS= read -r name && IFS= read -r owner && IFS= read -r script; } <"$tx/owner" 2>/dev/null
  [ "$name" = "$id" ] || echo 'damaged: its owner file'
  has_whole_script "$tx" "$script" || echo 'damaged: its script'
  case $script in [0-9]*' '*) [ "${script%% *}" -le "$format" ] || echo "it is from a newer fleetnet (format ${script%% *}; this script knows $format)" ;; esac
  { [ ! -e "$tx/staged" ] && [ ! -e "$tx/cut" ]; } || are_originals_whole || echo "damaged: $lost; a rollback puts no file back. Compare the network files with $tx/before"
} 2>/dev/null

ctl_confirm() {
  keep_deciding
  confirm >/dev/null
  wait_until_settled
  tell_outcome committed
}

ctl_rollback() {
  keep_deciding
  # One whose files could not be put back has failed and is still pending: it may be tried again.
  if ! is_settled || is_pending; then roll_back_detached 'it was told to, on the host'; fi
  wait_until_settled
  tell_outcome 'rolled back'
}

tell_outcome() {
  is_settled
  read_decision
  echo "${state:-unknown}"
  [ "$state" = "$1" ] && exit 0
  [ "$state" != 'on trial' ] || echo "it is still on trial; see $tx/log"
  exit 1
}

# Only while there is something to wait for: a confirm that was refused decides nothing.
wait_until_settled() {
  orphaned=0
  until is_settled; do
    [ -e "$tx/decision" ] || return 0
    if is_attended; then orphaned=0; else orphaned=$((orphaned + 1)); fi
    [ "$orphaned" -lt 30 ] || return 0
    nap
  done
}

# The rollback may cut the session that asked for it, so a process outside of it acts.
roll_back_detached() {
  if [ ! -e "$tx/decision" ]; then
    note_why "$1"
    decide rollback || return 0
  fi
  read_decision
  [ "$decision" = commit ] || put_state 'rolling back'
  if [ "$init" = systemd ] && command -v systemd-run >/dev/null; then
    systemd-run --scope --unit="fleetnet-$id-$$" setsid sh "$tx/ctl" settle </dev/null >/dev/null 2>&1 &
  else
    setsid sh "$tx/ctl" settle </dev/null >/dev/null 2>&1 &
  fi
}

# Whoever follows a transaction that nobody attends to settles it. Without its lock nothing of it is there: it had not
# begun, or everything was back and only the last word is missing.
settle_orphan() {
  read_decision
  if is_pending || [ "$decision" = commit ]; then
    roll_back_detached 'the process that watched over it is gone'
  elif [ -e "$tx/staged" ]; then
    put_state 'rolled back'
    say rolled-back degraded=
  else
    put_state failed
    say refused kind=refused why=its%20process%20was%20gone%20before%20anything%20was%20changed
  fi
}

# What roll_back_detached starts; and what another transaction runs on one that it finds orphaned.
ctl_settle() {
  keep_errors
  trap : PIPE HUP INT TERM
  if [ ! -e "$tx/decision" ]; then decide rollback; fi
  settle
}

main() {
  prepare
  role=$1
  case $1 in
    launch) launch "$2" ;;
    follow) follow ;;
    supervise) supervise "$2" ;;
    watchdog) watchdog ;;
    rescue) rescue ;;
    guard) guard ;;
    attend) attend ;;
    restart) restart ;;
    settle) ctl_settle ;;
    converse) converse ;;
    status) ctl_status ;;
    confirm) ctl_confirm ;;
    rollback) ctl_rollback ;;
    *)
      echo "usage: sh $tx/ctl status | confirm | rollback"
      exit 2
      ;;
  esac
}
