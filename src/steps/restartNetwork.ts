import type { ActivateChange } from '../model/changes.ts'
import type { Step } from '../model/playbook.ts'
import { stagedFacts } from './networkFiles.ts'

/**
 * The cut-over: the devices concerned are taken down with the old files in place and brought up with the new ones, what
 * carries the management path last. It happens when a network file changes, or when the running network is not the
 * desired one although the files are, in a way that a cut-over can mend; on a host that is as desired it does nothing. Its turn comes after all other steps.
 */
export const restartNetwork = (): Step => ({
  name: 'restartNetwork',
  covers: [],
  activates: true,
  request: () => ({}),
  changes: (context) => {
    const { host, facts, backend, earlier } = context
    const written = earlier.flatMap((change) => (change.kind === 'file' && change.when === 'cut over' ? [change.target] : []))
    // While files change, what differs is what they change. Only where they do not is it drift. A healthy host is not cut
    // for what a cut-over cannot mend: the plan warns of that.
    const drifted = written.length > 0 ? [] : [...new Set(backend.verify(host.network, facts)
      .filter(({ mendable }) => mendable !== false).map(({ device }) => device))]
    if (written.length === 0 && drifted.length === 0) return []
    const change: ActivateChange = {
      kind: 'activate',
      action: 'restart',
      steps: ['restartNetwork'],
      target: 'network',
      disruptive: true,
      activation: backend.activation({ host, facts }, written, { after: stagedFacts(context).files, drifted }),
    }
    return [change]
  },
})
