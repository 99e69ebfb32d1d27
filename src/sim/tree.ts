import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasXend, initialFiles, kernelRelease } from './files.ts'
import type { SimulatedHostSpec, SimulatedSwitch } from './spec.ts'
import { installTools } from './tools.ts'

const folders = [
  'sbin', 'usr/bin', 'usr/sbin', 'usr/lib/systemd/system', 'etc/cron.d', 'etc/modprobe.d', 'etc/rc.d/init.d', 'etc/sysconfig/network-scripts', 'root', 'tmp',
  'var/lock/subsys', 'var/log', 'var/run', 'var/tmp', 'var/lib', 'dev', ...[0, 1, 2, 3, 4, 5, 6].map((level) => `etc/rc.d/rc${level}.d`),
]

/** Makes a host's tree, as installed and switched off. `plainTools` is the folder that is its /bin. */
export const makeTree = async (root: string, spec: SimulatedHostSpec, plainTools: string): Promise<void> => {
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true })
  await symlink('rc.d/init.d', join(root, 'etc/init.d'))
  for (const level of [0, 1, 2, 3, 4, 5, 6]) await symlink(`rc.d/rc${level}.d`, join(root, `etc/rc${level}.d`))
  if (spec.release === 'el7') {
    await mkdir(join(root, 'etc/systemd/system/multi-user.target.wants'), { recursive: true })
    await mkdir(join(root, 'run/systemd/system'), { recursive: true })
  }
  for (const [path, { content, mode }] of Object.entries(initialFiles(spec))) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content, { mode: mode ?? 0o644 })
  }
  await installTools(root, spec, plainTools)
}

/** What is gone after a power cut: the kernel's own state, and folders that a boot clears. */
const volatile = ['sys', 'proc', 'var/run', 'var/lock', 'run', 'dev/shm']
/** Private folders of the simulated kernel. */
const kernelFolders = ['kind', 'addresses', 'parent', 'master', 'permanent', 'vlan-id', 'wire', 'port', 'units']

const driver = 'tg3'

