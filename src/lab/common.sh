# Sourced by the first program of every kernel of the rack. $folder is the kernel's own folder on the machine.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin

fail() {
  echo "rack: $*"
  halt -f
}

begin() {
  mount -t proc proc /proc && mount -t sysfs sysfs /sys
  read -r line </proc/cmdline
  for word in $line; do case $word in rack=*) folder=${word#rack=} ;; esac; done
  . "$folder/settings"
}

# A vector NIC sends frames that were merged on their way in as zeros from the second on.
plain() {
  ethtool -K "$1" gro off
}

# A vector NIC tells neither speed nor duplex, and without them bonding leaves LACP off. A veth tells both: 10 Gb/s, full.
# patch VECTOR NAME MAC: every frame of the vector NIC goes to the other end of NAME, and back.
patch() {
  ip link add "$2" address "$3" type veth peer name "w$2"
  for end in "$1" "w$2"; do
    ip link set "$end" up promisc on
    tc qdisc add dev "$end" ingress
  done
  plain "$1"
  tc filter add dev "$1" ingress matchall action mirred egress redirect dev "w$2"
  tc filter add dev "w$2" ingress matchall action mirred egress redirect dev "$1"
}

# A wire has one link state: a port that is down on one end has no carrier on the other. Each end leaves a file in the
# wire's folder while its own port is down, and takes its end of the patch down while the other's file is there.
# couple OWN OTHER WIRE=PORT…
couple() {
  own=$1 other=$2
  shift 2
  mkfifo /run/rack-tick 2>/dev/null
  while :; do
    for pair in "$@"; do
      wire=$wires/${pair%%=*} port=${pair#*=}
      flags=0
      read -r flags 2>/dev/null <"/sys/class/net/$port/flags"
      if [ $((flags & 1)) = 1 ]; then [ ! -e "$wire.$own-down" ] || rm -f "$wire.$own-down"; else [ -e "$wire.$own-down" ] || : >"$wire.$own-down"; fi
      flags=0
      read -r flags 2>/dev/null <"/sys/class/net/w$port/flags"
      if [ -e "$wire.$other-down" ]; then
        [ $((flags & 1)) = 0 ] || ip link set "w$port" down
      else
        [ $((flags & 1)) = 1 ] || ip link set "w$port" up
      fi
    done
    # A wait without a process.
    read -r -t 0.2 _ <>/run/rack-tick
  done
}
