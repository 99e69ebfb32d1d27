# The probe: reads a host's facts and prints them once. It writes nothing, so a probe that is cut or killed leaves no
# trace. It comes after digest.sh and the functions that are made for one request.
#
# What it reads below the root:
#   proc/sys/kernel/{osrelease,hostname,random/boot_id}, proc/{mounts,cmdline,modules}, proc/net/{vlan,bonding}/*,
#   proc/net/ipv6_route, proc/sys/… of the sysctls that were asked for
#   sys/class/net/*/{address,mtu,flags,carrier,speed,device,device/driver,tun_flags,statistics/rx_packets}
#   sys/class/net/*/bonding/{mode,slaves,miimon,lacp_rate,xmit_hash_policy,primary,active_slave,ad_num_ports,ad_partner_mac}
#   sys/class/net/*/bridge/{stp_state,forward_delay}, sys/class/net/*/brif/*
#   sys/class/iscsi_session/*, sys/module/NAME, sys/fs/cgroup/[systemd/]system.slice/UNIT
#   sys/kernel/config/cluster/*/, config/cluster/*/ (o2cb)
#   etc/{redhat,oracle,enterprise,centos,ovs,system}-release, etc/os-release, usr/lib/os-release
#   etc/[rc.d/]init.d/NAME, etc/[rc.d/]rc3.d/S??NAME, etc/cron.d, run/systemd/system, etc/xen/xend-config.sxp
#   etc/systemd/system/*.wants/UNIT, var/lock/subsys/NAME
#   [var/]run/{crond.pid,NetworkManager,dhclient-*.pid,corosync.pid,cman.pid,heartbeat.pid,pacemaker.pid,cloud-init/*}
#   the lock files of Puppet below var/lib/puppet, opt/puppetlabs and var/cache/puppet
#   etc/fleetnet/pending, etc/fleetnet/tx/*/{state,run,deadline}, and the files that were asked for
# What it runs from the root's own bin folders: ip addr, ip route, stat, cat, a hash tool; where they are needed also
#   grep (sysctls), readlink (symlinks), id (only below a root), systemctl show -p Id,LoadState,ActiveState,UnitFileState NAME.service …,
#   service NAME status (only what has no lock file), sh, sleep, setsid (guards).
# What it asks of the kernel that it runs on, root or not: /proc/uptime; without a root also /proc/self/status, /proc/PID.

# /proc/sys answers only the first read of an open file (kernel/sysctl.c), and dash and busybox read byte by byte.
fleetnet_say_system() {
  fleetnet_line "proc/sys/$2"
  case $fleetnet_value in ?) fleetnet_value=$(cat "proc/sys/$2") ;; esac
  printf '%s %s\n' "$1" "$fleetnet_value"
}

# fleetnet_say KEY FILE: a line with the file's first one, when it has something to say.
fleetnet_say() {
  fleetnet_line "$2"
  if [ -n "$fleetnet_value" ]; then printf '%s %s\n' "$1" "$fleetnet_value"; fi
}

# Whether one of the files is there; that of a process counts only while the process lives, where that can be told.
fleetnet_any() {
  for fleetnet_file in "$@"; do
    [ -e "$fleetnet_file" ] || continue
    [ -z "$fleetnet_root" ] || return 0
    case $fleetnet_file in *.pid | *lock) ;; *) return 0 ;; esac
    fleetnet_line "$fleetnet_file"
    case $fleetnet_value in
      '' | *[!0-9]*) [ -s "$fleetnet_file" ] || continue ;;
      *) [ -d "/proc/$fleetnet_value" ] || continue ;;
    esac
    return 0
  done
  return 1
}

fleetnet_has() {
  fleetnet_word=$1
  shift
  if fleetnet_any "$@"; then printf 'has %s\n' "$fleetnet_word"; fi
}

