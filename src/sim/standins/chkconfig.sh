# chkconfig: links in rcN.d by the header of the init script.
header() {
  local word more
  levels= start= stop=
  while read -r word more; do
    [ "$word" = '#' ] || continue
    case $more in 'chkconfig: '*) set -- ${more#chkconfig: }; levels=$1 start=$2 stop=$3; return 0 ;; esac
  done <"$R/etc/init.d/$name"
  return 1
}
need() { [ -f "$R/etc/init.d/$name" ] || { echo "error reading information on service $name: No such file or directory" >&2; exit 1; }; }
forget() { rm -f "$R"/etc/rc.d/rc[0-6].d/[SK][0-9][0-9]"$name"; }
# set_levels LEVELS: started in these, stopped in all others.
set_levels() {
  local level
  header || { echo "service $name does not support chkconfig" >&2; exit 1; }
  forget
  for level in 0 1 2 3 4 5 6; do
    case $1 in
      *$level*) ln -s "../init.d/$name" "$R/etc/rc.d/rc$level.d/S$start$name" ;;
      *) ln -s "../init.d/$name" "$R/etc/rc.d/rc$level.d/K$stop$name" ;;
    esac
  done
}
enabled() { set -- "$R/etc/rc.d/rc$1.d"/S[0-9][0-9]"$name"; [ -L "$1" ] || [ -e "$1" ]; }
row() {
  local level state
  printf '%-15s' "$name"
  for level in 0 1 2 3 4 5 6; do
    if enabled "$level"; then state=on; else state=off; fi
    printf '\t%s:%s' "$level" "$state"
  done
  echo
}
levels_wanted=
case ${1-} in --level | --levels) levels_wanted=$2; shift 2 ;; esac
case ${1-} in
  --add) name=$2; need; header && { [ "$levels" != - ] || levels=; set_levels "$levels"; } ;;
  --del) name=$2; need; forget ;;
  --list)
    if [ -n "${2-}" ]; then name=$2; need; row; exit 0; fi
    for name in "$R"/etc/init.d/*; do name=${name##*/}; header && row; done
    exit 0 ;;
  *)
    name=${1-}
    need
    case ${2-} in
      on) set_levels "${levels_wanted:-2345}" ;;
      off) set_levels '' ;;
      reset) header && set_levels "$levels" ;;
      '') enabled 3 ;;
      *) exit 1 ;;
    esac ;;
esac
