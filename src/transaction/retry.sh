# After a rollback that did not bring the network back: again after one minute, then two, four, eight and sixteen, each time
# within the bound of the ladder. A switch may be mended meanwhile, or a person puts an end to it with `ctl rollback`.

retry_wait=6000
retries=5

# How often it was tried, in $tries, and when that ended, in $tried_at. What this process counted itself stands where the
# disk takes nothing any more.
read_tries() {
  first_line "$tx/tries"
  set -- $line
  case "$1$2" in '' | *[!0-9]* | ?????????????*) return 0 ;; esac
  [ "$1" -lt "$tries" ] || tries=$1 tried_at=$2
  # Another boot has another clock.
  [ "$3" = "$boot" ] || tried_at=0
}

# Whether it is to be tried once more.
plan_retry() {
  is_pending || return 1
  read_tries
  tries=$((tries + 1))
  clock
  tried_at=$now
  overwrite tries "$tries $tried_at $boot"
  [ "$tries" -le "$retries" ]
}

is_to_be_retried() {
  read_tries
  [ "$tries" -gt 0 ] && [ "$tries" -le "$retries" ] && is_pending
}

is_retry_due() {
  is_to_be_retried || return 1
  pause=$retry_wait doubled=1
  until [ "$doubled" -ge "$tries" ]; do pause=$((pause * 2)) doubled=$((doubled + 1)); done
  [ "$now" -ge $((tried_at + pause)) ]
}
