# What the wire lets through: carriers, LACP, allowed VLANs, and from these which addresses answer. The simulator writes
# the switch's side: $K/port/NIC (0 or 1), $K/lacp (0 or 1), $K/vlans (`all`, or ids), $K/client, $K/cut-off.

# set_carrier DEVICE CARRIER WIRE. WIRE is `-` where nothing gets through, 0 untagged, else the VLAN id.
set_carrier() {
  if is_up "$1"; then
    echo "$2" >"$N/$1/carrier"
    if [ "$2" = 1 ]; then echo up >"$N/$1/operstate"; elif [ "${4-}" = slave ]; then echo lowerlayerdown >"$N/$1/operstate"; else echo down >"$N/$1/operstate"; fi
    echo "$3" >"$K/wire/$1"
  else
    : >"$N/$1/carrier"
    echo down >"$N/$1/operstate"
    echo - >"$K/wire/$1"
  fi
}

# settle: what follows from the last change. Every stand-in that changes a link, an address or a route ends with it.
settle() {
  local link carrier wire lower below mac lacp vlans id mode cut only client address word device answers= bonds= vlan_links= bridges= loopbacks=
  lacp=0 vlans=all only= client=
  read -r lacp 2>/dev/null <"$K/lacp"
  read -r vlans 2>/dev/null <"$K/vlans"
  read -r client 2>/dev/null <"$K/client"
  read -r only 2>/dev/null <"$K/cut-off"
  links
  for link in $links; do
    kind_of "$link"
    case $kind in
      physical)
        carrier=0
        read -r carrier <"$K/port/$link"
        if [ "$carrier" = 1 ]; then wire=0; else wire=-; fi
        set_carrier "$link" "$carrier" "$wire" ;;
      loopback) is_up "$link" && { echo 1 >"$N/$link/carrier"; echo unknown >"$N/$link/operstate"; } ;;
      vif) set_carrier "$link" 1 - ;;
      bond) bonds="$bonds $link" ;;
      vlan) vlan_links="$vlan_links $link" ;;
      bridge) bridges="$bridges $link" ;;
      veth) loopbacks="$loopbacks $link" ;;
    esac
  done
  for link in $bonds; do
    carrier=0 wire=- below=
    read -r below 2>/dev/null <"$N/$link/bonding/slaves"
    read -r mode <"$N/$link/bonding/mode"
    for lower in $below; do
      word=
      read -r word <"$N/$lower/carrier"
      [ "$word" = 1 ] && carrier=1 wire=0
    done
    # Without a partner the links are up and nothing gets through.
    [ "${mode% *}" = 802.3ad ] && [ "$lacp" != 1 ] && wire=-
    set_carrier "$link" "$carrier" "$wire"
    show_bond "$link" "$lacp"
  done
  for link in $vlan_links; do settle_vlan; done
  for link in $bridges; do
    carrier=0 wire=- mac=
    for lower in "$N/$link"/brif/*; do
      [ -e "$lower" ] || continue
      lower=${lower##*/}
      word= below=-
      read -r word <"$N/$lower/carrier"
      read -r below 2>/dev/null <"$K/wire/$lower"
      [ "$word" = 1 ] && carrier=1
      [ "$below" = - ] || wire=$below
      [ -n "$mac" ] || read -r mac <"$N/$lower/address"
    done
    set_carrier "$link" "$carrier" "$wire"
    echo "${mac:-00:00:00:00:00:00}" >"$N/$link/address"
  done
  for link in $loopbacks; do
    lower=vif0.${link#veth} carrier=0 wire=- word=
    is_up "$lower" && carrier=1
    [ "$carrier" = 1 ] && read -r word 2>/dev/null <"$K/master/$lower" && read -r wire <"$K/wire/$word"
    set_carrier "$link" "$carrier" "$wire"
  done
  # A VLAN may stand on a bridge.
  for link in $vlan_links; do settle_vlan; done
  {
    for link in $links; do
      wire=-
      read -r wire 2>/dev/null <"$K/wire/$link"
      [ "$wire" = - ] && continue
      # What a slave or a port receives goes to its master, never to an address of its own.
      [ -f "$K/master/$link" ] && continue
      [ -z "$only" ] || [ "$only" = "$link" ] || continue
      while read -r word address _; do
        [ "$word" = inet ] || continue
        same_subnet "$address" "$client" || has_default_route || continue
        echo "$address $link"
      done <"$K/addresses/$link"
    done
  } >"$K/reachable"
  echo changed >"$K/changed"
}

settle_vlan() {
  local parent parent_kind
  read -r parent <"$K/parent/$link"
  read -r id <"$K/vlan-id/$link"
  carrier= wire=- below=-
  read -r carrier 2>/dev/null <"$N/$parent/carrier"
  read -r below 2>/dev/null <"$K/wire/$parent"
  read -r mac <"$N/$parent/address"
  echo "$mac" >"$N/$link/address"
  [ "$below" = 0 ] && allowed "$id" && wire=$id
  set_carrier "$link" "${carrier:-0}" "$wire" slave
}

allowed() { [ "$vlans" = all ] || contains "$1" "$vlans"; }

