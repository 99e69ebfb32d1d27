# Which addresses and routes ifup sets.

# set_address ADDRESS NETMASK PREFIX BROADCAST
set_address() {
  local address=$1 prefix=$3
  if [ -z "$prefix" ]; then
    [ -n "$2" ] && prefix_of "$2" || prefix=24
  fi
  has_address "$REALDEVICE" "$address" && return 0
  # ARPCHECK=no is known to 6 and 7.
  if [ "$RELEASE" = el5 ] || [ "${ARPCHECK-}" != no ]; then
    if is_taken "$REALDEVICE" "$address"; then
      echo "Error, some other host already uses address $address."
      exit 1
    fi
  fi
  add_address "$REALDEVICE" "$address/$prefix" "${4:-+}" "$DEVICE"
}

# default_route: a gateway outside the subnet is silently ignored.
default_route() {
  if [ -n "${GATEWAYDEV}" ] && [ "$GATEWAYDEV" != "$1" ]; then return 0; fi
  [ -n "${GATEWAY-}" ] && [ -n "${IPADDR-}" ] || return 0
  local prefix=${PREFIX-}
  [ -n "$prefix" ] || { [ -n "${NETMASK-}" ] && prefix_of "$NETMASK" || prefix=24; }
  same_subnet "$IPADDR/$prefix" "$GATEWAY" || return 0
  set_default_route "$GATEWAY" "$REALDEVICE"
}
