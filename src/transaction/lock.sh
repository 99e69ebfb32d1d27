# The lock is the undecided transaction: one on a host.

# The owner file names the transaction, who carries it out, the format and checksum of its script, and counts. A lock that outlives
# a power cut has to lead to a whole script, and a rollback to what it decides with: they are on the disk before it is taken.
take_lock() {
  count_transactions
  { printf '%s\n%s\n%s\n%s\n' "$id" "$me" "$format $script_sum" "$count" >"$tx/owner" && echo commit >"$tx/commit" && echo rollback >"$tx/rollback"; } 2>/dev/null &&
    [ -s "$tx/owner" ] && [ -s "$tx/commit" ] && [ -s "$tx/rollback" ] || refuse disk '/etc has no room for the lock'
  sync_files "$tx/ctl" "$tx/owner" "$tx/commit" "$tx/rollback" || refuse disk 'the transaction could not be written to the disk'
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

# Whose lock it is, in $other, $owner and $other_script; false when it has just been given back.
read_lock() {
  other='' owner='' other_script=''
  { read -r other && IFS= read -r owner && IFS= read -r other_script; } <"$base/pending" 2>/dev/null
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

# Who carries the transaction in a folder, "pid start boot" in $owner: the supervisor that took the lock, and in a boot on
# trial who stands in its place there.
read_owner() {
  if first_line "$1/trial"; then
    owner=$line
    set -- "$1" $line
    [ $# -ne 4 ] || return 0
  fi
  owner=
  { read -r line && IFS= read -r owner; } 2>/dev/null <"$1/owner"
}

# Whether this boot is the one in which the transaction is watched over: the first one, or after that the one on trial.
is_of_this_boot() {
  read_owner "$tx"
  set -- $owner
  [ "$3" = "$boot" ]
}

# Whether the host has been started since the checkpoint: what is in live/ is of another kernel then.
is_booted() {
  owner=
  { read -r line && IFS= read -r owner; } 2>/dev/null <"$tx/owner"
  [ "${owner##* }" != "$boot" ]
}

# Whoever finds an undecided transaction whose owner is dead finishes its rollback first, with its own script:
# a checkpoint of a network on trial would make the trial permanent.
settle_other() {
  [ ! -d "$base/tx/$other" ] || read_owner "$base/tx/$other"
  first_state "$base/tx/$other"
  set -- $owner
  alive "$1" "$2" "$3" && refuse busy "transaction $other is undecided (${line:-unknown})"
  # Tried once for us is enough.
  [ "$attempts" -le 1 ] || [ "$line" != failed ] || refuse busy "transaction $other is undecided and could not be settled; see $base/tx/$other/log"
  if holder=$(readlink "$base/tx/$other/settling" 2>/dev/null) && set -- $holder && alive "$1" "$2" "$3"; then
    refuse busy "transaction $other is being settled"
  fi
  [ -d "$base/tx/$other" ] || refuse busy "transaction $other is undecided and its folder is gone: compare the network files by hand, then remove $base/pending"
  # Its owner may have ended because it is done.
  [ "$base/pending" -ef "$base/tx/$other/owner" ] || return 0
  if ! has_whole_script "$base/tx/$other" "$other_script"; then
    forget_other
    return
  fi
  case $other_script in
    [0-9]*' '*) [ "${other_script%% *}" -le "$format" ] || refuse busy "transaction $other is undecided and was made by a newer fleetnet: settle it with that one, or with sh $base/tx/$other/ctl rollback" ;;
  esac
  warn "transaction $other was left undecided by a process that is gone; it is settled first"
  timed 300 sh "$base/tx/$other/ctl" settle
}

# has_whole_script FOLDER SCRIPT: whether its ctl is the one that was received. SCRIPT is the owner file's third line; older
# owner files have none, and then a script is whole that has its first line.
has_whole_script() {
  [ -s "$1/ctl" ] || return 1
  case $2 in
    [0-9]*' '*) [ "$(cksum <"$1/ctl" 2>/dev/null)" = "${2#* }" ] ;;
    *) first_line "$1/ctl" && [ "$line" != "${line#"# fleetnet: transaction ${1##*/} "}" ] ;;
  esac
}

# Its script cannot settle it any more. Where staging had not begun nothing was changed, and nothing has to be put back.
forget_other() {
  if [ -e "$base/tx/$other/staged" ] || [ -e "$base/tx/$other/cut" ]; then
    refuse busy "transaction $other is undecided and its script is damaged: compare the network files by hand with $base/tx/$other/before, then remove $base/pending"
  fi
  warn "transaction $other was cut off before it changed anything; its lock is removed"
  remove_hooks
  # The lock last: while it is there somebody comes back to this.
  if [ "$base/pending" -ef "$base/tx/$other/owner" ]; then rm -f "$base/pending" 2>/dev/null; fi
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
    if ! mv -f "$tx/settling" "$tx/stale.$$" 2>/dev/null; then
      vanished=$((vanished + 1))
      [ "$vanished" -lt 3 ] || return 0
      continue
    fi
    if [ "$(readlink "$tx/stale.$$")" != "$holder" ]; then
      mv -f "$tx/stale.$$" "$tx/settling"
      return 1
    fi
    rm -f "$tx/stale.$$"
  done
}

# release WORDS…: gives back the lock first, and then removes these. Ours alone: a transaction that never had the lock must
# not take it from another one.
release() {
  if is_pending; then set -- "$base/pending" "$@"; fi
  rm -rf "$@" 2>/dev/null
}
