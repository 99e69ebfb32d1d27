import type { Check } from './arguments.ts'
import { isBoolean, isText, wrongArgument } from './arguments.ts'

/**
 * Whether a change can cut the connection. What cannot is an allow-list: commands, services, modules and `net.*`
 * settings count as disruptive and run in the cut-over, under the watchdog, unless the playbook says why they are not.
 */
export type Harmless = { readonly disruptive?: true; readonly reason?: never } | { readonly disruptive: false; readonly reason: string }

export const harmlessChecks: Readonly<Record<string, Check>> = { disruptive: isBoolean, reason: isText }

/** Checks that `disruptive: false` comes with a reason, and a reason with it. */
export const checkHarmless = (step: string, { disruptive, reason }: { readonly disruptive?: boolean | undefined; readonly reason?: string | undefined }): void => {
  if (disruptive === false && reason === undefined) throw wrongArgument(step, 'disruptive: false needs a reason', ['say why it cannot cut the connection: reason: "..."'])
  if (disruptive !== false && reason !== undefined) throw wrongArgument(step, 'a reason goes with disruptive: false', ['add disruptive: false, or take the reason out'])
}

/** The change's own fields. Default: disruptive. */
export const harm = ({ disruptive, reason }: Harmless): { readonly disruptive: boolean; readonly reason?: string } =>
  disruptive === false ? { disruptive: false, reason } : { disruptive: true }
