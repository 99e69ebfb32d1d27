import { FleetError } from '../model/errors.ts'
import type { Activation, Change } from '../model/changes.ts'
import type { TransactionSpec } from '../model/transaction.ts'

const refuse = (what: string, next: string): never => {
  throw new FleetError({ kind: 'refused', what, next: [next] })
}

const device = /^[A-Za-z0-9_.:@-]{1,15}$/
const service = /^[A-Za-z0-9_.@-]+$/
const sysctl = /^[A-Za-z0-9_.:@/-]+$/

/**
 * What no shell script may be made of, whatever the rooms before have checked: names that end a line, that hide an
 * option, or that leave the root.
 *
 * @throws FleetError of kind refused.
 */
export const checkSpec = (spec: TransactionSpec): void => {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(spec.id)) refuse(`a transaction cannot be called ${JSON.stringify(spec.id)}`, 'use letters, digits and dashes')
  if (!/^[0-9a-f]{16,64}$/.test(spec.nonce)) refuse('the nonce is not 16 to 64 hex digits', 'make it of 128 random bits')
  if (!/^[A-Za-z0-9-]{1,64}$/.test(spec.runId)) refuse(`a run cannot be called ${JSON.stringify(spec.runId)}`, 'use letters, digits and dashes')
  if (spec.root !== '' && (!/^(\/[A-Za-z0-9_.-]+)+$/.test(spec.root) || spec.root.split('/').includes('..')))
    refuse(`the root ${JSON.stringify(spec.root)} is not an absolute path of plain names`, 'use a folder whose path has letters, digits, dots, dashes and underscores only')
  if (spec.plan.digest === '' || /\s/.test(spec.plan.digest)) refuse('the plan has no digest of the facts that it rests on', 'plan again')
  for (const [name, value] of Object.entries(spec.plan.timeouts))
    if (!Number.isFinite(value) || value < 0 || value > 86_400) refuse(`the timeout ${name} is ${value} s`, 'use 0 to 86400 seconds')
  if (spec.plan.reboot !== undefined && (!spec.plan.disruptive || spec.plan.timeouts.boot === undefined))
    refuse('the plan restarts the host without a way back, or without a limit', 'plan again')
  if (spec.plan.disruptive && spec.init === 'none')
    refuse('the host has no init system that could start a boot guard', 'change it from its console: fleetnet plan prints what to do there')
  for (const change of spec.plan.changes) checkChange(spec, change)
}

const checkChange = (spec: TransactionSpec, change: Change): void => {
  if (change.disruptive && !spec.plan.disruptive) refuse(`${change.target} can cut the connection, and the plan says that nothing can`, 'plan again')
  switch (change.kind) {
    case 'file': {
      const segments = change.target.split('/')
      if (!change.target.startsWith('/') || segments.slice(1).some((segment) => segment === '' || segment === '.' || segment === '..') || /[\0\n\r\t]/.test(change.target))
        refuse(`${JSON.stringify(change.target)} is not an absolute path on one line`, 'correct the step that writes it')
      if (change.action !== 'remove' && change.after === undefined) refuse(`the plan has no content for ${change.target}`, 'plan again')
      return
    }
    case 'module':
      return service.test(change.target) && !change.target.startsWith('-') ? undefined : refuse(`${JSON.stringify(change.target)} is not a module's name`, 'correct the step')
    case 'service':
      return service.test(change.target) && !change.target.startsWith('-') ? undefined : refuse(`${JSON.stringify(change.target)} is not a service's name`, 'correct the step')
    case 'sysctl':
      return sysctl.test(change.target) && !change.target.split(/[./]/).includes('') && !change.after.includes('\n')
        ? undefined
        : refuse(`sysctl ${JSON.stringify(change.target)} cannot be set to ${JSON.stringify(change.after)}`, 'correct the step')
    case 'command':
      return change.command.includes('\0') ? refuse('a command has a NUL byte', 'correct the step') : undefined
    case 'activate':
      return checkActivation(change.activation)
  }
}

const checkActivation = (activation: Activation): void => {
  for (const name of [...activation.newDevices, ...activation.touchedDevices])
    if (!device.test(name) || name.startsWith('-') || name === '.' || name === '..') refuse(`${JSON.stringify(name)} is not a device's name`, 'use up to 15 letters, digits, dots, dashes and underscores')
  for (const { words } of [...activation.down, ...activation.up, ...activation.undoDown, ...activation.undoUp])
    if (words.length === 0 || words[0]?.startsWith('-') || words.join('').includes('\0')) refuse('the activation has an empty command', 'report this: the backend made it')
}
