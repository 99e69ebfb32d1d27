log "systemctl $*"
unit=$R/etc/systemd/system/$2
[ "$1" = start ] && [ -e "$unit" ] || exit 0
command=
while read -r line; do case $line in ExecStart=*) command=${line#*=} ;; esac; done <"$unit"
[ -z "$command" ] || $command
