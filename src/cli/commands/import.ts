import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type HostNote, type HostSource, type ImportedHost, importRequest, inventoryText, liveSource, noteText, readFolder, readHosts } from '../../import/index.ts'
import { FleetError } from '../../model/errors.ts'
import type { Host } from '../../model/host.ts'
import { clean, errorText } from '../../report/index.ts'
import { readFleet } from '../../run/index.ts'
import { becoming, openInventory, openTransport } from '../fleet.ts'
import { hostsNamed, nameFor, settingsOf } from '../liveHosts.ts'
import type { HostOptions } from '../options.ts'

interface ImportOptions extends HostOptions {
  readonly hosts: string | undefined
  readonly user: string | undefined
  readonly files: string | undefined
  readonly out: string | undefined
  readonly force: boolean
}

interface Sources {
  readonly sources: readonly HostSource[]
  readonly errors: readonly FleetError[]
  /** Where they come from, in words. */
  readonly from: string
}

/** One connection and one exec a host; nothing is changed. */
const readLive = async (hosts: readonly Host[], options: ImportOptions, from: string): Promise<Sources> => {
  const transport = await openTransport(options)
  try {
    const readings = await readFleet({ hosts, request: importRequest, transport, forks: options.forks })
    const used = new Set(hosts.map(({ name }) => name))
    const sources: HostSource[] = []
    const errors: FleetError[] = []
    for (const reading of readings) {
      if ('error' in reading) {
        errors.push(reading.error)
        continue
      }
      const name = nameFor(reading.host, reading.facts.hostname, used)
      used.add(name)
      sources.push(liveSource(name, reading.host.groups, settingsOf(reading.host, name), reading.facts))
    }
    return { sources, errors, from }
  } finally {
    await transport.close()
  }
}

const readSources = async (options: ImportOptions): Promise<Sources> => {
  if (options.files !== undefined) return { sources: await readFolder(options.files), errors: [], from: `the files in ${options.files}` }
  if (options.hosts !== undefined) return readLive(hostsNamed(options.hosts, options.user).map((host) => becoming(host, options)), options, `live hosts: ${options.hosts}`)
  if (options.inventory === undefined && options.limit === undefined)
    throw new FleetError({ kind: 'usage', what: 'nothing to import was named', next: ['live hosts: --hosts virtual4,virtual5', 'hosts of a first inventory: --inventory NAME', 'files: --files FOLDER'] })
  const { hosts, reference } = await openInventory(options, process.cwd())
  return readLive(hosts.map((host) => becoming(host, options)), options, `the live hosts of ${reference}`)
}

const withPlaybook = (source: HostSource, playbook: string | undefined): HostSource => (playbook === undefined ? source : { ...source, settings: { ...source.settings, playbook } })

/** Refuses to write over a file before any host is asked. */
const checkOut = async ({ out, force }: ImportOptions): Promise<void> => {
  if (out === undefined || force || (await stat(out).catch(() => undefined)) === undefined) return
  throw new FleetError({ kind: 'usage', what: `${out} is there already`, next: ['name another file', 'or write over it: --force'] })
}

const write = async (file: string, text: string, force: boolean): Promise<void> => {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    throw new FleetError({ kind: 'usage', what: `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`, next: ['name a file in a folder that you may write to'], cause: error })
  }
}

/** What was not taken over as it stands, on standard error, so that the inventory can go into a pipe. */
const tell = (hosts: readonly ImportedHost[], errors: readonly FleetError[], out: string | undefined): void => {
  const lines = hosts.flatMap(({ name, notes }) => notes.map((note: HostNote) => `${name}: ${clean(noteText(note))}`))
  const mistakes = hosts.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'mistake')).length
  const drift = hosts.filter(({ notes }) => notes.some(({ kind }) => kind === 'drift')).length
  const count = `${hosts.length} ${hosts.length === 1 ? 'host' : 'hosts'} imported${out === undefined ? '' : ` to ${out}`}${errors.length > 0 ? `, ${errors.length} not` : ''}.`
  const next = [
    ...(mistakes > 0 ? ['do: fleetnet lint tells what each mistake does on the host, and how to mend it'] : []),
    ...(drift > 0 ? ['do: look at the drift first: a plan would bring the host to what its files say'] : []),
    ...(out !== undefined && hosts.length > 0 ? [`do: fleetnet plan --inventory ${out}`] : []),
  ]
  process.stderr.write([...lines, ...errors.map((error) => errorText(error, { color: false }).trimEnd()), count, ...next].map((line) => `${line}\n`).join(''))
}

/** `fleetnet import`: 3 when a host could not be read; what was read is written all the same. */
export const importHosts = async (options: ImportOptions): Promise<number> => {
  await checkOut(options)
  const { sources, errors: unread, from } = await readSources(options)
  const { hosts, errors: unserved } = readHosts(sources.map((source) => withPlaybook(source, options.playbook)))
  const errors = [...unread, ...unserved]
  if (hosts.length > 0) {
    const text = inventoryText(hosts, from)
    if (options.out !== undefined) await write(options.out, text, options.force)
    else if (options.format !== 'json') process.stdout.write(text)
  }
  if (options.format === 'json')
    process.stdout.write(`${JSON.stringify({ version: 1, hosts: hosts.map(({ name, settings, notes }) => ({ name, settings, notes })), errors: errors.map(({ host, what, next }) => ({ host, what, next })) })}\n`)
  tell(hosts, errors, options.out)
  return errors.length > 0 ? 3 : 0
}
