import type { HostModel } from '../report/model.ts'

/** What the last answer of a host on trial means, for somebody who is tired. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/refused/i, 'refused means the host answers and sshd does not yet: wait'],
  [/host key/i, 'another machine may answer on this address: look for its owner'],
  [/lacp|partner/i, "no LACP partner: the switch's ports are not in the aggregate yet"],
  [/no answer|timed? ?out|unreachable|no route/i, "silence: look at the switch's VLANs and port channel for this host"],
  [/not yet as desired/i, 'the host answers, its network is not as desired yet: wait'],
]

/** A hint for a host that is being verified; '' when there is nothing to say. */
export const hintFor = (host: HostModel): string => {
  if (host.state === 'rolling back') return 'it puts itself back; it is asked on its old and its new address'
  if (host.state !== 'verifying') return ''
  const last = host.log.findLast(({ stage }) => stage === 'verify')?.text ?? host.detail
  return meanings.find(([pattern]) => pattern.test(last))?.[1] ?? ''
}
