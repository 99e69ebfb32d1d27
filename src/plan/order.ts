import type { Change } from '../model/changes.ts'

/**
 * Console-safe order, stable within each part: what cannot cut the connection; then what can, under the watchdog: first
 * what has to be done before the network moves, then the files that the network scripts read, and the activation last,
 * which itself brings up last what carries the management path.
 */
const part = (change: Change): number => {
  if (change.kind === 'activate') return 3
  if (change.kind === 'file' && change.when === 'cut over') return 2
  return change.disruptive ? 1 : 0
}

export const consoleSafe = (changes: readonly Change[]): Change[] => changes.toSorted((left, right) => part(left) - part(right))
