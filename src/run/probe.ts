import type { Connection, ExecResult } from '../model/connection.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts, FactsRequest } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { parseProbe, probeCommand, probeScript } from '../facts/index.ts'
import { newNonce } from './identifiers.ts'

/** Milliseconds that a probe may take: a host under load forks slowly. */
const probeTimeout = 60_000

/** Reads a host's facts: one exec. Rejects with a FleetError that names the host. */
export const probeHost = async (connection: Connection, host: Host, request: FactsRequest): Promise<Facts> => {
  const nonce = newNonce()
  const result = await connection.exec({
    command: probeCommand,
    input: probeScript(request, { root: host.root, nonce }),
    timeout: probeTimeout,
    maxOutput: 32 * 1024 * 1024,
  }).result
  if (result.ended !== 'exited') throw execError(host.name, 'probe', result, probeTimeout)
  try {
    return parseProbe(result.stdout, nonce)
  } catch (error) {
    if (!(error instanceof FleetError)) throw error
    const said = result.stderr.trim().split('\n').at(-1) ?? ''
    throw new FleetError({
      kind: error.kind,
      host: host.name,
      step: 'probe',
      what: said === '' ? error.what : `${error.what}; the host said: ${said.slice(0, 200)}`,
      next: error.next,
      cause: error,
    })
  }
}

/** An exec that did not come to its end, in words. */
export const execError = (host: string, step: string, result: ExecResult, timeout: number): FleetError => {
  const details = { host, step } as const
  switch (result.ended) {
    case 'cut-off':
      return new FleetError({ ...details, kind: 'cut-off', what: 'the connection ended before the host had answered', next: ['check the host and the way to it, then run again'] })
    case 'timed-out':
      return new FleetError({ ...details, kind: 'timeout', what: `no answer in ${timeout / 1000} s`, next: ['check the load of the host, then run again'] })
    case 'too-much-output':
      return new FleetError({ ...details, kind: 'probe', what: 'the host sent more than an answer can hold', next: ['look at what the login shell prints on this host'] })
    case 'aborted':
      return new FleetError({ ...details, kind: 'interrupted', what: 'interrupted', next: ['run again'] })
    case 'exited':
      return new FleetError({ ...details, kind: 'command', what: `ended with status ${result.code ?? 'unknown'}`, next: ['read the host’s log'] })
  }
}
