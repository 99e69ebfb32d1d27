import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync, lstatSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CompiledTransaction, Progress } from '../../src/model/transaction.ts'
import { parseProgress } from '../../src/transaction/progress.ts'

export type Userland = 'dash' | 'bash' | 'busybox'

const tools = ['cat', 'chmod', 'chown', 'cksum', 'cp', 'dd', 'ln', 'ls', 'mkdir', 'mv', 'readlink', 'rm', 'rmdir', 'setsid', 'sleep', 'stat', 'sync', 'sha256sum', 'grep', 'id'] as const
const standins = ['ip', 'ifup', 'ifdown', 'service', 'systemctl', 'modprobe', 'ping', 'brctl'] as const
const plain = ['chkconfig', 'arping', 'vconfig', 'daemonize', 'shutdown', 'reboot'] as const

const which = (name: string): string | undefined =>
  ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** Which Debian package a userland lacks here, if any. */
export const missingPackage = (userland: Userland): string | undefined => (which(userland) === undefined ? userland : undefined)

export interface Session {
  readonly child: ChildProcess
  /** Standard output so far. */
  output(): string
  progress(): Progress[]
  /** Resolves with the first line that matches, also one that was there before. */
  line(pattern: RegExp): Promise<string>
  ended: Promise<number | null>
}

/** A host is a folder: its /etc, /proc, /sys, stand-ins for what touches a network, and links to plain tools. */
export class TestHost implements Disposable {
  readonly root: string
  readonly mark: string
  readonly sessions: Session[] = []

  constructor(userland: Userland, options: { readonly parent?: string } = {}) {
    this.root = mkdtempSync(join(options.parent ?? tmpdir(), 'fleetnet-transaction-'))
    this.mark = `FLEETNET_TEST=${this.root}`
    for (const folder of ['bin', 'sbin', 'usr/bin', 'usr/sbin', 'etc/cron.d', 'etc/rc.d/init.d', 'etc/sysconfig/network-scripts', 'proc/sys/kernel/random', 'proc/sys/net/ipv4', 'sys/class/net/eth0', 'net/addr', 'net/answers', 'behave', ...[2, 3, 4, 5].map((level) => `etc/rc.d/rc${level}.d`)])
      mkdirSync(join(this.root, folder), { recursive: true })
    const shell = which(userland) ?? '/bin/sh'
    symlinkSync(shell, join(this.root, 'bin/sh'))
    const applets = userland === 'busybox' ? execFileSync(shell, ['--list'], { encoding: 'utf8' }).split('\n') : []
    for (const tool of tools) symlinkSync(applets.includes(tool) ? shell : (which(tool) ?? '/bin/false'), join(this.root, 'bin', tool))
    for (const name of standins) this.standin(name, name)
    for (const name of plain) this.standin(name, 'succeed')
    if (userland === 'bash') {
      rmSync(join(this.root, 'bin/sync'))
      this.standin('sync', 'old-sync')
    }
    this.newBoot()
    this.write('sys/class/net/eth0/address', '02:00:00:00:00:01\n')
    this.write('sys/class/net/eth0/mtu', '1500\n')
    this.write('sys/class/net/eth0/flags', '0x1003\n')
    this.write('net/addr/eth0', '10.0.0.5/24\n')
    this.write('net/routes', 'default via 10.0.0.1 dev eth0\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.5\n')
    this.write('net/answers/10.0.0.1', '')
    this.write('proc/modules', '')
    this.write('proc/sys/net/ipv4/ip_forward', '0\n')
    this.write('digest', 'digest:1\n')
  }

  standin(name: string, source: string): void {
    const text = readFileSync(new URL(`./standins/${source}.sh`, import.meta.url), 'utf8')
    const path = join(this.root, 'sbin', name)
    writeFileSync(path, `#!/bin/sh\nR=${this.root}\nPATH=/usr/bin:/bin\nlog() { echo "$*" >>"$R/calls"; }\n${text}`)
    chmodSync(path, 0o755)
  }

  /** A plain tool that works until `behave/TOOL` says otherwise. */
  wrap(tool: string): void {
    const real = readlinkSync(this.path(`bin/${tool}`))
    rmSync(this.path(`bin/${tool}`))
    this.write(`bin/${tool}`, `#!/bin/sh\nR=${this.root}\n[ ! -e "$R/behave/${tool}" ] || . "$R/behave/${tool}"\nexec ${real.endsWith('busybox') ? `${real} ${tool}` : real} "$@"\n`, 0o755)
  }

  path(name: string): string {
    return join(this.root, name)
  }
  write(name: string, content: string | Buffer, mode = 0o644): void {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    writeFileSync(this.path(name), content)
    chmodSync(this.path(name), mode)
  }
  read(name: string): string {
    return readFileSync(this.path(name), 'utf8')
  }
  bytes(name: string): Buffer {
    return readFileSync(this.path(name))
  }
  has(name: string): boolean {
    return lstatSync(this.path(name), { throwIfNoEntry: false }) !== undefined
  }
  calls(): string[] {
    return this.has('calls') ? this.read('calls').trimEnd().split('\n') : []
  }

