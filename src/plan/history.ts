import type { FileState } from '../model/changes.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'

/** Where transactions keep what they replaced (docs/how-a-host-survives.md). */
const folder = '/etc/fleetnet/tx'
const deepest = 7

/** Shell globs stop at slashes and pass over names with a dot in front: one glob for each depth, with one such name at most. */
const globsBelow = (start: string): string[] =>
  Array.from({ length: deepest }, (_, index) => Array<string>(index + 1).fill('*')).flatMap((names) => [
    `${start}/${names.join('/')}`,
    ...names.map((_, hidden) => `${start}/${names.map((name, at) => (at === hidden ? '.[!.]*' : name)).join('/')}`),
  ])

/** What a probe has to read for planRollback, on top of the playbook's own request. */
export const rollbackRequest = (): Partial<FactsRequest> => ({ globs: [`${folder}/*/absent`, ...globsBelow(`${folder}/*/before`)] })

/** What one transaction found before it changed anything: by path, undefined where there was no file. */
export interface Checkpoint {
  readonly id: string
  readonly runId: string
  readonly files: ReadonlyMap<string, FileState | undefined>
}

/** The newest committed transaction's checkpoint, if the host still has one. */
export const newestCheckpoint = (facts: Facts): Checkpoint | undefined => {
  const newest = facts.history.find(({ state }) => state === 'committed')
  if (newest === undefined) return undefined
  const before = `${folder}/${newest.id}/before`
  const files = new Map<string, FileState | undefined>()
  for (const { path, content, mode, uid, gid } of Object.values(facts.files)) if (path.startsWith(`${before}/`)) files.set(path.slice(before.length), { content, mode, uid, gid })
  for (const path of facts.files[`${folder}/${newest.id}/absent`]?.content.split('\n') ?? []) if (path !== '') files.set(path, undefined)
  return { id: newest.id, runId: newest.runId, files }
}

/** The facts without the checkpoints' copies: nothing on the host reads those. */
export const withoutHistory = (facts: Facts): Facts => ({
  ...facts,
  files: Object.fromEntries(Object.entries(facts.files).filter(([path]) => !path.startsWith(`${folder}/`))),
})
