import { type FSWatcher, readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trimEnd()
  } catch {
    return ''
  }
}

const bondFolders = (root: string): string[] => {
  const net = join(root, 'sys/class/net')
  return read(join(root, '.kernel/links'))
    .split(' ')
    .filter((name) => read(join(root, '.kernel/kind', name)) === 'bond')
    .map((name) => join(net, name, 'bonding'))
}

/** Whether a script wrote into a control file what no kernel would print there. Example: `+eth0` in slaves, `4` in mode. */
export const hasControlWrite = (root: string): boolean => {
  if (/^[+-]/.test(read(join(root, 'sys/class/net/bonding_masters')))) return true
  return bondFolders(root).some(
    (folder) => /^[+-]/.test(read(join(folder, 'slaves'))) || ['mode', 'lacp_rate', 'xmit_hash_policy'].some((key) => /^\S+$/.test(read(join(folder, key)))),
  )
}

/** Watches the control files of bonding below a host's /sys. A real kernel acts within the write; here it takes a moment. */
export const watchControlFiles = (root: string, act: () => void): { refresh(): void; close(): void } => {
  const watchers = new Map<string, FSWatcher>()
  const look = (): void => {
    if (hasControlWrite(root)) act()
  }
  const add = (folder: string): void => {
    try {
      readdirSync(folder)
      const watcher = watch(folder, { persistent: false }, look)
      watcher.on('error', () => undefined)
      watchers.set(folder, watcher)
    } catch {
      // gone again
    }
  }
  return {
    refresh() {
      const wanted = new Set([join(root, 'sys/class/net'), ...bondFolders(root)])
      for (const [folder, watcher] of watchers)
        if (!wanted.has(folder)) {
          watcher.close()
          watchers.delete(folder)
        }
      for (const folder of wanted) if (!watchers.has(folder)) add(folder)
    },
    close() {
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}
