import { found, type LintFinding, type Rule } from '../finding.ts'
import { configOf, numbered, placeOf, type View } from '../subject.ts'

export const guestRules = {
  E21: {
    code: 'E21', severity: 'warning', what: 'a Xen guest whose vif names no bridge',
    reality: 'vif-bridge takes the first row that brctl shows: with several bridges the guest may come up in another VLAN',
    fix: "write bridge= into each vif: vif = ['mac=00:16:3E:00:01:01, bridge=vlan50']", source: 'Xen tools, vif-bridge',
  },
  E22: {
    code: 'E22', severity: 'warning', what: 'ARP switched off on bonds, slaves or bridge ports',
    reality: 'it changes nothing for bridged frames, and a device with an address then answers nobody; it is gone at the next boot',
    fix: 'leave it out: a bridge port needs no ARP of its own', source: 'seen running without it',
  },
} as const satisfies Record<string, Rule>

const commands = /^\/(etc\/(rc\.local|rc\.d\/rc\.local|rc\.d\/init\.d\/[^/]+|init\.d\/[^/]+|network\/.+|sysconfig\/network-scripts\/[^/]+)|sbin\/if(up|down)(-pre)?-local)$/

const arpOff = /^(?!\s*#).*\b(?:ip\s+(?:-\S+\s+)*link\s+set\s+(?:dev\s+)?(?<device>\S+)\s.*\barp\s+off|ifconfig\s+(?<old>\S+)\s.*-arp)\b/

/** Whether a file of /etc/xen is a guest's: xend's own, and scripts, are not. */
const isGuest = (path: string): boolean => /^\/etc\/xen\/(auto\/|vm\/)?[^/]+$/.test(path) && !/xend-(config|pci|config-.*)|\.sxp$|\.conf$|~$/.test(path.slice(path.lastIndexOf('/')))

const vifs = ({ files, network }: View): LintFinding[] => Object.values(files).filter(({ path, binary }) => isGuest(path) && !binary).flatMap(({ path, content }) => {
  const text = content.replace(/^\s*#.*$/gm, (comment) => ' '.repeat(comment.length))
  const list = /^\s*vif\s*=\s*\[(?<entries>[^\]]*)\]/m.exec(text)
  const entries = list?.groups?.['entries']
  if (list === null || entries === undefined) return []
  const from = list.index + list[0].length - 1 - entries.length
  const bridges = Object.keys(network.bridges)
  return [...entries.matchAll(/'(?<single>[^']*)'|"(?<double>[^"]*)"/g)].flatMap((match) => {
    const vif = match.groups?.['single'] ?? match.groups?.['double'] ?? ''
    const line = text.slice(0, from + match.index).split('\n').length
    const named = /\bbridge\s*=\s*(?<name>[^,\s]+)/.exec(vif)?.groups?.['name']
    if (named === undefined) return [found(guestRules.E21, { file: path, line }, `the vif '${vif}' names no bridge`)]
    return bridges.length > 0 && !bridges.includes(named) ? [found(guestRules.E21, { file: path, line }, `the vif names the bridge ${named}; there are ${bridges.join(', ')}`, { reality: `the guest does not start: "Could not find bridge ${named}"`, fix: 'name one that is there' })] : []
  })
})

/** Xen with several bridges, and not one guest to look at. */
const unseen = (view: View): LintFinding[] => {
  const bridges = Object.keys(view.network.bridges)
  const file = configOf(view, bridges[0] ?? '')?.path
  const xen = view.facts?.xend ?? Object.keys(view.files).some((path) => path.startsWith('/etc/xen/'))
  return bridges.length < 2 || file === undefined || !xen || Object.keys(view.files).some(isGuest) ? [] : [found(guestRules.E21, placeOf(view, file), `${bridges.length} bridges, and no guest's configuration was seen`, { severity: 'note' })]
}

/** What guests and start scripts say that works against the host's network. */
export const guestFindings = (view: View): LintFinding[] => [
  ...vifs(view),
  ...unseen(view),
  ...Object.values(view.files).filter(({ path, binary }) => commands.test(path) && !binary).flatMap(({ path, content }) => numbered(content).flatMap(([line, text]) => {
    const { device, old } = arpOff.exec(text)?.groups ?? {}
    return device === undefined && old === undefined ? [] : [found(guestRules.E22, { file: path, line }, `ARP of ${device ?? old} is switched off`)]
  })),
]
