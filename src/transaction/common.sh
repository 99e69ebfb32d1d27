# What every role shares: environment, clock, who is alive, small files.
# The compiled constants (root, id, nonce, tx, base …) stand above this.

prepare() {
  PATH=$root/usr/sbin:$root/usr/bin:$root/sbin:$root/bin
  LC_ALL=C
  export PATH LC_ALL
  unset CDPATH ENV BASH_ENV
  umask 077
  cd / || exit 1
  boot=unknown
  first_sysctl kernel/random/boot_id && boot=$line
  start_of "$$"
  me="$$ $started $boot"
  ticks=0 one_sync='' minder='' failure='' from_decision='' compared='' because='' fallen='' blind=0 tries=0 tried_at=0
}

# The first line of a file in $line; false when there is none.
first_line() {
  line=
  { IFS= read -r line <"$1"; } 2>/dev/null || [ -n "$line" ]
}

# The same for a file below /proc/sys. Older kernels answer only the first read of an open one, and dash and busybox
# read byte by byte.
first_sysctl() {
  first_line "$root/proc/sys/$1" || return 1
  case $line in ?) line=$(cat "$root/proc/sys/$1") ;; esac
}

# Seconds since boot as the kernel prints them in $up, in hundredths in $now. Monotonic: nobody sets it.
clock() {
  read -r up rest </proc/uptime
  now=$((${up%.*} * 100 + 1${up#*.} - 100))
}

# Hundredths as seconds, in $text. Example: 1205 is 12.05
in_seconds() {
  text=$(($1 / 100)).$(($1 % 100 / 10))$(($1 % 10))
}

# When a process started, in $started; false when there is none, or only its zombie. A pid alone may have been
# given to another since: field 22 of its stat never is.
start_of() {
  started='' fields=''
  { IFS= read -r fields <"/proc/$1/stat"; } 2>/dev/null || return 1
  set -- ${fields##*) }
  case $1 in Z | X) return 1 ;; esac
  started=${20}
}

# Whether a process that wrote down "pid start boot" still runs.
alive() {
  [ -n "$1" ] && [ "$3" = "$boot" ] && start_of "$1" && [ "$started" = "$2" ]
}

# The same for a file of the transaction that holds such a line.
alive_in() {
  first_line "$tx/$1" || return 1
  set -- $line
  alive "$1" "$2" "$3"
}

# Ends a role and what it started. Every role is the leader of its own process group. KILL also ends a stopped one.
end_role() {
  first_line "$tx/$1" || return 0
  set -- $line
  [ $# -eq 3 ] && [ "$1" != "$$" ] && [ "$3" = "$boot" ] || return 0
  # A leader that is gone may have left others of its group; while they live nobody else gets its number.
  alive "$1" "$2" "$3" || [ ! -d "/proc/$1" ] || return 0
  kill -KILL "-$1" 2>/dev/null || kill -KILL "$1" 2>/dev/null || :
}

# What a shell complains about is kept with the transaction. A special builtin (exec, eval, :) whose redirection fails ends
# a POSIX shell, so an ordinary one tries it first.
keep_errors() {
  { printf '' >>"$tx/errors"; } 2>/dev/null && exec 2>>"$tx/errors"
}

# Fixed width, written over the old content: a full disk does not stop it, and nobody reads half a value.
overwrite() {
  { printf '%-60s\n' "$2" 1<>"$tx/$1"; } 2>/dev/null || :
}

put_state() {
  overwrite state "$1"
}

# The state of the transaction in a folder, in $line, without the blanks that it is filled up with; false when there is
# none. Shells that read byte by byte may meet a writer half way, so it is read until it is the same twice.
first_state() {
  seen=
  until first_line "$1/state" && [ "$line" = "$seen" ]; do
    [ -n "$line" ] || return 1
    seen=$line
  done
  line=${line%%  *}
}

# The lock is a hard link to our owner file: nothing in it has to be readable to know that it is ours. Where that file is
# damaged its name tells.
is_pending() {
  [ "$base/pending" -ef "$tx/owner" ] || { first_line "$base/pending" && [ "$line" = "$id" ]; }
}

# Whether the outcome stands; then it is in $state.
is_settled() {
  first_state "$tx"
  state=$line
  case $state in committed | 'rolled back' | failed) return 0 ;; esac
  return 1
}

# A fifth of a second where sleep takes fractions, else a whole one.
nap() {
  sleep 0.2 2>/dev/null || sleep 1
}

# Seconds with two digits after the point, as the kernel prints them, in $hundredths; false for anything else, on which the
# shell would end.
hundredths() {
  case $1 in
    *[!0-9.]* | *.*.* | 0?*.?? | ??????????????*) return 1 ;;
    [0-9]*.[0-9][0-9]) hundredths=$((${1%.*} * 100 + 1${1#*.} - 100)) ;;
    *) return 1 ;;
  esac
}

# Whether the deadline has passed; $left is what is left, in hundredths. One that cannot be read, time after time, has.
is_late() {
  left=100
  first_line "$tx/deadline"
  if hundredths "${line%% *}"; then
    blind=0 left=$((hundredths - now))
    [ "$left" -le 0 ] || return 1
  else
    blind=$((blind + 1))
    [ "$blind" -gt 10 ] || return 1
    left=0 late_because='its deadline cannot be read'
    return 0
  fi
  late_because='the cut-over did not end in time'
  first_state "$tx"
  case $line in
    rebooting) late_because='the host was not restarted in time' ;;
  esac
  [ "$line" = 'on trial' ] || return 0
  late_because='it was not confirmed in time'
  find_silent_switch
}

# What the host itself can tell of the cause: an 802.3ad bond that has no partner. Other modes have no such file, or an
# empty one.
find_silent_switch() {
  for file in "$root"/sys/class/net/*/bonding/ad_partner_mac; do
    first_line "$file" && [ "$line" = 00:00:00:00:00:00 ] || continue
    file=${file%/bonding/*}
    late_because="no LACP partner on ${file##*/}: $late_because"
  done
}
