import { backends } from '../backends/index.ts'
import { mergeRequests } from '../facts/index.ts'
import type { FactsRequest } from '../model/facts.ts'

/** What a probe reads for the rules: the backends' own files, and those of xend, its guests and the start scripts. */
export const lintRequest = (): FactsRequest => mergeRequests(...backends.map(({ ownedGlobs, ownedFiles }) => ({ globs: ownedGlobs, files: ownedFiles })), {
  globs: ['/etc/modprobe.d/*', '/etc/xen/auto/*'],
  files: ['/etc/xen/xend-config.sxp', '/etc/xen/scripts/network-dummy', '/var/lib/xend/state/network.xml', '/etc/rc.local', '/etc/rc.d/rc.local', '/sbin/ifup-local', '/sbin/ifup-pre-local', '/sbin/ifdown-local', '/sbin/ifdown-pre-local'],
})
