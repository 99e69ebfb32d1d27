# A tool whose effect does not show in a simulated host: it succeeds.
exit 0
