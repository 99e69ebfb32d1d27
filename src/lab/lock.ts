import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { FleetError } from '../model/errors.ts'
import type { RackPaths } from './paths.ts'

const bootId = (): Promise<string> => readFile('/proc/sys/kernel/random/boot_id', 'utf8')
const startOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/stat`, 'utf8').then((text) => text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '', () => '')

/**
 * One command at a time builds or takes down a rack. A lock whose owner is gone (by boot, pid and its start time) is
 * taken over.
 *
 * @throws FleetError kind busy: who holds it
 */
export const withLock = async <T>({ lock }: RackPaths, work: () => Promise<T>): Promise<T> => {
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 })
  const own = `${(await bootId()).trim()} ${process.pid} ${await startOf(process.pid)}\n`
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(lock, own, { flag: 'wx', mode: 0o600 })
      break
    } catch (cause) {
      if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EEXIST') throw cause
      const [boot = '', pid = '0', start = ''] = (await readFile(lock, 'utf8').catch(() => '')).trim().split(' ')
      const alive = boot === (await bootId()).trim() && start !== '' && (await startOf(Number(pid))) === start
      if (alive || attempt > 2) throw new FleetError({ kind: 'busy', what: `another fleetnet lab command works on this rack (process ${pid})`, next: ['wait until it has ended'] })
      await rm(lock, { force: true })
    }
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}
