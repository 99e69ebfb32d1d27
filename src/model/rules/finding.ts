import type { Finding } from '../backend.ts'

/** A finding whose place is also given as keys: device names hold dots, so `path` alone cannot be split. */
export interface NetworkFinding extends Finding {
  /** Example: ['vlans', 'bond0.50', 'parent'] */
  readonly keys: readonly string[]
}

/** Makes a finding of a rule. `rule` is its id in the lint table, or undefined. */
const finding =
  (severity: Finding['severity']) =>
  (rule: string | undefined, keys: readonly string[], what: string, next: string): NetworkFinding => ({
    severity,
    ...(rule === undefined ? {} : { rule }),
    path: keys.join('.'),
    keys,
    what,
    next,
  })

export const error = finding('error')
export const warning = finding('warning')

/** Example: list(['eth0', 'eth1']) // eth0, eth1 */
export const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))
