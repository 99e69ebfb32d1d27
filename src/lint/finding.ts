/** note: worth knowing, and never a reason to fail, not even under --strict. */
export type Severity = 'error' | 'warning' | 'note'

/** One rule of the table: what is looked for, what such a mistake comes to on a host, and how it is mended. */
export interface Rule {
  /** Stays the same from release to release. Example: E04 */
  readonly code: string
  /** The gravest that a finding of it has. */
  readonly severity: Severity
  readonly what: string
  readonly reality: string
  readonly fix: string
  /** Where the reality was read, and whether it was seen running. */
  readonly source: string
  /** What `--fix` does about it; absent where a person has to decide. */
  readonly mends?: string
}

/** Where a finding stands. Lines count from 1; absent where no line is at fault. */
export interface Place {
  readonly file: string
  readonly line?: number
}

/** One mistake in one place. */
export interface LintFinding extends Place {
  readonly code: string
  readonly severity: Severity
  readonly what: string
  readonly reality: string
  readonly fix: string
  /** Hosts of an inventory that it is true of. */
  readonly hosts?: readonly string[]
}

/** What a finding says otherwise than its rule. */
export type Otherwise = Partial<Pick<LintFinding, 'severity' | 'reality' | 'fix' | 'hosts'>>

/** A finding of a rule: its severity, reality and fix, unless this one has its own. */
export const found = (rule: Rule, place: Place, what: string, otherwise: Otherwise = {}): LintFinding => ({
  code: rule.code,
  severity: rule.severity,
  file: place.file,
  ...(place.line === undefined ? {} : { line: place.line }),
  what,
  reality: rule.reality,
  fix: rule.fix,
  ...otherwise,
})

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** Each once, by file and line; in one line the gravest first. */
export const sorted = (findings: readonly LintFinding[]): LintFinding[] => {
  const once = new Map(findings.map((finding) => [JSON.stringify([finding.file, finding.line, finding.code, finding.what]), finding]))
  return [...once.values()].toSorted((left, right) => (left.file < right.file ? -1 : left.file > right.file ? 1
    : (left.line ?? 0) - (right.line ?? 0) || gravity[left.severity] - gravity[right.severity] || (left.code < right.code ? -1 : 1)))
}
