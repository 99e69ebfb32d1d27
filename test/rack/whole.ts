// Whether a host is whole after something has happened to it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExecutionContext } from 'ava'
import { differing, type Files, filesOf, leftovers } from './files.ts'
import type { TestHost } from './rack.ts'

/** Seconds. T2 outlasts whatever a test does meanwhile, also on a machine that does four other things. */
export const patient = { cutOver: 120, confirm: 120 } as const

/**
 * It answers, has all of its old files, or after a commit those that the inventory wants, as a plan finds them; and
 * nothing of a transaction is left.
 *
 * @param before files of the host before
 * @param outcome of the run. Example: committed
 */
export const isWhole = async (t: ExecutionContext, host: TestHost, before: Files, outcome: string | undefined): Promise<void> => {
  t.true(await host.back(180), 'it answers')
  if (outcome === 'committed') {
    const plan = await host.run(['plan', '-i', 'one', '--detailed-exitcode'])
    t.is(plan.code, 0, `nothing is left to do\n${plan.stdout}${plan.stderr}`)
  } else t.deepEqual(differing(before, await filesOf(host)), [], `${outcome}, with its old files`)
  let left = await leftovers(host)
  for (let look = 0; look < 60 && left !== ''; look++) {
    await sleep(1000)
    left = await leftovers(host)
  }
  t.is(left, '')
}
