import { netmaskOf, parseAddress } from '../model/address.ts'
import type { RedHatRelease } from '../model/facts.ts'
import type { SimulatedHostSpec } from './spec.ts'

/** A file of a fresh host. */
export interface InitialFile {
  readonly content: string
  /** Permission bits. Default: 0o644. */
  readonly mode?: number
}

const releaseLines: Readonly<Record<RedHatRelease, string>> = {
  el5: 'Red Hat Enterprise Linux Server release 5.11 (Tikanga)',
  el6: 'CentOS release 6.10 (Final)',
  el7: 'CentOS Linux release 7.9.2009 (Core)',
}

export const kernelRelease = (release: RedHatRelease, xend: boolean): string =>
  ({ el5: `2.6.18-398.el5${xend ? 'xen' : ''}`, el6: '2.6.32-754.el6.x86_64', el7: '3.10.0-1160.el7.x86_64' })[release]

export const hasXend = (spec: SimulatedHostSpec): boolean => spec.xend ?? spec.release === 'el5'

const lines = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join('\n') + '\n'

/** The installer's own files: plain NICs, the address on the first one. */
const networkFiles = (spec: SimulatedHostSpec): Record<string, InitialFile> => {
  const { release, gateway } = spec
  const address = parseAddress(spec.address)
  if (address === undefined) throw new TypeError(`a simulated host needs an address with prefix length: ${spec.address}`)
  const quoted = release === 'el7' ? (value: string) => `"${value}"` : (value: string) => value
  const nics = spec.nics.map(({ name, mac }, index): [string, InitialFile] => {
    const managed = index === 0
    const content = lines(
      release === 'el5' ? '# Broadcom Corporation NetXtreme BCM5721 Gigabit Ethernet PCI Express' : undefined,
      `DEVICE=${quoted(name)}`,
      release === 'el5' ? undefined : `TYPE=${quoted('Ethernet')}`,
      `BOOTPROTO=${managed ? (release === 'el5' ? 'static' : quoted('none')) : quoted('none')}`,
      `HWADDR=${quoted(mac.toUpperCase())}`,
      `ONBOOT=${quoted(managed ? 'yes' : 'no')}`,
      release === 'el5' ? undefined : `NM_CONTROLLED=${quoted('no')}`,
      managed ? `IPADDR=${address.address}` : undefined,
      managed ? (release === 'el7' ? `PREFIX=${address.prefix}` : `NETMASK=${netmaskOf(address.prefix)}`) : undefined,
      managed && gateway !== undefined && release !== 'el5' ? `GATEWAY=${gateway}` : undefined,
    )
    return [`/etc/sysconfig/network-scripts/ifcfg-${name}`, { content }]
  })
  return {
    ...Object.fromEntries(nics),
    '/etc/sysconfig/network-scripts/ifcfg-lo': {
      content: 'DEVICE=lo\nIPADDR=127.0.0.1\nNETMASK=255.0.0.0\nNETWORK=127.0.0.0\nBROADCAST=127.255.255.255\nONBOOT=yes\nNAME=loopback\n',
    },
    '/etc/sysconfig/network': {
      content: lines(
        'NETWORKING=yes',
        release === 'el5' ? 'NETWORKING_IPV6=no' : undefined,
        `HOSTNAME=${spec.name}`,
        release === 'el5' && gateway !== undefined ? `GATEWAY=${gateway}` : undefined,
      ),
    },
  }
}

const moduleFiles = ({ release, nics }: SimulatedHostSpec): Record<string, InitialFile> => {
  if (release !== 'el5') return { '/etc/modprobe.d/dist.conf': { content: 'alias char-major-10-200 tun\ninstall pcspkr /bin/true\n' } }
  return {
    '/etc/modprobe.conf': { content: lines(...nics.map(({ name }) => `alias ${name} tg3`), 'alias scsi_hostadapter ata_piix', 'alias usb-controller ehci-hcd') },
    '/etc/modprobe.d/modprobe.conf.dist': { content: 'alias char-major-10-200 tun\n' },
  }
}

const xendFiles: Readonly<Record<string, InitialFile>> = {
  '/etc/xen/xend-config.sxp': {
    content: `# -*- sh -*-
#
# Xend configuration file.
#
(xend-http-server no)
(xend-unix-server yes)
(xend-tcp-xmlrpc-server no)
(xend-relocation-server no)
(xend-unix-path /var/lib/xend/xend-socket)
(xend-relocation-hosts-allow '^localhost$ ^localhost\\\\.localdomain$')
# The script used to start/stop networking for xend.
#(network-script network-route)
(network-script network-bridge)
# The script used to control virtual interfaces.
(vif-script vif-bridge)
(dom0-min-mem 256)
(dom0-cpus 0)
(vncpasswd '')
`,
  },
  // Devices are not renamed and no bridge is made: a simulated xend only notes what it ran.
  '/etc/xen/scripts/network-bridge': { content: '#!/bin/sh\necho "network-bridge $1" >>"${0%/etc/xen/scripts/*}/var/log/xen-network-script"\n', mode: 0o755 },
  '/etc/xen/scripts/vif-bridge': { content: '#!/bin/sh\nexit 0\n', mode: 0o755 },
  '/var/lib/xend/state/network.xml': { content: '<networks/>\n' },
}

/** Every configuration file of a fresh host, by path without the root. */
export const initialFiles = (spec: SimulatedHostSpec): Record<string, InitialFile> => ({
  '/etc/redhat-release': { content: `${releaseLines[spec.release]}\n` },
  ...(spec.release === 'el7'
    ? { '/etc/os-release': { content: 'NAME="CentOS Linux"\nVERSION="7 (Core)"\nID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\nPRETTY_NAME="CentOS Linux 7 (Core)"\n' } }
    : {}),
  '/etc/fstab': { content: '/dev/sda1 / ext3 defaults 1 1\ntmpfs /dev/shm tmpfs defaults 0 0\nproc /proc proc defaults 0 0\nsysfs /sys sysfs defaults 0 0\n' },
  '/etc/inittab': { content: 'id:3:initdefault:\n' },
  '/etc/hosts': { content: '127.0.0.1 localhost.localdomain localhost\n' },
  '/etc/resolv.conf': { content: '' },
  '/etc/passwd': { content: 'root:x:0:0:root:/root:/bin/sh\n' },
  '/etc/crontab': { content: 'SHELL=/bin/sh\nMAILTO=root\n' },
  '/etc/sysctl.conf': { content: 'net.ipv4.ip_forward = 0\nnet.ipv4.conf.default.rp_filter = 1\n' },
  ...networkFiles(spec),
  ...moduleFiles(spec),
  ...(hasXend(spec) ? xendFiles : {}),
  ...Object.fromEntries(Object.entries(spec.files ?? {}).map(([path, content]) => [path, { content }])),
})
