// Imports hosts and plans the inventory that came out of it: what the tests of the import share.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { importRequest, inventoryText, noteText, readHosts, type HostSource, type ImportedHost } from '../../src/import/index.ts'
import { loadInventory } from '../../src/inventory/index.ts'
import type { Facts } from '../../src/model/facts.ts'
import { matchesGlob } from '../../src/model/glob.ts'
import type { Host } from '../../src/model/host.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import { planHost } from '../../src/plan/index.ts'
import { loadPlaybook } from '../../src/playbook/index.ts'
import { runningAs } from '../plan/simulate.ts'

export interface Imported {
  readonly text: string
  readonly hosts: readonly Host[]
  /** Notes by host, in words. */
  readonly notes: readonly (readonly string[])[]
  readonly imported: readonly ImportedHost[]
}

/** Reads, writes, and loads what was written. */
export const importAll = async (t: ExecutionContext, sources: readonly HostSource[]): Promise<Imported> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-import-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const { hosts: imported } = readHosts(sources)
  const text = inventoryText(imported, 'a test')
  await writeFile(join(folder, 'fleet.yaml'), text)
  const { hosts } = await loadInventory(join(folder, 'fleet.yaml'), { cwd: folder })
  return { text, hosts, notes: imported.map(({ notes }) => notes.map(noteText)), imported }
}

/** What a host that runs as the inventory says would be planned to change. */
export const planned = async (host: Host, facts: Facts): Promise<HostPlan> => {
  const { files, globs } = importRequest()
  const asked = { ...facts, files: Object.fromEntries(Object.entries(facts.files).filter(([path]) => matchesGlob([...files, ...globs], path))) }
  const playbook = await loadPlaybook(host.playbook ?? '', { cwd: '/' })
  return planHost({ host, playbook, facts: runningAs(host.network, asked), strict: false })
}
