# The old files: a list of what was there, whether all of it is still whole, and back into place with it. This file also runs
# at boot without the rest of the script, so it stands on itself: root, tx and base are all that it is given.

# The list has a line for each file of the plan: CHECKSUM:LENGTH, PATH and TARGET with tabs between. The target is the file
# behind a symbolic link, else the path. Instead of the first word: `absent` for what was not there, `link` for a symbolic
# link that is removed itself. The last line, `end COUNT`, makes half a list known for one.
#
# Whether all old files are there as they were, in before/ or in place again; what is not is in $lost.
are_originals_whole() {
  lost='the list of the old files' counted=0 expected=
  [ -r "$tx/originals" ] || return 1
  set --
  while IFS='	' read -r sum path target; do
    case $sum in
      end)
        [ "$path" != "$counted" ] || lost=
        break
        ;;
      absent) ;;
      link) [ -L "$tx/before$path" ] || [ -L "$root$path" ] || break ;;
      *)
        expected="$expected $sum"
        if [ -f "$tx/before$path" ]; then set -- "$@" "$tx/before$path"; else set -- "$@" "$root$target"; fi
        ;;
    esac
    counted=$((counted + 1))
  done <"$tx/originals"
  [ -z "$lost" ] || return 1
  lost='one of the old files'
  sums "$@"
  [ "$found_sums" != "$expected" ] || lost=
  [ -z "$lost" ]
}

# Checksums and lengths of files, in $found_sums. Not by way of a file: the disk may be full.
sums() {
  found_sums=
  [ $# -gt 0 ] || return 0
  found=$(exec cksum "$@" 2>/dev/null) || return 1
  set -f
  IFS='
'
  for text in $found; do
    text=${text%% /*}
    found_sums="$found_sums ${text% *}:${text#* }"
  done
  unset IFS
  set +f
}

# The old files, each by a rename that needs no space, one mv a folder. Twice is as good as once: what is already back is
# not in before/ any more, and what was never replaced is the very file that before/ holds.
put_originals_back() {
  misplaced='' here=
  set --
  while IFS='	' read -r sum path target; do
    case $sum in absent | end) continue ;; esac
    [ -e "$tx/before$path" ] || [ -L "$tx/before$path" ] || continue
    [ "$tx/before$path" -ef "$root$target" ] && continue
    if [ "$path" != "$target" ]; then
      mv -f "$tx/before$path" "$root$target" 2>/dev/null || misplaced=$path
      continue
    fi
    if [ "${path%/*}" != "$here" ]; then
      move_back "$@"
      set --
      here=${path%/*}
    fi
    set -- "$@" "$tx/before$path"
  done <"$tx/originals"
  move_back "$@"
  set --
  while IFS='	' read -r sum path target; do
    [ "$sum" = absent ] || continue
    if [ -e "$root$target" ] || [ -L "$root$target" ]; then set -- "$@" "$root$target"; fi
  done <"$tx/originals"
  [ $# -eq 0 ] || rm -f "$@" 2>/dev/null || misplaced=$1
  [ -z "$misplaced" ]
}

move_back() {
  [ $# -gt 0 ] || return 0
  [ -d "$root$here" ] || (umask 022 && mkdir -p "$root$here") 2>/dev/null
  mv -f "$@" "$root$here/" 2>/dev/null || misplaced=$here
}

# Guard and rescuer of any init system, for who cannot ask the transaction itself.
remove_hooks() {
  for system in "$root/etc/rc.d" "$root/etc"; do
    set -- "$@" "$system/init.d/fleetnet-guard" "$system"/rc?.d/S01fleetnet-guard
  done
  rm -f "$@" "$base/guard" "$root/etc/cron.d/fleetnet-rescuer" "$root"/etc/systemd/system/fleetnet-guard.service \
    "$root"/etc/systemd/system/fleetnet-rescuer.* "$root"/etc/systemd/system/*.target.wants/fleetnet-guard.service \
    "$root"/etc/systemd/system/*.target.wants/fleetnet-rescuer.timer 2>/dev/null
}
