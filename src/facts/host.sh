# The host itself, and what speaks against changing it.

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
  fleetnet_has crond var/run/crond.pid run/crond.pid etc/rc.d/init.d/crond etc/init.d/crond etc/init.d/cron \
    usr/lib/systemd/system/crond.service lib/systemd/system/cron.service
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
        nfs' '* | nfs4' '* | cifs' '* | smbfs' '* | smb3' '* | ncpfs' '* | afs' '* | 9p' '* | \
          ocfs2' '* | gfs' '* | gfs2' '* | glusterfs' '* | ceph' '* | lustre' '* | \
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
