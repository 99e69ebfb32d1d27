import { readFile, rm } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import type { TransactionFact } from '../model/facts.ts'
import { readRunFile, writeRunFile } from './journal.ts'
import { runsFolder } from './resume.ts'

/** The process that carries a run out, as `controller.json` in its folder: a number alone may belong to another process since. */
interface Holder {
  readonly pid: number
  readonly started: string
  /** The machine's boot id, or '' where there is none. */
  readonly boot: string
  readonly machine: string
  readonly user: string
}

const fileName = 'controller.json'
const textOf = async (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '')
const bootId = async (): Promise<string> => (await textOf('/proc/sys/kernel/random/boot_id')).trim()

/** Field 22 of /proc/PID/stat (proc(5)); '' when the process is gone, or where there is no /proc. */
const startOf = async (pid: number): Promise<string> => {
  const [state = '', ...fields] = (await textOf(`/proc/${pid}/stat`)).split(') ').at(-1)?.split(' ') ?? []
  return state === 'Z' || state === 'X' ? '' : (fields[18] ?? '')
}

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return '' // a user without a name
  }
}

/** Writes down that this process carries out the run in this folder. */
export const holdRun = async (folder: string): Promise<void> => {
  const holder: Holder = { pid: process.pid, started: await startOf(process.pid), boot: await bootId(), machine: hostname(), user: userName() }
  await writeRunFile(folder, fileName, holder)
}

/** The run has ended: nobody carries it out any more. */
export const letGoOfRun = async (folder: string): Promise<void> => rm(join(folder, fileName), { force: true })

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null &&
  'pid' in value && typeof value.pid === 'number' && Number.isInteger(value.pid) && value.pid > 0 &&
  'started' in value && typeof value.started === 'string' &&
  'boot' in value && typeof value.boot === 'string' &&
  'machine' in value && typeof value.machine === 'string' &&
  'user' in value && typeof value.user === 'string'

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Who carries out a run of this working folder, in words; `nobody` when it has ended or was killed; undefined when that cannot be told from here. */
export const holderOfRun = async (cwd: string, runId: string): Promise<string | 'nobody' | undefined> => {
  // The id may come from a host: it names a folder only when it is one word.
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(runId)) return undefined
  const folder = join(runsFolder(cwd), runId)
  const holder = await readRunFile(folder, fileName).catch(() => undefined)
  if (!isHolder(holder)) return (await textOf(join(folder, 'plan.json'))) === '' ? undefined : 'nobody'
  const boot = await bootId()
  if (holder.machine !== hostname()) return undefined
  const running = holder.boot === boot && (holder.started === '' ? isThere(holder.pid) : (await startOf(holder.pid)) === holder.started)
  return running ? `process ${holder.pid} on this machine${holder.user === '' ? '' : ` (${holder.user})`}` : 'nobody'
}

/** Seconds after which a controller that has no session on the host is not waited for: between two sessions it takes some. */
const absence = 10

/**
 * Who looks after an undecided transaction, in words; undefined when nobody does, as far as can be told from here. What
 * this machine knows of the run counts more than what the host saw last.
 */
export const holderOf = async (cwd: string, pending: TransactionFact): Promise<string | undefined> => {
  const here = await holderOfRun(cwd, pending.runId)
  if (here !== undefined) return here === 'nobody' ? undefined : here
  const { controller } = pending
  if (controller === undefined) return undefined
  const who = `a controller${controller.from === '' ? '' : ` at ${controller.from}`}`
  if (controller.connected) return who
  return controller.secondsAgo <= absence ? `${who}, there ${controller.secondsAgo} s ago` : undefined
}
