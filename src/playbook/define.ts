import { FleetError } from '../model/errors.ts'
import type { Playbook, Rolling, Step } from '../model/playbook.ts'
import { rollingOf } from './rolling.ts'

/** What a playbook's author writes. */
export interface PlaybookInput {
  /** Letters, digits, `.`, `_` and `-`. */
  readonly name: string
  /** One sentence. Default: empty. */
  readonly description?: string
  /** Default: batches [1, '10%', '100%'], maxFailures 0. */
  readonly rolling?: Partial<Rolling>
  /** In any order: what can cut the connection runs last, in one cut-over. */
  readonly steps: readonly Step[]
}

const wrong = (what: string, next: string): FleetError => new FleetError({ kind: 'playbook', what, next: [next] })
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isStep = (value: unknown): value is Step =>
  isObject(value) && typeof value['name'] === 'string' && value['name'] !== '' && Array.isArray(value['covers']) &&
  typeof value['request'] === 'function' && typeof value['changes'] === 'function'

const stepsOf = (steps: unknown): Step[] => {
  if (!Array.isArray(steps) || steps.length === 0) throw wrong('steps must be a list with at least one step', 'steps: [loadBondingModule(), writeBonds(), ...]')
  return steps.map((step: unknown, index) => {
    if (isStep(step)) return step
    if (typeof step === 'function') throw wrong(`steps[${index}] is the function ${step.name || 'without a name'}, not a step`, `call it: ${step.name || 'step'}()`)
    throw wrong(`steps[${index}] is not a step`, 'a step is what writeBonds() and the like return, or { name, covers, request, changes }')
  })
}

const known = ['name', 'description', 'rolling', 'steps']

/** As definePlaybook, for a value that nobody has checked. */
export const checkPlaybook = (input: unknown): Playbook => {
  if (!isObject(input)) throw wrong('a playbook is an object', 'definePlaybook({ name, steps: [...] })')
  const unknown = Object.keys(input).find((key) => !known.includes(key))
  if (unknown !== undefined) throw wrong(`a playbook has no '${unknown}'`, `it takes ${known.join(', ')}`)
  const { name, description = '' } = input
  if (typeof name !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
    throw wrong(`name must be letters, digits, '.', '_' and '-', found ${JSON.stringify(name) ?? 'nothing'}`, "name: 'oracle-vm-trunk'")
  }
  if (typeof description !== 'string' || /[\r\n]/.test(description)) throw wrong('description must be one line of text', "description: '...'")
  return { name, description, rolling: rollingOf(input['rolling']), steps: stepsOf(input['steps']) }
}

/**
 * Makes a playbook of what its author wrote, defaults filled in.
 *
 * @throws FleetError of kind playbook: an unknown key, a name or rolling that cannot be, a step that is none.
 * @example export default definePlaybook({ name: 'oracle-vm-trunk', steps: [loadBondingModule(), writeBonds(), writeSlaves(), restartNetwork()] })
 */
export const definePlaybook = (input: PlaybookInput): Playbook => checkPlaybook(input)
