# The detached process that does everything from the lock to the trial.

# supervise CHECKSUM: of the script, as the loader found it.
supervise() {
  script_sum=$1
  # Caught, not ignored: what we start gets the defaults again.
  trap : PIPE HUP INT TERM
  exec 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-
  keep_errors
  ticks=30000
  overwrite supervisor "$me"
  # Who waited for us in vain may have settled it; from here on it sees us.
  first_state "$tx"
  [ "$line" = receiving ] || exit 1
  take_lock
  found_digest=$(fleetnet_digest 2>/dev/null)
  [ "$found_digest" = "$planned_digest" ] || refuse drift 'the host has changed since it was planned'
  say locked
  checkpoint
  put_state checkpointed
  say checkpointed
  if [ "$disruptive" = yes ]; then arm; fi
  stage
  if [ "$reboot" = trial ]; then
    boot_on_trial
  elif [ "$disruptive" = yes ]; then
    cut_over
    stay_on_trial
  else
    finish_quietly
  fi
}

# Everything from here on a power cut would find: so all that a way back or forward needs is on the disk first, and then
# the mark that staging has begun. The file system's journal keeps that order: with the mark all of it is there, without it
# nothing was changed.
stage() {
  put_state staging
  [ "$reboot" = no ] || prepare_restart
  flush || refuse disk 'the checkpoint could not be written to the disk'
  { echo staging >"$tx/staged"; } 2>/dev/null && [ -s "$tx/staged" ] || refuse disk '/etc has no room'
  if [ "$disruptive" = yes ]; then part=stage; else part=all; fi
  place "$part" || failure="$misplaced could not be put in place"
  [ "$part" != all ] || label_new_files
  stage_changes
  [ -z "$failure" ] || give_up "$failure"
  say staged
}

cut_over() {
  record_guests
  { echo cut >"$tx/cut"; } 2>/dev/null && [ -s "$tx/cut" ] || give_up '/etc has no room'
  put_state 'cutting over'
  say cutting
  each_down do_command
  if [ -z "$failure" ] && [ ! -e "$tx/decision" ]; then
    place 'cut over' || failure="$misplaced could not be put in place"
    label_new_files
  fi
  cut_over_changes
  [ -z "$failure" ] || give_up "$failure"
  keep_guests
}

# Guests that stood in a bridge that was made anew stand in it again. One that somebody has given a place since keeps that.
keep_guests() {
  net=$root/sys/class/net
  allow 20
  for guest in $guests; do
    bridge=${guest%%/*} port=${guest#*/}
    [ ! -e "$tx/decision" ] || return 0
    if [ ! -d "$net/$port" ] || [ -e "$net/$port/brport" ] || [ -e "$net/$bridge/brif/$port" ]; then continue; fi
    if [ ! -d "$net/$bridge" ] || ! add_port "$bridge" "$port"; then warn "$port was in $bridge, and is in no bridge now"; fi
  done
}

# The first clock was for the cut-over, the second, which starts now, is for the confirm.
stay_on_trial() {
  clock
  in_seconds $((now + confirm_limit))
  until=$text
  [ -e "$tx/decision" ] || put_state 'on trial'
  overwrite deadline "$until"
  if [ ! -e "$tx/decision" ]; then
    say armed phase=confirm "until=$until"
    say on-trial
  fi
  stop_minder
  stay_with_watchdog
}

stay_with_watchdog() {
  until is_settled; do
    sleep 1
    tick
    if ! is_settled && ! alive_in watchdog; then
      warn 'the watchdog was gone; another one is started'
      start_watchdog
    fi
  done
}

# Nothing could cut the connection, so the host decides by itself.
finish_quietly() {
  is_as_planned || give_up 'the files are not as planned'
  # Nobody else acts on a commit while we live, so there is nothing to seize.
  if decide commit; then
    finish_commit
    stop_minder
  else
    settle
  fi
}

# From staging on: back to the checkpoint, if nobody has decided otherwise.
give_up() {
  note_why "$1"
  decide rollback
  settle
  exit 1
}

# Before staging: nothing was changed, and nothing stays. refuse drift|busy|disk|refused WHY
refuse() {
  if is_pending; then
    if ! decide rollback; then
      # Somebody was told to roll back meanwhile; that leads to the same end.
      exit 1
    fi
    disarm
  fi
  stop_minder
  kind=$1 why=$2
  release "$tx/before" "$tx/after" "$tx/next" "$tx/live"
  encode "$why"
  say refused "kind=$kind" "why=$encoded"
  put_state failed
  exit 1
}

# With what a tool said: of a full or read-only disk it is the disk's fault, and no text is what busybox says of a full one.
refuse_for_output() {
  first_line "$tx/output"
  case $line in
    '' | *[Nn]'o space'* | *[Rr]ead-only* | *quota* | *'I/O error'* | *'rite error'*) refuse disk "$1${line:+: ${line##*: }}" ;;
    *) refuse refused "$1: $line" ;;
  esac
}
