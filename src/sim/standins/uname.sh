# uname of a host with the release's kernel.
read -r kernel <"$R/proc/sys/kernel/osrelease"
read -r name <"$R/proc/sys/kernel/hostname"
case ${1-} in
  -r) echo "$kernel" ;;
  -n) echo "$name" ;;
  -m | -p | -i) echo x86_64 ;;
  -a) echo "Linux $name $kernel #1 SMP x86_64 x86_64 x86_64 GNU/Linux" ;;
  *) echo Linux ;;
esac