fleetnet_host() {
  fleetnet_say_system kernel kernel/osrelease
  fleetnet_say_system hostname kernel/hostname
  fleetnet_say_system boot kernel/random/boot_id
  fleetnet_say uptime /proc/uptime
  if [ -z "$fleetnet_root" ] && [ -r /proc/self/status ]; then
    while read -r fleetnet_first fleetnet_second fleetnet_rest; do
      case $fleetnet_first in Uid:) printf 'uid %s\n' "$fleetnet_second"; break ;; esac
    done </proc/self/status
  else
    printf 'uid %s\n' "$(exec id -u)"
  fi
  printf 'session %s\n' "${fleetnet_session%%"$fleetnet_newline"*}"
  for fleetnet_word in redhat oracle enterprise centos ovs system; do
    fleetnet_say "release $fleetnet_word" "etc/$fleetnet_word-release"
  done
  for fleetnet_file in etc/os-release usr/lib/os-release; do
    [ -r "$fleetnet_file" ] || continue
    while read -r fleetnet_first; do
      case $fleetnet_first in ID=* | VERSION_ID=* | PRETTY_NAME=*) printf 'os %s\n' "$fleetnet_first" ;; esac
    done <"$fleetnet_file"
    break
  done
  fleetnet_has systemd run/systemd/system
  fleetnet_has initscripts etc/rc.d/init.d etc/init.d
  fleetnet_has runlevels etc/rc.d/rc3.d etc/rc3.d
  fleetnet_has cron.d etc/cron.d
  fleetnet_has crond var/run/crond.pid run/crond.pid etc/rc.d/init.d/crond etc/init.d/crond etc/init.d/cron usr/lib/systemd/system/crond.service lib/systemd/system/cron.service
  fleetnet_has xend etc/xen/xend-config.sxp
  fleetnet_has networkmanager var/run/NetworkManager/NetworkManager.pid run/NetworkManager/NetworkManager.pid var/run/NetworkManager.pid \
    sys/fs/cgroup/systemd/system.slice/NetworkManager.service sys/fs/cgroup/system.slice/NetworkManager.service
  printf 'space %s\n' "$(exec stat -f -c '%f %S %c %d' etc 2>/dev/null)"
  fleetnet_others
  fleetnet_mounts
}

# Who else could interfere: managers that fence a host which does not answer, and tools in the middle of a run.
fleetnet_others() {
  for fleetnet_folder in sys/kernel/config/cluster/*/ config/cluster/*/; do
    if [ -d "$fleetnet_folder" ]; then printf 'cluster o2cb\n'; break; fi
  done
  for fleetnet_word in corosync cman heartbeat pacemaker pacemakerd; do
    if fleetnet_any "var/run/$fleetnet_word.pid" "run/$fleetnet_word.pid" \
      "sys/fs/cgroup/systemd/system.slice/$fleetnet_word.service" "sys/fs/cgroup/system.slice/$fleetnet_word.service"; then
      printf 'cluster %s\n' "$fleetnet_word"
    fi
  done
  if fleetnet_any var/lib/puppet/state/agent_catalog_run.lock var/lib/puppet/state/puppetdlock \
    opt/puppetlabs/puppet/cache/state/agent_catalog_run.lock var/cache/puppet/state/agent_catalog_run.lock; then
    printf 'owner puppet\n'
  fi
  # cloud-init writes status.json when it starts and result.json when it has ended.
  if [ -e run/cloud-init/status.json ] && [ ! -e run/cloud-init/result.json ]; then printf 'owner cloud-init\n'; fi
}

# The mounts that matter, as /proc/mounts has them: what /etc is on, and what is reached over a network.
fleetnet_mounts() {
  if [ -r proc/mounts ]; then
    while read -r fleetnet_device fleetnet_path fleetnet_type fleetnet_options fleetnet_rest; do
      case "$fleetnet_type $fleetnet_path $fleetnet_device" in
        nfs' '* | nfs4' '* | cifs' '* | smbfs' '* | smb3' '* | ncpfs' '* | ocfs2' '* | gfs' '* | gfs2' '* | glusterfs' '* | ceph' '* | lustre' '* | afs' '* | 9p' '* | \
          fuse.glusterfs' '* | fuse.sshfs' '* | fuse.ceph* | *' / '* | *' /etc '* | *' /dev/nbd'* | *' /dev/rbd'*)
          printf 'mount %s %s %s %s\n' "$fleetnet_path" "$fleetnet_type" "$fleetnet_options" "$fleetnet_device" ;;
      esac
    done <proc/mounts
  fi
  for fleetnet_folder in sys/class/iscsi_session/*; do
    if [ -e "$fleetnet_folder" ]; then printf 'iscsi %s\n' "${fleetnet_folder##*/}"; fi
  done
  fleetnet_line proc/cmdline
  case " $fleetnet_value" in
    *' root=/dev/nfs'* | *' root=nfs'* | *' nfsroot='* | *' netroot='* | *' root=iscsi:'* | *' rd.iscsi'* | *' root=live:http'*) printf 'netroot\n' ;;
  esac
}

