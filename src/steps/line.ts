import type { Step } from '../model/playbook.ts'
import { checkArguments, checkValue, isBoolean, isOneLine, isPath, isPattern, orFunction, wrongArgument } from './arguments.ts'
import { textFile, writeFile } from './fileChange.ts'
import { withLine, withoutLines } from './lines.ts'
import { type Value, valueFor } from './value.ts'

export interface LineArguments {
  readonly path: Value<string>
  /** Without its line end. */
  readonly line?: Value<string>
  /** Lines that mean the same: the first of them becomes `line`, further ones go. Default: only `line` itself. */
  readonly match?: RegExp
  /** No such line must be there. Default: false. */
  readonly absent?: boolean
}

const name = 'line'

/**
 * One line of a file. Afterwards it stands there exactly once, in place of the first line that `match` fits, or at the
 * end; with `absent` neither it nor a line that `match` fits is there. All other bytes stay. A missing file is made.
 *
 * @throws FleetError of kind playbook: an unknown or wrong argument, neither line nor match.
 * @example line({ path: '/etc/ntp.conf', match: /^server /, line: 'server 10.1.1.1 iburst' })
 */
export const line = (input: LineArguments): Step => {
  checkArguments(name, input, { path: orFunction(isPath), line: orFunction(isOneLine), match: isPattern, absent: isBoolean }, ['path'])
  const { match, absent = false } = input
  if (input.line === undefined && !(absent && match)) throw wrongArgument(name, "argument 'line' is missing", ['give line, or match with absent: true'])
  // A global or sticky expression remembers where it was: the same line would fit every second time.
  const pattern = match && new RegExp(match.source, match.flags.replaceAll(/[gy]/g, ''))
  return {
    name,
    covers: [],
    request: (host) => ({ files: [valueFor(input.path, host)] }),
    changes: (context) => {
      const path = valueFor(input.path, context.host)
      checkValue(name, 'path', isPath, path)
      const wanted = input.line === undefined ? undefined : valueFor(input.line, context.host)
      if (wanted !== undefined) checkValue(name, 'line', isOneLine, wanted)
      const now = textFile(context, name, path)
      const fits = (text: string): boolean => text === wanted || pattern?.test(text) === true
      if (absent) return now ? writeFile(context, name, { path, content: withoutLines(now.content, fits) }) : []
      return wanted === undefined ? [] : writeFile(context, name, { path, content: withLine(now?.content ?? '', wanted, fits) })
    },
  }
}
