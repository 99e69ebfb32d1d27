import type { Backend } from '../model/backend.ts'
import { FleetError } from '../model/errors.ts'
import { isDebian, type Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'

/** The platform in words. Example: el5 ifcfg xend */
export const platformWords = (facts: Facts, backend: Backend): string =>
  [facts.release ?? facts.releaseText, backend.name, ...(facts.xend ? ['xend'] : [])].join(' ')

/**
 * The backend that serves the host, once the host is what the inventory says it is.
 *
 * @throws FleetError of kind platform: no backend, or a declaration that does not fit.
 */
export const platformBackend = (host: Host, facts: Facts, backend: Backend | undefined): Backend => {
  const fail = (what: string, ...next: readonly string[]): FleetError => new FleetError({ kind: 'platform', host: host.name, step: 'plan', what, next })
  const found = facts.releaseText || 'an unknown release'
  if (backend === undefined) {
    throw fail(`no backend serves this platform: ${found}${isDebian(facts.release) ? ' without /etc/network/interfaces' : ''}`,
      'RHEL, CentOS and Oracle 5, 6 and 7 are served, Debian 7 to 13 and Ubuntu with ifupdown', `leave the host out: --limit '!${host.name}'`)
  }
  const declared = host.platform
  const correct = 'correct `platform` in the inventory, or the address: this may be another host'
  if (declared.backend !== undefined && declared.backend !== backend.name) throw fail(`declared to be ${declared.backend}, found ${backend.name}`, correct)
  if (declared.release !== undefined && declared.release !== facts.release) throw fail(`declared to be ${declared.release}, found ${facts.release ?? found}`, correct)
  if (declared.xend === undefined || declared.xend === facts.xend) return backend
  throw fail(declared.xend ? 'declared to run xend, and there is none' : 'declared to be without xend, and it is there', correct)
}
