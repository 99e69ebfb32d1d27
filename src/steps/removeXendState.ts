import type { CommandChange } from '../model/changes.ts'
import type { Step, StepContext } from '../model/playbook.ts'
import { quoteAll } from '../model/quote.ts'
import { textFile } from './fileChange.ts'

const name = 'removeXendState'
const networks = '/var/lib/xend/state/network.xml'
const interfaces = '/var/lib/xend/state/pif.xml'

/** Names of the networks that xend's state holds: as attributes or elements, as XendStateStore wrote them over time. */
const networkNames = (state: string): string[] =>
  [...state.matchAll(/name_label(?:=["']([^"']*)["']|[^<>]*>\s*([^<]*?)\s*<)/g)].map((match) => match[1] ?? match[2] ?? '')

/** Whether xend would make again, at its next start, a bridge that the host should not have. What is not understood counts. */
const wouldReturn = ({ host }: StepContext, state: string): boolean => {
  const names = networkNames(state)
  return names.length === 0 || names.some((bridge) => !Object.hasOwn(host.network.bridges, bridge))
}

/** Beside itself, under a name that xend does not read: /var may be a file system of its own, where no checkpoint reaches. */
const moveAway = (path: string, root: string): CommandChange => {
  const command = quoteAll(['mv', '-f', `${root}${path}`, `${root}${path}.before-fleetnet`])
  return {
    kind: 'command', action: 'run', steps: [name], target: `mv -f ${path} ${path}.before-fleetnet`, command, timeout: 10,
    disruptive: false, reason: 'xend reads it at its start alone',
  }
}

/**
 * Moves xend's memory of networks away (network.xml and pif.xml in /var/lib/xend/state, to the same name with
 * .before-fleetnet), from which older releases make deleted bridges again at each start. Only if the files are there, and
 * only if they name a bridge that is not among the host's: xend writes them again by itself, with the bridges it finds.
 *
 * xend is not restarted: its memory matters at its next start alone, and a start also runs the network script and starts
 * guests that are marked so. A rollback leaves the files moved away.
 */
export const removeXendState = (): Step => ({
  name,
  covers: [],
  request: () => ({ files: [networks, interfaces] }),
  changes: (context) => {
    const state = textFile(context, name, networks)
    if (state && !wouldReturn(context, state.content)) return []
    return [networks, interfaces].filter((path) => context.read(path) !== undefined).map((path) => moveAway(path, context.host.root))
  },
})
