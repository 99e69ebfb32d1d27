import type { ActivateChange, Change } from '../model/changes.ts'
import type { Facts } from '../model/facts.ts'

/**
 * A plan that can cut the connection by commands, services or settings alone has nothing to activate, yet needs a way back:
 * the checkpoint has to record the devices that are there, so that a rollback can set their links and addresses back.
 */
export const withWayBack = (changes: readonly Change[], { links }: Facts): readonly Change[] => {
  const disruptive = changes.filter((change) => change.disruptive)
  if (disruptive.length === 0 || disruptive.some(({ kind }) => kind === 'activate')) return changes
  const wayBack: ActivateChange = {
    kind: 'activate',
    action: 'restart',
    steps: [...new Set(disruptive.flatMap(({ steps }) => steps))],
    target: 'network',
    disruptive: true,
    activation: {
      down: [], up: [], undoDown: [], undoUp: [], newDevices: [],
      touchedDevices: links.filter(({ kind }) => kind !== 'loopback' && kind !== 'tap').map(({ name }) => name),
    },
  }
  return [...changes, wayBack]
}
