import type { Backend } from '../../model/backend.ts'
import { isDebian, type Facts } from '../../model/facts.ts'
import type { Host } from '../../model/host.ts'
import { networkFindings } from '../../model/rules.ts'
import { differencesOf } from '../verify.ts'
import { activationOf } from './activation.ts'
import { releaseFindings } from './check.ts'
import { hostFindings } from './checkHost.ts'
import { claimingPaths, renderFiles } from './files.ts'
import { parseNetwork } from './parse.ts'
import { folder, hooks, mainFile, networkingUnit, rivals } from './paths.ts'
import { readNetwork } from './read.ts'
import { filesSay } from './says.ts'

const isSaid = (host: Host, facts: Facts): boolean => filesSay(host.network, facts, () => renderFiles(host.network, facts, true))

/** ifupdown of Debian 7 to 13 and Ubuntu, with ifenslave, vlan and bridge-utils: /etc/network/interfaces and its folder. */
export const ifupdown: Backend = {
  name: 'ifupdown',
  ownedGlobs: [mainFile, `${folder}/*`],
  ownedFiles: [...Object.values(hooks), ...Object.values(rivals), networkingUnit],
  detects: (facts) => isDebian(facts.release) && facts.files[mainFile] !== undefined,
  check: (host, facts) => [...networkFindings(host.network), ...releaseFindings(host.network), ...(facts ? hostFindings(host.network, facts, isSaid(host, facts)) : [])],
  render: ({ host, facts }, { addresses }) => renderFiles(host.network, facts, addresses),
  // ifenslave makes a bond by `ip link add`, or loads the driver itself, and writes each bond's options into /sys.
  renderBonding: () => [],
  stale: ({ host, facts }) => claimingPaths(host.network, facts),
  parse: parseNetwork,
  read: readNetwork,
  says: ({ host, facts }) => isSaid(host, facts),
  activation: ({ host, facts }, changed, known) => activationOf(host, facts, renderFiles(host.network, facts, true), changed, known),
  verify: differencesOf,
}
