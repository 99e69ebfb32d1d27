import type { ServiceChange } from '../model/changes.ts'
import { FleetError } from '../model/errors.ts'
import type { Step } from '../model/playbook.ts'
import { checkArguments, isBoolean, isListOf, isMatch, isOneOf, isPath, wrongArgument } from './arguments.ts'
import { checkHarmless, harm, type Harmless, harmlessChecks } from './harmless.ts'

const name = 'service'

export type ServiceArguments = {
  /** As the init system knows it. Example: ntpd */
  readonly name: string
  /** Whether it runs now. Default: left as it is. */
  readonly state?: 'running' | 'stopped'
  /** Whether it starts at boot. Default: left as it is. */
  readonly enabled?: boolean
  /** Files that it reads: it is restarted, if it runs, when an earlier step changes one of them. */
  readonly restartAfter?: readonly string[]
} & Harmless

/**
 * A service: whether it runs, whether it starts at boot, and what it has to read again. Counts as disruptive unless it is
 * said why not: stopping a firewall or a network manager cuts connections as well as any restart of the network.
 *
 * @throws FleetError of kind playbook: an unknown or wrong argument; of kind refused: the host has no such service.
 * @example service({ name: 'ntpd', state: 'running', restartAfter: ['/etc/ntp.conf'], disruptive: false, reason: 'it only keeps time' })
 */
export const service = (input: ServiceArguments): Step => {
  const checks = {
    name: isMatch(/^[A-Za-z0-9][A-Za-z0-9_.@-]*$/, "a service's name"), state: isOneOf('running', 'stopped'), enabled: isBoolean,
    restartAfter: isListOf(isPath), ...harmlessChecks,
  }
  checkArguments(name, input, checks, ['name'])
  checkHarmless(name, input)
  const { state, enabled, restartAfter } = input
  if (state === undefined && enabled === undefined && restartAfter === undefined) throw wrongArgument(name, `nothing is said of ${input.name}`, ['give state, enabled or restartAfter'])
  if (state === 'stopped' && restartAfter !== undefined) throw wrongArgument(name, 'a service that is stopped cannot be restarted', ['take state or restartAfter out'])
  const change = (action: ServiceChange['action']): ServiceChange => ({ kind: 'service', action, steps: [name], target: input.name, ...harm(input) })
  return {
    name,
    covers: [],
    request: () => ({ services: [input.name] }),
    changes: ({ facts, host, earlier }) => {
      const now = facts.services[input.name]
      if (!now?.present) {
        // What is not there neither runs nor starts at boot.
        if (state !== 'running' && enabled !== true) return []
        throw new FleetError({
          kind: 'refused', host: host.name, step: name, what: `there is no service ${input.name} on the host`,
          next: ['install it, or take the step out of the playbook'],
        })
      }
      const stale = now.running && earlier.some((done) => done.kind === 'file' && restartAfter?.includes(done.target) === true)
      return [
        ...(enabled === undefined || enabled === now.enabled ? [] : [change(enabled ? 'enable' : 'disable')]),
        ...(state === 'running' && !now.running ? [change('start')] : state === 'stopped' && now.running ? [change('stop')] : stale ? [change('restart')] : []),
      ]
    },
  }
}
