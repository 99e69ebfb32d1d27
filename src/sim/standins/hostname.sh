# hostname
read -r name <"$R/proc/sys/kernel/hostname"
case ${1-} in -s) echo "${name%%.*}" ;; *) echo "$name" ;; esac
