import { readdir, stat } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearest } from '../inventory/index.ts'
import { FleetError } from '../model/errors.ts'

const endings = ['.ts', '.mts', '.js', '.mjs']
const ending = /\.m?[tj]s$/

/** The playbooks that come with fleetnet: two folders up, from src as from dist. */
const shipped = fileURLToPath(new URL('../../playbooks', import.meta.url))

const isFile = async (path: string): Promise<boolean> => stat(path).then((entry) => entry.isFile(), () => false)

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => ending.test(name) && !/\.d\.m?ts$/.test(name)).map((name) => name.replace(ending, ''))

/** Whether a reference is a path: it has a slash, or the ending of a program. */
export const isPathReference = (reference: string): boolean => reference.includes('/') || ending.test(reference)

/**
 * The file that a playbook's reference means: a path from `cwd`, or a name, which is looked for in `cwd`/playbooks and then
 * among the playbooks that come with fleetnet.
 *
 * @throws FleetError of kind playbook: no such file; near names are offered.
 * @example await findPlaybook('oracle-vm-trunk', { cwd: process.cwd() })
 */
export const findPlaybook = async (reference: string, { cwd }: { readonly cwd: string }): Promise<string> => {
  if (reference === '') throw new FleetError({ kind: 'playbook', what: 'the name of a playbook is empty', next: ['name one: --playbook NAME'] })
  const folders = [join(cwd, 'playbooks'), shipped]
  if (isPathReference(reference)) {
    const path = isAbsolute(reference) ? reference : resolve(cwd, reference)
    if (await isFile(path)) return path
    throw notFound(`there is no playbook ${path}`, basename(reference).replace(ending, ''), await Promise.all(folders.map(namesIn)))
  }
  for (const folder of folders) {
    for (const end of endings) {
      const path = join(folder, `${reference}${end}`)
      if (await isFile(path)) return path
    }
  }
  throw notFound(`there is no playbook ${reference}, neither in ${folders[0]} nor among those of fleetnet`, reference, await Promise.all(folders.map(namesIn)))
}

const notFound = (what: string, wanted: string, names: readonly string[][]): FleetError => {
  const known = [...new Set(names.flat())].toSorted()
  const near = nearest(wanted, known)
  return new FleetError({
    kind: 'playbook',
    what,
    next: near.length > 0 ? [`did you mean ${near.join(' or ')}?`] : [known.length > 0 ? `there are ${known.join(', ')}` : 'write one: docs/playbooks.md shows how'],
  })
}
