# Files into place and back, by rename; and what cannot cut the connection.

# place stage|'cut over'|all: one mv a folder.
place() {
  source=$tx/next
  [ "$disruptive" = yes ] || source=$tx/after
  misplaced='' removed=''
  [ "$1" = 'cut over' ] || make_folders
  each_folder place_folder "$1"
  if [ -n "$removed" ]; then { eval "rm -f $removed"; } 2>>"$tx/output" || misplaced=removal; fi
  [ -z "$misplaced" ]
}

# FOLDER NUMBER FILE…: a file is number:action.
place_folder() {
  here=$root$1
  shift 2
  arguments=
  for file in "$@"; do
    number=${file%:*}
    eval "path=\$path_$number target=\$target_$number"
    if [ "${file#*:}" = remove ]; then
      removed="$removed \"\$target_$number\""
    elif [ ! -e "$source$path" ] || [ "$source$path" -ef "$target" ]; then
      # Already in place: this is a repetition. mv calls two names of one file an error.
      continue
    elif [ "$target" = "$root$path" ]; then
      arguments="$arguments \"\$source\$path_$number\""
    else
      mv -f "$source$path" "$target" 2>>"$tx/output" || misplaced=$path
    fi
  done
  [ -z "$arguments" ] || { eval "mv -f $arguments \"\$here/\""; } 2>>"$tx/output" || misplaced=$here
}

has_selinux() {
  [ -e "$root/sys/fs/selinux/enforce" ] || [ -e "$root/selinux/enforce" ]
}

# What is made in our folder has the label of our folder.
label() {
  ! has_selinux || restorecon "$@" 2>/dev/null || :
}

# Only new files: old ones keep their label.
label_new_files() {
  has_selinux || return 0
  set --
  while IFS= read -r path; do
    [ ! -e "$root$path" ] || set -- "$@" "$root$path"
  done <"$tx/absent"
  [ $# -eq 0 ] || label "$@"
}

# Decision is commit, but a power cut took renames back: once more, from the files that were synced before it.
roll_forward() {
  resolve_links
  if [ "$disruptive" = yes ]; then
    rm -rf "$tx/next"
    cp -al "$tx/after" "$tx/next"
  fi
  place all && is_as_planned || return 1
  label_new_files
}

# Without a mark of staging, and without a whole list of the old files, nothing was changed yet. What is not provably whole
# is not put back: half an old configuration is worse than a whole new one, and somebody has to look.
put_files_back() {
  misplaced=
  # They were back before: what somebody made of them since, while it was tried again, is theirs.
  [ ! -e "$tx/put-back" ] || return 0
  if ! are_originals_whole; then
    [ ! -e "$tx/staged" ] && [ ! -e "$tx/cut" ] || misplaced="$lost in $tx (it is damaged, and nothing of it)"
  else
    put_originals_back
    remove_made_folders
    [ -n "$misplaced" ] || { printf '' >>"$tx/put-back"; } 2>/dev/null || :
  fi
  [ -z "$misplaced" ]
}

make_folders() {
  [ -e "$tx/folders-made" ] || return 0
  set --
  while IFS= read -r path; do set -- "$@" "$root$path"; done <"$tx/folders-made"
  (umask 022 && mkdir -p "$@") 2>>"$tx/output" || misplaced='a new folder'
}

remove_made_folders() {
  [ -e "$tx/folders-made" ] || return 0
  set --
  while IFS= read -r path; do set -- "$root$path" "$@"; done <"$tx/folders-made"
  rmdir "$@" 2>/dev/null || :
}

# Each change appends its number before it begins, so that a rollback knows what it has to undo.
begin() {
  echo "$1" >>"$tx/begun" || :
} 2>/dev/null

has_begun() {
  begun_changes=' '
  if [ -e "$tx/begun" ]; then
    while read -r number; do begun_changes="$begun_changes$number "; done <"$tx/begun"
  fi
  case $begun_changes in *" $1 "*) return 0 ;; esac
  return 1
}

# The callbacks of the compiled lists of changes. $failure ends the list.
do_command() {
  [ -z "$failure" ] && [ ! -e "$tx/decision" ] || return 0
  change=$1 seconds=$2 may_fail=$3 doing=$4
  shift 4
  begin "$change"
  say doing "what=$doing"
  if timed "$seconds" "$@"; then
    report_output
    return 0
  fi
  report_output
  case $status in
    124) ended="did not end within $seconds s" ;;
    *) ended="ended with status $status" ;;
  esac
  if [ "$may_fail" = yes ]; then warn "$* $ended"; else failure="$* $ended"; fi
}

# NUMBER KEY VALUE LABEL: through /proc, which is what sysctl(8) does.
do_sysctl() {
  [ -z "$failure" ] && [ ! -e "$tx/decision" ] || return 0
  begin "$1"
  say doing "what=$4"
  write_sysctl "$2" "$3" || failure="$2 does not take $3"
}

write_sysctl() {
  [ -e "$root/proc/sys/$1" ] && { printf '%s\n' "$2" >"$root/proc/sys/$1"; } 2>/dev/null
}

put_sysctls_back() {
  [ -s "$tx/sysctls" ] || return 0
  while IFS='	' read -r key value; do
    first_sysctl "$key" && [ "$line" != "$value" ] || continue
    write_sysctl "$key" "$value" || warn "sysctl $key could not be put back to $value"
  done <"$tx/sysctls"
}

do_service() {
  change=$1 service=$2 action=$3 doing=$4
  words_for_service "$service" "$action"
  do_command "$change" 120 no "$doing" $words
}

# The init system's words for an action on a service, in $words. Names are checked when compiling: no blanks.
words_for_service() {
  if [ "$init" = systemd ]; then
    words="systemctl $2 $1.service"
    case $1 in *.*) words="systemctl $2 $1" ;; esac
    # systemd is in the middle of a boot then.
    [ "$role" != guard ] || words="systemctl --no-reload ${words#* }"
    return
  fi
  case $2 in
    enable) words="chkconfig $1 on" ;;
    disable) words="chkconfig $1 off" ;;
    *) words="service $1 $2" ;;
  esac
}
