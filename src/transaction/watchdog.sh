# The second detached process: it brings the host back at the deadline, or when whoever was about to settle is gone.

# Arming: watchdog, rescuer, guard; in this order, for the guard is only enabled once something watches.
arm() {
  case $init in none) refuse refused 'no init system starts a boot guard here' ;; esac
  clock
  in_seconds $((now + cut_over_limit))
  overwrite deadline "$text"
  until=$text
  start_watchdog
  alive_in watchdog || refuse refused 'the watchdog did not start'
  put_state armed
  say armed "phase=cut%20over" "until=$until"
  set_rescuer
  set_guard
  say guarded
}

# Returns once the heart beats: the watchdog closes this pipe then.
start_watchdog() {
  first_beat=$(setsid sh "$tx/ctl" watchdog 3>&- </dev/null 2>/dev/null &)
}

watchdog() {
  catch_signals
  clock
  overwrite heartbeat "$up"
  overwrite watchdog "$me"
  echo "$up"
  exec >/dev/null 2>&1
  keep_errors
  watch
}

# Caught, not ignored: what we start gets the defaults again. An init that takes the host down because we said so does not
# have to wait for us.
catch_signals() {
  trap : PIPE HUP INT
  trap '[ "$reboot" = no ] || ! is_restarting || exit 0' TERM
}

# Until the outcome stands. The clock is the kernel's uptime, so a stopped watchdog that is continued knows it is late;
# and the decision is exclusive, so being late does no harm.
watch() {
  idle=0 acted=no
  until is_over; do
    clock
    overwrite heartbeat "$up"
    if [ "$acted" = yes ] || [ "$state" = failed ]; then
      # Not over and over: where the outcome cannot be written down, as on a read-only /etc, the way back would never end.
      if is_retry_due; then settle; fi
    elif [ -e "$tx/decision" ]; then
      # Whoever decided also acts. If it does not, or died over it, we do; but who restarts the host may end with it.
      if [ "$reboot" != no ] && is_restarting; then idle=0; else idle=$((idle + 1)); fi
      if [ "$idle" -gt 3 ]; then settle; fi
    elif is_late || is_abandoned; then
      note_why "$late_because"
      if decide rollback; then settle; fi
      continue
    fi
    if [ "$acted" = yes ] || [ "$state" = failed ] || { [ "$left" -gt 200 ] && [ ! -e "$tx/decision" ]; }; then sleep 1; else nap; fi
  done
}

# The outcome stands, and a failed one is not tried again.
is_over() {
  is_settled || return 1
  [ "$state" != failed ] || ! is_to_be_retried
}

# Before the trial begins there is nothing to wait for without a supervisor. It may end when the host goes down.
is_abandoned() {
  first_state "$tx"
  case $line in
    armed | staging | 'cutting over') ;;
    rebooting) ! is_restarting || return 1 ;;
    *) return 1 ;;
  esac
  ! alive_in supervisor || return 1
  late_because='the supervisor was gone before the cut-over had ended'
}
