import { mkdir, open, readFile, rename, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { FleetError } from '../model/errors.ts'
import type { HostFile } from './files.ts'

/** What we wrote below a folder: by path, the digest of the content. A file that is otherwise now is somebody's. */
type Ledger = Record<string, string>

const ledgerName = '.fleetnet-rendered.json'
const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex')

const codeOf = (error: unknown): string | undefined => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined)

const readText = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw unusable(path, error)
  })

const unusable = (path: string, error: unknown): FleetError =>
  new FleetError({ kind: 'usage', what: `${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`, next: ['give another folder: --output DIR'], cause: error })

const readLedger = async (folder: string): Promise<Ledger> => {
  const text = await readText(join(folder, ledgerName))
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).flatMap(([path, digest]) => (typeof digest === 'string' ? [[path, digest]] : [])))
  } catch {
    // What is no JSON is not ours: then nothing counts as written by us.
  }
  return {}
}

const write = async (path: string, { content, mode }: Pick<HostFile, 'content' | 'mode'>): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  // A new file takes the place of the old one whole, with its mode, whatever the umask is.
  const beside = `${path}.fleetnet-new`
  let file: FileHandle | undefined
  try {
    file = await open(beside, 'w', 0o600)
    await file.writeFile(content)
    await file.chmod(mode)
  } finally {
    await file?.close()
  }
  await rename(beside, path)
}

/**
 * Writes files below `folder`, each at FOLDER/PLACE/PATH, with their modes; PLACE '' is the folder itself. What an earlier call wrote there, and nobody has
 * changed since, is written again; anything else is left alone, and then nothing is written.
 *
 * @throws FleetError of kind usage: a file is there that is not ours, or the folder cannot be written.
 */
export const writeTree = async (folder: string, hosts: readonly { readonly place: string; readonly files: readonly HostFile[] }[]): Promise<string[]> => {
  const ledger = await readLedger(folder)
  const wanted = hosts.flatMap(({ place, files }) => files.map((file) => ({ ...file, place: `${place}${file.path}`.replace(/^\//, '') })))
  const foreign: string[] = []
  for (const { place, content } of wanted) {
    const present = await readText(join(folder, place))
    if (present !== undefined && present !== content && ledger[place] !== digestOf(present)) foreign.push(place)
  }
  if (foreign.length > 0)
    throw new FleetError({ kind: 'usage', what: `${folder} holds files that fleetnet did not write, or that were changed since: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ` and ${foreign.length - 5} more` : ''}`,
      next: ['give an empty folder: --output DIR', 'or move them away'] })
  try {
    for (const { place, ...file } of wanted) await write(join(folder, place), file)
    const written: Ledger = { ...ledger, ...Object.fromEntries(wanted.map(({ place, content }) => [place, digestOf(content)])) }
    await writeFile(join(folder, ledgerName), `${JSON.stringify(Object.fromEntries(Object.entries(written).toSorted(([left], [right]) => (left < right ? -1 : 1))), undefined, 2)}\n`)
  } catch (error) {
    throw unusable(folder, error)
  }
  return wanted.map(({ place }) => join(folder, place))
}
