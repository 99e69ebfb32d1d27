import { pathToFileURL } from 'node:url'
import { FleetError } from '../model/errors.ts'
import type { Playbook } from '../model/playbook.ts'
import { checkPlaybook } from './define.ts'
import { loadError } from './errors.ts'
import { findPlaybook } from './find.ts'
import { isOwn, registerPlaybookHooks, sources } from './hooks.ts'

const importPlaybook = async (file: string): Promise<unknown> => {
  registerPlaybookHooks()
  sources.clear()
  try {
    const loaded: unknown = await import(pathToFileURL(file).href)
    return loaded
  } catch (error) {
    throw loadError(error, file, { isOwn, sources })
  }
}

/**
 * Loads a playbook: a TypeScript or JavaScript module whose default export is what definePlaybook returned. `reference` is
 * a path, or a name (see findPlaybook). A file that was loaded before is not read again.
 *
 * @throws FleetError of kind playbook, with file and line: not there, a syntax error, a wrong argument of a step, an error
 *   while it ran, no default export, or one that is no playbook.
 * @example await loadPlaybook('oracle-vm-trunk', { cwd: process.cwd() })
 */
export const loadPlaybook = async (reference: string, { cwd }: { readonly cwd: string }): Promise<Playbook> => {
  const file = await findPlaybook(reference, { cwd })
  const loaded = await importPlaybook(file)
  const isModule = (value: unknown): value is { readonly default: unknown } => typeof value === 'object' && value !== null && 'default' in value
  const wrong = (what: string, next: string): FleetError => new FleetError({ kind: 'playbook', what, next: [next], position: { file, line: 1 } })
  if (!isModule(loaded)) throw wrong('the playbook has no default export', 'export default definePlaybook({ name, steps: [...] })')
  const playbook = loaded.default
  if (typeof playbook !== 'object' || playbook === null || !('steps' in playbook) || !('name' in playbook)) {
    throw wrong('its default export is not a playbook', 'export default definePlaybook({ name, steps: [...] })')
  }
  try {
    return checkPlaybook(playbook)
  } catch (error) {
    throw loadError(error, file, { isOwn, sources })
  }
}
