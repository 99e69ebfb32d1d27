# IPv4 addresses as numbers.

# number_of ADDRESS: sets number.
number_of() {
  local IFS=.
  set -- $1
  number=$((($1 << 24) | ($2 << 16) | ($3 << 8) | $4))
}
text_of() { text=$((($1 >> 24) & 255)).$((($1 >> 16) & 255)).$((($1 >> 8) & 255)).$(($1 & 255)); }
# mask_of PREFIX: sets mask.
mask_of() { mask=$(((0xffffffff << (32 - $1)) & 0xffffffff)); }
# same_subnet ADDRESS/PREFIX OTHER
same_subnet() {
  local left
  case $1$2 in *:*) return 1 ;; esac
  mask_of "${1#*/}"
  number_of "${1%/*}"
  left=$((number & mask))
  number_of "$2"
  [ "$left" = $((number & mask)) ]
}
# prefix_of NETMASK: sets prefix.
prefix_of() {
  number_of "$1"
  prefix=0
  while [ $((number & 0x80000000)) != 0 ]; do
    prefix=$((prefix + 1))
    number=$(((number << 1) & 0xffffffff))
  done
}
