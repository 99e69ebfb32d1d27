import type { Facts } from '../model/facts.ts'
import { printable } from './text.ts'

/** File systems that only block devices carry; what the host printed beside them is there for / and /etc. */
const networkTypes = /^(?:nfs4?|cifs|smbfs|smb3|ncpfs|ocfs2|gfs2?|glusterfs|ceph|lustre|afs|9p|fuse\.(?:glusterfs|sshfs|ceph.*))$/
const networkDevices = /^\/dev\/(?:nbd|rbd)/

/** Bytes that /etc must have left: a transaction keeps copies of what it replaces there. */
const leastSpace = 1024 * 1024

/** /proc/mounts writes blanks and the like as octal escapes (fs/proc_namespace.c). */
const unescaped = (text: string): string => text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/**
 * From `stat -f`: free blocks and their size, all inodes and the free ones. File systems that make inodes as they need
 * them count none at all. 9p, overlays and images without numbers say nothing, and nothing is concluded.
 */
const isFull = (space: string): boolean => {
  if (!/^\d{1,20} \d{1,20} \d{1,20} \d{1,20}$/.test(space)) return false
  const [free = 0, size = 0, inodes = 0, freeInodes = 0] = space.split(' ').map(Number)
  return free * size < leastSpace || (inodes > 0 && freeInodes === 0)
}

/**
 * What is reached over the network, and whether /etc takes new files. A later line for the same mount point hides the
 * earlier one, so the root file system comes after `rootfs`. The probe writes nothing: a file system that fails only on
 * a write is found out by the transaction, before it changes anything.
 *
 * @param mounts lines `PATH TYPE OPTIONS DEVICE`
 */
export const readMounts = (
  mounts: readonly string[],
  { iscsi, netroot, space }: { readonly iscsi: readonly string[]; readonly netroot: boolean; readonly space: string },
): Pick<Facts, 'networkMounts' | 'unwritable'> => {
  const all = mounts.map((line) => {
    const [path = '', type = '', options = '', device = ''] = line.split(' ')
    return { path: printable(unescaped(path)), type, options: options.split(','), device }
  })
  const under = all.findLast(({ path }) => path === '/etc') ?? all.findLast(({ path }) => path === '/')
  const remote = all.filter(({ type, device }) => networkTypes.test(type) || networkDevices.test(device)).map(({ path }) => path)
  return {
    networkMounts: [...new Set([...(netroot ? ['root'] : []), ...remote, ...iscsi.map((session) => `iscsi ${printable(session)}`)])],
    unwritable: under?.options.includes('ro') === true ? 'read-only' : isFull(space) ? 'full' : undefined,
  }
}
