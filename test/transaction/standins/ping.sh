for address; do :; done
[ -e "$R/net/answers/$address" ]
