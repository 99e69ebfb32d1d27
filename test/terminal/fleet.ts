// A simulated fleet with an inventory and a playbook in a working folder: what an operator would stand in.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'
import { parse, stringify } from 'yaml'
import { loadInventory } from '../../src/inventory/index.ts'
import { startDemoFleet } from '../../src/sim/index.ts'

const shipped = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export interface OperatorFolder {
  /** `-i prod` means the simulated hosts here. */
  readonly folder: string
  /** Once nothing of ours runs on any host: the device that each one's address answers on, or `nowhere`. */
  readonly settled: () => Promise<Record<string, string>>
}

export interface FolderOptions {
  /** Names of the demo's hosts. Default: two, of which virtual9 is behind a switch without LACP. */
  readonly hosts?: readonly string[]
  /** Seconds until virtual9, which cannot be confirmed, goes back. Default: 6. Others have the time that a busy machine needs. */
  readonly confirm?: number
  /** Default: all at once. */
  readonly batches?: string
}

const waiting: (() => void)[] = []
let free = 3

/** Two cores play every host: so many fleets of a test file at a time, or the hosts become too slow to be confirmed. */
const slot = async (t: ExecutionContext): Promise<void> => {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  // Teardowns run from the last to the first: by then the fleet is stopped.
  t.teardown(() => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  })
}

/** Starts some of the demo's hosts. virtual9, if it is one of them, is cut off and goes back by itself. */
export const openFolder = async (t: ExecutionContext, { hosts = ['virtual4', 'virtual9'], confirm = 6, batches = "['100%']" }: FolderOptions = {}): Promise<OperatorFolder> => {
  await slot(t)
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-terminal-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'inventory'))
  await mkdir(join(folder, 'playbooks'))
  const document = parse(await readFile(shipped('inventory/demo.yaml'), 'utf8'))
  const group = document.groups.ovm
  group.timeouts = { cutOver: 50, confirm: 60 }
  group.playbook = 'trunk'
  group.hosts = Object.fromEntries(hosts.map((name) => [name, group.hosts[name]]))
  if (hosts.includes('virtual9')) group.hosts.virtual9.timeouts = { confirm }
  const inventory = join(folder, 'inventory', 'prod.yaml')
  const trunk = await readFile(shipped('playbooks/oracle-vm-trunk.ts'), 'utf8')
  await writeFile(join(folder, 'playbooks', 'trunk.ts'), trunk.replace(/rolling: .*/, `rolling: { batches: ${batches}, maxFailures: 1 },`))
  await writeFile(inventory, stringify(document))
  const { fleet, reaches, mend, stop } = await startDemoFleet({ folder: join(folder, 'hosts'), hosts: (await loadInventory('prod', { cwd: folder })).hosts })
  t.teardown(stop)
  // Without a virtual9 the last host has the switch without LACP: it shall be a good one here.
  if (!hosts.includes('virtual9')) for (const name of hosts) await mend(name)
  for (const [name, { ssh, root }] of reaches) Object.assign(group.hosts[name], { ssh, root })
  await writeFile(inventory, stringify(document))
  const addressOf = (host: string): string => {
    const at = fleet.host(host).state().reachable
    return at.length === 0 ? 'nowhere' : at.map(({ device }) => device).join(' ')
  }
  return {
    folder,
    settled: async () => {
      for (const host of fleet.hosts) while ((await host.processCount()) > 0) await new Promise((resolve) => setTimeout(resolve, 100))
      return Object.fromEntries(hosts.map((name) => [name, addressOf(name)]))
    },
  }
}
