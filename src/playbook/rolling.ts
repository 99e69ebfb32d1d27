import { FleetError } from '../model/errors.ts'
import type { Rolling } from '../model/playbook.ts'

export const defaultRolling: Rolling = { batches: [1, '10%', '100%'], maxFailures: 0 }

type Size = number | `${number}%`

const wrong = (what: string, found: unknown, next: string): FleetError =>
  new FleetError({ kind: 'playbook', what: `${what}, found ${JSON.stringify(found) ?? 'nothing'}`, next: [next] })

const isShare = (value: unknown): value is `${number}%` => typeof value === 'string' && /^\d+(?:\.\d+)?%$/.test(value) && Number.parseFloat(value) <= 100

const isSize = (value: unknown, least: number): value is Size =>
  typeof value === 'number' ? Number.isInteger(value) && value >= least : isShare(value) && (least === 0 || Number.parseFloat(value) > 0)

/** Checks how a playbook rolls, and fills in what is not said. */
export const rollingOf = (input: unknown): Rolling => {
  if (input === undefined) return defaultRolling
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw wrong('rolling must be { batches, maxFailures }', input, "rolling: { batches: [1, '10%', '100%'], maxFailures: 0 }")
  }
  const unknown = Object.keys(input).find((key) => key !== 'batches' && key !== 'maxFailures')
  if (unknown !== undefined) throw wrong('rolling takes batches and maxFailures', unknown, 'take it out')
  const { batches, maxFailures }: { batches?: unknown; maxFailures?: unknown } = { ...input }
  return { batches: batchesOf(batches), maxFailures: budgetOf(maxFailures) }
}

const batchesOf = (batches: unknown): readonly Size[] => {
  if (batches === undefined) return defaultRolling.batches
  const next = "batches: [1, '10%', '100%']"
  if (!Array.isArray(batches) || batches.length === 0) throw wrong('batches must be a list that is not empty', batches, next)
  return batches.map((size: unknown) => {
    if (!isSize(size, 1)) throw wrong("a batch must be a whole number of hosts from 1, or a share from more than '0%' to '100%'", size, next)
    return size
  })
}

const budgetOf = (budget: unknown): Size => {
  if (budget === undefined) return defaultRolling.maxFailures
  if (!isSize(budget, 0)) throw wrong("maxFailures must be a whole number of hosts from 0, or a share from '0%' to '100%'", budget, 'maxFailures: 0')
  return budget
}
