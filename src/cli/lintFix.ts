import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FleetError } from '../model/errors.ts'
import type { FileState } from '../model/changes.ts'
import type { Release } from '../model/facts.ts'
import { fixes, type Folder, releaseOfFiles } from '../lint/index.ts'
import { diffOf } from '../plan/index.ts'

/** A file that was mended, by its path in the folder, and the diff. */
export interface FixedFile {
  readonly file: string
  readonly diff: string
}

/** Replaces a file in one step, so that a cut leaves the old one or the new. Its mode stays; its owner where we may. */
const replace = async (path: string, content: string): Promise<void> => {
  const { mode } = await stat(path)
  const beside = `${path}.fleetnet-${process.pid}`
  try {
    await writeFile(beside, content, { mode: mode & 0o7777, flag: 'wx' })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw new FleetError({ kind: 'usage', what: `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`, next: ['mend it by hand, or take a copy of the folder'], cause: error })
  }
}

/** Mends what is safe in a folder, and tells what it did. */
export const fixFolder = async (folder: string, { trees }: Folder, release: Release | undefined): Promise<FixedFile[]> => {
  const fixed: FixedFile[] = []
  for (const { files, places } of trees) {
    for (const { path, before, after } of fixes({ files, release: release ?? releaseOfFiles(files) })) {
      const file = places[path] ?? path
      const { mode = 0o644, uid = 0, gid = 0 } = files[path] ?? {}
      const state = (content: string): FileState => ({ content, mode, uid, gid })
      await replace(join(folder, file), after)
      fixed.push({ file, diff: diffOf({ kind: 'file', target: join(folder, file), action: 'change', steps: ['lint --fix'], when: 'stage', disruptive: false, before: state(before), after: state(after) }) })
    }
  }
  return fixed
}
