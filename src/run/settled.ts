import type { FleetError } from '../model/errors.ts'
import type { TransactionFact } from '../model/facts.ts'
import type { Host } from '../model/host.ts'

/** What settling one host's undecided transaction came to. `after` is undefined when the host does not know of it any more. */
export type Settled = { readonly host: Host; readonly before: TransactionFact; readonly after: TransactionFact | undefined } | { readonly host: Host; readonly error: FleetError }
