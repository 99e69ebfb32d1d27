/** The closed list of what can go wrong. A bug is not in it: it stays an ordinary Error and is never retried. */
export type ErrorKind =
  | 'usage'
  | 'inventory'
  | 'playbook'
  | 'connect' // no answer, refused, name unknown, timeout
  | 'host-key'
  | 'authentication'
  | 'become' // sudo refused
  | 'probe' // the host's answer could not be understood
  | 'platform' // not the declared platform, or one that no backend serves
  | 'refused' // the plan must not be carried out on this host
  | 'drift' // the host is not what the plan was made from
  | 'busy' // another transaction is undecided
  | 'disk' // full or read-only
  | 'command' // a command on the host failed
  | 'verify' // running state is not the desired state
  | 'cut-off' // the connection ended before the answer
  | 'timeout'
  | 'interrupted'

/** Where in a file of the operator's something is wrong. Lines and columns count from 1. */
export interface SourcePosition {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

export interface FleetErrorDetails {
  readonly kind: ErrorKind
  /** What was expected and what was found: one line, no full stop needed. */
  readonly what: string
  /** What to do next: sentences, and commands that can be pasted. At least one. */
  readonly next: readonly string[]
  readonly host?: string
  readonly step?: string
  readonly position?: SourcePosition
  /** Path inside a document. Example: groups.ovm.network.bonds.bond0 */
  readonly path?: string
  readonly cause?: unknown
}

/**
 * The one error that an operator sees. It says which host and step, what was expected and found, and what to do next.
 *
 * @example throw new FleetError({ kind: 'connect', host: 'virtual4', what: 'no answer on 10.1.1.101:22 in 10 s', next: ['check its power and address'] })
 */
export class FleetError extends Error {
  readonly kind: ErrorKind
  readonly what: string
  readonly next: readonly string[]
  readonly host: string | undefined
  readonly step: string | undefined
  readonly position: SourcePosition | undefined
  readonly path: string | undefined

  constructor(details: FleetErrorDetails) {
    super(details.what, { cause: details.cause })
    this.name = 'FleetError'
    this.kind = details.kind
    this.what = details.what
    this.next = details.next
    this.host = details.host
    this.step = details.step
    this.position = details.position
    this.path = details.path
  }
}

/** Several errors found together, so that an operator mends them in one go. */
export class FleetErrors extends Error {
  readonly errors: readonly FleetError[]
  constructor(errors: readonly FleetError[]) {
    super(errors.map((error) => error.what).join('\n'))
    this.name = 'FleetErrors'
    this.errors = errors
  }
}