fleetnet_links() {
  fleetnet_read_vlans
  for fleetnet_folder in sys/class/net/*; do
    # bonding_masters is a file
    [ -d "$fleetnet_folder" ] || continue
    fleetnet_name=${fleetnet_folder##*/}
    fleetnet_kind_of "$fleetnet_name"
    printf 'link %s\nkind %s\n' "$fleetnet_name" "$fleetnet_kind"
    for fleetnet_word in address mtu flags carrier speed; do
      fleetnet_say "$fleetnet_word" "$fleetnet_folder/$fleetnet_word"
    done
    fleetnet_say received "$fleetnet_folder/statistics/rx_packets"
    case $fleetnet_kind in
      physical) fleetnet_driver ;;
      vlan) printf 'vlan %s\n' "$fleetnet_vlan" ;;
      bridge)
        fleetnet_say stp "$fleetnet_folder/bridge/stp_state"
        fleetnet_say delay "$fleetnet_folder/bridge/forward_delay"
        for fleetnet_file in "$fleetnet_folder"/brif/*; do
          if [ -e "$fleetnet_file" ] || [ -L "$fleetnet_file" ]; then printf 'port %s\n' "${fleetnet_file##*/}"; fi
        done ;;
      bond) fleetnet_bond ;;
    esac
  done
}

# The driver is where a symlink points to; going there and looking where one is needs no readlink.
fleetnet_driver() {
  if [ -d "$fleetnet_folder/device/driver" ]; then
    fleetnet_back=$PWD
    if cd -P "$fleetnet_folder/device/driver" 2>/dev/null; then
      printf 'driver %s\n' "${PWD##*/}"
      cd "$fleetnet_back"
    fi
  fi
}

fleetnet_bond() {
  for fleetnet_word in mode slaves miimon lacp_rate xmit_hash_policy primary active_slave ad_num_ports ad_partner_mac; do
    fleetnet_say "bond-$fleetnet_word" "$fleetnet_folder/bonding/$fleetnet_word"
  done
  [ -r "proc/net/bonding/$fleetnet_name" ] || return 0
  while read -r fleetnet_entry; do
    if [ -n "$fleetnet_entry" ]; then printf 'bonding %s\n' "$fleetnet_entry"; fi
  done <"proc/net/bonding/$fleetnet_name"
}

# IPv6 default routes as the kernel prints them; a thousand lines of a router's table are enough to have met them.
fleetnet_routes6() {
  [ -r proc/net/ipv6_route ] || return 0
  fleetnet_count=0
  while read -r fleetnet_first fleetnet_second fleetnet_rest; do
    case "$fleetnet_first $fleetnet_second" in
      '00000000000000000000000000000000 00') printf 'route6 %s\n' "$fleetnet_rest" ;;
    esac
    fleetnet_count=$((fleetnet_count + 1))
    [ "$fleetnet_count" -lt 1000 ] || break
  done <proc/net/ipv6_route
}

# fleetnet_module NAME FOLDER: built-in modules have no line in /proc/modules, but most have a folder.
fleetnet_module() {
  if [ -d "sys/module/$2" ]; then
    printf 'module %s\n' "$1"
    return
  fi
  [ -r proc/modules ] || return 0
  while read -r fleetnet_first fleetnet_rest; do
    if [ "$fleetnet_first" = "$2" ]; then printf 'module %s\n' "$1"; break; fi
  done <proc/modules
}

