import type { Step } from '../model/playbook.ts'
import { checkArguments, isMatch } from './arguments.ts'
import { checkHarmless, harm, type Harmless, harmlessChecks } from './harmless.ts'

const name = 'module'
/** The kernel lists modules with underscores, whatever their file is called. */
const listed = (module: string): string => module.replaceAll('-', '_')

/**
 * A kernel module that is loaded now. What loads it at boot is a file of its own: see docs/playbooks.md.
 *
 * @throws FleetError of kind playbook: an unknown or wrong argument, disruptive: false without a reason.
 * @example module({ name: '8021q', disruptive: false, reason: 'it adds no device by itself' })
 */
export const module = (input: { readonly name: string } & Harmless): Step => {
  checkArguments(name, input, { name: isMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "a module's name"), ...harmlessChecks }, ['name'])
  checkHarmless(name, input)
  return {
    name,
    covers: [],
    request: () => ({ modules: [input.name] }),
    changes: ({ facts }) =>
      facts.modules.some((loaded) => listed(loaded) === listed(input.name)) ? []
        : [{ kind: 'module', action: 'load', steps: [name], target: input.name, ...harm(input) }],
  }
}
