import type { Outcome, OutcomeCounts } from '../model/events.ts'

const keys: Readonly<Record<Outcome, keyof OutcomeCounts>> = {
  committed: 'committed',
  unchanged: 'unchanged',
  'rolled back': 'rolledBack',
  failed: 'failed',
  unreachable: 'unreachable',
  unknown: 'unknown',
  lost: 'lost',
  skipped: 'skipped',
}

export const noOutcomes: OutcomeCounts = { committed: 0, unchanged: 0, rolledBack: 0, failed: 0, unreachable: 0, unknown: 0, lost: 0, skipped: 0 }

/** How many hosts ended how. */
export const countOutcomes = (outcomes: Iterable<Outcome>): OutcomeCounts => {
  const counts = { ...noOutcomes }
  for (const outcome of outcomes) counts[keys[outcome]] += 1
  return counts
}

/** Hosts that count toward the failure budget. */
export const failuresOf = (counts: OutcomeCounts): number => counts.rolledBack + counts.failed + counts.unreachable + counts.unknown + counts.lost

/** The exit code of a run. 4 (lost or unknown) beats 130 (interrupted) beats 3 (failed, untouched or back). */
export const exitCodeOf = (counts: OutcomeCounts, interrupted: boolean): number => {
  if (counts.lost + counts.unknown > 0) return 4
  if (interrupted) return 130
  return failuresOf(counts) + counts.skipped > 0 ? 3 : 0
}
