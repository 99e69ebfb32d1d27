log "brctl $*"
case $1 in
  addif) [ -d "$R/sys/class/net/$2/brif" ] && [ -d "$R/sys/class/net/$3" ] && : >"$R/sys/class/net/$2/brif/$3" ;;
  addbr) mkdir -p "$R/sys/class/net/$2/brif" "$R/sys/class/net/$2/bridge" && echo 02:00:00:00:00:09 >"$R/sys/class/net/$2/address" ;;
  delbr) rm -rf "$R/sys/class/net/$2" "$R/net/addr/$2" ;;
esac
