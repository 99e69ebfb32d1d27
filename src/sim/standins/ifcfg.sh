# What ifup and ifdown share: reading ifcfg files as initscripts 8.45 (el5), 9.03 (el6) and 9.49 (el7) do.
S=$R/etc/sysconfig/network-scripts

# The files are shell, sourced: a syntax error ends the file at that line, and earlier lines count.
source_file() {
  local line text=
  [ -f "$1" ] || return 0
  if (. "$1") >/dev/null 2>&1; then
    . "$1" >/dev/null 2>&1
    return 0
  fi
  while IFS= read -r line || [ -n "$line" ]; do
    text="$text$line
"
    (eval "$text") >/dev/null 2>&1 || break
    eval "$text" >/dev/null 2>&1
  done <"$1"
}

# need_config ARGUMENT: sets CONFIG to the file's name and NAME to what follows ifcfg-.
need_config() {
  NAME=${1##*/}
  NAME=${NAME#ifcfg-}
  # RHEL 5 takes what follows a dash for a clone's name (network-functions, need_config).
  [ "$RELEASE" != el5 ] || NAME=${NAME%%-*}
  CONFIG=$S/ifcfg-$NAME
  [ -f "$CONFIG" ]
}

read_config() {
  unset DEVICE TYPE ONBOOT BOOTPROTO IPADDR NETMASK PREFIX BROADCAST NETWORK GATEWAY HWADDR MACADDR MASTER SLAVE BRIDGE VLAN PHYSDEV VID \
    BONDING_OPTS STP DELAY MTU ONPARENT IPADDR0 IPADDR1 IPADDR2 IPADDR3 VLAN_NAME_TYPE BRIDGING_OPTS IPV6ADDR IPV6INIT SCOPE METRIC
  GATEWAYDEV= NOZEROCONF= NETWORKING=
  source_file "$R/etc/sysconfig/network"
  source_file "$CONFIG"
  # Only alias files take their device from the file's name (ifup-aliases).
  case $NAME in *:*) DEVICE=${DEVICE:-$NAME} ;; esac
  REALDEVICE=${DEVICE%%:*}
}

# ignored_file PATH: backups are not read; `.old` is, up to el6.
ignored_file() {
  case $1 in *.bak | *.orig | *'~' | *.rpm*) return 0 ;; *.old) [ "$RELEASE" = el7 ] && return 0 ;; esac
  return 1
}

# slaves_of BOND: sets slaves to the names of the files whose MASTER is the bond. Single quotes count on 6 and 7 only.
slaves_of() {
  local file line
  slaves=
  for file in "$S"/ifcfg-*; do
    ignored_file "$file" && continue
    while read -r line || [ -n "$line" ]; do
      case $line in
        MASTER="$1" | MASTER="\"$1\"") slaves="$slaves ${file##*/}"; break ;;
        MASTER="'$1'") [ "$RELEASE" = el5 ] || slaves="$slaves ${file##*/}"; break ;;
      esac
    done <"$file"
  done
}
upper_case() {
  case $1 in *[a-f]*) upper=$(echo "$1" | tr a-f A-F) ;; *) upper=$1 ;; esac
}
