# crond: runs each minute what the files of /etc/cron.d have for every minute, as root. Other times are not known here.
echo $$ >/var/run/crond.pid
minute() {
  local file line command
  for file in /etc/cron.d/*; do
    # cron runs no names with dots in them.
    case ${file##*/} in *[!A-Za-z0-9_-]*) continue ;; esac
    [ -f "$file" ] || continue
    while read -r line; do
      case $line in
        '* * * * * root '*)
          command=${line#'* * * * * root '}
          env -i PATH=/usr/bin:/bin HOME=/root LOGNAME=root SHELL=/bin/sh setsid /bin/sh -c "$command" </dev/null >/dev/null 2>&1 & ;;
      esac
    done <"$file"
  done
}
set -f
while :; do
  sleep 60 &
  wait $!
  set +f
  minute
  set -f
done
