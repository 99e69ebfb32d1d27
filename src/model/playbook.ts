import type { Backend } from './backend.ts'
import type { Change } from './changes.ts'
import type { Facts, FactsRequest, FileFact } from './facts.ts'
import type { Host } from './host.ts'

/** What a step may look at. Files are as earlier steps of the same plan leave them. */
export interface StepContext {
  readonly host: Host
  readonly facts: Facts
  readonly backend: Backend
  /** A file as it will be when this step's turn comes; undefined when it is not there. */
  readonly read: (path: string) => FileFact | undefined
  /** The changes of the steps before this one. */
  readonly earlier: readonly Change[]
}

/** What parts of a host's desired network a step sees to. The plan refuses a network with a part that no step covers. */
export type Coverage = 'bonds' | 'slaves' | 'interfaces' | 'vlans' | 'bridges' | 'addresses'

/** A pure function from a host's desired state and its facts to changes. */
export interface Step {
  readonly name: string
  readonly covers: readonly Coverage[]
  /** It activates what the other steps wrote: its turn comes after all of theirs, wherever it stands. Default: false. */
  readonly activates?: boolean
  /** What the probe has to read for it, beyond what the backend owns. */
  readonly request: (host: Host) => Partial<FactsRequest>
  readonly changes: (context: StepContext) => readonly Change[]
}

/** How a playbook rolls over the fleet. */
export interface Rolling {
  /** Sizes of the batches, numbers or shares of all hosts; the last one repeats. Default: [1, '10%', '100%']. */
  readonly batches: readonly (number | `${number}%`)[]
  /** Failures that are tolerated; one more halts the run. Default: 0. */
  readonly maxFailures: number | `${number}%`
}

export interface Playbook {
  readonly name: string
  readonly description: string
  readonly rolling: Rolling
  readonly steps: readonly Step[]
}
