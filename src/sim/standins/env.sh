# env of the machine, except that `env -i` keeps the mark by which the simulator knows a host's processes.
case ${1-} in -i | - | --ignore-environment) shift; exec "$REAL_ENV" -i "$MARK" "$@" ;; esac
exec "$REAL_ENV" "$@"
