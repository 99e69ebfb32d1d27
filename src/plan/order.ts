import type { Change } from '../model/changes.ts'

/**
 * Console-safe order, stable within each part: what cannot cut the connection; then what can, under the watchdog: first
 * the files that the network scripts read, then what the playbook wants done before the network moves, and the activation
 * last: it takes down, last of all, what carries the management path, and brings the new network up.
 */
const part = (change: Change): number => {
  if (change.kind === 'activate') return 3
  if (change.kind === 'file' && change.when === 'cut over') return 1
  return change.disruptive ? 2 : 0
}

export const consoleSafe = (changes: readonly Change[]): Change[] => changes.toSorted((left, right) => part(left) - part(right))
