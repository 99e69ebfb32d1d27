import { access, readFile, realpath } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FleetError } from '../model/errors.ts'

/** What the hosts of a rack are. A folder, so that a platform is added without code. */
export interface Platform {
  /** What names it again from anywhere. Example: debian, or /home/ada/el5 */
  readonly name: string
  readonly folder: string
  /** What lies over the machine's /usr: `overrides/`, which may be a link to another platform's. */
  readonly overrides: string | undefined
  /** Debian packages of the machine that it needs: `packages`, one a line. */
  readonly packages: readonly string[]
  /** Path of PID 1 inside the host: `init`. */
  readonly init: string
  /** What of the machine's /etc its hosts get beside the accounts and libraries that all get: `machine-etc`, one a line. */
  readonly machineEtc: readonly string[]
}

const shipped = fileURLToPath(new URL('./platforms/', import.meta.url))

/** A name of those that come with fleetnet, or a folder of one's own. Beside the lists: `first-config`, `tree/`, `overrides/` (see docs/lab.md). */
export const loadPlatform = async (reference: string): Promise<Platform> => {
  const folder = reference.includes('/') ? (isAbsolute(reference) ? reference : resolve(reference)) : join(shipped, reference)
  const init = (await lines(join(folder, 'init')))[0]
  if (init === undefined || !(await isThere(join(folder, 'first-config'))))
    throw new FleetError({ kind: 'usage', what: `expected a platform of the lab, found no files init and first-config in ${folder}`, next: ['take --platform debian, or a folder of your own: docs/lab.md'] })
  const overrides = await realpath(join(folder, 'overrides')).catch(() => undefined)
  return { name: reference.includes('/') ? folder : reference, folder, overrides, packages: await lines(join(folder, 'packages')), init, machineEtc: await lines(join(folder, 'machine-etc')) }
}

const isThere = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

const lines = async (path: string): Promise<string[]> => {
  try {
    return (await readFile(path, 'utf8')).split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  } catch {
    return []
  }
}
