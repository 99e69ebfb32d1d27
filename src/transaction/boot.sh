# What init starts at boot, as a file of its own beside the transactions: it lets the transaction's script settle, if that
# is whole, and does the safe thing if it is not. It ends with 0, and in time, whatever it finds: the host has to boot.

boot_guard() {
  PATH=$root/usr/sbin:$root/usr/bin:$root/sbin:$root/bin
  LC_ALL=C
  export PATH LC_ALL
  umask 077
  cd / || return
  booted=
  { IFS= read -r booted <"$root/proc/sys/kernel/random/boot_id"; } 2>/dev/null
  # Older kernels answer only the first read of an open one.
  case $booted in ?) booted=$(cat "$root/proc/sys/kernel/random/boot_id") ;; esac
  # Not a boot: the real init tries us out, or starts us again.
  [ "$booted" != "$guarded_boot" ] || exec sh "$tx/ctl" guard
  if [ ! -d "$tx" ]; then
    tell 'its folder is gone, so nothing is put back. Compare the network files by hand'
  elif [ "$(cksum <"$tx/ctl")" = "$script_sum" ]; then
    bounded sh "$tx/ctl" guard
  else
    bounded salvage
  fi
} 2>/dev/null

# A minute at most, and what hangs in the kernel is not waited for.
bounded() {
  trap : USR1
  "$@" </dev/null &
  job=$!
  (
    pause=
    trap '[ -z "$pause" ] || kill "$pause"; exit 0' TERM
    sleep 60 &
    pause=$!
    wait "$pause"
    kill -KILL "$job"
    kill -USR1 "$$"
  ) </dev/null >/dev/null 2>&1 &
  killer=$!
  wait "$job"
  kill "$killer" && wait "$killer"
}

# On the console, and in the transaction's log.
tell() {
  echo "fleetnet: transaction $id: $1"
  encoded=
  for word in $1; do encoded=$encoded${encoded:+%20}$word; done
  up=0
  read -r up rest </proc/uptime
  note "warning text=$encoded"
}

note() {
  { echo "$nonce $up $1" >>"$tx/log"; } 2>/dev/null || :
}

# Without the script: the old files, if they are whole. Where nothing was changed, lock and guard alone.
salvage() {
  decision=
  { IFS= read -r decision <"$tx/decision"; } 2>/dev/null
  if [ "$decision" = commit ]; then
    tell 'it was confirmed and its script is damaged: the new files stay as they are. Compare them by hand, then remove pending and guard'
  elif are_originals_whole; then
    if ! put_originals_back; then
      tell "its script is damaged, and $misplaced could not be put back"
      return
    fi
    forget
    tell 'its script is damaged; the old files are back'
    note 'rolled-back degraded='
    { printf '%-60s\n' 'rolled back' 1<>"$tx/state"; } 2>/dev/null || :
  elif [ ! -e "$tx/staged" ] && [ ! -e "$tx/cut" ]; then
    forget
    tell 'its script is damaged; it had changed nothing'
    { printf '%-60s\n' failed 1<>"$tx/state"; } 2>/dev/null || :
  else
    tell "its script and $lost are damaged, so nothing is put back. Compare the network files by hand with before/, then remove pending and guard"
  fi
}

# The lock last: while it is there somebody comes back to this. Never that of another.
forget() {
  remove_hooks
  locked=
  { IFS= read -r locked <"$base/pending"; } 2>/dev/null
  if [ "$base/pending" -ef "$tx/owner" ] || [ "$locked" = "$id" ]; then rm -f "$base/pending"; fi
}