has_default_route() {
  local word
  while read -r word _; do [ "$word" = default ] && return 0; done <"$K/routes"
  return 1
}

# show_bond BOND LACP: writes /proc/net/bonding/BOND as the driver of the release prints it.
show_bond() {
  local bond=$1 mode policy miimon updelay downdelay rate primary active= slaves= slave state mac word ports=0 partner=00:00:00:00:00:00 key=1
  read -r mode <"$N/$bond/bonding/mode"
  read -r policy <"$N/$bond/bonding/xmit_hash_policy"
  read -r miimon <"$N/$bond/bonding/miimon"
  read -r updelay <"$N/$bond/bonding/updelay"
  read -r downdelay <"$N/$bond/bonding/downdelay"
  read -r rate <"$N/$bond/bonding/lacp_rate"
  primary=
  read -r primary 2>/dev/null <"$N/$bond/bonding/primary"
  read -r slaves 2>/dev/null <"$N/$bond/bonding/slaves"
  state=down
  for slave in $slaves; do
    word=
    read -r word <"$N/$slave/carrier"
    [ "$word" = 1 ] || continue
    state=up
    ports=$((ports + 1))
    [ -n "$active" ] && [ "$slave" != "$primary" ] || active=$slave
  done
  case ${mode% *} in active-backup | balance-tlb | balance-alb) ;; *) active= ;; esac
  echo "$active" >"$N/$bond/bonding/active_slave"
  echo "$state" >"$N/$bond/bonding/mii_status"
  if [ "${mode% *}" = 802.3ad ]; then
    if [ "$2" = 1 ] && [ "$ports" -gt 0 ]; then partner=02:00:00:25:60:00 key=101; elif [ "$ports" -gt 1 ]; then ports=1; fi
    echo 1 >"$N/$bond/bonding/ad_aggregator"
    echo "$ports" >"$N/$bond/bonding/ad_num_ports"
    echo 17 >"$N/$bond/bonding/ad_actor_key"
    echo "$key" >"$N/$bond/bonding/ad_partner_key"
    echo "$partner" >"$N/$bond/bonding/ad_partner_mac"
  fi
  {
    case $RELEASE in
      el5) printf 'Ethernet Channel Bonding Driver: v3.4.0-1 (October 7, 2008)\n\n' ;;
      el6) printf 'Ethernet Channel Bonding Driver: v3.6.0 (September 26, 2009)\n\n' ;;
      el7) printf 'Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)\n\n' ;;
    esac
    case ${mode% *} in
      balance-rr) echo 'Bonding Mode: load balancing (round-robin)' ;;
      active-backup) echo 'Bonding Mode: fault-tolerance (active-backup)' ;;
      balance-xor) echo 'Bonding Mode: load balancing (xor)' ;;
      broadcast) echo 'Bonding Mode: fault-tolerance (broadcast)' ;;
      802.3ad) echo 'Bonding Mode: IEEE 802.3ad Dynamic link aggregation' ;;
      balance-tlb) echo 'Bonding Mode: transmit load balancing' ;;
      balance-alb) echo 'Bonding Mode: adaptive load balancing' ;;
    esac
    case ${mode% *} in balance-xor | 802.3ad) echo "Transmit Hash Policy: ${policy% *} (${policy#* })" ;; esac
    case ${mode% *} in active-backup | balance-tlb | balance-alb) printf 'Primary Slave: %s\nCurrently Active Slave: %s\n' "${primary:-None}" "${active:-None}" ;; esac
    printf 'MII Status: %s\nMII Polling Interval (ms): %s\nUp Delay (ms): %s\nDown Delay (ms): %s\n' "$state" "$miimon" "$updelay" "$downdelay"
    if [ "${mode% *}" = 802.3ad ]; then
      printf '\n802.3ad info\nLACP rate: %s\n' "${rate% *}"
      [ "$RELEASE" = el5 ] || printf 'Aggregator selection policy (ad_select): stable\n'
      if [ "$ports" -gt 0 ]; then
        printf 'Active Aggregator Info:\n\tAggregator ID: 1\n\tNumber of ports: %s\n\tActor Key: 17\n\tPartner Key: %s\n\tPartner Mac Address: %s\n' "$ports" "$key" "$partner"
      else
        printf 'bond %s has no active aggregator\n' "$bond"
      fi
    fi
    for slave in $slaves; do
      word= mac=
      read -r word <"$N/$slave/carrier"
      read -r mac <"$K/permanent/$slave"
      if [ "$word" = 1 ]; then state=up; else state=down; fi
      printf '\nSlave Interface: %s\nMII Status: %s\n' "$slave" "$state"
      [ "$RELEASE" = el5 ] || printf 'Speed: 1000 Mbps\nDuplex: full\n'
      printf 'Link Failure Count: 0\nPermanent HW addr: %s\n' "$mac"
      [ "${mode% *}" = 802.3ad ] && echo 'Aggregator ID: 1'
      [ "$RELEASE" = el5 ] || echo 'Slave queue ID: 0'
    done
  } >"$R/proc/net/bonding/$bond"
}
