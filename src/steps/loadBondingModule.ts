import type { ModuleChange } from '../model/changes.ts'
import type { Step } from '../model/playbook.ts'
import { writeFile } from './fileChange.ts'
import { alreadySaid, stagedFacts } from './networkFiles.ts'

const name = 'loadBondingModule'

/**
 * Loads the bonding driver, and writes what loads it at boot where the platform needs that (el5: aliases in
 * /etc/modprobe.conf, for Xen's loopback devices too). Nothing for a host without either.
 */
export const loadBondingModule = (): Step => ({
  name,
  covers: [],
  request: ({ network }) => (Object.keys(network.bonds).length > 0 ? { modules: ['bonding'] } : {}),
  changes: (context) => {
    const { host, facts, backend } = context
    const load: ModuleChange = {
      kind: 'module',
      action: 'load',
      steps: [name],
      target: 'bonding',
      disruptive: false,
      reason: 'the driver adds at most bonds without slaves, all down; no device that is in use changes',
    }
    // Built into the kernel it is in no list of modules, yet its bonds are there.
    const loaded = Object.keys(host.network.bonds).length === 0 || facts.modules.includes('bonding') || facts.bonds.length > 0
    // A bond may live by the options that stand there.
    const files = alreadySaid(context) ? [] : backend.renderBonding({ host, facts: stagedFacts(context) }, context.read)
    return [
      ...files.flatMap(({ path, content, mode }) => writeFile(context, name, { path, content, mode })),
      ...(loaded ? [] : [load]),
    ]
  },
})
