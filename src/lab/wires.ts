import type { Rack, RackHost } from './rack.ts'

const firstPort = 7000
const endsOfAHost = 16

/** A vector NIC over loopback UDP: it carries every frame, LACP too, and is point to point (Linux, Documentation/virt/uml/user_mode_linux_howto_v2.rst). */
const wire = (vector: number, source: number, destination: number): string =>
  `vec${vector}:transport=l2tpv3,udp=1,src=127.0.0.1,dst=127.0.0.1,srcport=${source},dstport=${destination},rx_session=0x${source.toString(16)},tx_session=0x${destination.toString(16)},depth=64`

/** Even: the host's end. Odd: the switch's. */
const portOf = (rack: Rack, host: RackHost, nic: number, end: 'host' | 'switch'): number =>
  firstPort + rack.hosts.indexOf(host) * endsOfAHost + nic * 2 + (end === 'host' ? 0 : 1)

/** The kernel arguments of a host's NICs, in order: vec0, vec1, … */
export const hostWires = (rack: Rack, host: RackHost): string[] =>
  host.nics.map((_, nic) => wire(nic, portOf(rack, host, nic, 'host'), portOf(rack, host, nic, 'switch')))

/** The tap that the controller's side of the switch ends in. */
export const controllerTap = 'rack0'

/** A port of the switch, named after what is plugged in: lab1-eth0. */
export interface SwitchPort {
  readonly name: string
  readonly mac: string
}

export const switchPorts = (rack: Rack): SwitchPort[] =>
  rack.hosts.flatMap((host, index) => host.nics.map((nic, number) => ({ name: `${host.name}-${nic.name}`, mac: `02:00:00:4c:${hexOf(index + 1)}:${hexOf(number)}` })))

const hexOf = (number: number): string => number.toString(16).padStart(2, '0')

/** vec0 is the tap; then every host's wires, in the order of switchPorts. */
export const switchWires = (rack: Rack): string[] => [
  `vec0:transport=tap,ifname=${controllerTap},depth=64`,
  ...rack.hosts.flatMap((host, index) =>
    host.nics.map((_, nic) => wire(1 + index * host.nics.length + nic, portOf(rack, host, nic, 'switch'), portOf(rack, host, nic, 'host'))),
  ),
]

/** Files in the wires' folder by which a kernel says that its ends are down: what a power cut leaves. */
export const downFiles = (host: RackHost): string[] => host.nics.map((nic) => `${host.name}-${nic.name}.host-down`)
