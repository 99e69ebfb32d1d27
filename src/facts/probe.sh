# The probe: reads a host's facts and prints them once. It writes nothing, so a probe that is cut or killed leaves no
# trace. Above it stand the other shell files, and the functions that are made for one request.
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
#   etc/fleetnet/pending, etc/fleetnet/tx/*/{state,run,deadline,why,trial,controller}, and the files that were asked for
# What it runs from the root's own bin folders: ip addr, ip route, stat, cat, a hash tool; where they are needed also
#   grep (sysctls), readlink (symlinks), id (only below a root), systemctl show -p Id,LoadState,ActiveState,UnitFileState NAME.service …,
#   service NAME status (only what has no lock file), sh, sleep, setsid (guards).
# What it asks of the kernel that it runs on, root or not: /proc/uptime; without a root also /proc/self/status, /proc/PID.

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
