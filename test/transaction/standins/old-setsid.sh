# setsid, and in it what the bonding of Linux 2.6.18 makes of a write: files of a tree would take anything.
real=$(command -v setsid)
folder=${6%/*}
if [ "$1 $2" = 'sh -c' ]; then
  case $6 in
    */bonding_masters)
      name=${5#?}
      log "bonding_masters $5"
      case $5 in
        +*) mkdir -p "$R/sys/class/net/$name/bonding" && echo 02:00:00:00:00:0a >"$R/sys/class/net/$name/address" && exit 0 ;;
        -*) read -r slaves <"$R/sys/class/net/$name/bonding/slaves"; [ -z "$slaves" ] && rm -rf "$R/sys/class/net/$name" && exit 0 ;;
      esac
      exit 1 ;;
    */bonding/arp_interval) echo 0 >"$folder/miimon" ;;
    */bonding/miimon) echo 0 >"$folder/arp_interval" ;;
    */bonding/updelay) read -r miimon <"$folder/miimon" && [ "$miimon" != 0 ] || exit 1 ;;
    */bonding/arp_ip_target)
      case $5 in +*) echo "$(cat "$6" 2>/dev/null)${5#+} " >"$6.new" && mv "$6.new" "$6" && exit 0 ;; esac
      exit 1 ;;
    */bonding/slaves)
      case $5 in -*) : >"$6" && exit 0 ;; esac ;;
  esac
fi
PATH=$R/usr/sbin:$R/usr/bin:$R/sbin:$R/bin
exec "$real" "$@"
