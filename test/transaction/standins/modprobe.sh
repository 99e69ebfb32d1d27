log "modprobe $*"
[ ! -e "$R/behave/modprobe-$1" ] || . "$R/behave/modprobe-$1"
echo "$1 16384 0" >>"$R/proc/modules"
