# sync as in coreutils before 8.24: no option, and no sync when one is given.
[ $# -eq 0 ] || { echo "sync: invalid option" >&2; exit 1; }
log 'global sync'
