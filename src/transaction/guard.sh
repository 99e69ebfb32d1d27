# The guard runs at boot, before networking, and settles what a reboot or a power cut left undecided.

guard() {
  if ! is_pending && ! has_lost_its_lock; then
    remove_guard
    return
  fi
  if is_of_this_boot; then
    # Not a boot: the real init tries us out, or starts us again.
    echo "$nonce" >"$tx/guard-tried"
    return
  fi
  read_decision
  if [ -z "$decision" ]; then
    if [ "$reboot" = trial ] && take_token && begin_trial; then
      stop_minder
      return
    fi
    note_why 'the host was started again before it was confirmed'
    decide rollback
  fi
  settle
  is_settled
  echo "fleetnet: transaction $id: ${state:-unknown}${fallen:+: $fallen}"
}

# Guard and changed files are there, and neither an outcome nor anybody's lock: something removed it, so nothing is decided.
has_lost_its_lock() {
  first_line "$base/pending"
  case $line in
    '' | *[!A-Za-z0-9-]*) ;;
    *) return 1 ;;
  esac
  read_decision
  ! is_settled && [ "$decision" != commit ] && { [ -e "$tx/staged" ] || [ -e "$tx/cut" ]; }
}

set_guard() {
  { printf "script_sum='%s' guarded_boot='%s'\n" "$script_sum" "$boot" && print_boot_guard; } 2>/dev/null >"$base/guard" || refuse disk 'the boot guard cannot be written'
  if [ "$init" = systemd ]; then set_guard_unit; else set_guard_script; fi
  first_line "$tx/guard-tried"
  [ "$line" = "$nonce" ] || refuse refused "the boot guard was started through the init system, and did not run$guard_said"
  if [ "$init" = systemd ]; then enable_guard_unit; else enable_guard_script; fi || refuse refused 'the boot guard cannot be enabled'
}

# try_guard WORDS…: what the init system said goes into $guard_said.
try_guard() {
  rm -f "$tx/guard-tried"
  timed 30 "$@"
  guard_said=
  while IFS= read -r text || [ -n "$text" ]; do [ -z "$text" ] || guard_said=": $text"; done <"$tx/output"
}

remove_guard() {
  if [ "$init" = systemd ]; then remove_guard_unit; else remove_guard_script; fi
} 2>/dev/null
