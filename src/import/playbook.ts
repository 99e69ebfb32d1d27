import type { FileFact } from '../model/facts.ts'
import { stubNetworkScript } from '../steps/xendConfig.ts'

const configuration = '/etc/xen/xend-config.sxp'
const dummy = '/etc/xen/scripts/network-dummy'

/** Further files that tell which playbook a host lives by. */
export const playbookFiles: readonly string[] = [configuration, dummy]

/**
 * The playbook that finds nothing to do on a host as it is: oracle-vm-trunk where xend runs network-dummy already; else the
 * one that leaves xend alone.
 */
export const playbookFor = (files: Readonly<Record<string, FileFact>>): string => {
  const xend = files[configuration]?.content
  return xend !== undefined && stubNetworkScript(xend, 'network-dummy') === xend && files[dummy]?.content === '#!/bin/sh\nexit 0\n' && files[dummy].mode === 0o755
    ? 'oracle-vm-trunk' : 'bonded-trunk'
}

/** The script that xend builds bridges with at its start, where it has one. Example: network-bridge */
export const xendScript = (files: Readonly<Record<string, FileFact>>): { readonly path: string; readonly line: number; readonly script: string } | undefined => {
  const lines = (files[configuration]?.content ?? '').split('\n')
  const at = lines.findIndex((line) => /^\s*\(\s*network-script\s+\S/.test(line))
  const script = /network-script\s+['"]?([^'")]+)/.exec(lines[at] ?? '')?.[1]?.trim()
  return script === undefined || /^(network-dummy|\/bin\/true)$/.test(script) ? undefined : { path: configuration, line: at + 1, script }
}
