# The guard as a SysV script: first in every runlevel that has networking.

sysv_folders() {
  scripts=$root/etc/init.d levels=$root/etc
  [ ! -d "$root/etc/rc.d/init.d" ] || scripts=$root/etc/rc.d/init.d levels=$root/etc/rc.d
}

set_guard_script() {
  sysv_folders
  {
    echo '#!/bin/sh'
    echo '# chkconfig: 2345 01 99'
    echo '# description: settles a network change of fleetnet that was not confirmed; removes itself'
    echo 'case $1 in'
    echo "  '' | start) [ ! -e $quoted_guard ] || exec /bin/sh $quoted_guard ;;"
    echo 'esac'
  } >"$tx/guard" 2>/dev/null && chmod 755 "$tx/guard" && mv -f "$tx/guard" "$scripts/fleetnet-guard" ||
    refuse disk 'the boot guard cannot be written'
  label "$scripts/fleetnet-guard"
  guard_file=$scripts/fleetnet-guard
  try_guard service fleetnet-guard start
}

enable_guard_script() {
  enabled=no
  for level in 2 3 4 5; do
    [ -d "$levels/rc$level.d" ] || continue
    ln -sf "$scripts_from_level/fleetnet-guard" "$levels/rc$level.d/S01fleetnet-guard" || return 1
    enabled=yes
  done
  [ "$enabled" = yes ]
} 2>/dev/null

# Relative, so that it also leads there where the root is mounted elsewhere.
scripts_from_level=../init.d

remove_guard_script() {
  sysv_folders
  set -- "$scripts/fleetnet-guard" "$base/guard"
  for level in 2 3 4 5; do set -- "$@" "$levels/rc$level.d/S01fleetnet-guard"; done
  rm -f "$@"
}
