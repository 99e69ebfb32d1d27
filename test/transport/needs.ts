import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'

/** Where a program is, or undefined. */
export const find = (program: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin']
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

export type Register = (title: string, run: (t: ExecutionContext) => Promise<void> | void) => void

/** Registers tests that need something of the machine: without it they are reported as skipped, and fail in CI. */
export const testWith = (present: boolean, what: string, serial = false): Register => {
  if (present) return (title, run) => (serial ? test.serial(title, run) : test(title, run))
  if (process.env['CI'] === undefined) return (title, run) => test.skip(`${title} (needs ${what})`, run)
  return (title) => test(title, (t) => t.fail(`needs ${what}`))
}
