# reboot, and shutdown -r: tells the simulator, never the machine.
echo reboot >"$K/power"
echo changed >"$K/changed"
