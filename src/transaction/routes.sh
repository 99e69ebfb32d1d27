# Routes on the way back.

# Routes as the kernel printed them. Those to a link first: gateways stand on them.
restore_routes() {
  for pass in link gateway; do
    while IFS= read -r route; do
      case $route in
        *' via '*) [ "$pass" = gateway ] || continue ;;
        *) [ "$pass" = link ] || continue ;;
      esac
      device=${route#* dev }
      device=${device%% *}
      case " $touched_devices " in *" $device "*) ;; *) continue ;; esac
      restore_route "$route" "$2"
    done <"$1"
  done
}

# Less the words that only tell a state.
restore_route() {
  words=
  for word in $1; do
    case $word in linkdown | dead | pervasive | offload | notify) ;; *) words="$words $word" ;; esac
  done
  quickly $2 route replace $words || :
}

# Default routes that the checkpoint saw and that are missing now, of whatever device: maybe no file knows them
# (rc.local), or the gateway of a device of the trial took the place of one.
put_default_routes_back() {
  has_default_routes_of "$tx/live/route" ip || restore_default_routes "$tx/live/route" ip
  has_default_routes_of "$tx/live/route6" 'ip -6' || restore_default_routes "$tx/live/route6" 'ip -6'
}

restore_default_routes() {
  while IFS= read -r route; do
    is_default_route "$route" || continue
    case $missing in *" $hop "*) restore_route "$route" "$2" ;; esac
  done <"$1"
}

has_default_routes() {
  has_default_routes_of "$tx/live/route" ip && has_default_routes_of "$tx/live/route6" 'ip -6'
}

# has_default_routes_of FILE WORDS: whether each one of the file is there; those that are not, in $missing.
has_default_routes_of() {
  missing='' there=unknown
  while IFS= read -r route; do
    is_default_route "$route" || continue
    [ "$there" != unknown ] || there=$($2 route show 2>/dev/null | default_routes)
    case $there in *" $hop "*) ;; *) missing="$missing $hop " ;; esac
  done 2>/dev/null <"$1"
  [ -z "$missing" ]
}

# From `ip route show` on standard input: GATEWAY/DEVICE of each default route, with blanks around it.
default_routes() {
  while IFS= read -r route; do
    ! is_default_route "$route" || printf ' %s ' "$hop"
  done
}

# GATEWAY/DEVICE in $hop. Those that routers advertise come and go by themselves; one over several gateways has them on
# lines of their own, and is not looked at.
is_default_route() {
  case $1 in
    *' expires '* | *' proto ra '*) return 1 ;;
    'default via '*' dev '*)
      hop=${1#default via }
      hop=${hop%% *}
      ;;
    'default dev '*) hop=- ;;
    *) return 1 ;;
  esac
  device=${1#* dev }
  hop=$hop/${device%% *}
}
