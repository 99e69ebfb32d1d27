# The lock is the undecided transaction: one on a host.

take_lock() {
  { printf '%s\n%s\n' "$id" "$me" >"$tx/owner"; } 2>/dev/null && [ -s "$tx/owner" ] || refuse disk '/etc has no room for the lock'
  attempts=0
  until ln "$tx/owner" "$base/pending" 2>"$tx/output"; do
    attempts=$((attempts + 1))
    if read_lock; then
      [ "$attempts" -le 5 ] || refuse busy "transaction $other is undecided and could not be settled; see $base/tx/$other/log"
      settle_other
    elif [ "$attempts" -gt 5 ]; then
      # Not there, and still it cannot be made: that is not somebody else's.
      first_line "$tx/output"
      refuse disk "the lock cannot be taken: ${line#*: }"
    fi
  done
}

# Whose lock it is, in $other and $owner; false when it has just been given back.
read_lock() {
  other='' owner=''
  { read -r other && IFS= read -r owner; } <"$base/pending" 2>/dev/null
  case $other in
    '') remove_empty_lock ;;
    *[!A-Za-z0-9-]*) refuse busy "the lock $base/pending names no transaction" ;;
  esac
  [ -n "$other" ]
} 2>/dev/null

# The flush before staging covers the owner file, so a lock without a name was cut off before any change. It is moved
# away and looked at once more: meanwhile it may have become somebody's.
remove_empty_lock() {
  [ -e "$base/pending" ] && [ ! -s "$base/pending" ] && mv -f "$base/pending" "$tx/empty-lock" || return 0
  if [ -s "$tx/empty-lock" ]; then ln "$tx/empty-lock" "$base/pending"; fi
  rm -f "$tx/empty-lock"
}

# Whoever finds an undecided transaction whose owner is dead finishes its rollback first, with its own script:
# a checkpoint of a network on trial would make the trial permanent.
settle_other() {
  first_state "$base/tx/$other"
  set -- $owner
  alive "$1" "$2" "$3" && refuse busy "transaction $other is undecided (${line:-unknown})"
  if holder=$(readlink "$base/tx/$other/settling" 2>/dev/null) && set -- $holder && alive "$1" "$2" "$3"; then
    refuse busy "transaction $other is being settled"
  fi
  [ -d "$base/tx/$other" ] || refuse busy "transaction $other is undecided and its folder is gone: compare the network files by hand, then remove $base/pending"
  # Its owner may have ended because it is done.
  [ "$base/pending" -ef "$base/tx/$other/owner" ] || return 0
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

# Ours alone: a transaction that never had the lock must not take it from another one.
release_lock() {
  if is_pending; then rm -f "$base/pending" 2>/dev/null; fi
}
