import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadInventory } from '../../src/inventory/index.ts'
import { FleetError, FleetErrors } from '../../src/model/errors.ts'
import type { Host } from '../../src/model/host.ts'
import { filesOf, filesText, renderKickstart, renderSwitch } from '../../src/render/index.ts'

/**
 * A folder a case below test/fixtures/render: inventory.yaml, and a file for each kind with what it renders, or with the
 * errors that it ends in.
 */
const casesFolder = fileURLToPath(new URL('../fixtures/render/', import.meta.url))

export const caseNames = (): string[] => readdirSync(casesFolder).toSorted()
export const casePath = (name: string, file: string): string => join(casesFolder, name, file)
export const expected = (name: string, file: string): string => (existsSync(casePath(name, file)) ? readFileSync(casePath(name, file), 'utf8') : '(no such file)')

export const hostsOf = async (name: string): Promise<readonly Host[]> => (await loadInventory(casePath(name, 'inventory.yaml'), { cwd: casesFolder })).hosts

const errorText = (error: unknown): string => {
  if (error instanceof FleetErrors) return error.errors.map(errorText).join('')
  if (!(error instanceof FleetError)) throw error
  return `error: ${error.kind}: ${error.host ?? '-'}: ${error.path ?? '-'}: ${error.what}\n${error.next.map((line) => `  do: ${line}\n`).join('')}`
}

const kinds: Readonly<Record<string, (hosts: readonly Host[]) => string>> = {
  'switch.ios': (hosts) => renderSwitch(hosts, 'ios'),
  'switch.eos': (hosts) => renderSwitch(hosts, 'eos'),
  'switch.junos': (hosts) => renderSwitch(hosts, 'junos'),
  'switch.linux': (hosts) => renderSwitch(hosts, 'linux'),
  files: (hosts) => filesText(hosts.map((host) => ({ host, files: filesOf(host) }))),
  kickstart: (hosts) => hosts.map(renderKickstart).join('\n'),
}

/** What every kind makes of a case now, by the name of its file. */
export const renderCase = async (name: string): Promise<Readonly<Record<string, string>>> => {
  const hosts = await hostsOf(name)
  return Object.fromEntries(Object.entries(kinds).map(([kind, render]) => {
    try {
      return [kind, render(hosts)]
    } catch (error) {
      return [kind, errorText(error)]
    }
  }))
}
