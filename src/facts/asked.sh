# What a request asks for beyond files: modules, services, guards. And the transactions that the host knows of.

# fleetnet_module NAME FOLDER: built-in modules have no line in /proc/modules, but most have a folder.
fleetnet_module() {
  if [ -d "sys/module/$2" ]; then
    printf 'module %s\n' "$1"
    return
  fi
  [ -r proc/modules ] || return 0
  while read -r fleetnet_first fleetnet_rest; do
    if [ "$fleetnet_first" = "$2" ]; then printf 'module %s\n' "$1"; break; fi
  done <proc/modules
}

# fleetnet_service NAME: `service PRESENT RUNNING ENABLED NAME`, as files tell it. A subsystem lock is taken for running;
# only what is there without a lock, on a host without systemd, is asked.
fleetnet_service() {
  fleetnet_present=no fleetnet_running=no fleetnet_enabled=no
  if [ -e "etc/rc.d/init.d/$1" ] || [ -e "etc/init.d/$1" ]; then fleetnet_present=yes; fi
  for fleetnet_file in etc/rc.d/rc3.d/S[0-9][0-9]"$1" etc/rc3.d/S[0-9][0-9]"$1" etc/systemd/system/*.wants/"$1.service"; do
    if [ -e "$fleetnet_file" ] || [ -L "$fleetnet_file" ]; then fleetnet_enabled=yes; fi
  done
  if [ "$fleetnet_present" = yes ]; then
    if [ -e "var/lock/subsys/$1" ] || [ -e "run/lock/subsys/$1" ]; then
      fleetnet_running=yes
    elif [ ! -d run/systemd/system ] && command -v service >/dev/null 2>&1 && fleetnet_limited service "$1" status; then
      fleetnet_running=yes
    fi
  fi
  printf 'service %s %s %s %s\n' "$fleetnet_present" "$fleetnet_running" "$fleetnet_enabled" "$1"
}

# Runs a command without input and output, for ten seconds at most; 137 when it had to be killed. With setsid it is the
# leader of a group, so what it started goes with it.
fleetnet_limited() {
  fleetnet_group=
  if command -v setsid >/dev/null 2>&1; then
    fleetnet_group=-
    setsid "$@" </dev/null >/dev/null 2>&1 &
  else
    "$@" </dev/null >/dev/null 2>&1 &
  fi
  fleetnet_child=$!
  {
    sleep 10 &
    fleetnet_sleep=$!
    trap 'kill "$fleetnet_sleep"; exit 0' TERM
    wait "$fleetnet_sleep"
    kill -9 "$fleetnet_group$fleetnet_child"
  } </dev/null >/dev/null 2>&1 &
  fleetnet_timer=$!
  { wait "$fleetnet_child"; } 2>/dev/null
  fleetnet_status=$?
  { kill "$fleetnet_timer"; wait "$fleetnet_timer"; } 2>/dev/null
  return "$fleetnet_status"
}

# fleetnet_creates ID PATH
fleetnet_creates() {
  if [ -e "$2" ] || [ -L "$2" ]; then printf 'guard yes %s\n' "$1"; else printf 'guard no %s\n' "$1"; fi
}

# fleetnet_unless ID COMMAND
fleetnet_unless() {
  fleetnet_limited sh -c "$2"
  case $fleetnet_status in
    0) printf 'guard yes %s\n' "$1" ;;
    137) printf 'guard late %s\n' "$1" ;;
    *) printf 'guard no %s\n' "$1" ;;
  esac
}

# fleetnet_whole FOLDER: whether what is needed to settle the undecided transaction is there. Its owner file says in which
# format the folder is, and what its script sums up to.
fleetnet_whole() {
  printf 'format %s\n' "$fleetnet_format"
  if [ -e "$1/staged" ] || [ -e "$1/cut" ]; then printf 'begun\n'; fi
  [ -s "$1/ctl" ] && { [ -z "$fleetnet_sum" ] || [ "$(cksum <"$1/ctl")" = "$fleetnet_sum" ]; } || printf 'damaged\n'
} 2>/dev/null

fleetnet_transactions() {
  fleetnet_pending=
  if [ -e etc/fleetnet/pending ]; then
    fleetnet_line etc/fleetnet/pending
    fleetnet_pending=$fleetnet_value
    printf 'pending %s\n' "$fleetnet_value"
    fleetnet_value=
    { read -r fleetnet_first && read -r fleetnet_value; } 2>/dev/null <etc/fleetnet/pending || :
    printf 'pending-owner %s\n' "$fleetnet_value"
  fi
  for fleetnet_folder in etc/fleetnet/tx/*; do
    [ -d "$fleetnet_folder" ] || continue
    case ${fleetnet_folder##*/} in *[!A-Za-z0-9-]*) continue ;; esac
    printf 'transaction %s\n' "${fleetnet_folder##*/}"
    for fleetnet_word in run state deadline why trial; do
      fleetnet_say "$fleetnet_word" "$fleetnet_folder/$fleetnet_word"
    done
    fleetnet_format='' fleetnet_sum='' fleetnet_number=''
    {
      { read -r fleetnet_rest && read -r fleetnet_rest && read -r fleetnet_format fleetnet_sum && read -r fleetnet_number; } <"$fleetnet_folder/owner"
    } 2>/dev/null || :
    [ -z "$fleetnet_number" ] || printf 'number %s\n' "$fleetnet_number"
    if [ "${fleetnet_folder##*/}" = "$fleetnet_pending" ]; then
      fleetnet_controller "$fleetnet_folder"
      fleetnet_whole "$fleetnet_folder"
    fi
  done
}

# fleetnet_controller FOLDER: who looked after a transaction last, as its session wrote down `PID START BOOT UPTIME FROM`,
# and whether that process still runs: a pid alone may belong to another since, field 22 of its stat never does.
fleetnet_controller() {
  fleetnet_line "$1/controller"
  case $fleetnet_value in [0-9]*' '[0-9]*' '*' '*) ;; *) return 0 ;; esac
  printf 'controller %s\n' "$fleetnet_value"
  fleetnet_first=${fleetnet_value%% *} fleetnet_second=${fleetnet_value#* }
  case $fleetnet_first in *[!0-9]*) return 0 ;; esac
  fleetnet_line "/proc/$fleetnet_first/stat"
  set -f
  set -- ${fleetnet_value##*) }
  set +f
  case $1 in Z | X) return 0 ;; esac
  [ "${20-}" != "${fleetnet_second%% *}" ] || printf 'attends yes\n'
}
