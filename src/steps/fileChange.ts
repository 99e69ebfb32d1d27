import type { FileChange, FileState } from '../model/changes.ts'
import { FleetError } from '../model/errors.ts'
import type { StepContext } from '../model/playbook.ts'
import { isNetworkFile } from './networkFiles.ts'

/** What a file should be; what is left out stays as it is (a new file: 0644, root, root). */
export interface WantedFile {
  readonly path: string
  readonly content: string
  readonly mode?: number | undefined
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  readonly secret?: boolean | undefined
}

/** The change that gives a file its content and mode, or none when it has them already. */
export const writeFile = (context: StepContext, step: string, wanted: WantedFile): FileChange[] => {
  const now = textFile(context, step, wanted.path)
  const after: FileState = { content: wanted.content, mode: wanted.mode ?? now?.mode ?? 0o644, uid: wanted.uid ?? now?.uid ?? 0, gid: wanted.gid ?? now?.gid ?? 0 }
  if (now && now.content === after.content && now.mode === after.mode && now.uid === after.uid && now.gid === after.gid) return []
  return [{ ...common(context, step, wanted.path, wanted.secret), action: now ? 'change' : 'create', ...(now ? { before: now } : {}), after }]
}

/** The change that takes a file away, or none when it is not there. */
export const removeFile = (context: StepContext, step: string, path: string, secret?: boolean): FileChange[] => {
  const now = textFile(context, step, path)
  return now ? [{ ...common(context, step, path, secret), action: 'remove', before: now }] : []
}

/** A file's state, if it is there. What is not text is not touched: its bytes could not be put back as they were. */
export const textFile = ({ read, host }: StepContext, step: string, path: string): FileState | undefined => {
  const file = read(path)
  if (file?.binary) {
    throw new FleetError({
      kind: 'refused', host: host.name, step, what: `${path} is not text in UTF-8`,
      next: [`look at it on the host: od -c ${path}`, 'take out the bytes that are not UTF-8, then plan again'],
    })
  }
  return file && { content: file.content, mode: file.mode, uid: file.uid, gid: file.gid }
}

const common = (context: StepContext, step: string, path: string, secret: boolean | undefined) => ({
  kind: 'file' as const,
  steps: [step],
  target: path,
  // A file by itself cuts nothing: what reads it does, and that is a change of its own.
  disruptive: false,
  when: isNetworkFile(context, path) ? ('cut over' as const) : ('stage' as const),
  ...(secret ? { secret: true } : {}),
})
