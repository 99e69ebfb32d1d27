# Addresses and routes of the simulated kernel.

has_address() {
  local word address
  while read -r word address _; do [ "${address%/*}" = "$2" ] && return 0; done 2>/dev/null <"$K/addresses/$1"
  return 1
}
flush_addresses() { : >"$K/addresses/$1"; }
# add_address DEVICE ADDRESS/PREFIX BROADCAST LABEL; + is the subnet's last address.
add_address() {
  local broadcast=$3
  mask_of "${2#*/}"
  number_of "${2%/*}"
  [ "$broadcast" != + ] || { text_of $(((number & mask) | (~mask & 0xffffffff))); broadcast=$text; }
  echo "inet $2 brd $broadcast scope global $4" >>"$K/addresses/$1"
}
add_address6() { has_address "$1" "${2%/*}" || echo "inet6 $2 scope global" >>"$K/addresses/$1"; }
# drop_label DEVICE LABEL: only the addresses that carry it.
drop_label() {
  local line kept=
  while read -r line; do
    [ "${line##* }" = "$2" ] || kept="$kept$line
"
  done 2>/dev/null <"$K/addresses/$1"
  exists "$1" && printf %s "$kept" >"$K/addresses/$1"
}
# is_taken DEVICE ADDRESS: somebody else on its wire answers for it.
is_taken() {
  local other wire=-
  read -r wire 2>/dev/null <"$K/wire/$1"
  [ "$wire" = - ] || while read -r other; do [ "$other" != "$2" ] || return 0; done <"$K/neighbours"
  return 1
}

forget_routes() {
  local line kept=
  while read -r line; do
    case "$line " in *" dev $1 "*) ;; *) kept="$kept$line
" ;; esac
  done <"$K/routes"
  printf %s "$kept" >"$K/routes"
}
set_default_route() { # GATEWAY DEVICE
  local line kept=
  while read -r line; do
    case $line in 'default '*) ;; *) kept="$kept$line
" ;; esac
  done <"$K/routes"
  printf '%sdefault via %s dev %s\n' "$kept" "$1" "$2" >"$K/routes"
}
add_route() { # LINE of the routes file, once
  local line
  while read -r line; do [ "$line" = "$1" ] && return 0; done <"$K/routes"
  echo "$1" >>"$K/routes"
}

# ask_dhcp DEVICE: sets lease and router; both are empty where no server is there, or none is reached.
ask_dhcp() {
  local wire=-
  lease= router=
  read -r wire 2>/dev/null <"$K/wire/$1"
  [ "$wire" = - ] || read -r lease router 2>/dev/null <"$K/dhcp"
}
