import { structuredPatch } from 'diff'
import type { Change, FileChange, FileState } from '../model/changes.ts'

/** Host text is untrusted: what could move a terminal's cursor is written out. */
const clean = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
})

const bits = (mode: number): string => `0${mode.toString(8).padStart(3, '0')}`
const owner = ({ uid, gid }: FileState): string => `${uid}:${gid}`

const attributeLines = ({ before, after }: FileChange): string[] => {
  if (after === undefined) return []
  if (before === undefined) return [...(after.mode === 0o644 ? [] : [`mode ${bits(after.mode)}`]), ...(owner(after) === '0:0' ? [] : [`owner ${owner(after)}`])]
  return [
    ...(before.mode === after.mode ? [] : [`mode ${bits(before.mode)} -> ${bits(after.mode)}`]),
    ...(owner(before) === owner(after) ? [] : [`owner ${owner(before)} -> ${owner(after)}`]),
  ]
}

const contentLines = (change: FileChange): string[] => {
  if (change.before?.content === change.after?.content) return []
  if (change.secret) return ['(its content is not shown)']
  const { hunks } = structuredPatch(change.target, change.target, change.before?.content ?? '', change.after?.content ?? '', undefined, undefined, { context: 3 })
  // A side without lines begins before the first one.
  const range = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...lines])
}

const detail = (change: Exclude<Change, FileChange>): string => {
  switch (change.kind) {
    case 'sysctl':
      return change.secret ? '' : `${change.before ?? 'unset'} -> ${change.after}`
    case 'activate': {
      const { newDevices, touchedDevices, down, up } = change.activation
      if (down.length + up.length === 0) return `nothing by itself; a rollback sets ${touchedDevices.join(' ')} back`
      return [...(newDevices.length > 0 ? [`makes ${newDevices.join(' ')}`] : []), ...(touchedDevices.length > 0 ? [`touches ${touchedDevices.join(' ')}`] : [])].join(', ')
    }
    case 'command':
      return `at most ${change.timeout} s`
    case 'module':
    case 'service':
      return ''
  }
}

/**
 * What a change does, for a person to read. A file: a line `PATH  create|change|remove  STEPS`, changes of mode and owner,
 * and the hunks of a unified diff, a missing last newline included. Anything else: one line. A secret's content is never
 * shown. Control bytes are written out.
 */
export const diffOf = (change: Change): string => {
  const steps = change.steps.join(' ')
  if (change.kind === 'file') return [`${change.target}  ${change.action}  ${steps}`, ...attributeLines(change), ...contentLines(change)].map(clean).join('\n') + '\n'
  const danger = change.disruptive ? '(can cut the connection)' : change.reason === undefined ? '' : `(cannot cut the connection: ${change.reason})`
  const target = change.secret ? '(secret)' : change.target
  return `${clean([`${change.kind} ${target}`, change.action, detail(change), steps, danger].filter((word) => word !== '').join('  '))}\n`
}
