import { join } from 'node:path'
import type { Release } from '../../model/facts.ts'
import { FleetError } from '../../model/errors.ts'
import { lintFiles, type LintFinding } from '../../lint/index.ts'
import { colourWanted, errorText, lintJson, lintText } from '../../report/index.ts'
import type { HostOptions } from '../options.ts'

export interface LintOptions extends Omit<HostOptions, 'playbook'> {
  readonly files: string | undefined
  readonly host: string | undefined
  readonly release: Release | undefined
  readonly fix: boolean
}

/** What one way of looking came to. */
interface Looked {
  readonly findings: readonly LintFinding[]
  readonly notes: readonly string[]
  /** Files that --fix wrote, and the diffs. */
  readonly fixed?: readonly { readonly file: string; readonly diff: string }[]
  readonly unread?: readonly FleetError[]
}

const colour = (stream: NodeJS.WriteStream): boolean => colourWanted(process.env, stream.isTTY === true)

/** `fleetnet lint`: 1 when there is an error, or with --strict a warning; 3 when a host could not be asked. */
export const lint = async (options: LintOptions): Promise<number> => {
  const { findings, notes, fixed = [], unread = [] } = await look(options)
  if (options.format === 'json') process.stdout.write(lintJson(findings, fixed.map(({ file }) => file)))
  else process.stdout.write(`${fixed.map(({ diff }) => diff).join('')}${lintText(findings, { color: colour(process.stdout), notes })}`)
  for (const error of unread) process.stderr.write(errorText(error, { color: colour(process.stderr) }))
  if (unread.length > 0) return 3
  return findings.some(({ severity }) => severity === 'error' || (options.strict && severity === 'warning')) ? 1 : 0
}

const look = async (options: LintOptions): Promise<Looked> => {
  if (options.files !== undefined) return lookAtFolder(options.files, options)
  const live = options.host !== undefined || options.limit !== undefined
  if (options.fix)
    throw new FleetError({ kind: 'usage', what: `--fix mends files of a folder, ${live ? 'not those of a live host' : 'not an inventory'}`,
      next: live ? ['put the network into the inventory, look at `fleetnet plan`, then `fleetnet apply`: that goes back by itself when the host is cut off'] : ['fleetnet lint --files DIR --fix'] })
  return live ? lookAtHosts(options) : lookAtInventory(options)
}

const lookAtFolder = async (folder: string, { release, fix }: LintOptions): Promise<Looked> => {
  const { readFolder, releaseOfFiles } = await import('../../lint/index.ts')
  const fixed = fix ? await (await import('../lintFix.ts')).fixFolder(folder, await readFolder(folder), release) : []
  const { trees, findings, leftAlone } = await readFolder(folder)
  const all = trees.flatMap(({ files, places }) => lintFiles({ files, release: release ?? releaseOfFiles(files) }).map((finding) => ({ ...finding, file: places[finding.file] ?? finding.file })))
  const known = trees.reduce((size, { files }) => size + Object.keys(files).length, 0)
  // A look at nothing must not pass for a clean bill.
  if (known === 0 && findings.length === 0)
    throw new FleetError({ kind: 'usage', what: `no file of a network was found in ${folder}; ${leftAlone} other ${leftAlone === 1 ? 'file was' : 'files were'} left alone`, next: ['name the folder that holds etc/, or network-scripts itself: --files DIR'] })
  return {
    findings: [...findings, ...all].map((finding) => ({ ...finding, file: join(folder, finding.file) })),
    notes: [...(fix ? [`${fixed.length} ${fixed.length === 1 ? 'file' : 'files'} mended`] : []), ...(leftAlone === 0 ? [] : [`${leftAlone} other ${leftAlone === 1 ? 'file was' : 'files were'} left alone`]),
      ...(trees.some(({ files }) => (release ?? releaseOfFiles(files)) === undefined && Object.keys(files).some((path) => path.includes('/ifcfg-'))) ? ['the release is not known: what one release alone has is a warning; --release el5, el6 or el7 names it'] : [])],
    fixed,
  }
}

const lookAtInventory = async ({ inventory, set }: LintOptions): Promise<Looked> => {
  const [{ inventoryReference }, { examineInventory }, { lintInventory }] = await Promise.all([import('../fleet.ts'), import('../../inventory/index.ts'), import('../../lint/index.ts')])
  const cwd = process.cwd()
  const examined = await examineInventory(await inventoryReference(cwd, inventory), { cwd, set: [...set] })
  return { findings: lintInventory(examined), notes: [] }
}

const lookAtHosts = async (options: LintOptions): Promise<Looked> => {
  const [{ openFleet }, { readFleet }, { lintRequest }] = await Promise.all([import('../fleet.ts'), import('../../run/index.ts'), import('../../lint/index.ts')])
  const fleet = await openFleet({ ...options, playbook: undefined, limit: options.host ?? options.limit }, process.cwd(), { playbooks: false })
  try {
    const readings = await readFleet({ hosts: fleet.hosts, request: () => lintRequest(), transport: fleet.transport, forks: options.forks })
    return {
      findings: readings.flatMap((reading) => ('facts' in reading
        ? lintFiles({ files: reading.facts.files, release: options.release ?? reading.facts.release, facts: reading.facts }).map((finding) => ({ ...finding, file: `${reading.host.name}:${finding.file}`, hosts: [reading.host.name] })) : [])),
      notes: [],
      unread: readings.flatMap((reading) => ('error' in reading ? [reading.error] : [])),
    }
  } finally {
    await fleet.transport.close()
  }
}
