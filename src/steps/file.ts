import type { Step } from '../model/playbook.ts'
import { checkArguments, checkValue, isAnyText, isBoolean, isMode, isPath, orFunction, wrongArgument } from './arguments.ts'
import { removeFile, writeFile } from './fileChange.ts'
import { type Value, valueFor } from './value.ts'

export interface FileArguments {
  readonly path: Value<string>
  /** The whole content, or a function of the host that makes it. */
  readonly content?: Value<string>
  /** Permission bits. Default: as they are; 0o644 for a new file. */
  readonly mode?: number
  /** Default: as it is; root for a new file. Numbers, since names mean something else on each host. */
  readonly owner?: { readonly uid: number; readonly gid: number }
  /** The file must not be there. Default: false. */
  readonly absent?: boolean
  /** Its content is never shown, logged or saved. Default: false. */
  readonly secret?: boolean
}

const name = 'file'
const isOwner = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && Object.keys(value).toSorted().join() === 'gid,uid' && Object.values(value).every((id) => Number.isInteger(id) && id >= 0)
    ? undefined : '{ uid, gid } as numbers'

/**
 * A file with exactly this content, or no file. What the network scripts read comes into place with the cut-over, any
 * other file before it.
 *
 * @throws FleetError of kind playbook: an unknown or wrong argument, content together with absent, or neither.
 * @example file({ path: '/etc/motd', content: (host) => `This is ${host.name}.\n` })
 */
export const file = (input: FileArguments): Step => {
  checkArguments(name, input, { path: orFunction(isPath), content: orFunction(isAnyText), mode: isMode, owner: isOwner, absent: isBoolean, secret: isBoolean }, ['path'])
  const { content, mode, owner, absent = false, secret = false } = input
  const next = ['give content, or absent: true']
  if (absent && content !== undefined) throw wrongArgument(name, 'absent and content exclude each other', next)
  if (!absent && content === undefined) throw wrongArgument(name, "argument 'content' is missing", next)
  if (absent && (mode !== undefined || owner !== undefined)) throw wrongArgument(name, 'a file that is absent has no mode or owner', ['take mode and owner out'])
  return {
    name,
    covers: [],
    request: (host) => ({ files: [valueFor(input.path, host)] }),
    changes: (context) => {
      const path = valueFor(input.path, context.host)
      checkValue(name, 'path', isPath, path)
      if (content === undefined) return removeFile(context, name, path, secret)
      const text = valueFor(content, context.host)
      if (typeof text !== 'string') throw wrongArgument(name, `content of ${path} must be a text; the function returned ${typeof text}`)
      return writeFile(context, name, { path, content: text, mode, uid: owner?.uid, gid: owner?.gid, secret })
    },
  }
}