# fleetnet_service NAME: `service PRESENT RUNNING ENABLED NAME`, as files tell it. A subsystem lock is taken for running;
# only what is there without a lock, on a host without systemd, is asked.
fleetnet_service() {
  fleetnet_present=no fleetnet_running=no fleetnet_enabled=no
  if [ -e "etc/rc.d/init.d/$1" ] || [ -e "etc/init.d/$1" ]; then fleetnet_present=yes; fi
  for fleetnet_file in etc/rc.d/rc3.d/S[0-9][0-9]"$1" etc/rc3.d/S[0-9][0-9]"$1" etc/systemd/system/*.wants/"$1.service"; do
    if [ -e "$fleetnet_file" ] || [ -L "$fleetnet_file" ]; then fleetnet_enabled=yes; fi
  done
  if [ "$fleetnet_present" = yes ]; then
    if [ -e "var/lock/subsys/$1" ] || [ -e "run/lock/subsys/$1" ]; then
      fleetnet_running=yes
    elif [ ! -d run/systemd/system ] && command -v service >/dev/null 2>&1 && fleetnet_limited service "$1" status; then
      fleetnet_running=yes
    fi
  fi
  printf 'service %s %s %s %s\n' "$fleetnet_present" "$fleetnet_running" "$fleetnet_enabled" "$1"
}

# Runs a command without input and output, for ten seconds at most; 137 when it had to be killed. With setsid it is the
# leader of a group, so what it started goes with it.
fleetnet_limited() {
  fleetnet_group=
  if command -v setsid >/dev/null 2>&1; then
    fleetnet_group=-
    setsid "$@" </dev/null >/dev/null 2>&1 &
  else
    "$@" </dev/null >/dev/null 2>&1 &
  fi
  fleetnet_child=$!
  {
    sleep 10 &
    fleetnet_sleep=$!
    trap 'kill "$fleetnet_sleep"; exit 0' TERM
    wait "$fleetnet_sleep"
    kill -9 "$fleetnet_group$fleetnet_child"
  } </dev/null >/dev/null 2>&1 &
  fleetnet_timer=$!
  { wait "$fleetnet_child"; } 2>/dev/null
  fleetnet_status=$?
  { kill "$fleetnet_timer"; wait "$fleetnet_timer"; } 2>/dev/null
  return "$fleetnet_status"
}

# fleetnet_creates ID PATH
fleetnet_creates() {
  if [ -e "$2" ] || [ -L "$2" ]; then printf 'guard yes %s\n' "$1"; else printf 'guard no %s\n' "$1"; fi
}

# fleetnet_unless ID COMMAND
fleetnet_unless() {
  fleetnet_limited sh -c "$2"
  case $fleetnet_status in
    0) printf 'guard yes %s\n' "$1" ;;
    137) printf 'guard late %s\n' "$1" ;;
    *) printf 'guard no %s\n' "$1" ;;
  esac
}

fleetnet_transactions() {
  if [ -e etc/fleetnet/pending ]; then
    fleetnet_line etc/fleetnet/pending
    printf 'pending %s\n' "$fleetnet_value"
  fi
  for fleetnet_folder in etc/fleetnet/tx/*; do
    [ -d "$fleetnet_folder" ] || continue
    case ${fleetnet_folder##*/} in *[!A-Za-z0-9-]*) continue ;; esac
    printf 'transaction %s\n' "${fleetnet_folder##*/}"
    for fleetnet_word in run state deadline; do
      fleetnet_say "$fleetnet_word" "$fleetnet_folder/$fleetnet_word"
    done
  done
}

# The files' lines as stat printed them, where symlinks point to, and then all contents in one piece.
fleetnet_contents() {
  printf '%s\n' "$fleetnet_files"
  if ! fleetnet_choose "$fleetnet_files" /; then
    printf '! large %s\n' "$fleetnet_large"
    return
  fi
  set -f
  IFS=$fleetnet_newline
  for fleetnet_path in $fleetnet_paths; do
    if [ -L "$fleetnet_path" ]; then printf 'symlink %s\ntarget %s\n' "$fleetnet_path" "$(exec readlink -- "$fleetnet_path")"; fi
  done
  fleetnet_section contents
  [ -z "$fleetnet_paths" ] || cat -- $fleetnet_paths
}

# Each answer is framed by lines that start with a nonce, which nothing on the host can know; contents are counted too.
fleetnet_section() {
  printf '\n%s facts %s\n' "$fleetnet_nonce" "$1"
}

# The digest comes first and is made from the same `ip addr` and `stat` that the facts show: what changes in between
# makes a digest that is too old, so the transaction refuses, never one that fits facts which nobody saw.
fleetnet_probe() {
  fleetnet_nonce=$1 fleetnet_session=${SSH_CONNECTION-}
  fleetnet_section 'begin 1'
  fleetnet_section host
  if ! fleetnet_begin 2>/dev/null; then
    printf '! root\n'
  else
    fleetnet_addresses=$(fleetnet_ip_addr) || printf '! ip %s\n' "$?"
    fleetnet_files=$(fleetnet_stat_files)
    fleetnet_choose_hasher
    printf 'digest %s:' "$fleetnet_hasher"
    fleetnet_digest_text "$fleetnet_addresses" "$fleetnet_files" | "$fleetnet_hasher"
    fleetnet_host
    fleetnet_section links
    fleetnet_links
    fleetnet_section addresses
    printf '%s\n' "$fleetnet_addresses"
    fleetnet_section routes
    if command -v ip >/dev/null 2>&1; then ip route || printf '! ip %s\n' "$?"; fi
    fleetnet_section asked
    fleetnet_routes6
    fleetnet_requested_modules
    fleetnet_requested_services
    fleetnet_requested_guards
    fleetnet_transactions
    fleetnet_section sysctls
    fleetnet_requested_sysctls
    fleetnet_section units
    fleetnet_requested_units
    fleetnet_section files
    fleetnet_contents
  fi
  fleetnet_section end
}
