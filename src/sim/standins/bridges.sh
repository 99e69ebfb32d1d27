# Bridges of the simulated kernel (net/bridge).

# bridge_new NAME
bridge_new() {
  exists "$1" && return 1
  has_module bridge || module_loaded bridge
  new_device "$1" bridge 00:00:00:00:00:00 1500
  mkdir -p "$N/$1/bridge" "$N/$1/brif"
  echo 0 >"$N/$1/bridge/stp_state"
  echo 1500 >"$N/$1/bridge/forward_delay"
  echo 200 >"$N/$1/bridge/hello_time"
  echo 2000 >"$N/$1/bridge/max_age"
  echo 30000 >"$N/$1/bridge/ageing_time"
  echo 32768 >"$N/$1/bridge/priority"
  echo 8000.000000000000 >"$N/$1/bridge/bridge_id"
}

# bridge_delete NAME: refused while it is up. Its ports only lose their bridge.
bridge_delete() {
  local port
  [ -d "$N/$1/bridge" ] || return 1
  is_up "$1" && return 2
  for port in "$N/$1"/brif/*; do [ -e "$port" ] && bridge_remove "$1" "${port##*/}"; done
  delete_device "$1"
}

bridge_add() {
  [ -d "$N/$1/bridge" ] && exists "$2" || return 1
  [ ! -f "$K/master/$2" ] || return 1
  mkdir -p "$N/$2/brport"
  echo 3 >"$N/$2/brport/state"
  ln -sfn "../../$1" "$N/$2/brport/bridge"
  ln -sfn "../../$2/brport" "$N/$1/brif/$2"
  [ "$RELEASE" = el7 ] && ln -sfn "../$1" "$N/$2/master"
  echo "$1" >"$K/master/$2"
  change_flags "$2" 0x100 0
}

bridge_remove() {
  [ -L "$N/$1/brif/$2" ] || return 1
  change_flags "$2" 0 0x100
  rm -rf "$N/$1/brif/$2" "$N/$2/brport" "$N/$2/master" "$K/master/$2"
}

# bridge_stp NAME WORD: brctl's own words, lower case; anything else changes nothing (bridge-utils brctl_cmd.c).
bridge_stp() {
  local delay
  case $2 in
    on | yes | 1)
      echo 1 >"$N/$1/bridge/stp_state"
      # With spanning tree the least forward delay is 2 seconds (net/bridge/br_stp_if.c).
      read -r delay <"$N/$1/bridge/forward_delay"
      [ "$delay" -ge 200 ] || echo 200 >"$N/$1/bridge/forward_delay" ;;
    off | no | 0) echo 0 >"$N/$1/bridge/stp_state" ;;
    *) echo 'expect on/off for argument' >&2; return 1 ;;
  esac
}
# bridge_delay NAME SECONDS
bridge_delay() {
  local stp
  case $2 in '' | *[!0-9]*) echo 'bad forward delay value' >&2; return 1 ;; esac
  read -r stp <"$N/$1/bridge/stp_state"
  if [ "$stp" = 1 ] && [ "$2" -lt 2 ]; then echo 200 >"$N/$1/bridge/forward_delay"; else echo $(($2 * 100)) >"$N/$1/bridge/forward_delay"; fi
}
