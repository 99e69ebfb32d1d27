import type { Step } from '../model/playbook.ts'
import { checkArguments, isOneOf } from './arguments.ts'
import { textFile, writeFile } from './fileChange.ts'
import { type NetworkStub, stubNetworkScript } from './xendConfig.ts'

const name = 'stubXendNetworkScript'
const configuration = '/etc/xen/xend-config.sxp'
const dummy = '/etc/xen/scripts/network-dummy'

/**
 * Keeps xend from building bridges of its own at its start: the one active `network-script` line of
 * /etc/xen/xend-config.sxp is made to run a script that does nothing (`network-dummy`, which is written too, or
 * `/bin/true`), or is commented out (`comment`). `vif-script`, which plugs guests into bridges, stays as it is.
 *
 * Nothing on a host without that file. xend reads it when it starts; it is not restarted here.
 *
 * @throws FleetError of kind playbook for any other argument.
 * @example stubXendNetworkScript({ with: 'network-dummy' })
 */
export const stubXendNetworkScript = (input: { readonly with: NetworkStub }): Step => {
  checkArguments(name, input, { with: isOneOf('network-dummy', '/bin/true', 'comment') }, ['with'])
  return {
    name,
    covers: [],
    request: () => ({ files: [configuration, dummy] }),
    changes: (context) => {
      const now = textFile(context, name, configuration)
      if (!now) return []
      return [
        ...(input.with === 'network-dummy' ? writeFile(context, name, { path: dummy, content: '#!/bin/sh\nexit 0\n', mode: 0o755, uid: 0, gid: 0 }) : []),
        ...writeFile(context, name, { path: configuration, content: stubNetworkScript(now.content, input.with) }),
      ]
    },
  }
}
