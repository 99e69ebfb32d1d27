import { randomBytes } from 'node:crypto'

/** Month, day and four random hex digits: short enough to type. Example: 1114-3f9a */
export const newRunId = (now: number): string => {
  const date = new Date(now)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(date.getMonth() + 1)}${two(date.getDate())}-${randomBytes(2).toString('hex')}`
}

/** 128 random bits, hex: who knows them may decide a transaction. */
export const newNonce = (): string => randomBytes(16).toString('hex')

/**
 * A transaction's id, unique on its host; year first, so that names sort by age.
 * Example: 20261114T021339-3f9a-0007
 */
export const transactionId = (runId: string, now: number, number: number): string => {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
  return `${stamp}-${runId.slice(-4)}-${String(number).padStart(4, '0')}`
}
