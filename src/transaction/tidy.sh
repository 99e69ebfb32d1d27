# What stays of former transactions.

# Which one of this host a transaction is, in $number, as its owner file counts; 0 for one that does not. The clock that ids
# are made of can be set back, and so can the host's.
number_of() {
  number=0
  { { read -r line && read -r line && read -r line && read -r number; } <"$1/owner"; } 2>/dev/null
  case $number in '' | *[!0-9]* | 0?* | ??????????*) number=0 ;; esac
}

# In $count: one more than any before.
count_transactions() {
  count=1
  for folder in "$base"/tx/*/; do
    number_of "${folder%/}"
    [ "$number" -lt "$count" ] || count=$((number + 1))
  done
}

# Keeps the last five decided transactions and the last five that were refused; and clears away uploads that were cut.
tidy() {
  set -- "$base"/tx/*/
  for folder in "$@"; do
    [ -e "$folder/log" ] || [ ! -e "$folder/loader" ] || {
      first_line "$folder/loader" && [ -d "/proc/$line" ] || rm -rf "$folder"
    }
  done
  [ $# -gt 5 ] || return 0
  ended=
  for folder in "$@"; do
    folder=${folder%/}
    [ -d "$folder" ] || continue
    number_of "$folder"
    first_state "$folder"
    case $line in committed | 'rolled back') kind=decided ;; *) kind=refused ;; esac
    # Ids have no blanks. Of the same number the later id counts as newer.
    ended="$ended $kind:$number:${folder##*/}"
  done
  set --
  for candidate in $ended; do is_recent || set -- "$@" "$base/tx/${candidate##*:}"; done
  [ $# -eq 0 ] || rm -rf "$@"
}

# Fewer than five of its kind are newer than $candidate, or it is ours, or the undecided one.
is_recent() {
  id_of_candidate=${candidate##*:} kind=${candidate%%:*} newer=0 passed=no
  [ "$id_of_candidate" != "$id" ] || return 0
  [ ! "$base/pending" -ef "$base/tx/$id_of_candidate/owner" ] || return 0
  number=${candidate#*:}
  number=${number%%:*}
  for other in $ended; do
    if [ "$other" = "$candidate" ]; then passed=yes; fi
    case $other in "$kind":*) ;; *) continue ;; esac
    rival=${other#*:}
    rival=${rival%%:*}
    if [ "$rival" -gt "$number" ] || { [ "$rival" = "$number" ] && [ "$passed" = yes ]; }; then newer=$((newer + 1)); fi
  done
  # It counted itself.
  [ "$newer" -le 5 ]
}
