import { found, type LintFinding, type Rule } from '../finding.ts'
import { numbered, type View } from '../subject.ts'

export const switchRules = {
  E18: {
    code: 'E18', severity: 'error', what: 'a bond mode that needs the switch (802.3ad, and balance-rr, balance-xor, broadcast), without a word of the switch, or against it; balance-tlb and balance-alb under a bridge',
    reality: '802.3ad without LACP on the switch shows `Number of ports: 1` and a partner of zeros while its links say up; the static modes over two switches, or without a port channel, make addresses jump between ports',
    fix: 'let the switch aggregate the ports (LACP for 802.3ad, static for the others) and declare it (bonds.NAME.switch), or use active-backup, which needs no switch',
    source: 'seen running (802.3ad); Documentation/networking/bonding.rst',
  },
} as const satisfies Record<string, Rule>

const isSwitchText = (path: string, content: string): boolean => /^\/switch[^/]*$/.test(path) && /^\s*(channel-group|interface\s+port-channel)\b/im.test(content)

/** A switch's own configuration beside the files, in the words of Cisco IOS. */
export const switchFindings = ({ files }: View): LintFinding[] => Object.values(files).filter(({ path, content }) => isSwitchText(path, content)).flatMap(({ path, content }) => {
  const lines = numbered(content)
  const channels = new Set(lines.flatMap(([, text]) => /^\s*interface\s+port-channel\s*(\d+)/i.exec(text)?.[1] ?? []))
  return lines.flatMap(([line, text]) => {
    const [, group, mode = ''] = /^\s*channel-group\s+(\d+)\s+mode\s+(\w+)/i.exec(text) ?? []
    if (group === undefined) return []
    return [
      ...(channels.has(group) ? [] : [found(switchRules.E18, { file: path, line }, `channel-group ${group}, and the configured port channel is ${[...channels].join(', ') || 'none'}`,
        { severity: 'warning', reality: `the switch makes a port-channel ${group} without VLANs: the trunk that was meant is another one`, fix: `use one number for both` })]),
      ...(/^(auto|desirable)$/i.test(mode) ? [found(switchRules.E18, { file: path, line }, `channel-group mode ${mode} is PAgP`, { severity: 'warning', reality: 'the bonding driver does not speak it', fix: 'mode active for 802.3ad, mode on for the static modes' })] : []),
    ]
  })
})