  unwrite(name: string): void {
    rmSync(this.path(name), { force: true })
  }
  /** Seconds since boot, as the host reads it. */
  uptime(): string {
    return readFileSync('/proc/uptime', 'utf8')
  }
  /** The network as it was when the host was made. */
  reset(): void {
    this.unwrite('etc/sysconfig/network-scripts/ifcfg-br0')
    rmSync(this.path('sys/class/net/br0'), { recursive: true, force: true })
    this.write('net/addr/eth0', '10.0.0.5/24\n')
  }

  newBoot(): void {
    this.write('proc/sys/kernel/random/boot_id', `${crypto.randomUUID()}\n`)
  }

  /** Runs a line as a login shell would, with some bytes on its standard input. */
  session(line: string, options: { readonly input?: Uint8Array; readonly keepOpen?: boolean; readonly nonce?: string; readonly env?: Record<string, string> } = {}): Session {
    const child = spawn(this.path('bin/sh'), ['-c', line], {
      stdio: ['pipe', 'pipe', process.env['FLEETNET_DEBUG'] ? 'inherit' : 'ignore'],
      env: { PATH: process.env['PATH'] ?? '', FLEETNET_TEST: this.root, ...options.env },
    })
    let output = ''
    const waiting = new Set<() => void>()
    const notify = (): void => {
      for (const wake of waiting) wake()
    }
    child.stdout.setEncoding('latin1').on('data', (text: string) => {
      output += text
      notify()
    })
    child.stdin.on('error', () => undefined)
    let over = false
    const ended = new Promise<number | null>((resolve) => child.on('close', (code) => {
      over = true
      notify()
      resolve(code)
    }))
    if (options.input) child.stdin.write(options.input)
    if (!options.keepOpen) child.stdin.end()
    const session: Session = {
      child,
      output: () => output,
      progress: () => output.split('\n').flatMap((text) => parseProgress(text, options.nonce ?? '') ?? []),
      line: (pattern) =>
        new Promise((resolve, reject) => {
          const look = (): void => {
            const found = output.split('\n').find((text) => pattern.test(text))
            if (found === undefined && !over) return
            waiting.delete(look)
            if (found === undefined) reject(new Error(`the session ended without ${pattern}:\n${output}`))
            else resolve(found)
          }
          waiting.add(look)
          look()
        }),
      ended,
    }
    this.sessions.push(session)
    return session
  }

  start(compiled: CompiledTransaction, env: Record<string, string> = {}): Session {
    return this.session(compiled.start, { input: compiled.payload, nonce: compiled.nonce, env })
  }
  ctl(compiled: CompiledTransaction, action: string): Session {
    return this.session(`sh ${this.root}/etc/fleetnet/tx/${compiled.id}/ctl ${action}`, { nonce: compiled.nonce })
  }
  converse(compiled: CompiledTransaction): Session {
    return this.session(compiled.converse, { keepOpen: true, nonce: compiled.nonce })
  }
  folder(compiled: CompiledTransaction): string {
    return join('etc/fleetnet/tx', compiled.id)
  }
  /** The state that is written down, without what fills up its line. */
  state(compiled: CompiledTransaction): string {
    return this.read(join(this.folder(compiled), 'state')).trimEnd()
  }
  /** The pid of a role of a transaction. */
  pid(compiled: CompiledTransaction, role: 'supervisor' | 'watchdog'): number {
    return Number(this.read(join(this.folder(compiled), role)).split(' ')[0])
  }

  /** Processes that descend from this host's sessions, by the mark in their environment. */
  processes(): number[] {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(this.mark) && !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ')
      } catch {
        return false
      }
    })
  }

  kill(): void {
    for (let pids = this.processes(); pids.length > 0; pids = this.processes())
      for (const pid of pids)
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // it has ended
        }
  }

  /** Power cut: every process is gone at once. Boot: another boot id, and init runs what is first in runlevel 3. */
  async reboot(): Promise<void> {
    this.kill()
    this.newBoot()
    const hooks = readdirSync(this.path('etc/rc.d/rc3.d')).filter((name) => name.startsWith('S')).toSorted()
    for (const hook of hooks) await this.session(`sh ${this.root}/etc/rc.d/rc3.d/${hook} start`).ended
  }

  [Symbol.dispose](): void {
    this.kill()
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** Waits for something that no event tells of. */
export const eventually = async (what: string, condition: () => boolean, seconds = 20): Promise<void> => {
  for (const end = Date.now() + seconds * 1000; !condition(); await sleep(20)) if (Date.now() > end) throw new Error(`not in ${seconds} s: ${what}`)
}
