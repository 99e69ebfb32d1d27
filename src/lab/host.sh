#!/bin/bash
# The first program of a host's kernel. The machine's own files are the root it was booted from; the host's root is the
# disk, with the machine's /usr, read-only, and what the platform lays over it.
. "${0%/*}/common.sh"
begin
mount -t tmpfs tmpfs /mnt && mkdir /mnt/root
mount -t ext4 -o rw /dev/ubda /mnt/root || fail 'the disk cannot be mounted; does another kernel still hold it?'
for module in overlay veth sch_ingress cls_matchall act_mirred; do modprobe -d "$modules" "$module" || fail "no module $module"; done
cd /mnt/root
mount -t overlay usr -o "ro,lowerdir=$overrides:/usr" usr || fail 'the machine’s /usr cannot be mounted'
mount -t devtmpfs dev dev
mkdir -p dev/pts dev/shm
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t tmpfs -o mode=755 tmpfs run
mkdir -m 700 run/rack
mount -t hostfs -o "$wires" hostfs run/rack || fail 'the wires’ folder cannot be mounted'
number=0 pairs=
for nic in $nics; do
  patch "vec$number" "${nic%%=*}" "${nic#*=}"
  pairs="$pairs $host-${nic%%=*}=${nic%%=*}"
  number=$((number + 1))
done
pivot_root . machine || fail 'the root cannot be changed to the disk'
umount -l /machine
hostname "$host"
wires=/run/rack
couple host switch $pairs </dev/null >/dev/null 2>&1 &
read -r up _ </proc/uptime
echo "rack: $host starts $init, $up seconds after power-on"
# shellcheck disable=SC2093
exec "$init" </dev/console >/dev/console 2>&1
