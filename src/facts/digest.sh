# What a probe and a transaction read in the same way, and the digest over it. POSIX sh without `local`: every name
# starts with fleetnet_. Above this stand fleetnet_root and the function fleetnet_requested_files, made for one request.
# Everything is read relative to the root, so paths come out without it.

fleetnet_newline='
'
fleetnet_blanks=' 	
'

# An environment of our own, and the root as the folder that all paths start in.
fleetnet_begin() {
  PATH=$fleetnet_root/usr/sbin:$fleetnet_root/usr/bin:$fleetnet_root/sbin:$fleetnet_root/bin
  LC_ALL=C
  export PATH LC_ALL
  IFS=$fleetnet_blanks
  unset CDPATH
  set +f
  cd "$fleetnet_root/"
}

# The first line of a file in fleetnet_value, empty when it cannot be read: `carrier` of a device that is down is there
# and fails with EINVAL.
fleetnet_line() {
  fleetnet_value=
  { read -r fleetnet_value <"$1"; } 2>/dev/null || :
}

# Lines `NAME ID PARENT` in fleetnet_vlans, with a newline in front of each. /proc/net/vlan/config has a header of two
# lines, and no blank before the first bar when the name has 15 characters.
fleetnet_read_vlans() {
  fleetnet_vlans=$fleetnet_newline
  if [ -r proc/net/vlan/config ]; then
    while IFS=' 	|' read -r fleetnet_name fleetnet_id fleetnet_parent fleetnet_rest; do
      fleetnet_add_vlan
    done <proc/net/vlan/config
    return
  fi
  for fleetnet_file in proc/net/vlan/*; do
    [ -f "$fleetnet_file" ] || continue
    fleetnet_name=${fleetnet_file##*/} fleetnet_id='' fleetnet_parent=''
    while read -r fleetnet_first fleetnet_second fleetnet_third fleetnet_rest; do
      case "$fleetnet_first $fleetnet_second" in
        "$fleetnet_name VID:") fleetnet_id=$fleetnet_third ;;
        'Device: '*) fleetnet_parent=$fleetnet_second ;;
      esac
    done <"$fleetnet_file"
    fleetnet_add_vlan
  done
}

fleetnet_add_vlan() {
  case $fleetnet_id in '' | *[!0-9]*) return ;; esac
  fleetnet_vlans="$fleetnet_vlans$fleetnet_name $fleetnet_id $fleetnet_parent$fleetnet_newline"
}

# What a device is, in fleetnet_kind, and for a VLAN `ID PARENT` in fleetnet_vlan. Guests' devices come first by name:
# a vif of a Xen dom0 has a `device` like a NIC. Kernels as old as 2.6.18 have no tun_flags.
fleetnet_kind_of() {
  fleetnet_folder=sys/class/net/$1 fleetnet_kind=other fleetnet_vlan=
  case $fleetnet_vlans in
    *"$fleetnet_newline$1 "*)
      fleetnet_kind=vlan
      fleetnet_vlan=${fleetnet_vlans#*"$fleetnet_newline$1 "}
      fleetnet_vlan=${fleetnet_vlan%%"$fleetnet_newline"*}
      return ;;
  esac
  case $1 in
    lo) fleetnet_kind=loopback ;;
    vif[0-9]* | tap[0-9]* | vnet[0-9]*) fleetnet_kind=tap ;;
  esac
  if [ -d "$fleetnet_folder/bonding" ]; then
    fleetnet_kind=bond
  elif [ -d "$fleetnet_folder/bridge" ]; then
    fleetnet_kind=bridge
  elif [ -e "$fleetnet_folder/tun_flags" ]; then
    fleetnet_kind=tap
  elif [ "$fleetnet_kind" = other ]; then
    if [ -e "$fleetnet_folder/device" ] || [ -L "$fleetnet_folder/device" ]; then fleetnet_kind=physical; fi
  fi
}

# Plain `ip addr`: RHEL 5 has no other form. Without ip there are no addresses.
fleetnet_ip_addr() {
  command -v ip >/dev/null 2>&1 || return 0
  exec ip addr
}

# Whether the addresses of a device come from a DHCP client: the pid files of the network scripts and of other clients.
fleetnet_is_leased() {
  for fleetnet_file in "var/run/dhclient-$1.pid" "var/run/dhclient.$1.pid" "run/dhclient-$1.pid" "var/run/dhcpcd-$1.pid" "run/dhcpcd-$1.pid" "var/run/udhcpc.$1.pid"; do
    [ -e "$fleetnet_file" ] && return 0
  done
  return 1
}

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

# fleetnet_choose LINES PREFIX: the paths of fleetnet_stat_files that do not start with PREFIX in fleetnet_paths. False, and a line in fleetnet_large, when one file is
# over 1 MiB or all together are over 8 MiB: then nothing is read.
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

# Which hash tool the host has, best first; cksum is POSIX, and without it the digest stays empty, which is an error.
fleetnet_choose_hasher() {
  for fleetnet_hasher in sha256sum sha1sum md5sum cksum; do
    command -v "$fleetnet_hasher" >/dev/null 2>&1 && return 0
  done
}

