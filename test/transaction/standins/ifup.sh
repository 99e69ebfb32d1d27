log "ifup $*"
file=$R/etc/sysconfig/network-scripts/ifcfg-$1
[ -e "$file" ] || { echo "no $1"; exit 1; }
[ ! -e "$R/behave/ifup-$1" ] || . "$R/behave/ifup-$1"
address=
while read -r line; do case $line in IPADDR=*) address=${line#*=} ;; esac; done <"$file"
mkdir -p "$R/sys/class/net/$1" "$R/net/addr"
[ -e "$R/sys/class/net/$1/address" ] || { echo 02:00:00:00:00:01 >"$R/sys/class/net/$1/address"; echo 1500 >"$R/sys/class/net/$1/mtu"; echo 0x1003 >"$R/sys/class/net/$1/flags"; }
[ -z "$address" ] || echo "$address/24" >"$R/net/addr/$1"
case $1 in br*) mkdir -p "$R/sys/class/net/$1/bridge" "$R/sys/class/net/$1/brif" ;; esac
