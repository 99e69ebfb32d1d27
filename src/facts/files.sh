# The files that were asked for: what stat says of them, and which may be read.

# One line a file, `LINKS SIZE MODE UID GID PATH`, from one stat; lines with `!` say what cannot be read. Runs in a
# subshell of its own, which becomes the stat.
fleetnet_stat_files() {
  fleetnet_paths=$fleetnet_newline fleetnet_count=0
  fleetnet_requested_files
  [ "$fleetnet_paths" != "$fleetnet_newline" ] || return 0
  command -v stat >/dev/null 2>&1 || { printf '! stat\n'; return 0; }
  set -f
  IFS=$fleetnet_newline
  exec stat -L -c '%h %s %a %u %g %n' -- $fleetnet_paths
}

# A match of a glob: what is no file, or a symlink to nothing, does not count.
fleetnet_globbed() {
  if [ -f "$fleetnet_path" ]; then fleetnet_take; fi
}

fleetnet_named() {
  if [ -f "$fleetnet_path" ]; then
    fleetnet_take
  elif [ -e "$fleetnet_path" ] || [ -L "$fleetnet_path" ]; then
    printf '! odd %s\n' "$fleetnet_path"
  fi
}

fleetnet_take() {
  case $fleetnet_path in *"$fleetnet_newline"*) printf '! newline\n'; return ;; esac
  case $fleetnet_paths in *"$fleetnet_newline$fleetnet_path$fleetnet_newline"*) return ;; esac
  if [ ! -r "$fleetnet_path" ]; then printf '! unreadable %s\n' "$fleetnet_path"; return; fi
  fleetnet_count=$((fleetnet_count + 1))
  if [ "$fleetnet_count" -gt 2000 ]; then printf '! many\n'; return; fi
  fleetnet_paths=$fleetnet_paths$fleetnet_path$fleetnet_newline
}

# fleetnet_choose LINES PREFIX: the paths of fleetnet_stat_files that do not start with PREFIX in fleetnet_paths. False,
# and a line in fleetnet_large, when one file is over 1 MiB or all together are over 8 MiB: then nothing is read.
fleetnet_choose() {
  fleetnet_paths='' fleetnet_total=0 fleetnet_large=
  set -f
  IFS=$fleetnet_newline
  for fleetnet_entry in $1; do
    case $fleetnet_entry in '!'*) continue ;; esac
    fleetnet_path=${fleetnet_entry#* * * * * }
    case $fleetnet_path in "$2"*) continue ;; esac
    fleetnet_size=${fleetnet_entry#* }
    fleetnet_size=${fleetnet_size%% *}
    fleetnet_total=$((fleetnet_total + fleetnet_size))
    if [ "$fleetnet_size" -gt 1048576 ] || [ "$fleetnet_total" -gt 8388608 ]; then
      fleetnet_large="$fleetnet_size $fleetnet_path"
      break
    fi
    fleetnet_paths=$fleetnet_paths$fleetnet_path$fleetnet_newline
  done
  IFS=$fleetnet_blanks
  set +f
  [ -z "$fleetnet_large" ]
}
