import type { Backend, RenderedFile } from '../../model/backend.ts'
import { isRedHat, type Facts, type RedHatRelease } from '../../model/facts.ts'
import type { Host } from '../../model/host.ts'
import { FleetError } from '../../model/errors.ts'
import { networkFindings } from '../../model/rules.ts'
import { activationOf } from './activation.ts'
import { releaseFindings } from './check.ts'
import { hostFindings } from './checkHost.ts'
import { readConfigs } from './configs.ts'
import { renderGlobal } from './globals.ts'
import { ifupLocal, isStaleIfupLocal, renderIfupLocal } from './ifupLocal.ts'
import { renderModprobe } from './modprobe.ts'
import { parseNetwork } from './parse.ts'
import { bondingConf, globalFile, modprobeConf, scripts } from './paths.ts'
import { renderDevices } from './render.ts'
import { readNetwork } from './read.ts'
import { filesSay } from './says.ts'
import { stalePaths } from './stale.ts'
import { differencesOf } from '../verify.ts'

const releaseOf = (host: Host, facts: Facts): RedHatRelease => {
  const release = facts.release ?? host.platform.release
  if (!isRedHat(release)) {
    throw new FleetError({ kind: 'platform', host: host.name, what: `el5, el6 or el7 was expected, found ${facts.releaseText || 'no release'}`,
      next: ['Declare platform.release in the inventory if it is one of them.'] })
  }
  return release
}

const render = (host: Host, facts: Facts, addresses: boolean): RenderedFile[] => {
  const release = releaseOf(host, facts)
  const present = facts.files[globalFile]?.content ?? ''
  const local = addresses ? renderIfupLocal(host.network) : undefined
  return [
    ...renderDevices(host.network, release, addresses),
    ...(local === undefined ? [] : [{ path: ifupLocal, content: local, mode: 0o755, part: 'global' as const, device: '' }]),
    { path: globalFile, content: renderGlobal(present, host.network, release, addresses), mode: facts.files[globalFile]?.mode ?? 0o644,
      part: 'global', device: '' },
  ]
}

const isSaid = (host: Host, facts: Facts): boolean => filesSay(host.network, facts, () => render(host, facts, true))

/** The network scripts of RHEL, CentOS and Oracle 5, 6 and 7: files in /etc/sysconfig/network-scripts, ifup and ifdown. */
export const ifcfg: Backend = {
  name: 'ifcfg',
  ownedGlobs: ['ifcfg-*', 'route-*', 'route6-*', 'rule-*', 'rule6-*'].map((glob) => `${scripts}/${glob}`),
  ownedFiles: [globalFile, modprobeConf, bondingConf, ifupLocal],
  detects: (facts) => isRedHat(facts.release),
  check: (host, facts) => [
    ...networkFindings(host.network),
    ...releaseFindings(host.network, facts?.release ?? host.platform.release),
    ...(facts ? hostFindings(host.network, facts, isSaid(host, facts)) : []),
  ],
  render: ({ host, facts }, { addresses }) => render(host, facts, addresses),
  renderBonding: ({ host, facts }, read) => {
    const rely = readConfigs(facts.files, facts.release).some(({ kind, device, values }) => kind === 'bond' && !host.network.bonds[device]
      && !values.get('BONDING_OPTS'))
    return renderModprobe(host.network, releaseOf(host, facts), rely, read)
  },
  stale: ({ host, facts }) => [...stalePaths(host.network, new Set(render(host, facts, true).map(({ path }) => path)), facts), ...(isStaleIfupLocal(host.network, facts) ? [ifupLocal] : [])],
  parse: parseNetwork,
  read: readNetwork,
  says: ({ host, facts }) => isSaid(host, facts),
  activation: ({ host, facts }, changed, known) => activationOf(host, facts, render(host, facts, true), changed, known),
  verify: differencesOf,
}
