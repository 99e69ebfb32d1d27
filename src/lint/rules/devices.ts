import { bridgeOf, masterOf, vlanOf } from '../../backends/ifcfg/configs.ts'
import { globalFindings } from '../../backends/ifcfg/checkHost.ts'
import { globalFile } from '../../backends/ifcfg/paths.ts'
import { readAssignments } from '../../backends/ifcfg/shell.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { configOf, lineOf, placeOf, releasesOf, type View } from '../subject.ts'
import { otherRule } from './other.ts'

export const deviceRules = {
  E04: {
    code: 'E04', severity: 'error', what: 'a TYPE that means Bridge and is not exactly that',
    reality: 'at its turn the device is not there and FAILS; its port then makes the bridge, down and without address; a second restart seems to repair it',
    fix: 'write TYPE=Bridge', source: 'ifup-eth (5:56, 6:54, 7:49) compares exactly; seen running on 5, 6, 7', mends: 'writes TYPE=Bridge',
  },
  E11: {
    code: 'E11', severity: 'error', what: 'VLAN=yes in /etc/sysconfig/network where a bridge is called vlanN',
    reality: 'every file inherits it: each such bridge fails with "PHYSDEV should be set"',
    fix: 'take VLAN=yes out of /etc/sysconfig/network; each VLAN\'s own file says it', source: 'seen running on 5, 6, 7',
  },
  E15: {
    code: 'E15', severity: 'error', what: 'a VLAN\'s parent, a bridge or a MASTER that is defined nowhere; a bond without slaves; a ring; a device in two places',
    reality: 'a VLAN without its parent says "[OK]" and is not made; a bond without slaves comes up and carries nothing; a port makes an undefined bridge itself, down and without address',
    fix: 'add the missing file, or correct the name', source: 'ifup 5:92-99, 6:105-112, 7:109-116; ifup-eth 5:159-161, 6:145-147, 7:183-186; seen running',
  },
  E16: {
    code: 'E16', severity: 'error', what: 'what one release cannot do: on RHEL 5 a `-` in a name, vlanN without VLAN_NAME_TYPE, a single-quoted MASTER; a bridge on a bond up to initscripts 8.45.25',
    reality: 'on 5 "Missing config file ifcfg-br." for br-mgmt; bond0.60 is made in the place of vlan60; the slave is not found; the bond has no options and no slaves, and all say "[OK]"',
    fix: 'choose a name without `-`; set VLAN_NAME_TYPE=VLAN_PLUS_VID_NO_PAD; write MASTER without quotes; update initscripts',
    source: 'initscripts 5:network-functions:68-74, ifup-eth 8.45.25 bridge@85, bond@121; seen running', mends: 'takes the single quotes off MASTER',
  },
} as const satisfies Record<string, Rule>

const types = ({ configs, files }: View): LintFinding[] => configs.flatMap(({ path, values }) => {
  const type = values.get('TYPE') ?? ''
  return type !== 'Bridge' && /^bridge$/i.test(type.trim()) ? [found(deviceRules.E04, { file: path, line: lineOf(files[path]?.content ?? '', 'TYPE') ?? 1 }, `TYPE=${type} is not Bridge`)] : []
})

/** Words that count only as they are: SLAVE=yes and VLAN=yes. */
const exactWords = (view: View): LintFinding[] => view.configs.flatMap(({ path, values, device }) => {
  const slave = values.get('SLAVE')
  const vlan = values.get('VLAN')
  const master = values.get('MASTER')
  return [
    ...(master !== undefined && slave !== 'yes' ? [found(deviceRules.E15, placeOf(view, path, 'SLAVE', 'MASTER'), slave === undefined ? `MASTER=${master} without SLAVE=yes` : `SLAVE=${slave} is not yes`,
      { reality: `only SLAVE=yes counts, exactly: ${device} does not join ${master}, and is started by itself`, fix: 'write SLAVE=yes' })] : []),
    ...(slave === 'yes' && !master ? [found(deviceRules.E15, placeOf(view, path, 'SLAVE'), 'SLAVE=yes without MASTER', { reality: `${device} is skipped at the start, and no bond takes it`, fix: 'add MASTER=' })] : []),
    ...(vlan !== undefined && vlan !== 'yes' && /^(yes|true|1|on)$/i.test(vlan) ? [found(deviceRules.E15, placeOf(view, path, 'VLAN'), `VLAN=${vlan} is not yes`,
      { reality: `only VLAN=yes counts, exactly: ${device} is not made`, fix: 'write VLAN=yes' })] : []),
  ]
})

const looksLikeNic = (name: string): boolean => /^(eth|em|en[ospx]|p\d+p)\w*$/.test(name)

