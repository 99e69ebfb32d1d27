import type { HostModel, PlanInBrief } from '../report/model.ts'
import { differsText } from '../report/shapes.ts'
import { cut } from '../report/clean.ts'
import { plain, type Row } from '../report/style.ts'
import { count } from '../report/words.ts'

/** A line of a plan's diff, by what it says. */
export interface DiffLine {
  readonly kind: 'file' | 'hunk' | 'added' | 'removed' | 'same' | 'other'
  readonly text: string
}

const fileLine = /^(?<path>\/.*?) {2}(?<action>create|change|remove)(?: {2}(?<steps>.*))?$/

/** Reads a plan's diff: a line `PATH  ACTION  STEPS` a file, its hunks, and one line for each other change. */
export const diffLines = (diff: string): DiffLine[] => {
  const lines: DiffLine[] = []
  let inHunk = false
  let inFile = false
  for (const line of diff.split('\n')) {
    if (line.startsWith('@@ ')) {
      if (inHunk) lines.push({ kind: 'hunk', text: '...' })
      inHunk = true
    } else if (inHunk && line.startsWith('+')) lines.push({ kind: 'added', text: line.slice(1) })
    else if (inHunk && line.startsWith('-')) lines.push({ kind: 'removed', text: line.slice(1) })
    else if (inHunk && line.startsWith(' ')) lines.push({ kind: 'same', text: line.slice(1) })
    else if (inHunk && line.startsWith('\\')) lines.push({ kind: 'hunk', text: line.slice(2) })
    else {
      inHunk = false
      const isFile = fileLine.test(line)
      // Between a file's name and its hunks: its mode and owner, or that its content is a secret.
      if (line !== '') lines.push({ kind: isFile ? 'file' : inFile ? 'hunk' : 'other', text: line })
      inFile = isFile || (inFile && line !== '')
    }
  }
  return lines
}

const signs = { added: '+   ', removed: '-   ', same: '    ', hunk: '    ', other: '  ', file: '  ' } as const

/** The rows of a diff: signs in the first column, long lines wrapped with a `\` at the end, so that nothing is hidden. */
export const diffRows = (diff: string, columns: number): Row[] =>
  diffLines(diff).flatMap(({ kind, text }, index, all): Row[] => {
    const sign = signs[kind]
    if (kind === 'file') return [...(index > 0 ? [[]] : []), ...wrapped(`  ${fileText(text, columns)}`, '    ', columns).map((line) => [{ text: line, style: { bold: true } }])]
    const gap = kind === 'other' && index > 0 && all[index - 1]?.kind !== 'other' ? [[]] : []
    const style = kind === 'added' ? { color: 'cyan' as const } : kind === 'removed' ? { color: 'magenta' as const } : undefined
    return [...gap, ...wrapped(`${sign}${text}`, sign, columns).map((line) => [style === undefined ? { text: line } : { text: line, style }])]
  })

/** Path at the left, action and steps in columns of their own while there is room. */
const fileText = (text: string, columns: number): string => {
  const { path = '', action = '', steps = '' } = fileLine.exec(text)?.groups ?? {}
  const wide = `${path.padEnd(columns - 23)}${action.padEnd(9)}${steps}`.trimEnd()
  return wide.length <= columns - 2 ? wide : `${path}  ${action}  ${steps}`.trimEnd()
}

const wrapped = (line: string, lead: string, columns: number): string[] => {
  if (line.length <= columns) return [line]
  if (columns < 12) return [cut(line, Math.max(columns, 1))]
  return [`${line.slice(0, columns - 1)}\\`, ...wrapped(`${lead}${line.slice(columns - 1)}`, lead, columns)]
}

const kindWords: readonly (readonly [word: string, pattern: RegExp])[] = [
  ['module', /^module /],
  ['setting', /^sysctl /],
  ['service', /^service /],
  ['command', /^command /],
  ['restart', /^activate /],
]

/** What stands above a diff: how much changes, and who else gets the same. */
export const diffHead = (host: HostModel, plan: PlanInBrief, columns: number): Row[] => {
  const lines = diffLines(plan.diff)
  const files = lines.filter(({ kind }) => kind === 'file').length
  const others = lines.filter(({ kind }) => kind === 'other').map(({ text }) => text)
  const parts = kindWords.map(([word, pattern]) => ({ word, size: others.filter((text) => pattern.test(text)).length })).filter(({ size }) => size > 0).map(({ word, size }) => count(size, word))
  const cutting = plan.disruptive === 0 ? 'nothing can cut the connection' : plan.disruptive === 1 && others.at(-1)?.startsWith('activate ') ? 'can cut the connection' : `${plan.disruptive} can cut the connection`
  const shared = plan.group.hosts - 1
  const differs = differsText(plan.group)
  const same = shared === 0 ? 'no other host gets this change so far' : `same change on ${count(shared, 'other host')}${differs === '' ? '' : `; differs in: ${differs}`}`
  return [plain(cut(`${host.name}   ${count(plan.changes, 'change')} in ${[count(files, 'file'), ...parts].join(', ')} (${cutting})`, columns)), plain(cut(same, columns)), []]
}

/** Where each file begins, for `]` and `[`. */
export const fileStarts = (rows: readonly Row[]): number[] => rows.flatMap((row, index) => (row[0]?.style?.bold === true && row[0].text.startsWith('  /') ? [index] : []))
