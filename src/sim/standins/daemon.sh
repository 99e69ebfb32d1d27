# An init script of a service that only runs or does not: crond, xend, sshd and the like. $SERVICE is compiled in.
lock=$R/var/lock/subsys/$SERVICE
start() {
  if [ "$SERVICE" = xend ]; then network_script; fi
  : >"$lock"
  echo $$ >"$R/var/run/$SERVICE.pid"
  echo "Starting $SERVICE:  [  OK  ]"
}
stop() {
  rm -f "$lock" "$R/var/run/$SERVICE.pid"
  echo "Stopping $SERVICE:  [  OK  ]"
}
# xend runs `SCRIPT start` from its scripts folder and does not look at how it ends (Vifctl.network).
network_script() {
  local line script=
  while read -r line; do
    case $line in
      '(network-script '*)
        line=${line#(network-script }
        script=${line%)*}
        script=${script#\'}
        script=${script%\'} ;;
    esac
  done 2>/dev/null <"$R/etc/xen/xend-config.sxp"
  [ -n "$script" ] || return 0
  case $script in /*) script=$R$script ;; *) script=$R/etc/xen/scripts/$script ;; esac
  # shellcheck disable=SC2086
  [ ! -x ${script%% *} ] || $script start
  return 0
}
case ${1-} in
  start) start ;;
  stop) stop ;;
  restart | reload | force-reload) stop; start ;;
  condrestart) [ ! -f "$lock" ] || { stop; start; } ;;
  status)
    if [ -f "$lock" ]; then
      read -r pid <"$R/var/run/$SERVICE.pid"
      echo "$SERVICE (pid $pid) is running..."
    else
      echo "$SERVICE is stopped"
      exit 3
    fi ;;
  *) echo "Usage: $SERVICE {start|stop|restart|status}"; exit 2 ;;
esac
