import type { ValidateFunction } from 'ajv'
import type { HostSettings } from './inventory.ts'

/** A whole inventory, in which a network may still be incomplete. */
export const document: ValidateFunction<unknown>
/** A part of a host's settings. */
export const part: ValidateFunction<unknown>
/** A host's settings after merging: nothing may be missing. */
export const settings: ValidateFunction<HostSettings>
