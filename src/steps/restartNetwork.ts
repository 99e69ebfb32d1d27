import type { ActivateChange } from '../model/changes.ts'
import type { Step } from '../model/playbook.ts'
import { rendered } from './networkFiles.ts'

/**
 * The cut-over: the devices concerned are taken down with the old files in place and brought up with the new ones, what
 * carries the management path last. It happens when a network file changes, or when the running network is not the
 * desired one although the files are; on a host that is as desired it does nothing. Its turn comes after all other steps.
 */
export const restartNetwork = (): Step => ({
  name: 'restartNetwork',
  covers: [],
  activates: true,
  request: () => ({}),
  changes: (context) => {
    const { host, facts, backend, earlier } = context
    const written = earlier.flatMap((change) => (change.kind === 'file' && change.when === 'cut over' ? [change.target] : []))
    const differing = new Set(backend.verify(host.network, facts).map(({ device }) => device))
    if (written.length === 0 && differing.size === 0) return []
    const files = rendered(context, { addresses: true })
    const drifted = files.filter((file) => differing.has(file.device)).map((file) => file.path)
    const changed = [...new Set([...written, ...drifted])]
    const change: ActivateChange = {
      kind: 'activate',
      action: 'restart',
      steps: ['restartNetwork'],
      target: 'network',
      disruptive: true,
      // A difference that belongs to no file (a route, a port that somebody added by hand) needs the whole network.
      activation: backend.activation({ host, facts }, changed.length > 0 ? changed : files.map((file) => file.path)),
    }
    return [change]
  },
})
