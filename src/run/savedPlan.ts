import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { FleetError } from '../model/errors.ts'
import { planDigest } from '../plan/index.ts'
import type { PlannedHost } from './planFleet.ts'

/** What `plan --out FILE` keeps: what was planned from, and each host's digest. Never a file's content, so never a secret. */
export interface SavedPlan {
  readonly fleetnetPlan: 1
  readonly madeAt: string
  readonly inventory: string
  readonly limit: string | undefined
  readonly playbook: string | undefined
  readonly set: readonly string[]
  /** `--reboot` was given. Absent: no. */
  readonly reboot?: boolean
  /** SHA-256 of the inventory's and the playbooks' files, so that what was approved is what is applied. */
  readonly sources: Readonly<Record<string, string>>
  /** By host: planDigest of its plan, which covers the digest of its facts. Hosts without changes are in it too. */
  readonly digests: Readonly<Record<string, string>>
}

export const hashFile = async (file: string): Promise<string> => createHash('sha256').update(await readFile(file)).digest('hex')

export const hashSources = async (files: readonly string[]): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all([...new Set(files)].sort().map(async (file) => [file, await hashFile(file)] as const)))

/** Digests of the hosts that could be planned. */
export const digestsOf = (planned: readonly PlannedHost[]): Record<string, string> =>
  Object.fromEntries(planned.flatMap(({ host, result }) => ('plan' in result ? [[host.name, planDigest(result.plan)] as const] : [])))

/** One digest for the plans of many hosts, whatever their order: what a change request names. */
export const planSetDigest = (planned: readonly PlannedHost[]): string =>
  createHash('sha256').update(Object.entries(digestsOf(planned)).map((entry) => entry.join(' ')).toSorted().join('\n')).digest('hex')

export const writeSavedPlan = async (file: string, plan: SavedPlan): Promise<void> => writeFile(file, `${JSON.stringify(plan, undefined, 2)}\n`, { mode: 0o600 })

/** Reads a saved plan and checks that inventory and playbooks are still what it was made from. */
export const readSavedPlan = async (file: string): Promise<SavedPlan> => {
  const value = await parse(file)
  if (!isSavedPlan(value)) throw new FleetError({ kind: 'usage', what: `${file} is not a plan of this fleetnet`, next: ['fleetnet plan --out FILE writes one'] })
  await checkSources(value.sources, `the plan in ${file}`)
  return value
}

/** Throws when a file is not what it was. */
export const checkSources = async (sources: Readonly<Record<string, string>>, whose: string): Promise<void> => {
  for (const [source, hash] of Object.entries(sources)) {
    const now = await hashFile(source).catch(() => 'gone')
    if (now !== hash)
      throw new FleetError({ kind: 'usage', what: `${source} has changed since ${whose} was made`, next: ['plan again, look at the difference, then apply'] })
  }
}

const parse = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new FleetError({ kind: 'usage', what: `${file} cannot be read as a saved plan: ${error instanceof Error ? error.message : String(error)}`, next: ['fleetnet plan --out FILE writes one'], cause: error })
  }
}

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string'
const isTextMap = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null && Object.values(value).every((entry) => typeof entry === 'string')

export const isSavedPlan = (value: unknown): value is SavedPlan =>
  typeof value === 'object' && value !== null &&
  'fleetnetPlan' in value && value.fleetnetPlan === 1 &&
  'inventory' in value && typeof value.inventory === 'string' &&
  (!('limit' in value) || isText(value.limit)) &&
  (!('playbook' in value) || isText(value.playbook)) &&
  'set' in value && Array.isArray(value.set) && value.set.every((entry) => typeof entry === 'string') &&
  (!('reboot' in value) || typeof value.reboot === 'boolean') &&
  'sources' in value && isTextMap(value.sources) &&
  'digests' in value && isTextMap(value.digests)
