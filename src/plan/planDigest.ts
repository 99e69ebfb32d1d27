import { createHash } from 'node:crypto'
import type { Change } from '../model/changes.ts'
import type { HostPlan } from '../model/plan.ts'

/** JSON with the keys of every object in order, so that equal values have equal texts. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`
}

/** A digest of a secret would let it be guessed: only that there is one counts. */
const withoutSecret = (change: Change): unknown => {
  if (!change.secret) return change
  const { kind, action, steps, target, disruptive } = change
  return { kind, action, steps, target, disruptive, secret: true }
}

/** SHA-256 over everything that a plan says, hex. Two plans with the same digest do the same to a host in the same state. */
export const planDigest = (plan: HostPlan): string =>
  createHash('sha256').update(canonical({ ...plan, changes: plan.changes.map(withoutSecret) })).digest('hex')
