log "ifdown $*"
[ ! -e "$R/behave/ifdown-$1" ] || . "$R/behave/ifdown-$1"
rm -f "$R/net/addr/$1"
case $1 in eth*) ;; *) rm -rf "$R/sys/class/net/$1" ;; esac
