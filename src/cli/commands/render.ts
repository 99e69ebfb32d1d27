import { FleetError } from '../../model/errors.ts'
import type { Host } from '../../model/host.ts'
import { didYouMean } from '../../inventory/index.ts'
import { filesOf, filesText, renderKickstart, renderSwitch, writeTree } from '../../render/index.ts'
import { openInventory } from '../fleet.ts'
import type { InventoryOptions } from '../options.ts'

interface OneHost extends InventoryOptions {
  readonly host: string | undefined
}

/** The hosts that are meant: the one that --host names, or those that --limit leaves. */
const chosen = async (options: OneHost): Promise<readonly Host[]> => {
  const { inventory, hosts } = await openInventory(options, process.cwd())
  if (options.host === undefined) return hosts
  const host = hosts.find(({ name }) => name === options.host)
  if (host !== undefined) return [host]
  const names = hosts.map(({ name }) => name)
  const [near = `hosts are ${names.slice(0, 5).join(', ')}${names.length > 5 ? `, … (${names.length})` : ''}`] = didYouMean(options.host, names)
  throw new FleetError({ kind: 'usage', what: `no host is called \`${options.host}\` in ${inventory.name}`, next: [near] })
}

/** `fleetnet render switch` */
export const renderSwitches = async (options: InventoryOptions & { readonly dialect: string }): Promise<number> => {
  const { hosts } = await openInventory(options, process.cwd())
  process.stdout.write(renderSwitch(hosts, options.dialect))
  return 0
}

/** A folder for each host, unless there is one host, whose files stand in the folder itself. */
const placeOf = (options: OneHost, { name }: Host): string => {
  if (options.host !== undefined) return ''
  if (/^[\w.-]+$/.test(name) && name !== '.' && name !== '..') return name
  throw new FleetError({ kind: 'usage', host: name, what: 'its name cannot be that of a folder', next: [`render it alone: --host '${name}'`] })
}

/** `fleetnet render files` */
export const renderFiles = async (options: OneHost & { readonly output: string | undefined }): Promise<number> => {
  const rendered = (await chosen(options)).map((host) => ({ host, files: filesOf(host) }))
  if (options.output === undefined) process.stdout.write(filesText(rendered))
  else {
    const written = await writeTree(options.output, rendered.map(({ host, files }) => ({ place: placeOf(options, host), files })))
    process.stdout.write(written.map((path) => `${path}\n`).join(''))
  }
  return 0
}

/** `fleetnet render kickstart` */
export const renderKickstartSection = async (options: OneHost): Promise<number> => {
  const hosts = await chosen(options)
  const [host] = hosts
  if (host === undefined || hosts.length !== 1)
    throw new FleetError({ kind: 'usage', what: `a kickstart section is for one host, and ${hosts.length} are meant`, next: [`name one: --host ${host?.name ?? 'NAME'}`] })
  process.stdout.write(renderKickstart(host))
  return 0
}
