# What scripts write into control files of bonding below /sys.

# take_writes: control files of /sys are plain files here, so a write stays in them until somebody acts on it: the next
# stand-in, or the simulator, which watches them. `+bond0` and `-bond0` in bonding_masters; `+eth0` and `-eth0` in
# slaves; a bare number or name in mode, lacp_rate and xmit_hash_policy.
take_writes() {
  local attempts=0
  [ -d "$K/taking" ] || is_written || return 0
  until mkdir "$K/taking" 2>/dev/null; do
    # Whoever took it was killed.
    attempts=$((attempts + 1))
    [ "$attempts" -lt 100 ] || break
    sleep 0.01
  done
  if is_written; then
    take_masters
    for bond in $bonds; do take_options "$bond"; done
    settle
  fi
  rm -rf "$K/taking"
}

# Whether a control file holds what no kernel prints there; sets bonds.
is_written() {
  local masters= word link key
  bonds=
  read -r masters 2>/dev/null <"$N/bonding_masters" || return 1
  links
  for link in $links; do [ ! -d "$N/$link/bonding" ] || bonds="${bonds:+$bonds }$link"; done
  case $masters in [+-]*) return 0 ;; esac
  for link in $bonds; do
    word=
    read -r word 2>/dev/null <"$N/$link/bonding/slaves"
    case $word in [+-]*) return 0 ;; esac
    word=
    read -r word 2>/dev/null <"$N/$link/bonding/arp_ip_target"
    case $word in [+-]*) return 0 ;; esac
    for key in mode lacp_rate xmit_hash_policy; do
      word=
      read -r word 2>/dev/null <"$N/$link/bonding/$key"
      case $word in '' | *' '*) ;; *) return 0 ;; esac
    done
  done
  return 1
}

take_masters() {
  local masters=
  read -r masters 2>/dev/null <"$N/bonding_masters"
  case $masters in
    +*) masters_again; bond_new "${masters#+}" ;;
    -*) masters_again; bond_delete "${masters#-}" ;;
  esac
  return 0
}

take_options() {
  local word key
  [ -d "$N/$1/bonding" ] || return 0
  for key in mode lacp_rate xmit_hash_policy; do
    word=
    read -r word 2>/dev/null <"$N/$1/bonding/$key"
    case $word in '' | *' '*) continue ;; esac
    # Unfit values leave the default.
    bond_set "$1" "$key" "$word" || case $key in mode) echo 'balance-rr 0' ;; lacp_rate) echo 'slow 0' ;; *) echo 'layer2 0' ;; esac >"$N/$1/bonding/$key"
  done
  # The others went with the write; ifup lists again those that stay.
  word=
  read -r word 2>/dev/null <"$N/$1/bonding/arp_ip_target"
  case $word in +*) echo "${word#+}" >"$N/$1/bonding/arp_ip_target" ;; -*) echo >"$N/$1/bonding/arp_ip_target" ;; esac
  word=
  read -r word 2>/dev/null <"$N/$1/bonding/slaves"
  case $word in
    [+-]*)
      slaves_again "$1"
      bond_set "$1" slaves "$word" && case $word in +*) link_up "${word#+}" ;; esac ;;
  esac
  return 0
}

# What the file said before it was written over.
masters_again() {
  local link all=
  links
  for link in $links; do kind_of "$link"; [ "$kind" = bond ] && all="${all:+$all }$link"; done
  echo "$all" >"$N/bonding_masters"
}
slaves_again() {
  local link master all=
  links
  for link in $links; do
    master=
    read -r master 2>/dev/null <"$K/master/$link" && [ "$master" = "$1" ] && all="${all:+$all }$link"
  done
  echo "$all" >"$N/$1/bonding/slaves"
}
