# Guard and rescuer as systemd units, in /etc, so that they outlive a boot.

# Written elsewhere and moved, one after the other. Before sysinit.target nothing starts networking, and /etc is
# writable after systemd-remount-fs. Run as /bin/sh FILE: SELinux has no rule for starting a file of ours.
# KillMode=process: who watches over a boot on trial is started by the guard, and stays.
set_guard_unit() {
  units=$root/etc/systemd/system
  printf '%s\n' '[Unit]' 'Description=Settles a network change of fleetnet that was not confirmed' 'DefaultDependencies=no' \
    'After=local-fs.target systemd-remount-fs.service' \
    'Wants=network-pre.target' \
    'Before=sysinit.target network-pre.target network.service networking.service ifupdown-pre.service NetworkManager.service shutdown.target' \
    'Conflicts=shutdown.target' \
    '[Service]' 'Type=oneshot' 'KillMode=process' 'TimeoutStartSec=120' "ExecStart=/bin/sh $quoted_guard" >"$tx/fleetnet-guard.service" 2>/dev/null &&
    mv -f "$tx/fleetnet-guard.service" "$units/" || refuse disk 'the boot guard cannot be written'
  guard_file=$units/fleetnet-guard.service
  label "$guard_file" "$units/fleetnet-rescuer.service" "$units/fleetnet-rescuer.timer"
  timed 30 systemctl daemon-reload
  timed 10 systemctl start fleetnet-rescuer.timer || warn 'no rescuer: systemd does not start its timer'
  try_guard systemctl start fleetnet-guard.service
}

enable_guard_unit() {
  { [ -d "$units/sysinit.target.wants" ] || mkdir -p "$units/sysinit.target.wants"; } &&
    ln -sf ../fleetnet-guard.service "$units/sysinit.target.wants/fleetnet-guard.service"
} 2>/dev/null

remove_guard_unit() {
  units=$root/etc/systemd/system
  rm -f "$base/guard" "$units/fleetnet-guard.service" "$units/sysinit.target.wants/fleetnet-guard.service"
}

# KillMode=process: a rescuer that has taken the watchdog's place may have started what has to stay.
set_rescuer_timer() {
  units=$root/etc/systemd/system
  [ -d "$units" ] || mkdir -p "$units"
  printf '%s\n' '[Unit]' 'Description=Looks after a network change of fleetnet that is on trial' \
    '[Service]' 'Type=oneshot' 'KillMode=process' 'TimeoutStartSec=0' "ExecStart=/bin/sh $quoted_ctl rescue" >"$tx/fleetnet-rescuer.service" &&
    printf '%s\n' '[Unit]' 'Description=Looks after a network change of fleetnet that is on trial' \
      '[Timer]' 'OnActiveSec=60' 'OnBootSec=120' 'OnUnitInactiveSec=60' 'AccuracySec=1s' >"$tx/fleetnet-rescuer.timer" &&
    mkdir -p "$units/timers.target.wants" &&
    mv -f "$tx/fleetnet-rescuer.service" "$tx/fleetnet-rescuer.timer" "$units/" &&
    ln -sf ../fleetnet-rescuer.timer "$units/timers.target.wants/fleetnet-rescuer.timer" || warn 'no rescuer: systemd takes no timer'
}

# The timer alone is stopped: the service may be who is acting.
remove_rescuer_timer() {
  units=$root/etc/systemd/system
  timed 10 systemctl stop fleetnet-rescuer.timer
  rm -f "$units/fleetnet-rescuer.service" "$units/fleetnet-rescuer.timer" "$units/timers.target.wants/fleetnet-rescuer.timer"
  # Not in the middle of a boot.
  [ "$role" = guard ] || timed 20 systemctl daemon-reload
}
