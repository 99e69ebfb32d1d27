# The lock is the undecided transaction: one on a host.

take_lock() {
  { printf '%s\n%s\n' "$id" "$me" >"$tx/owner"; } 2>/dev/null && [ -s "$tx/owner" ] || refuse disk '/etc has no room for the lock'
  attempts=0
  until ln "$tx/owner" "$base/pending" 2>"$tx/output"; do
    if [ ! -e "$base/pending" ]; then
      first_line "$tx/output"
      refuse disk "the lock cannot be taken: ${line#*: }"
    fi
    attempts=$((attempts + 1))
    [ "$attempts" -le 2 ] || refuse busy "transaction $other is undecided and could not be settled; see $base/tx/$other/log"
    settle_other
  done
}

# Whoever finds an undecided transaction whose owner is dead finishes its rollback first, with its own script:
# a checkpoint of a network on trial would make the trial permanent.
settle_other() {
  other='' owner=''
  { read -r other && IFS= read -r owner; } <"$base/pending" 2>/dev/null
  case $other in
    '')
      # The flush before staging covers the owner file, so a lock without a name was cut off before any change.
      warn 'a lock without a name was left by a power cut before any change; it is removed'
      rm -f "$base/pending"
      return
      ;;
    *[!A-Za-z0-9-]*) refuse busy "the lock $base/pending names no transaction" ;;
  esac
  set -- $owner
  first_line "$base/tx/$other/state"
  alive "$1" "$2" "$3" && refuse busy "transaction $other is undecided (${line:-unknown})"
  if holder=$(readlink "$base/tx/$other/settling" 2>/dev/null) && set -- $holder && alive "$1" "$2" "$3"; then
    refuse busy "transaction $other is being settled"
  fi
  warn "transaction $other was left undecided by a process that is gone; it is settled first"
  timed 300 sh "$base/tx/$other/ctl" settle
}

# One process at a time settles. A symbolic link is made exclusively, holds "pid start boot" and needs no space.
seize() {
  vanished=0
  until ln -s "$me" "$tx/settling" 2>/dev/null; do
    if ! holder=$(readlink "$tx/settling" 2>/dev/null); then
      # Just released, or impossible (no inode left, read-only): then a rollback goes on without it.
      vanished=$((vanished + 1))
      [ "$vanished" -lt 3 ] || return 0
      continue
    fi
    [ "$holder" = "$me" ] && return 0
    set -- $holder
    alive "$1" "$2" "$3" && return 1
    # Moved away, not removed: of two who find it stale, one gets it, and sees whether it was the stale one.
    mv -f "$tx/settling" "$tx/stale.$$" 2>/dev/null || continue
    if [ "$(readlink "$tx/stale.$$")" != "$holder" ]; then
      mv -f "$tx/stale.$$" "$tx/settling"
      return 1
    fi
    rm -f "$tx/stale.$$"
  done
}
