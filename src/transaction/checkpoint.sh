# What is there before anything is touched: files, live network state, and the probes that pass now.

checkpoint() {
  mkdir "$tx/before" "$tx/after" "$tx/live" 2>"$tx/output" || refuse_for_output 'the checkpoint cannot be written'
  { printf '' >"$tx/absent" && printf '' >"$tx/sysctls" && printf '' >"$tx/originals"; } 2>/dev/null || refuse disk '/etc has no room for the checkpoint'
  overwrite running ''
  overwrite heartbeat ''
  resolve_links
  present='' followed='' looked_at='' folders='' missing_folders=''
  each_file look
  check_links
  keep_originals
  each_sysctl note_sysctl
  prepare_after
  [ "$disruptive" = yes ] || return 0
  record_live
}

# Where each file really is: a change of a symbolic link is one of the file behind it, a removal one of the link.
# Links are followed by hand, for those inside a root have to stay in it.
resolve_links() {
  each_file resolve_link
}

resolve_link() {
  eval "target=\$root\$path_$1"
  hops=0
  while [ "$2" != remove ] && [ -L "$target" ] && [ "$hops" -lt 8 ]; do
    to=$(readlink "$target")
    case $to in
      /*) target=$root$to ;;
      *) target=${target%/*}/$to ;;
    esac
    hops=$((hops + 1))
  done
  eval "target_$1=\$target"
}

look() {
  eval "path=\$path_$1 target=\$target_$1"
  [ ! -d "$target" ] || [ -L "$target" ] || refuse refused "$path is a folder, not a file"
  if [ "$target" != "$root$path" ]; then
    warn "$path is a symbolic link: ${target#"$root"} is changed"
    followed="$followed $1"
  fi
  folder=${target%/*}
  if [ -e "$target" ] || [ -L "$target" ]; then
    [ "$target" != "$root$path" ] || present="$present \"\${path_$1#/}\""
    looked_at="$looked_at \"\$target_$1\""
  else
    printf '%s\n' "$path" >>"$tx/absent" 2>/dev/null || refuse disk '/etc has no room for the checkpoint'
    note_missing_folder "$folder"
  fi
  eval "existing_$1=\$folder"
  [ -w "$folder" ] || refuse refused "${folder#"$root"} takes no files (read-only or immutable)"
  case $folders in *"|$folder|"*) ;; *) folders="$folders|$folder|" looked_at="$looked_at \"\$existing_$1\"" ;; esac
}

# A folder that is missing is written down, its parents first. It is made when staging begins, and removed by a rollback if
# it is empty then. The first one above that is there is $folder.
note_missing_folder() {
  if [ -d "$1" ]; then
    folder=$1
    return
  fi
  if [ -e "$1" ] || [ -L "$1" ]; then refuse refused "${1#"$root"} is not a folder"; fi
  note_missing_folder "${1%/*}"
  case $missing_folders in *"|$1|"*) return 0 ;; esac
  missing_folders="$missing_folders|$1|"
  printf '%s\n' "${1#"$root"}" >>"$tx/folders-made" 2>/dev/null || refuse disk '/etc has no room for the checkpoint'
}

# A rename is atomic inside one file system only, and splits hard links.
check_links() {
  { eval "stat -c '%d %h %n' \"\$tx\" $looked_at"; } >"$tx/stat" 2>"$tx/output" || refuse_for_output 'files cannot be examined'
  device=
  while read -r number links name; do
    : "${device:=$number}"
    [ "$number" = "$device" ] ||
      refuse refused "${name#"$root"} is on another file system than /etc/fleetnet, so it cannot be put back by a rename"
    [ -d "$name" ] || [ "$links" -le 1 ] || warn "${name#"$root"} has $links hard links; this change splits them"
  done <"$tx/stat"
}

# before/ holds the original files themselves, by hard link: with mode, owner, label and extended attributes, without
# space or a sync, and a rename puts them back. What is immutable cannot be linked, and shows here.
keep_originals() {
  if [ -n "$present" ]; then
    (cd "$root/" && eval "cp -al --parents $present \"\$tx/before/\"") 2>"$tx/output" || refuse_for_output 'a file cannot be kept'
  fi
  for number in $followed; do
    eval "path=\$path_$number target=\$target_$number"
    [ -e "$target" ] || continue
    mkdir -p "$tx/before${path%/*}" && ln "$target" "$tx/before$path" 2>"$tx/output" || refuse_for_output "$path cannot be kept"
  done
}

note_sysctl() {
  if first_sysctl "$2"; then
    printf '%s\t%s\n' "$2" "$line" >>"$tx/sysctls"
  fi
}

# The new files, complete and checked, beside the folders that read them. Changed ones start as copies, so that label,
# owner and extended attributes stay.
prepare_after() {
  if [ -n "$present$followed" ]; then
    cp -a "$tx/before/." "$tx/after/" 2>"$tx/output" || refuse_for_output 'the new files cannot be written'
  fi
  # cp of RHEL 5 leaves labels behind.
  if has_selinux; then each_file copy_label; fi
  missing=
  each_folder note_folder all
  if [ -n "$missing" ]; then { eval "mkdir -p $missing"; } 2>"$tx/output" || refuse_for_output 'the new files cannot be written'; fi
  arguments=
  each_file note_original
  each_file note_after
  {
    unpack && set_modes && eval "sums $arguments" && list_originals && [ "$found_sums" = "$planned_sums" ]
  } 2>"$tx/output" || refuse_for_output 'the new files cannot be written'
  [ "$disruptive" = no ] || cp -al "$tx/after" "$tx/next" 2>"$tx/output" || refuse_for_output 'the new files cannot be written'
}

copy_label() {
  eval "copy=\$tx/after\$path_$1 target=\$target_$1"
  [ ! -f "$copy" ] || chcon --reference="$target" "$copy" 2>/dev/null || warn "${target#"$root"} may lose its SELinux label"
}

# The old files are summed in one go with the new ones, and come first.
note_original() {
  eval "path=\$path_$1"
  if [ -f "$tx/before$path" ] && [ ! -L "$tx/before$path" ]; then arguments="$arguments \"\$tx/before\$path_$1\""; fi
}

list_originals() {
  listed=0
  { each_file list_original && printf 'end\t%s\n' "$listed"; } >>"$tx/originals"
} 2>/dev/null

list_original() {
  eval "path=\$path_$1 target=\$target_$1"
  if [ -L "$tx/before$path" ]; then
    was=link
  elif [ -f "$tx/before$path" ]; then
    was=${found_sums# }
    was=${was%% *}
    found_sums=${found_sums#" $was"}
  else
    was=absent
  fi
  printf '%s\t%s\t%s\n' "$was" "$path" "${target#"$root"}"
  listed=$((listed + 1))
}

note_folder() {
  [ -d "$tx/after$1" ] || missing="$missing \"\$tx/after\$folder_$2\""
}

note_after() {
  [ "$2" = remove ] || arguments="$arguments \"\$tx/after\$path_$1\""
}
