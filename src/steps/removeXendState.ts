import type { Step, StepContext } from '../model/playbook.ts'
import { removeFile, textFile } from './fileChange.ts'

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

/**
 * Takes away xend's memory of networks (network.xml and pif.xml in /var/lib/xend/state), from which older releases make
 * deleted bridges again at each start. Only if the files are there, and only if they name a bridge that is not among the
 * host's: xend writes them again by itself, with the bridges that it finds. The transaction's checkpoint keeps the files.
 *
 * xend is not restarted: its memory matters at its next start alone, and a start also runs the network script and starts
 * guests that are marked so.
 */
export const removeXendState = (): Step => ({
  name,
  covers: [],
  request: () => ({ files: [networks, interfaces] }),
  changes: (context) => {
    const state = textFile(context, name, networks)
    if (state && !wouldReturn(context, state.content)) return []
    return [...removeFile(context, name, networks), ...removeFile(context, name, interfaces)]
  },
})
