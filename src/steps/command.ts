import { createHash } from 'node:crypto'
import type { GuardQuestion } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import type { Step } from '../model/playbook.ts'
import { quoteAll } from '../model/quote.ts'
import { checkArguments, checkValue, isEither, isListOf, isOneLine, isPath, isSeconds, orFunction, wrongArgument } from './arguments.ts'
import { checkHarmless, harm, type Harmless, harmlessChecks } from './harmless.ts'
import { type Value, valueFor } from './value.ts'

const name = 'command'

export type CommandArguments = {
  /** One line for `sh -c`, or words, which are quoted. */
  readonly run: Value<string> | readonly string[]
  /** There is nothing to do when this path is there. */
  readonly creates?: Value<string>
  /** There is nothing to do when this command line ends with status 0. It runs at every probe: it must change nothing. */
  readonly unless?: Value<string>
  /** Seconds; then it is killed and counts as failed. Default: 60. */
  readonly timeout?: number
} & Harmless

/**
 * A command. With `creates` or `unless` it runs only where it has something to do; without either it runs at every apply,
 * and no plan is ever empty. Counts as disruptive unless it is said why not. What it did cannot be rolled back.
 *
 * @throws FleetError of kind playbook: an unknown or wrong argument, both creates and unless.
 * @example command({ run: 'update-ca-trust extract', creates: '/etc/pki/done', disruptive: false, reason: 'it only rewrites certificates' })
 */
export const command = (input: CommandArguments): Step => {
  const checks = { run: orFunction(isEither(isOneLine, isListOf(isOneLine))), creates: orFunction(isPath), unless: orFunction(isOneLine), timeout: isSeconds, ...harmlessChecks }
  checkArguments(name, input, checks, ['run'])
  checkHarmless(name, input)
  const { run, creates, unless, timeout = 60 } = input
  if (creates !== undefined && unless !== undefined) throw wrongArgument(name, 'creates and unless exclude each other', ['keep one of them'])
  const lineFor = (host: Host): string => {
    if (typeof run === 'object') return quoteAll(run)
    const line = valueFor(run, host)
    checkValue(name, 'run', isOneLine, line)
    return line
  }
  const guardFor = (host: Host): GuardQuestion | undefined => {
    if (creates === undefined && unless === undefined) return undefined
    const [path, test] = [creates, unless].map((value) => (value === undefined ? undefined : valueFor(value, host)))
    if (path !== undefined) checkValue(name, 'creates', isPath, path)
    if (test !== undefined) checkValue(name, 'unless', isOneLine, test)
    // The same question has the same id, so that it is asked once.
    const id = `command-${createHash('sha256').update(JSON.stringify([path, test])).digest('hex').slice(0, 12)}`
    return path !== undefined ? { id, creates: path } : { id, unless: test ?? 'false' }
  }
  return {
    name,
    covers: [],
    request: (host) => {
      const guard = guardFor(host)
      return guard ? { guards: [guard] } : {}
    },
    changes: ({ host, facts }) => {
      const guard = guardFor(host)
      if (guard && facts.guards[guard.id] === true) return []
      const line = lineFor(host)
      return [{ kind: 'command', action: 'run', steps: [name], target: line, command: line, timeout, ...harm(input) }]
    },
  }
}
