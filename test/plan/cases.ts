import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { backendFor } from '../../src/backends/index.ts'
import { loadInventory } from '../../src/inventory/index.ts'
import { FleetError, FleetErrors } from '../../src/model/errors.ts'
import type { Facts, FileFact } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import type { Playbook } from '../../src/model/playbook.ts'
import { planHost } from '../../src/plan/index.ts'
import { loadPlaybook } from '../../src/playbook/index.ts'
import { bareFacts } from '../backends/facts.ts'
import { errorsText, planText } from './planText.ts'

export const casesFolder = fileURLToPath(new URL('../fixtures/plan', import.meta.url))

/** One golden case: an inventory of one host that names its playbook, and what was read of the host. */
export interface PlanCase {
  readonly name: string
  readonly folder: string
  readonly host: Host
  readonly playbook: Playbook
  readonly facts: Facts
  readonly strict: boolean
}

/** Files are given as path: content, or with mode and the like; what is left out of the facts is as on a bare host. */
const factsOf = (document: unknown): Facts => {
  if (typeof document !== 'object' || document === null) throw new Error('facts.yaml holds no map')
  const { files = {}, release = 'el5', ...rest }: Partial<Facts> & { files?: Record<string, string | Partial<FileFact>> } = document
  const entries = Object.entries<string | Partial<FileFact>>(files).map(([path, file]) => {
    const fact: FileFact = { path, content: '', binary: false, mode: 0o644, uid: 0, gid: 0, links: 1, ...(typeof file === 'string' ? { content: file } : file) }
    return [path, fact] as const
  })
  return bareFacts(release ?? 'el5', { ...rest, files: Object.fromEntries(entries) })
}

export const caseNames = (): string[] => readdirSync(casesFolder).toSorted()

export const readCase = async (name: string): Promise<PlanCase> => {
  const folder = `${casesFolder}/${name}`
  const { hosts } = await loadInventory(`${folder}/inventory.yaml`, { cwd: folder })
  const [host] = hosts
  if (host?.playbook === undefined) throw new Error(`${name}: inventory.yaml needs one host with a playbook`)
  return {
    name, folder, host,
    playbook: await loadPlaybook(host.playbook, { cwd: folder }),
    facts: factsOf(parse(readFileSync(`${folder}/facts.yaml`, 'utf8'))),
    strict: host.vars['strict'] === true,
  }
}

/** Plans a case; errors that an operator would read are its outcome, too. */
export const planCase = ({ host, playbook, facts, strict }: PlanCase): { readonly plan: HostPlan | undefined; readonly text: string } => {
  if (!backendFor(facts)) throw new Error('no backend serves the case')
  try {
    const plan = planHost({ host, playbook, facts, strict })
    return { plan, text: planText(plan) }
  } catch (error) {
    if (error instanceof FleetError) return { plan: undefined, text: errorsText([error]) }
    if (error instanceof FleetErrors) return { plan: undefined, text: errorsText(error.errors) }
    throw error
  }
}
