# ethtool: settings, driver and permanent address of a NIC.
case ${1-} in
  -P) exists "$2" || exit 71; read -r mac 2>/dev/null <"$K/permanent/$2" || read -r mac <"$N/$2/address"; echo "Permanent address: $mac" ;;
  -i) exists "$2" || exit 71; printf 'driver: %s\nversion: 3.137\nbus-info: 0000:03:00.0\n' tg3 ;;
  -s | -K | -G | -A | -C) exists "$2" || exit 71 ;;
  *)
    exists "$1" || { echo "Cannot get device settings: No such device" >&2; exit 71; }
    carrier=
    read -r carrier <"$N/$1/carrier"
    if [ "$carrier" = 1 ]; then link=yes; else link=no; fi
    printf 'Settings for %s:\n\tSpeed: 1000Mb/s\n\tDuplex: Full\n\tAuto-negotiation: on\n\tLink detected: %s\n' "$1" "$link" ;;
esac
