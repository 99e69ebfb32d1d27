# Addresses and routes that ifup sets.

# set_address ADDRESS NETMASK PREFIX BROADCAST
set_address() {
  local address=$1 prefix=$3 broadcast=${4:-+}
  if [ -z "$prefix" ]; then
    [ -n "$2" ] && prefix_of "$2" || prefix=24
  fi
  has_address "$REALDEVICE" "$address" && return 0
  # Somebody else answers for it: ARPCHECK=no is known to 6 and 7.
  if [ "$RELEASE" = el5 ] || [ "${ARPCHECK-}" != no ]; then
    local other wire=-
    read -r wire 2>/dev/null <"$K/wire/$REALDEVICE"
    [ "$wire" = - ] || while read -r other; do
      [ "$other" = "$address" ] && { echo "Error, some other host already uses address $address."; exit 1; }
    done <"$K/neighbours"
  fi
  mask_of "$prefix"
  number_of "$address"
  [ "$broadcast" != + ] || { text_of $(((number & mask) | (~mask & 0xffffffff))); broadcast=$text; }
  echo "inet $address/$prefix brd $broadcast scope global $DEVICE" >>"$K/addresses/$REALDEVICE"
}

# default_route: a gateway outside the subnet is silently ignored.
default_route() {
  local kept= line
  if [ -n "${GATEWAYDEV}" ] && [ "$GATEWAYDEV" != "$1" ]; then return 0; fi
  [ -n "${GATEWAY-}" ] && [ -n "${IPADDR-}" ] || return 0
  local prefix=${PREFIX-}
  [ -n "$prefix" ] || { [ -n "${NETMASK-}" ] && prefix_of "$NETMASK" || prefix=24; }
  same_subnet "$IPADDR/$prefix" "$GATEWAY" || return 0
  while read -r line; do
    case $line in 'default '*) ;; *) kept="$kept$line
" ;; esac
  done <"$K/routes"
  printf '%sdefault via %s dev %s\n' "$kept" "$GATEWAY" "$REALDEVICE" >"$K/routes"
}

add_route() { # LINE of the routes file, once
  local line
  while read -r line; do [ "$line" = "$1" ] && return 0; done <"$K/routes"
  echo "$1" >>"$K/routes"
}
