import { expressionsNamed } from '../../steps/sxp.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import type { View } from '../subject.ts'

export const xendRules = {
  X01: {
    code: 'X01', severity: 'error', what: 'xend\'s network script beside bonds, VLANs or bridges of the network scripts',
    reality: 'at each start of xend the script renames a NIC to pethN, makes a bridge of its own and moves the address to it: two owners for one network',
    fix: 'comment the line out, or write (network-script /bin/true); leave vif-script as it is', source: 'XendOptions.get_network_script, Vifctl.network',
  },
  X02: {
    code: 'X02', severity: 'error', what: 'more than one active network-script in xend-config.sxp; a stub that is missing or cannot run',
    reality: 'xend takes one of the lines; a script that is missing or broken is silently skipped: its exit status is ignored',
    fix: 'keep exactly one active line; give the stub `#!/bin/sh` and mode 755', source: 'SrvServer.start',
  },
  X03: {
    code: 'X03', severity: 'warning', what: 'networks that xend saved: /var/lib/xend/state/network.xml',
    reality: 'older xend makes deleted bridges again from it at its start',
    fix: 'stop xend, move network.xml and pif.xml away, start it', source: 'Xen 9d379685 mended it by a flag',
  },
} as const satisfies Record<string, Rule>

const configPath = '/etc/xen/xend-config.sxp'

/** xend's own hand on the network. */
export const xendFindings = (view: View): LintFinding[] => {
  const { files, network } = view
  const config = files[configPath]
  const owned = Object.keys({ ...network.bonds, ...network.vlans, ...network.bridges }).length > 0
  const state = Object.keys(files).filter((path) => path === '/var/lib/xend/state/network.xml')
  const lines = config === undefined || config.binary ? [] : expressionsNamed(config.content, 'network-script').map(({ start, end }) => ({
    line: config.content.slice(0, start).split('\n').length,
    words: config.content.slice(start, end).replace(/^\(network-script\s*/, '').replace(/\)$/, '').replace(/['"]/g, '').trim().split(/\s+/).filter((word) => word !== ''),
  }))
  const scripts = lines.flatMap(({ line, words: [script] }) => (script === undefined || script === '/bin/true' ? [] : [{ line, path: script.startsWith('/') ? script : `/etc/xen/scripts/${script}` }]))
  const building = owned ? scripts.filter(({ path }) => /\/[^/]*(bridge|route|nat|bond|vlan)[^/]*$/.test(path)) : []
  const stubs = [...new Set(['/etc/xen/scripts/network-dummy', ...scripts.map(({ path }) => path)])].flatMap((path) => files[path] ?? [])
  return [
    ...building.map(({ line, path }) => found(xendRules.X01, { file: configPath, line }, `xend runs ${path.slice(path.lastIndexOf('/') + 1)}, and files of the network scripts make ${Object.keys({ ...network.bonds, ...network.bridges, ...network.vlans }).slice(0, 4).join(', ')}`)),
    ...stubs.flatMap(({ path, content, mode }) => [
      ...(content.startsWith('#!') ? [] : [found(xendRules.X02, { file: path, line: 1 }, `${path} has no #! line`, { severity: 'warning', reality: 'xend cannot execute it, and ignores that: harmless here, and not what was meant', fix: 'begin it with #!/bin/sh' })]),
      ...((mode & 0o111) === 0 ? [found(xendRules.X02, { file: path, line: 1 }, `${path} is not executable`, { severity: 'warning', fix: `chmod 755 ${path}` })] : []),
    ]),
    ...lines.slice(1).map(({ line }) => found(xendRules.X02, { file: configPath, line }, `a network-script besides that of line ${lines[0]?.line}`)),
    ...(owned ? state.map((path) => found(xendRules.X03, { file: path }, 'xend has saved networks here')) : []),
  ]
}
