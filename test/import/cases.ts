import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inventoryText, noteText, readFolder, readHosts, type HostSource } from '../../src/import/index.ts'

/**
 * A folder a case below test/fixtures/import:
 *
 *   files/           what `--files` is given
 *   inventory.yaml   what is written
 *   notes            what is told, a line each
 */
const casesFolder = new URL('../fixtures/import/', import.meta.url).pathname

export const caseNames = (): string[] => readdirSync(casesFolder).toSorted()

/** One host is named after its folder, which here is always called files. */
const named = (name: string, source: HostSource): HostSource => (source.name === basename('files') ? { ...source, name } : source)

export const readSources = async (name: string): Promise<HostSource[]> => (await readFolder(join(casesFolder, name, 'files'))).map((source) => named(name, source))

export interface Outcome {
  readonly inventory: string
  readonly notes: string
}

export const outcomeOf = async (name: string): Promise<Outcome> => {
  const { hosts } = readHosts(await readSources(name))
  return {
    inventory: inventoryText(hosts, 'files'),
    notes: hosts.flatMap((host) => host.notes.map((note) => `${host.name}: ${noteText(note)}\n`)).join(''),
  }
}

const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

export const readExpected = (name: string): Outcome => ({ inventory: read(join(casesFolder, name, 'inventory.yaml')), notes: read(join(casesFolder, name, 'notes')) })

export const writeExpected = (name: string, { inventory, notes }: Outcome): void => {
  writeFileSync(join(casesFolder, name, 'inventory.yaml'), inventory)
  writeFileSync(join(casesFolder, name, 'notes'), notes)
}
