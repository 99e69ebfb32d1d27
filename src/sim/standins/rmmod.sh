# rmmod, by way of modprobe -r.
has_module "$1" || { echo "ERROR: Module $1 does not exist in /proc/modules" >&2; exit 1; }
exec modprobe -r "$1"
