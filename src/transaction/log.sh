# Progress lines: `NONCE UPTIME WORD key=value…`, appended to the transaction's log.

# Nothing here may fail or wait: a full disk must not stop a rollback.
say() {
  clock
  { printf '%s %s %s\n' "$nonce" "$up" "$*" >>"$tx/log"; } 2>/dev/null || :
  tick
}

# Wakes the follower of the first session through a pipe, so that it need not poll. Fewer than a pipe holds: if the
# follower has stopped reading, we never wait for it. Without one $ticks is 0.
tick() {
  [ "$ticks" -gt 0 ] || return 0
  ticks=$((ticks - 1))
  { echo >&3; } 2>/dev/null || ticks=0
}

# $1 as the value of a key, in $encoded: %20 for a blank and so on.
encode() {
  encoded='' remaining=$1
  while :; do
    plain=${remaining%%[ %[:cntrl:]]*}
    encoded=$encoded$plain
    [ "$plain" = "$remaining" ] && return 0
    remaining=${remaining#"$plain"}
    case $remaining in
      ' '*) encoded=$encoded%20 ;;
      '%'*) encoded=$encoded%25 ;;
      '	'*) encoded=$encoded%09 ;;
      *) encoded=$encoded? ;;
    esac
    remaining=${remaining#?}
  done
}

warn() {
  encode "$1"
  say warning "text=$encoded"
}

# What the last command printed, its first forty lines.
report_output() {
  [ -s "$tx/output" ] || return 0
  lines=0
  while IFS= read -r text || [ -n "$text" ]; do
    [ -n "$text" ] || continue
    lines=$((lines + 1))
    [ "$lines" -le 40 ] || break
    [ "${#text}" -le 500 ] || text="(a line of ${#text} characters)"
    encode "$text"
    say output "text=$encoded"
  done <"$tx/output"
}
