import type { LintFinding, Severity } from '../lint/index.ts'
import { clean } from './clean.ts'
import { paint, type Style } from './style.ts'

const styles: Readonly<Record<Severity, Style>> = { error: { color: 'red', bold: true }, warning: { color: 'yellow' }, note: { dim: true } }

const count = (findings: readonly LintFinding[], severity: Severity): number => findings.filter((finding) => finding.severity === severity).length

const plural = (size: number, word: string): string => `${size} ${word}${size === 1 ? '' : 's'}`

/** Names of some hosts. Example: virtual1, virtual2 and 5 more */
const someHosts = (hosts: readonly string[]): string => (hosts.length <= 3 ? hosts.join(', ') : `${hosts.slice(0, 2).join(', ')} and ${hosts.length - 2} more`)

const findingText = ({ file, line, severity, code, what, reality, fix, hosts = [] }: LintFinding, color: boolean): string => {
  const place = clean(line === undefined ? file : `${file}:${line}`)
  // A live host's files already begin with its name.
  const whose = hosts.length === 0 || file.startsWith(`${hosts[0]}:`) ? '' : ` (${someHosts(hosts.map(clean))})`
  return [
    `${place}: ${paint(`${severity} ${code}`, styles[severity], color)}: ${clean(what)}${whose}`,
    ...(reality === fix ? [] : [`  does: ${clean(reality)}`]),
    `  fix:  ${clean(fix)}`,
  ].join('\n')
}

/** One line for all of them. Example: 3 errors, 1 warning */
export const lintCounts = (findings: readonly LintFinding[]): string =>
  findings.length === 0 ? 'nothing found' : (['error', 'warning', 'note'] as const).flatMap((severity) => { const size = count(findings, severity); return size === 0 ? [] : [plural(size, severity)] }).join(', ')

export interface LintTextOptions {
  readonly color?: boolean
  /** What else a person should know. Example: 3 files were left alone */
  readonly notes?: readonly string[]
}

/** Each finding with its place, what it does on a host and the fix; what comes from files and hosts is made safe for a terminal. */
export const lintText = (findings: readonly LintFinding[], { color = false, notes = [] }: LintTextOptions = {}): string =>
  `${[...findings.map((finding) => findingText(finding, color)), ...notes.map(clean), lintCounts(findings)].join('\n')}\n`

/** One document: `{version, findings: [{code, severity, file, line, what, reality, fix, hosts}], counts}`. */
export const lintJson = (findings: readonly LintFinding[], fixed: readonly string[]): string => `${JSON.stringify({
  version: 1,
  findings: findings.map(({ code, severity, file, line, what, reality, fix, hosts }) => ({ code, severity, file: clean(file), ...(line === undefined ? {} : { line }), what: clean(what), reality: clean(reality), fix: clean(fix), ...(hosts === undefined ? {} : { hosts: hosts.map(clean) }) })),
  counts: { error: count(findings, 'error'), warning: count(findings, 'warning'), note: count(findings, 'note') },
  ...(fixed.length === 0 ? {} : { fixed: fixed.map(clean) }),
}, undefined, 2)}\n`
