import type { FileFact } from '../model/facts.ts'
import { stubNetworkScript } from '../steps/xendConfig.ts'
import { bridgeScripts, xendConfiguration, type XendScript } from '../steps/xendScripts.ts'

const dummy = '/etc/xen/scripts/network-dummy'

/** Further files that tell which playbook a host lives by. */
export const playbookFiles: readonly string[] = [xendConfiguration, dummy]

/**
 * The playbook that finds nothing to do on a host as it is: oracle-vm-trunk where xend runs network-dummy already; else the
 * one that leaves xend alone.
 */
export const playbookFor = (files: Readonly<Record<string, FileFact>>): string => {
  const xend = files[xendConfiguration]?.content
  return xend !== undefined && stubNetworkScript(xend, 'network-dummy') === xend && files[dummy]?.content === '#!/bin/sh\nexit 0\n' && files[dummy].mode === 0o755
    ? 'oracle-vm-trunk' : 'bonded-trunk'
}

/** The first script that xend builds bridges with at its start, where it has one. */
export const xendScript = (files: Readonly<Record<string, FileFact>>): (XendScript & { readonly path: string }) | undefined => {
  const [first] = bridgeScripts(files[xendConfiguration]?.content ?? '')
  return first && { ...first, path: xendConfiguration }
}
