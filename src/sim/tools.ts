import { readFileSync } from 'node:fs'
import { copyFile, mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FleetError } from '../model/errors.ts'
import { quote } from '../model/quote.ts'
import { hasXend } from './files.ts'
import type { SimulatedHostSpec } from './spec.ts'

/** Tools of the machine that do the same in any root: everything that reads and writes files and text. */
const plainTools = [
  'sh', 'cat', 'sed', 'ln', 'mv', 'rm', 'cp', 'mkdir', 'rmdir', 'chmod', 'cksum', 'sum', 'sha256sum', 'sha1sum', 'md5sum', 'sleep', 'tail', 'head',
  'od', 'dd', 'sort', 'uniq', 'cut', 'cmp', 'diff', 'kill', 'setsid', 'nohup', 'date', 'grep', 'egrep', 'fgrep', 'awk', 'wc', 'touch', 'tr', 'printf', 'echo',
  'test', '[', 'true', 'false', 'readlink', 'dirname', 'basename', 'df', 'du', 'find', 'xargs', 'ls', 'ps', 'expr', 'tee', 'mktemp', 'mkfifo', 'sync',
  'stty', 'nice', 'comm', 'join', 'paste', 'seq', 'base64', 'flock', 'pwd', 'whoami', 'bash', 'cpio', 'tar', 'gzip', 'renice', 'ionice', 'getfattr', 'lsattr',
] as const

/** Without these no script runs. */
const needed: readonly string[] = ['sh', 'cat', 'sed', 'ln', 'mv', 'rm', 'cp', 'mkdir', 'chmod', 'cksum', 'sleep', 'tail', 'setsid', 'stat', 'env']

/** Stand-ins, by where they are found first on a Red Hat system; what it has in /bin is in /usr/bin here, before the plain tools. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  '/sbin': ['ip', 'ifup', 'ifdown', 'service', 'modprobe', 'rmmod', 'lsmod', 'sysctl', 'chkconfig', 'arping', 'ifenslave', 'ethtool', 'vconfig', 'reboot', 'shutdown'],
  '/usr/sbin': ['brctl'],
  '/usr/bin': ['ping', 'uname', 'hostname', 'chown', 'chgrp', 'logger', 'env', 'id', 'stat'],
}
const systemdStandIns: Readonly<Record<string, readonly string[]>> = { '/usr/bin': ['systemctl', 'systemd-run'] }

/** Whose source is not a file of their own name. */
const sources: Readonly<Record<string, string>> = { shutdown: 'reboot', chown: 'succeed', chgrp: 'succeed', logger: 'succeed' }
/** Parts that stand-ins source. */
const parts = ['kernel', 'numbers', 'addresses', 'bonds', 'vlans', 'modules', 'writes', 'bridges', 'wire', 'ifcfg', 'ifup-address', 'ifup-bond', 'ip-show', 'ip-link', 'ip-address', 'ip-route'] as const

const folder = new URL('./standins/', import.meta.url)
const source = (name: string): string => readFileSync(new URL(`${name}.sh`, folder), 'utf8')

/** Where the machine keeps a tool, its /sbin folders left out. */
const findTool = async (name: string): Promise<string | undefined> => {
  for (const place of ['/bin', '/usr/bin']) {
    try {
      const path = join(place, name)
      await realpath(path)
      return path
    } catch {
      // the next folder
    }
  }
  return undefined
}
let found: Promise<ReadonlyMap<string, string>> | undefined
const machineTools = (): Promise<ReadonlyMap<string, string>> => {
  found ??= Promise.all([...plainTools, 'stat', 'env'].map(async (name) => [name, await findTool(name)] as const)).then(
    (tools) => new Map(tools.flatMap(([name, path]) => (path === undefined ? [] : [[name, path] as const]))),
  )
  return found
}

/** The variable that every process of a host carries, for a power cut to find it. */
export const markOf = (root: string): string => `FLEETNET_SIMULATED_HOST=${root}`

