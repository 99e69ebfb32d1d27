import type { Change } from '../model/changes.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { matchesGlob } from '../model/glob.ts'

/** What is checked of a change that a step made; steps of one's own may err where ours do not. */
export interface ChangeCheck {
  readonly host: Host
  readonly facts: Facts
  readonly request: FactsRequest
  readonly step: string
}

/** Whether a kind of change counts as disruptive unless a reason is given: what cannot cut is an allow-list. */
const presumed = (change: Change): boolean => {
  switch (change.kind) {
    case 'command':
    case 'service':
    case 'module':
    case 'activate':
      return true
    case 'sysctl':
      return /^net[./]/.test(change.target)
    case 'file':
      return false
  }
}

/**
 * Refuses a change that could cut the connection outside the cut-over, or whose state on the host is not known.
 *
 * @throws FleetError of kind playbook or refused.
 */
export const checkChange = (change: Change, { host, facts, request, step }: ChangeCheck): void => {
  const fail = (kind: 'playbook' | 'refused', what: string, next: string): FleetError =>
    new FleetError({ kind, host: host.name, step, what: `step ${step}: ${what}`, next: [next] })
  if (change.kind === 'activate' && !change.disruptive) throw fail('playbook', 'an activation is always disruptive', 'set disruptive: true')
  if (presumed(change) && !change.disruptive && !change.reason) {
    throw fail('playbook', `${change.kind} ${change.target} would run outside the cut-over without a reason`, 'give the reason why it cannot cut the connection, or set disruptive: true')
  }
  if (change.kind !== 'file') return
  if (!change.target.startsWith('/')) throw fail('playbook', `${change.target} is not an absolute path`, 'begin it with /')
  if (change.disruptive && change.when === 'stage') {
    throw fail('refused', `${change.target} is said to be able to cut the connection, and would be written before the cut-over`,
      "set when: 'cut over', or leave disruptive out: what reads a file cuts, not the file")
  }
  if (!request.files.includes(change.target) && !matchesGlob(request.globs, change.target)) {
    throw fail('playbook', `${change.target} was not read, so what it replaces is unknown`, `add it to the step's request: { files: ['${change.target}'] }`)
  }
  if (facts.files[change.target]?.binary) {
    throw fail('refused', `${change.target} is not text in UTF-8`, `look at it on the host: od -c ${change.target}`)
  }
}