const undefinedDevices = (view: View): LintFinding[] => {
  const { configs, facts } = view
  const known = new Set(configs.filter(({ kind }) => kind !== 'alias').map(({ device }) => device))
  const links = new Set(facts?.links.map(({ name }) => name))
  return configs.flatMap((config) => {
    const { path, device, kind } = config
    const master = masterOf(config)
    const bridge = bridgeOf(config)
    const parent = kind === 'vlan' ? vlanOf(config).parent : ''
    const slaves = configs.filter((other) => other.kind !== 'alias' && masterOf(other) === device)
    return [
      ...(master !== undefined && !known.has(master) ? [found(deviceRules.E15, placeOf(view, path, 'MASTER'), `MASTER ${master} of ${device} has no file`, {
        reality: `nothing starts ${master}, and with it not ${device}: the init script skips slaves`, fix: `add ifcfg-${master}` })] : []),
      ...(bridge !== undefined && !known.has(bridge) ? [found(deviceRules.E15, placeOf(view, path, 'BRIDGE'), `bridge ${bridge} of ${device} has no file`, {
        reality: `ifup of ${device} makes ${bridge} itself, down and without address`, fix: `add ifcfg-${bridge} with TYPE=Bridge` })] : []),
      ...(bridge !== undefined && known.has(bridge) && configOf(view, bridge)?.kind !== 'bridge' && !/^bridge$/i.test(configOf(view, bridge)?.values.get('TYPE') ?? '')
        ? [found(deviceRules.E15, placeOf(view, path, 'BRIDGE'), `${bridge}, the bridge of ${device}, has no TYPE=Bridge`, { fix: `add TYPE=Bridge to ifcfg-${bridge}` })] : []),
      ...(parent !== '' && !known.has(parent) && !links.has(parent) ? [found(deviceRules.E15, placeOf(view, path, 'PHYSDEV'), `${device} stands on ${parent}, which has no file`, {
        ...(looksLikeNic(parent) && facts === undefined ? { severity: 'warning' as const, reality: `where there is no NIC ${parent}, ifup says "[OK]" and makes nothing` } : { reality: 'ifup says "[OK]" and makes nothing' }), fix: `add ifcfg-${parent}, or correct the name` })] : []),
      ...(kind === 'bond' && slaves.length === 0 ? [found(deviceRules.E15, { file: path, line: 1 }, `${device} has no slaves: no file says MASTER=${device} and SLAVE=yes`,
        { reality: `${device} comes up and carries nothing`, fix: 'add MASTER and SLAVE=yes to the files of its NICs' })] : []),
    ]
  })
}

const el5 = (view: View): LintFinding[] => {
  const [only, ...others] = releasesOf(view).filter((release) => release === 'el5' || view.release === undefined)
  if (only !== 'el5') return []
  const severity = others.length > 0 ? 'warning' as const : 'error' as const
  return view.configs.flatMap(({ path, kind, device, values }) => {
    const content = view.files[path]?.content ?? ''
    const line = lineOf(content, 'MASTER')
    const named = values.get('VLAN_NAME_TYPE') ?? view.globals.get('VLAN_NAME_TYPE')
    return [
      ...(line !== undefined && /MASTER='/.test(content.split('\n')[line - 1] ?? '') ? [found(deviceRules.E16, { file: path, line }, 'MASTER stands in single quotes', {
        severity, reality: 'RHEL 5 finds the slaves of a bond by a grep that knows "double" quotes alone: it stays out', fix: 'write MASTER without quotes' })] : []),
      ...(kind === 'vlan' && /^vlan\d+$/.test(device) && named === undefined ? [found(deviceRules.E16, placeOf(view, path), `${device} without VLAN_NAME_TYPE`, {
        severity, reality: `RHEL 5 makes ${vlanOf({ values, device }).parent || 'its parent'}.${vlanOf({ values, device }).id} in its place, and ${device} FAILS`, fix: 'add VLAN_NAME_TYPE=VLAN_PLUS_VID_NO_PAD' })] : []),
    ]
  })
}

const globalRules: Readonly<Record<string, Rule>> = { E11: deviceRules.E11, E16: deviceRules.E16 }

/** What /etc/sysconfig/network says of the whole host, each at its line. */
const globals = (view: View): LintFinding[] => globalFindings(view.network, view).map(({ rule = '', severity, what, next }) => {
  const key = /\b(VLAN_NAME_TYPE|VLAN|NETWORKING)\b/.exec(what)?.[1] ?? ''
  return found(globalRules[rule] ?? otherRule, placeOf(view, globalFile, key), what, { severity, fix: next,
    ...(rule === 'E16' ? { reality: 'every VLAN of the host gets another name than its file has' } : {}) })
})

/** Half of E11: VLAN=yes for the whole host, or bridges that it would hit. */
const inherited = (view: View): LintFinding[] => {
  const content = view.files[globalFile]?.content ?? ''
  const yes = readAssignments(content).values.get('VLAN') === 'yes'
  const [first, ...more] = Object.keys(view.network.bridges).filter((name) => /^vlan\d/.test(name))
  const file = first === undefined ? undefined : configOf(view, first)?.path
  if (yes) return first === undefined ? [found(deviceRules.E11, { file: globalFile, line: lineOf(content, 'VLAN') ?? 1 }, 'VLAN=yes for the whole host', { severity: 'note', reality: 'every file inherits it; a bridge called vlanN would fail' })] : []
  return first === undefined || file === undefined ? [] : [found(deviceRules.E11, placeOf(view, file), `${[first, ...more].join(', ')}: bridges with names of VLANs`,
    { severity: 'note', reality: `they work as long as ${globalFile} does not say VLAN=yes: then each of them fails`, fix: `keep VLAN=yes out of ${globalFile}, or give them other names` })]
}

/** Whether every device is what its file means, and stands on devices that are there. */
export const deviceFindings = (view: View): LintFinding[] => [...types(view), ...exactWords(view), ...undefinedDevices(view), ...el5(view), ...globals(view), ...inherited(view)]
