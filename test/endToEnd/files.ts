import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { RealHost } from './hosts.ts'

/** Whether the host's network files are those of before or those of after, whole, and none of each mixed. */
export const trunkFilesOf = async ({ root }: RealHost): Promise<'old' | 'new' | 'mixed'> => {
  const read = async (file: string): Promise<string> => readFile(join(root, 'etc/sysconfig/network-scripts', file), 'utf8').catch(() => '')
  const whole = (text: string): boolean => text.endsWith('\n')
  const [eth0, eth1, bond0, vlan, bridge] = await Promise.all(['ifcfg-eth0', 'ifcfg-eth1', 'ifcfg-bond0', 'ifcfg-bond0.100', 'ifcfg-vlan100'].map(read))
  const signs = [
    whole(eth0 ?? '') && (eth0 ?? '').includes('MASTER=bond0') && !(eth0 ?? '').includes('IPADDR='),
    whole(eth1 ?? '') && (eth1 ?? '').includes('MASTER=bond0'),
    whole(bond0 ?? '') && (bond0 ?? '').includes('BONDING_OPTS='),
    whole(vlan ?? '') && (vlan ?? '').includes('VLAN=yes'),
    whole(bridge ?? '') && (bridge ?? '').includes('IPADDR=10.1.1.'),
  ]
  if (signs.every(Boolean)) return 'new'
  return signs.some(Boolean) || ![eth0, eth1].every((text) => whole(text ?? '')) ? 'mixed' : 'old'
}

/** Everything below a host's /etc but fleetnet's own folder: by path, what it holds and its mode. */
export const configurationOf = async ({ root }: Pick<RealHost, 'root'>): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  for (const entry of await readdir(join(root, 'etc'), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(root.length)
    if (entry.isDirectory() || path.startsWith('/etc/fleetnet/')) continue
    const { mode } = await lstat(file)
    files.set(path, entry.isSymbolicLink() ? `-> ${await readlink(file)}` : `${(mode & 0o777).toString(8)} ${await readFile(file, 'latin1')}`)
  }
  return files
}

/** Paths that differ. */
export const changedPaths = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).toSorted()