/** Puts a freshly booted kernel into the tree: a new boot id, the NICs down, no address, no route. */
export const freshKernel = async (root: string, spec: SimulatedHostSpec, wire: SimulatedSwitch & { readonly cutOff: boolean }): Promise<void> => {
  await Promise.all(volatile.map((folder) => rm(join(root, folder), { recursive: true, force: true })))
  const kernel = join(root, '.kernel')
  await Promise.all([...kernelFolders, 'links', 'routes', 'reachable', 'next-index', 'vlan-name-type', 'power', 'taking'].map((name) => rm(join(kernel, name), { recursive: true, force: true })))
  const write = async (path: string, content: string): Promise<void> => {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  for (const folder of kernelFolders) await mkdir(join(kernel, folder), { recursive: true })
  for (const folder of ['var/run', 'var/lock/subsys', 'dev/shm']) await mkdir(join(root, folder), { recursive: true })
  if (spec.release === 'el7') await mkdir(join(root, 'run/systemd/system'), { recursive: true })
  await Promise.all([
    write('proc/sys/kernel/random/boot_id', `${randomUUID()}\n`),
    write('proc/sys/kernel/hostname', `${spec.name}\n`),
    write('proc/sys/kernel/osrelease', `${kernelRelease(spec.release, hasXend(spec))}\n`),
    write('proc/sys/kernel/panic', '0\n'),
    write('proc/sys/vm/swappiness', '60\n'),
    write('proc/sys/net/ipv4/ip_forward', '0\n'),
    ...['all', 'default'].flatMap((device) =>
      ['rp_filter', 'arp_ignore', 'arp_announce', 'arp_filter', 'accept_redirects', 'forwarding'].map((key) => write(`proc/sys/net/ipv4/conf/${device}/${key}`, '0\n')),
    ),
    ...['call-iptables', 'call-ip6tables', 'call-arptables', 'filter-vlan-tagged'].map((key) => write(`proc/sys/net/bridge/bridge-nf-${key}`, '0\n')),
    write('proc/modules', ['ext3', 'jbd', driver, 'scsi_mod'].map((name) => `${name} 123456 1 - Live 0xffffffff88000000\n`).join('')),
    write('proc/mounts', 'rootfs / rootfs rw 0 0\n/dev/root / ext3 rw,data=ordered 0 0\n/proc /proc proc rw 0 0\n/sys /sys sysfs rw 0 0\ntmpfs /dev/shm tmpfs rw 0 0\n'),
    write('proc/cmdline', 'ro root=LABEL=/ quiet\n'),
    write('proc/net/arp', 'IP address       HW type     Flags       HW address            Mask     Device\n'),
    write('.kernel/routes', ''),
    write('.kernel/reachable', ''),
    write('.kernel/neighbours', [clientOf(spec), ...(spec.gateway === undefined ? [] : [spec.gateway]), ...(spec.neighbours ?? [])].map((address) => `${address}\n`).join('')),
    write('.kernel/dhcp', spec.dhcp === undefined ? '' : `${spec.dhcp.address} ${spec.dhcp.gateway ?? ''}\n`),
    write('.kernel/client', `${clientOf(spec)}\n`),
    write('.kernel/changed', ''),
    write('.kernel/power', ''),
    ...['bridge', driver].map((name) => mkdir(join(root, 'sys/module', name), { recursive: true })),
    mkdir(join(root, 'sys/bus/pci/drivers', driver), { recursive: true }),
  ])
  await writeSwitch(root, spec, wire)
}

/** The simulated client's address. */
export const clientOf = (spec: SimulatedHostSpec): string => spec.client ?? spec.gateway ?? '10.1.1.1'

/** Tells the simulated kernel what the switch does. `cutOff`: only the first device is let through. */
export const writeSwitch = async (root: string, spec: SimulatedHostSpec, wire: SimulatedSwitch & { readonly cutOff: boolean }): Promise<void> => {
  const kernel = join(root, '.kernel')
  await Promise.all([
    ...spec.nics.map(({ name }) => writeFile(join(kernel, 'port', name), wire.up ? '1\n' : '0\n')),
    writeFile(join(kernel, 'lacp'), wire.lacp ? '1\n' : '0\n'),
    writeFile(join(kernel, 'vlans'), `${wire.vlans === 'all' ? 'all' : wire.vlans.join(' ')}\n`),
    writeFile(join(kernel, 'cut-off'), wire.cutOff ? `${spec.nics[0]?.name ?? ''}\n` : '\n'),
  ])
}

/** The script that makes the NICs and loopback of a fresh kernel; it runs under the tree's own sh. */
export const nicScript = (spec: SimulatedHostSpec): string =>
  [
    'new_device lo loopback 00:00:00:00:00:00 16436',
    'echo 772 >"$N/lo/type"; echo 0x8 >"$N/lo/flags"',
    ...spec.nics.flatMap(({ name, mac }, index) => [
      `new_device ${name} physical ${mac.toLowerCase()} 1500`,
      `echo 1000 >"$N/${name}/speed"; echo full >"$N/${name}/duplex"; echo 1000 >"$N/${name}/tx_queue_len"`,
      `mkdir -p "$R/sys/devices/pci0000:00/0000:0${index + 3}:00.0"`,
      `ln -sfn ../../../bus/pci/drivers/${driver} "$R/sys/devices/pci0000:00/0000:0${index + 3}:00.0/driver"`,
      `ln -sfn "../../../devices/pci0000:00/0000:0${index + 3}:00.0" "$N/${name}/device"`,
    ]),
    ...(spec.guests ?? []).flatMap(({ vif, bridge }) => [
      `[ -d "$N/${bridge}" ] || { bridge_new ${bridge}; link_up ${bridge}; }`,
      `new_device ${vif} vif fe:ff:ff:ff:ff:ff 1500; link_up ${vif}; bridge_add ${bridge} ${vif}`,
    ]),
    'settle',
  ].join('\n')

/** Reads a small file of the tree; '' when it is not there. */
export const readSmall = async (root: string, path: string): Promise<string> => {
  try {
    return await readFile(join(root, path), 'utf8')
  } catch {
    return ''
  }
}
