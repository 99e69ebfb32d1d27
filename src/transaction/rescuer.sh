# The third, independent one: cron or a timer runs it each minute. It acts when the heartbeat has stopped.

rescue() {
  catch_signals
  if ! is_pending; then
    remove_rescuer
    return
  fi
  first_state "$tx"
  if [ "$line" = failed ]; then
    # A rollback that is tried again, whoever watches over that.
    is_to_be_retried && ! heart_beats || return 0
    take_watch
    return
  fi
  if is_of_this_boot; then
    ! heart_beats || return 0
    take_watch
    return
  fi
  # The host was started again, and the guard did not settle it.
  note_why 'the host was started again and the guard did not act'
  decide rollback
  settle
}

take_watch() {
  # Where nothing can be written down, in memory alone: another one takes no second turn each minute.
  if ! { printf '' 1<>"$tx/heartbeat"; } 2>/dev/null; then
    mkdir "$root/dev/shm/fleetnet-$id" 2>/dev/null || [ ! -O "$root/dev/shm/fleetnet-$id" ] || return 0
  fi
  end_role watchdog
  overwrite watchdog "$me"
  warn 'the watchdog was gone; the rescuer takes its place'
  left=0
  watch
}

# A heartbeat is a second apart; ten without one, or no watchdog, and it has stopped.
heart_beats() {
  alive_in watchdog || return 1
  # On a disk that takes nothing any more it cannot show.
  { printf '' 1<>"$tx/heartbeat"; } 2>/dev/null || return 0
  clock
  first_line "$tx/heartbeat"
  hundredths "${line%% *}" && [ $((now - hundredths)) -lt 1000 ]
}

set_rescuer() {
  if [ "$init" = systemd ]; then
    set_rescuer_timer
  elif [ "$cron" = yes ] && [ -d "$root/etc/cron.d" ]; then
    # Written elsewhere and moved: cron would read half a file. Cron wants it to belong to root, and runs names without dots.
    echo "* * * * * root /bin/sh $quoted_ctl rescue >/dev/null 2>&1" >"$tx/rescuer" &&
      mv -f "$tx/rescuer" "$root/etc/cron.d/fleetnet-rescuer" && label "$root/etc/cron.d/fleetnet-rescuer" || warn 'no rescuer: cron takes no entry'
  else
    warn 'no rescuer: this host has neither cron nor systemd'
  fi
} 2>/dev/null

remove_rescuer() {
  if [ "$init" = systemd ]; then
    remove_rescuer_timer
  else
    rm -f "$root/etc/cron.d/fleetnet-rescuer"
  fi
} 2>/dev/null
