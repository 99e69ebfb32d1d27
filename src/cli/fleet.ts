import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SecretSource, Transport } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Playbook } from '../model/playbook.ts'
import { canAsk } from './canAsk.ts'
import type { HostOptions, InventoryOptions } from './options.ts'

/** What a command works on: the chosen hosts, each one's playbook, and the way to them. */
export interface Fleet {
  readonly inventory: string
  /** Files that inventory and playbooks were read from. */
  readonly sources: readonly string[]
  readonly hosts: readonly Host[]
  readonly playbookOf: (host: Host) => Playbook
  readonly transport: Transport
}

const inventoryNames = /\.(ya?ml|json)$/

/** The inventory that is meant: the one that was named, or the only one there is. */
export const inventoryReference = async (cwd: string, named: string | undefined): Promise<string> => {
  if (named !== undefined) return named
  const names = (await readdir(join(cwd, 'inventory')).catch(() => [])).filter((name) => inventoryNames.test(name))
  const [only] = names
  if (only !== undefined && names.length === 1) return only.replace(inventoryNames, '')
  throw new FleetError({
    kind: 'usage',
    what: names.length === 0 ? 'no --inventory was given, and there is no inventory/ here' : `no --inventory was given, and inventory/ holds ${names.join(', ')}`,
    next: names.length === 0 ? ['fleetnet init writes a first inventory', 'or name one: --inventory FILE'] : [`name one: --inventory ${only?.replace(inventoryNames, '')}`],
  })
}

/** What the options choose of the inventory that is meant. Throws FleetError or FleetErrors. */
export const openInventory = async ({ inventory: named, limit, set }: InventoryOptions, cwd: string) => {
  const { loadInventory, selectHosts } = await import('../inventory/index.ts')
  const reference = await inventoryReference(cwd, named)
  const inventory = await loadInventory(reference, { cwd, set: [...set] })
  return { reference, inventory, hosts: selectHosts(inventory, limit) }
}

/** Reads inventory and playbooks, selects, and opens the transport; no host is touched. Throws FleetError or FleetErrors. */
export const openFleet = async (options: HostOptions, cwd: string, needs: { readonly playbooks: boolean }): Promise<Fleet> => {
  const { reference, inventory, hosts: chosen } = await openInventory(options, cwd)
  const hosts = chosen.map((host) => becoming(host, options))
  const { playbooks, files } = needs.playbooks ? await loadPlaybooks(hosts, options.playbook, cwd) : { playbooks: new Map<string, Playbook>(), files: [] }
  return {
    inventory: reference,
    sources: [...inventory.files, ...files],
    hosts,
    playbookOf: (host) => {
      const playbook = playbooks.get(options.playbook ?? host.playbook ?? '')
      if (playbook === undefined) throw new Error(`no playbook was loaded for ${host.name}`)
      return playbook
    },
    transport: await openTransport(options),
  }
}

/** The way to hosts; passwords are asked for where somebody can be asked. */
export const openTransport = async ({ acceptNew }: Pick<HostOptions, 'acceptNew'>): Promise<Transport> => {
  const { createSecretSource, createSshTransport } = await import('../transport/index.ts')
  const ask = canAsk() ? async (question: string): Promise<string> => (await import('./prompt.ts')).askSecret(question) : undefined
  const secrets: SecretSource = createSecretSource({ env: process.env, ask })
  return createSshTransport({ secrets, hostKeys: acceptNew ? 'accept-new' : 'strict' })
}

/** With what the command line says of sudo. */
export const becoming = (host: Host, { become, askBecomePass }: HostOptions): Host =>
  become || askBecomePass
    ? { ...host, ssh: { ...host.ssh, become: true, ...(askBecomePass ? { becomePassword: { prompt: true as const } } : {}) } }
    : host

const loadPlaybooks = async (hosts: readonly Host[], named: string | undefined, cwd: string): Promise<{ playbooks: Map<string, Playbook>; files: string[] }> => {
  const { loadPlaybook, findPlaybook } = await import('../playbook/index.ts')
  const without = hosts.filter((host) => named === undefined && host.playbook === undefined)
  if (without.length > 0)
    throw new FleetError({
      kind: 'usage',
      what: `${without.length === 1 ? 'a host has' : `${without.length} hosts have`} no playbook: ${without.slice(0, 5).map(({ name }) => name).join(' ')}`,
      next: ["name one in the inventory's group (playbook: NAME), or give --playbook NAME"],
    })
  const references = new Set(hosts.map((host) => named ?? host.playbook ?? ''))
  const playbooks = new Map<string, Playbook>()
  const files: string[] = []
  for (const reference of references) {
    playbooks.set(reference, await loadPlaybook(reference, { cwd }))
    files.push(await findPlaybook(reference, { cwd }))
  }
  return { playbooks, files }
}
