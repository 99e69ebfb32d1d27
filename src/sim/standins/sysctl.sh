# sysctl of procps: keys are paths below /proc/sys, dots for slashes.
name_only= quiet= ignore=
set_key() {
  local IFS=. path= part
  case $1 in */*) path=/$1 ;; *) for part in $1; do path=$path/$part; done ;; esac
  file=$R/proc/sys$path
}
one() {
  local value
  case $1 in
    *=*)
      value=${1#*=}
      value=${value# }
      set -- "${1%%=*}"
      set -- "${1% }"
      set_key "$1"
      [ -f "$file" ] || { [ -n "$ignore" ] || echo "error: \"$1\" is an unknown key" >&2; return 255; }
      echo "$value" >"$file"
      [ -n "$quiet" ] || echo "$1 = $value" ;;
    *)
      set_key "$1"
      [ -f "$file" ] || { [ -n "$ignore" ] || echo "error: \"$1\" is an unknown key" >&2; return 255; }
      value=
      read -r value 2>/dev/null <"$file"
      if [ -n "$name_only" ]; then echo "$value"; else echo "$1 = $value"; fi ;;
  esac
}
status=0
while [ $# -gt 0 ]; do
  case $1 in
    -w) ;;
    -n | --values) name_only=1 ;;
    -q | --quiet) quiet=1 ;;
    -e) ignore=1 ;;
    -p | -p*)
      file=${2:-$R/etc/sysctl.conf}
      [ $# -lt 2 ] || shift
      while read -r line; do case $line in '' | '#'* | ';'*) ;; *=*) one "${line%%=*}=${line#*=}" || status=$? ;; esac; done <"$file" ;;
    *) one "$1" || status=$? ;;
  esac
  shift
done
exit "$status"
