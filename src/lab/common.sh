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
# The kernel tells when a port of ours changes; for the other's files there is nothing but to look.
# couple OWN OTHER WIRE=PORT…
couple() {
  own=$1 other=$2
  shift 2
  mkfifo /run/rack-links
  # Both ways, so that it never ends. A digit a change: what is read here is read letter by letter.
  exec 9<>/run/rack-links
  ip -o monitor link | grep --line-buffered -o '^[0-9]' >&9 &
  declare -A told
  look=0
  while :; do
    for pair in "$@"; do
      wire=$wires/${pair%%=*} port=${pair#*=}
      if [ "$look" = 0 ]; then
        if ! is_up "$port"; then : >"$wire.$own-down"; elif [ -e "$wire.$own-down" ]; then rm -f "$wire.$own-down"; fi
        if is_up "w$port"; then told[$port]=up; else told[$port]=down; fi
      fi
      if [ -e "$wire.$other-down" ]; then wanted=down; else wanted=up; fi
      [ "${told[$port]}" = "$wanted" ] || { ip link set "w$port" "$wanted" && told[$port]=$wanted; }
    done
    # Every five seconds also unasked: a kernel may drop what it has to tell.
    look=$(((look + 1) % 25))
    # What is told at once is looked at once.
    pause=0.2
    while read -r -t "$pause" _ <&9; do look=0 pause=0.02; done
  done
}

is_up() {
  flags=0
  read -r flags 2>/dev/null <"/sys/class/net/$1/flags"
  [ $((flags & 1)) = 1 ]
}
