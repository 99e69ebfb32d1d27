import { backends } from '../backends/index.ts'
import type { Backend } from '../model/backend.ts'
import { FleetError, FleetErrors } from '../model/errors.ts'
import { isDebian, type Facts, type Release } from '../model/facts.ts'
import type { Host } from '../model/host.ts'

/** Facts of a host of which nothing is known but what the inventory says: nothing runs on it, and it has no files. */
const blankFacts = (host: Host, release: Release): Facts => ({
  hostname: host.name, kernel: '', bootId: '', uptime: 0, release, releaseText: release, uid: 0, init: 'none', cron: false, xend: host.platform.xend ?? false,
  networkManager: false, session: undefined, links: [], bonds: [], bridges: [], vlans: [], routes: [], files: {}, modules: [], sysctls: {}, services: {}, guards: {},
  networkMounts: [], clusterManagers: [], configurationOwners: [], unwritable: undefined, pending: undefined, history: [], digest: '',
})

/** A host that nobody asked: its platform as declared. */
export interface Unasked {
  readonly host: Host
  readonly facts: Facts
  readonly backend: Backend
  readonly release: Release
}

/**
 * What can be said of a host by the inventory alone.
 *
 * @throws FleetError of kind platform: the release is not declared. FleetErrors of kind inventory: the network breaks a rule.
 */
export const unasked = (host: Host): Unasked => {
  const { release } = host.platform
  if (release === undefined)
    throw new FleetError({ kind: 'platform', host: host.name, position: host.position, what: 'the inventory does not declare its release, and what a file looks like depends on it', next: ['declare it: platform: { release: el6 }'] })
  const name = host.platform.backend ?? (isDebian(release) ? 'ifupdown' : 'ifcfg')
  const backend = backends.find((candidate) => candidate.name === name)
  if (backend === undefined) throw new FleetError({ kind: 'platform', host: host.name, what: `no backend is called ${name}`, next: ['correct platform.backend in the inventory'] })
  const errors = backend.check(host).filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new FleetErrors(errors.map(({ rule, path, what, next }) =>
      new FleetError({ kind: 'inventory', host: host.name, path: `network.${path}`, position: host.position, what: rule === undefined ? what : `${rule} ${what}`, next: [next] })))
  return { host, facts: blankFacts(host, release), backend, release }
}
