# lsmod
echo 'Module                  Size  Used by'
while read -r name size used _; do printf '%-20s %7s  %s\n' "$name" "$size" "$used"; done <"$R/proc/modules"
