# The digest: the same function for probe and transaction, so that a transaction knows whether the host is still what its
# plan was made from.

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
