# The one commit point: link(2) is exclusive, so one of commit and rollback wins, once.

# decide commit|rollback: true for who won. With a read-only /etc nobody can win; a rollback then goes on without.
decide() {
  ln "$tx/$1" "$tx/decision" 2>/dev/null && return 0
  [ ! -e "$tx/decision" ] && [ "$1" = rollback ]
}

# Why it goes back, for the log: for whoever acts, and in this process even when the disk takes no more.
note_why() {
  because=$1
  { printf '%s\n' "$1" >"$tx/why.$$" && mv -f "$tx/why.$$" "$tx/why"; } 2>/dev/null || rm -f "$tx/why.$$"
}

# What was decided, in $decision; '' while nothing is.
read_decision() {
  decision=
  first_line "$tx/decision" && decision=$line
}

# The files in place are the ones that were planned, by length and checksum, and the removed ones are gone.
is_as_planned() {
  resolve_links
  arguments='' left=''
  each_file note_target
  [ -z "$left" ] && eval "sums $arguments" && [ "$found_sums" = "$planned_sums" ] && compared=yes
}

note_target() {
  eval "target=\$target_$1 path=\$path_$1"
  case $2 in
    remove) if [ -e "$target" ] || [ -L "$target" ]; then left="$left $path"; fi ;;
    *) arguments="$arguments \"\$target_$1\"" ;;
  esac
}

# Makes one file survive a power cut. A global sync would wait for a dead NFS mount; sync FILE is younger than RHEL 7;
# dd has had conv=fsync since coreutils 5.3. On ext3, ext4 and xfs it also takes along every rename before it.
sync_file() {
  dd if=/dev/null of="$1" conv=notrunc,fsync 2>/dev/null
}

# sync_files FILE…: with all else of their file system where sync can do that (coreutils 8.24, busybox). Older ones refuse
# the option, without any sync; then file by file.
sync_files() {
  [ "$one_sync" = no ] || { sync -f "$1" 2>/dev/null && return 0; one_sync=no; }
  unsynced=
  for file in "$@"; do
    [ ! -e "$file" ] || sync_file "$file" || unsynced=$file
  done
  [ -z "$unsynced" ]
}

# All that a way back or forward needs. Script, owner and what decides went before the lock.
flush() {
  set -- "$tx/originals" "$tx/absent" "$tx/sysctls" "$tx/folders-made"
  if [ "$disruptive" = yes ]; then set -- "$@" "$tx/live/devices" "$tx/live/addresses" "$tx/live/route" "$base/guard" "$guard_file"; fi
  planned=
  each_file note_planned
  eval "sync_files \"\$@\" $planned"
}

note_planned() {
  [ "$2" = remove ] || planned="$planned \"\$tx/after\$path_$1\""
}

# Confirm: compared, decided, on the disk; then nothing of ours stays. Prints nothing: the log tells.
confirm() {
  if ! is_settled && [ ! -e "$tx/decision" ]; then
    if [ "$state" != 'on trial' ]; then
      warn "it cannot be confirmed while it is $state"
      return 1
    fi
    if ! is_as_planned; then
      roll_back_detached 'the files are not the planned ones any more'
      return
    fi
    decide commit
  fi
  read_decision
  if [ -z "$decision" ] && ! is_settled; then
    warn 'the decision cannot be written down, so nothing is decided'
    return 1
  fi
  [ "$decision" = commit ] || return 0
  is_settled || settle
}

# Carries out what was decided. Whoever is second finds it done.
settle() {
  seize || return 1
  acted=yes
  if ! is_settled || is_pending; then
    read_decision
    case $decision in
      commit) finish_commit ;;
      *) roll_back ;;
    esac
    stop_minder
  fi
  rm -f "$tx/settling" 2>/dev/null
}

# The decision is durable before anybody is told; files that a power cut took back are put in place again. What fails now
# is tried again, by the next boot or by whoever looks next: lock, guard and the new files stay until then.
finish_commit() {
  if ! sync_file "$tx/decision"; then
    put_off 'the decision could not be written to the disk'
    return
  fi
  if [ -z "$compared" ] && ! is_as_planned && ! roll_forward; then
    put_off "the new files are not whole: ${misplaced:-one of them is not as planned}"
    return
  fi
  disarm
  release "$tx/after" "$tx/next" "$tx/live" "$tx/output" "$tx/stat"
  say committed
  put_state committed
  tidy
}

put_off() {
  warn "it was confirmed, and $1"
  [ "$disruptive" = no ] || plan_retry
  return 1
}

# Guard, watchdog, rescuer and supervisor of this transaction, whoever of them we are not.
disarm() {
  [ -e "$tx/deadline" ] || [ "$role" = guard ] || return 0
  remove_guard
  # In this order, for the supervisor starts a watchdog that is missing.
  end_role supervisor
  end_role watchdog
  remove_rescuer
}
