# Verify and confirm in one exec. The nonce that comes in has to be ours: it proves that this is the right host.

converse() {
  [ -e "$tx/log" ] || exit 3
  answer
  while read -r word word_nonce rest; do
    if [ "$word_nonce" != "$nonce" ]; then
      echo 'that nonce is not of this transaction; nothing is decided'
      continue
    fi
    case $word in
      again) answer ;;
      confirm)
        keep_deciding
        confirm
        show_outcome
        ;;
      rollback)
        keep_deciding
        is_settled || roll_back_detached 'the controller decided so'
        show_outcome
        ;;
    esac
  done
  exit 0
}

# A terminal that hangs up, or a reader that goes, must not end who is carrying out a decision. Caught, not ignored: what we
# start gets the defaults again.
keep_deciding() {
  trap : HUP INT TERM PIPE
}

answer() {
  note_controller
  is_settled
  echo "$nonce state ${state:-unknown}"
  print_probe | sh -s
  echo "$nonce decide"
}

# What came of the decision, whoever made it: the log from there on, until the outcome stands.
show_outcome() {
  if ! is_settled && [ ! -e "$tx/decision" ]; then
    # A confirm that came too early, or could not be written down, decides nothing: the last warning says why.
    while IFS= read -r text; do last=$text; done <"$tx/log"
    printf '%s\n' "$last"
    echo "$nonce state $state"
    echo "$nonce decide"
    return
  fi
  (
    exec 4<"$tx/log"
    unfinished='' from_decision=yes
    follow_until_settled
  )
}