export const pathOf = (root: string): string => ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((place) => root + place).join(':')

/**
 * Makes the folder of plain tools, links to the machine's own, that is the /bin of every host of a fleet.
 *
 * @throws FleetError when the machine lacks one without which no script runs.
 */
export const installPlainTools = async (plain: string): Promise<void> => {
  const tools = await machineTools()
  const missing = needed.filter((name) => !tools.has(name))
  if (missing.length > 0)
    throw new FleetError({ kind: 'usage', what: `simulated hosts need ${missing.join(', ')} in /bin or /usr/bin`, next: ['install coreutils and util-linux, or run on Linux'] })
  await rm(plain, { recursive: true, force: true })
  await mkdir(plain, { recursive: true })
  for (const name of plainTools) {
    const path = tools.get(name)
    if (path !== undefined) await symlink(path, join(plain, name))
  }
}

/**
 * Fills a tree's /sbin, /usr/bin and /usr/sbin with stand-ins, the root compiled in; its /bin is the folder of plain tools.
 * Nothing there can reach the machine's own network, init or power.
 */
export const installTools = async (root: string, spec: SimulatedHostSpec, plain: string): Promise<void> => {
  const tools = await machineTools()
  await symlink(plain, join(root, 'bin'))
  const kernel = join(root, '.kernel')
  const sh = tools.get('sh') ?? '/bin/sh'
  const header = [
    `#!${sh}`,
    `R=${quote(root)} RELEASE=${spec.release} MARK=${quote(markOf(root))}`,
    `REAL_ENV=${quote(tools.get('env') ?? '')} REAL_STAT=${quote(tools.get('stat') ?? '')}`,
  ].join('\n')
  const withKernel = `${header}\n. "$R/.kernel/kernel.sh"\n`
  await mkdir(kernel, { recursive: true })
  for (const part of parts) await copyFile(fileURLToPath(new URL(`${part}.sh`, folder)), join(kernel, `${part}.sh`))
  const write = async (path: string, content: string): Promise<void> => writeFile(join(root, path), content, { mode: 0o755 })
  const all = spec.release === 'el7' ? [standIns, systemdStandIns] : [standIns]
  const light = new Set(['env', 'id', 'stat', 'succeed', 'uname', 'hostname'])
  const superuser = process.getuid?.() === 0
  for (const table of all)
    for (const [place, names] of Object.entries(table))
      for (const name of names) {
        const script = sources[name] ?? name
        // Where the simulator's own user is root, what stat prints is right as it is.
        if (name === 'stat' && superuser) await symlink(tools.get('stat') ?? '', join(root, place, name))
        else await write(join(place, name), (light.has(script) ? `${header}\n` : withKernel) + source(script))
      }
  await write('/.kernel/settle', `${withKernel}settle\n`)
  await installServices(root, spec, withKernel, write)
}

const installServices = async (root: string, spec: SimulatedHostSpec, header: string, write: (path: string, content: string) => Promise<void>): Promise<void> => {
  const service = async (name: string, script: string, start: number, stop: number, enabled: boolean): Promise<void> => {
    const [shebang = '', ...rest] = header.split('\n')
    await write(`/etc/rc.d/init.d/${name}`, `${shebang}\n# chkconfig: 2345 ${start} ${stop}\nSERVICE=${name}\n${rest.join('\n')}${source(script)}`)
    if (enabled) for (const level of [2, 3, 4, 5]) await symlink(`../init.d/${name}`, join(root, `/etc/rc.d/rc${level}.d/S${start}${name}`))
  }
  await service('network', 'network', 10, 90, true)
  await service('sshd', 'daemon', 55, 25, true)
  await service('crond', 'daemon', 90, 60, spec.cron ?? true)
  if (hasXend(spec)) await service('xend', 'daemon', 98, 1, true)
}

