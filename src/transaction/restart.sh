# Restarts that are a part of the transaction: the boot on trial, and the way back by a boot. Each is good for once: a
# token that is renamed, which needs no space, and synced before anything follows from it.

# What both will need, before anything is touched: none of it may want room when its time comes.
prepare_restart() {
  { printf '%-60s\n' '' >"$tx/trial" && printf '%-60s\n' '' >"$tx/restarting" && echo "$nonce" >"$tx/back-token"; } 2>/dev/null &&
    [ -s "$tx/back-token" ] || refuse disk '/etc has no room for the restart'
}

# Instead of the cut-over: the new files go into place, all of them and on the disk, and a boot brings them up. Of the
# changes only those run that last over it. The network of before stays up until the init takes it down.
boot_on_trial() {
  place 'cut over' || failure="$misplaced could not be put in place"
  label_new_files
  cut_over_changes
  [ -z "$failure" ] || give_up "$failure"
  is_as_planned || give_up 'the files are not as planned'
  flush || give_up 'the new files could not be written to the disk'
  { echo "$nonce" >"$tx/token"; } 2>/dev/null && [ -s "$tx/token" ] && sync_file "$tx/token" || give_up '/etc has no room for the restart'
  clock
  in_seconds $((now + restart_limit + 3000))
  overwrite deadline "$text"
  put_state rebooting
  say rebooting
  # Marked before the question: who decides after it finds the mark, and who decided before is found here.
  mark_restart
  if [ ! -e "$tx/decision" ]; then restart_host; fi
  is_settled || give_up 'the host could not be restarted'
}

# Restarts the host. It returns only when that was not to be: refused, or longer than everything may take.
restart_host() {
  mark_restart
  start_restart
  # The init shall not have to wait for us.
  trap - TERM
  while is_restarting; do
    sleep 1
    tick
  done
  trap : TERM
  overwrite restarting ''
}

mark_restart() {
  clock
  overwrite restarting "$boot $((now + restart_limit))"
}

# Whether this boot is about to end because we said so: for as long as that may take.
is_restarting() {
  first_line "$tx/restarting" || return 1
  set -- $line
  clock
  [ "$1" = "$boot" ] && [ "$now" -lt "${2:-0}" ]
}

# With systemd as a unit that it does not stop when it goes down: the scope of a supervisor goes first.
start_restart() {
  if [ "$init" = systemd ]; then
    {
      printf '%s\n' '[Unit]' 'Description=Restarts the host for a network change of fleetnet' 'DefaultDependencies=no' \
        '[Service]' "ExecStart=/bin/sh $quoted_ctl restart" >"$root/run/systemd/system/fleetnet-restart.service"
    } 2>/dev/null && timed 30 systemctl daemon-reload && timed 30 systemctl start fleetnet-restart.service --no-block && return
  fi
  setsid sh "$tx/ctl" restart </dev/null >/dev/null 2>&1 3>&- &
}

# Through the init, so that guests, databases and file systems end as in any restart; where the init hangs, without it.
# Everything of ours is on the disk by now, and a sync of all file systems would wait for a dead NFS server.
restart() {
  trap : PIPE HUP INT TERM
  keep_errors
  if ask_init; then
    wait_for_init
  elif [ ! -e "$tx/decision" ]; then
    # Nothing has happened yet, so there is no need to be rough: whoever waits for us gives up.
    warn 'the init system does not restart the host'
    overwrite restarting ''
  fi
  # Settled meanwhile: then nothing is left that would be worth a restart.
  is_restarting && ! is_settled || return 0
  warn 'the init system did not restart the host; it is restarted without'
  timed 30 reboot -n -f -f
  { echo b >"$root/proc/sysrq-trigger"; } 2>/dev/null
  sleep 5
  overwrite restarting ''
}

ask_init() {
  [ "$init" != systemd ] || ! timed 60 systemctl reboot -i || return 0
  timed 60 shutdown -r now || [ "$status" -eq 124 ]
}

wait_for_init() {
  clock
  init_end=$((now + boot_limit))
  until [ "$now" -ge "$init_end" ] || ! is_restarting || is_settled; do
    sleep 1
    clock
  done
}

# The token is good for one boot: gone, and that on the disk, before the network starts. An unsynced one may come back
# with a power cut; so may a trial then, of which nothing had begun. Whatever is not our nonce is no token.
take_token() {
  first_line "$tx/token" && [ "$line" = "$nonce" ] || return 1
  mv -f "$tx/token" "$tx/token-used" 2>/dev/null && timed 30 dd if=/dev/null of="$tx/token-used" conv=notrunc,fsync
}

# In the boot on trial, before the network starts. The clock is the new one of this boot, and starts here: what firmware
# and a check of the file systems took is not counted. From the mark on, this boot is the trial's, and the rescuer keeps to
# the deadline if we are killed; before it, the rescuer goes back.
begin_trial() {
  clock
  in_seconds $((now + boot_limit))
  until=$text
  overwrite deadline "$until"
  put_state 'on trial'
  overwrite trial "$me"
  is_of_this_boot || return 1
  start_watchdog
  setsid sh "$tx/ctl" attend </dev/null >/dev/null 2>&1 &
  say armed phase=confirm "until=$until"
  say on-trial
}

# Stands in the supervisor's place in a boot on trial: as long as it lives, the transaction has an owner.
attend() {
  catch_signals
  keep_errors
  overwrite supervisor "$me"
  overwrite trial "$me"
  stay_with_watchdog
}

# The way back by a boot, once. It returns when the host was not restarted.
restart_back() {
  put_files_back || return 0
  mv -f "$tx/back-token" "$tx/back-token-used" 2>/dev/null || return 0
  timed 10 dd if=/dev/null of="$tx/back-token-used" conv=notrunc,fsync
  say doing what=restart%20the%20host
  restart_host
  warn 'the host could not be restarted'
}
