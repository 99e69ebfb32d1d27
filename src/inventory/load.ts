import { FleetError, FleetErrors } from '../model/errors.ts'
import { networkFindings } from '../model/rules.ts'
import { readDocument } from './document.ts'
import type { SourceDocument } from './document.ts'
import { findInventory, shownPath } from './find.ts'
import { fleetErrors } from './fleetRules.ts'
import type { LoadedHost } from './fleetRules.ts'
import type { Examined, Inventory, InventoryWarning, LoadOptions } from './inventory.ts'
import { collect } from './layers.ts'
import type { Collected } from './layers.ts'
import { overrideErrors, parseOverride } from './overrides.ts'
import type { Override } from './overrides.ts'
import { showPath } from './path.ts'
import { throwAll } from './report.ts'
import { merger, playbookErrors, toHost } from './host.ts'
import type { Merged } from './host.ts'
import { isMap } from './tree.ts'
import { checkSettings, documentErrors } from './validate.ts'

/** See index.ts, which loads this module and its libraries when they are needed. */
export const loadInventory = async (reference: string, options: LoadOptions): Promise<Inventory> => {
  const { name, files, collected, errors, fleet } = await read(reference, options)
  const told = ruleFindings(fleet)
  throwAll([...errors, ...told.errors, ...fleetErrors(fleet)])
  return { name, files: [...files], hosts: fleet.map(({ host }) => host), groups: membersOf(collected), warnings: told.warnings }
}

/** See index.ts. */
export const examineInventory = async (reference: string, options: LoadOptions): Promise<Examined> => {
  try {
    const { errors, fleet } = await read(reference, options)
    return { errors: [...errors, ...fleetErrors(fleet)], hosts: fleet.map(({ host, merged }) => ({ host, origin: merged.origin })) }
  } catch (error) {
    if (error instanceof FleetErrors) return { errors: error.errors, hosts: [] }
    if (error instanceof FleetError && error.kind === 'inventory') return { errors: [error], hosts: [] }
    throw error
  }
}

interface Reading {
  readonly name: string
  readonly files: readonly string[]
  readonly collected: Collected
  readonly errors: readonly FleetError[]
  readonly fleet: readonly LoadedHost[]
}

/** Everything that can be read, and what is wrong with the rest. Only what nothing can be read of is thrown. */
const read = async (reference: string, { cwd, set = [], home }: LoadOptions): Promise<Reading> => {
  const overrides = set.map(parseOverride)
  const { name, files } = await findInventory(reference, cwd)
  const documents = await readAll(files, cwd)
  const collected = collect(documents)
  const wrong = [...overrides.flatMap(overrideErrors), ...documents.flatMap(schemaErrors), ...collected.errors]
  if (collected.hosts.size === 0 && wrong.length === 0) throw noHost(documents)
  const merged = mergeHosts(collected, overrides, wrong.length > 0, { cwd, home })
  return { name, files, collected, errors: [...wrong, ...merged.errors], fleet: merged.fleet }
}

const readAll = async (files: readonly string[], cwd: string): Promise<SourceDocument[]> => {
  const documents: SourceDocument[] = []
  const errors: FleetError[] = []
  for (const file of files) {
    try {
      documents.push(await readDocument(file, shownPath(file, cwd)))
    } catch (error) {
      if (error instanceof FleetErrors) errors.push(...error.errors)
      else if (error instanceof FleetError) errors.push(error)
      else throw error
    }
  }
  throwAll(errors)
  return documents
}

const schemaErrors = (document: SourceDocument): FleetError[] => {
  if (!isMap(document.value)) {
    const what = `expected a map with groups or hosts, found ${Array.isArray(document.value) ? 'a list' : 'a single value'}`
    const next = ['begin with `groups:` or `hosts:`; `fleetnet init` writes one']
    return [new FleetError({ kind: 'inventory', position: document.position([]), what, next })]
  }
  return documentErrors(document.value).map(({ path, at, what, next }) =>
    new FleetError({ kind: 'inventory', position: document.position(path, at), path: showPath(path), what, next }))
}

const noHost = ([document]: readonly SourceDocument[]): FleetError =>
  new FleetError({
    kind: 'inventory',
    what: 'expected at least one host, found none',
    next: ['name hosts below `hosts:` or below a group\'s `hosts:`'],
    position: document && { file: document.file },
  })

/** Merges every host and holds it to the schema. With `quiet`, hosts that it refuses are passed over: that was told already. */
const mergeHosts = (collected: Collected, overrides: readonly Override[], quiet: boolean, { cwd, home }: LoadOptions): { readonly fleet: LoadedHost[]; readonly errors: FleetError[] } => {
  const fleet: LoadedHost[] = []
  const errors: FleetError[] = []
  const merge = merger(collected, overrides)
  for (const entry of collected.hosts.values()) {
    const merged = merge(entry)
    const checked = checkSettings(merged.settings)
    errors.push(...playbookErrors(collected, merged))
    if ('errors' in checked) {
      if (!quiet) errors.push(...checked.errors.map(({ path, what, next }) => at(merged, path, what, next)))
    } else fleet.push({ host: toHost(merged, checked.settings, cwd, home), merged })
  }
  return { fleet, errors }
}

/** Holds every host to the rules; the same doubt about several hosts is told once. */
const ruleFindings = (fleet: readonly LoadedHost[]): { readonly errors: FleetError[]; readonly warnings: InventoryWarning[] } => {
  const errors: FleetError[] = []
  const warnings = new Map<string, InventoryWarning & { readonly hosts: string[] }>()
  for (const { host, merged } of fleet) for (const finding of networkFindings(host.network)) {
    const path = ['network', ...finding.keys]
    if (finding.severity === 'error') {
      errors.push(at(merged, path, finding.what, [finding.next]))
      continue
    }
    const { position, path: where } = merged.origin(path)
    const key = `${where} ${finding.what}`
    const known = warnings.get(key)
    if (known) known.hosts.push(host.name)
    else warnings.set(key, { hosts: [host.name], finding, position })
  }
  return { errors, warnings: [...warnings.values()] }
}

/** An error about a setting of a host, at the place where it was set. */
const at = (merged: Merged, keys: readonly string[], what: string, next: readonly string[]): FleetError => {
  const { position, path } = merged.origin(keys)
  return new FleetError({
    kind: 'inventory',
    host: merged.entry.name,
    path,
    what: position === undefined && path.startsWith('-e ') ? `${path}: ${what}` : what,
    next,
    position,
  })
}

const membersOf = ({ groups, hosts }: Collected): Record<string, string[]> => {
  const members: Record<string, string[]> = Object.fromEntries([...groups.keys()].map((name) => [name, []]))
  for (const { name, groups: its } of hosts.values()) for (const group of its) members[group]?.push(name)
  return members
}
