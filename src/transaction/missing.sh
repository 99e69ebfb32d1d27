# What the checkpoint saw of the devices and is not there after the way back.

# Members that exist and are not in their bond or bridge go back into it, whatever the network scripts made of them.
put_members_back() {
  net=$root/sys/class/net
  while read -r word name member rest; do
    [ -d "$net/$name" ] && [ -n "$member" ] && [ -d "$net/$member" ] || continue
    case $word in
      port) [ -e "$net/$name/brif/$member" ] || add_port "$name" "$member" ;;
      slave) has_slave "$name" "$member" || add_slave "$name" "$member" ;;
    esac
  done <"$tx/live/devices"
}

has_slave() {
  first_line "$net/$1/bonding/slaves"
  case " $line " in *" $2 "*) return 0 ;; esac
  return 1
}

add_slave() {
  quickly ip link set "$2" down
  quickly_write "+$2" "$net/$1/bonding/slaves" || quickly ifenslave "$1" "$2"
}

# What is still missing makes the outcome degraded, by name: DEVICE for one that is gone or down, MASTER/MEMBER.
name_missing() {
  net=$root/sys/class/net
  while read -r word name first second rest; do
    case $word in
      device)
        flags=0
        first_line "$net/$name/flags" && flags=$line
        if [ ! -d "$net/$name" ] || { [ "$second" = 1 ] && [ $((flags & 1)) -eq 0 ]; }; then degrade "$name"; fi
        ;;
      port)
        # Guests are named by their port.
        case " $guests " in *" $name/$first "*) ;; *) [ -e "$net/$name/brif/$first" ] || degrade "$name/$first" ;; esac
        ;;
      slave) has_slave "$name" "$first" || degrade "$name/$first" ;;
    esac
  done <"$tx/live/devices"
}

degrade() {
  case ",$degraded," in *",$1,"*) ;; *) degraded=$degraded${degraded:+,}$1 ;; esac
}
