import { spawn } from 'node:child_process'
import { open, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run, until } from './machine.ts'
import { kernelPaths, type RackPaths } from './paths.ts'

/** A kernel of the rack, as it is started. */
export interface KernelStart {
  readonly rack: RackPaths
  readonly namespace: string
  /** Of the kernel's folder. Example: lab1 */
  readonly name: string
  /** The first program, on the machine. */
  readonly program: string
  /** MB. */
  readonly memory: number
  /** Its place in the rack, from 0: kernels share the machine's processors by it. */
  readonly place: number
  /** Shell variables that the first program reads. */
  readonly settings: Readonly<Record<string, string>>
  /** Its NICs, and its disk. */
  readonly words: readonly string[]
}

/**
 * The processor of a kernel: one, for a kernel and the programs in it take turns at every system call, and are three times
 * as fast where the turn need not go to another processor.
 */
const processorOf = async (place: number): Promise<string> => {
  const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1] ?? '0'
  const processors = allowed.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
  return String(processors[place % processors.length])
}

/**
 * Starts a User Mode Linux kernel in the rack's network namespace, as a session of its own: it outlives us, and its
 * helper processes can be killed with it. Its second console is a named pipe in and a file out.
 */
export const startKernel = async ({ rack, namespace, name, program, memory, place, settings, words }: KernelStart): Promise<void> => {
  const paths = kernelPaths(rack, name)
  await writeFile(paths.settings, Object.entries(settings).map(([key, value]) => `${key}='${value}'\n`).join(''))
  await rm(paths.input, { force: true })
  await run('/usr/bin/mkfifo', ['-m', '600', paths.input])
  const [log, output, input] = await Promise.all([open(paths.log, 'a'), open(paths.output, 'a'), open(paths.input, constants.O_RDWR)])
  const kernel = spawn(
    '/usr/sbin/ip',
    [
      'netns', 'exec', namespace, '/usr/bin/taskset', '-c', await processorOf(place), `${rack.folder}/kernel.sh`, `umid=${name}`, `uml_dir=${rack.folder}/uml/`, `mem=${memory}M`, 'root=/dev/root', 'rootfstype=hostfs', 'rootflags=/', 'ro', 'quiet', 'selinux=0',
      `init=${program}`, 'con=null', 'con0=null,fd:1', 'con1=fd:3,fd:4', `rack=${paths.folder}`, ...words,
    ],
    // /tmp of the machine holds the kernel's memory; TMPDIR of the caller may be anything.
    { detached: true, cwd: rack.folder, stdio: ['ignore', log.fd, log.fd, input.fd, output.fd], env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } },
  )
  kernel.on('error', () => undefined)
  kernel.unref()
  await Promise.all([log.close(), output.close(), input.close()])
}

/**
 * The processes of a kernel: of the sessions whose output is its log. The log tells them rather than their arguments,
 * for those are empty for an instant whenever a program becomes another one.
 */
export const processesOf = async (rack: RackPaths, name?: string): Promise<number[]> => {
  const all = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry)).map(Number)
  const read = await Promise.all(all.map(async (pid) => ({ pid, output: await outputOf(pid), session: await sessionOf(pid) })))
  const isOurs = (output: string): boolean =>
    basename(output) === 'kernel.log' && (name === undefined ? dirname(dirname(output)) === rack.folder : output === kernelPaths(rack, name).log)
  const sessions = new Set(read.filter(({ output }) => isOurs(output)).map(({ session }) => session))
  return read.filter(({ session }) => sessions.has(session)).map(({ pid }) => pid)
}

const outputOf = (pid: number): Promise<string> => readlink(`/proc/${pid}/fd/1`).then((link) => link.replace(/ \(deleted\)$/, ''), () => '')
const sessionOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/stat`, 'utf8').then((text) => text.slice(text.lastIndexOf(')') + 2).split(' ')[3] ?? '', () => '')

/**
 * The power goes: SIGKILL to every process of the kernel, whose page cache dies with it. It returns when they are gone,
 * for a helper that is left keeps the disk locked.
 */
export const cutPower = async (rack: RackPaths, name?: string): Promise<void> => {
  const gone = await until(async () => {
    const processes = await processesOf(rack, name)
    for (const pid of processes) kill(pid)
    return processes.length === 0
  }, 10)
  if (!gone) throw new Error(`processes of ${name ?? 'the rack'} cannot be killed`)
  await rm(join(rack.folder, 'uml', name ?? ''), { recursive: true, force: true })
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // gone by itself
  }
}
