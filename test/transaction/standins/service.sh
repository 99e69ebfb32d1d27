log "service $*"
[ ! -e "$R/behave/service-$1" ] || . "$R/behave/service-$1"
[ ! -e "$R/etc/rc.d/init.d/$1" ] || exec "$R/bin/sh" "$R/etc/rc.d/init.d/$1" "$2"
