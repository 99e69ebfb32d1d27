# link(2) answers EPERM for a file with chattr +i.
echo "cp: cannot create hard link to 'etc/old': Operation not permitted" >&2
exit 1