# fleetnet_digest_text ADDRESSES FILES: everything that the digest covers, as text; the last thing it does is to become
# the cat of the files, so it is for the left of a pipe. Covered, and nothing else: NICs with their own MAC, bonds with
# mode, VLANs, bridges, which of these is in which bond or bridge, addresses that are not leased, dynamic or link-local,
# and the requested files outside /etc/fleetnet with mode, owner and content. Guests' devices, leases, neighbours,
# carriers, the active slave and counters are not.
fleetnet_digest_text() {
  fleetnet_read_vlans
  fleetnet_read_masters
  for fleetnet_folder in sys/class/net/*; do
    [ -d "$fleetnet_folder" ] || continue
    fleetnet_name=${fleetnet_folder##*/}
    fleetnet_kind_of "$fleetnet_name"
    case $fleetnet_kind in
      physical)
        case $fleetnet_own in
          *" $fleetnet_name="*)
            fleetnet_value=${fleetnet_own#*" $fleetnet_name="}
            fleetnet_value=${fleetnet_value%% *} ;;
          *) fleetnet_line "$fleetnet_folder/address" ;;
        esac ;;
      bond) fleetnet_line "$fleetnet_folder/bonding/mode" ;;
      vlan) fleetnet_value=$fleetnet_vlan ;;
      bridge) fleetnet_value= ;;
      *) continue ;;
    esac
    fleetnet_master=
    case $fleetnet_masters in
      *" $fleetnet_name="*)
        fleetnet_master=${fleetnet_masters#*" $fleetnet_name="}
        fleetnet_master=${fleetnet_master%% *} ;;
    esac
    printf '%s %s|%s|%s\n' "$fleetnet_kind" "$fleetnet_name" "$fleetnet_value" "$fleetnet_master"
  done
  fleetnet_digest_addresses "$1"
  fleetnet_digest_files "$2"
}

# ` SLAVE=BOND PORT=BRIDGE ` in fleetnet_masters, and in fleetnet_own the MACs that slaves had before their bond's.
fleetnet_read_masters() {
  fleetnet_masters=' ' fleetnet_own=' '
  for fleetnet_file in proc/net/bonding/*; do
    [ -f "$fleetnet_file" ] || continue
    fleetnet_name=
    while read -r fleetnet_first fleetnet_second fleetnet_third fleetnet_fourth fleetnet_rest; do
      case "$fleetnet_first $fleetnet_second" in
        'Slave Interface:') fleetnet_name=$fleetnet_third ;;
        'Permanent HW') fleetnet_own="$fleetnet_own$fleetnet_name=$fleetnet_fourth " ;;
      esac
    done <"$fleetnet_file"
  done
  for fleetnet_file in sys/class/net/*/bonding/slaves; do
    [ -f "$fleetnet_file" ] || continue
    fleetnet_master=${fleetnet_file#sys/class/net/}
    fleetnet_line "$fleetnet_file"
    set -f
    for fleetnet_name in $fleetnet_value; do
      fleetnet_masters="$fleetnet_masters$fleetnet_name=${fleetnet_master%%/*} "
    done
    set +f
  done
  for fleetnet_file in sys/class/net/*/brif/*; do
    fleetnet_master=${fleetnet_file#sys/class/net/}
    fleetnet_masters="$fleetnet_masters${fleetnet_file##*/}=${fleetnet_master%%/*} "
  done
}

fleetnet_digest_addresses() {
  fleetnet_name=
  set -f
  IFS=$fleetnet_newline
  for fleetnet_entry in $1; do
    case $fleetnet_entry in
      [0-9]*)
        fleetnet_name=${fleetnet_entry#*: }
        fleetnet_name=${fleetnet_name%%:*}
        fleetnet_name=${fleetnet_name%%@*}
        fleetnet_kind_of "$fleetnet_name"
        if [ "$fleetnet_kind" = tap ] || fleetnet_is_leased "$fleetnet_name"; then fleetnet_name=; fi ;;
      *' dynamic'* | *' inet6 '*' scope link'*) ;;
      '    inet '* | '    inet6 '*)
        [ -n "$fleetnet_name" ] || continue
        fleetnet_value=${fleetnet_entry#    inet* }
        printf 'address %s %s\n' "$fleetnet_name" "${fleetnet_value%% *}" ;;
    esac
  done
  IFS=$fleetnet_blanks
  set +f
}

fleetnet_digest_files() {
  fleetnet_choose "$1" etc/fleetnet/ || fleetnet_paths=
  set -f
  IFS=$fleetnet_newline
  for fleetnet_entry in $1; do
    case $fleetnet_entry in *' etc/fleetnet/'*) continue ;; esac
    printf 'file %s\n' "${fleetnet_entry#* }"
    fleetnet_path=${fleetnet_entry#* * * * * }
    if [ -L "$fleetnet_path" ]; then printf 'symlink %s\n' "$(readlink -- "$fleetnet_path")"; fi
  done
  [ -z "$fleetnet_paths" ] || exec cat -- $fleetnet_paths
}

# Prints one word. Example: sha256sum:9f86d081884c7d65
fleetnet_digest() (
  fleetnet_begin || exit 1
  fleetnet_choose_hasher
  fleetnet_addresses=$(fleetnet_ip_addr)
  fleetnet_files=$(fleetnet_stat_files)
  set -- $(fleetnet_digest_text "$fleetnet_addresses" "$fleetnet_files" | "$fleetnet_hasher")
  printf '%s:%s\n' "$fleetnet_hasher" "$1"
)
