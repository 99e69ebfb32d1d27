import type { Config } from '../../backends/ifcfg/configs.ts'
import { isLive, scripts } from '../../backends/ifcfg/paths.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { baseName, placeOf, releasesOf, type View } from '../subject.ts'

export const nameRules = {
  E01: {
    code: 'E01', severity: 'error', what: 'DEVICE missing in the file of a bond, VLAN, bridge or NIC (an alias takes it from its file\'s name)',
    reality: 'a bridge FAILS on every release, a VLAN on 6 and 7; on 5 a VLAN says "[OK]" and nothing was made',
    fix: 'add DEVICE=, the part of the file\'s name after ifcfg-', source: 'seen running on 5, 6, 7', mends: 'adds DEVICE= from the file\'s name',
  },
  E17: {
    code: 'E17', severity: 'error', what: 'a name over 15 characters or that the kernel refuses, a VLAN id outside 1 to 4094, a copy of a file in network-scripts that is live',
    reality: 'the kernel refuses the device; `.old` is live on 5 and 6, so that two files configure one device',
    fix: 'choose a shorter name; move copies out of network-scripts',
    source: 'initscripts 5:functions:610, 6:981 (`.old` is ignored from 9.49.40 on, 7:694); IFNAMSIZ',
  },
} as const satisfies Record<string, Rule>

/** Endings that people give to a copy, and that the scripts do not skip. */
export const copyName = /(\.(old|save|saved|backup|bkp|copy|disabled|off|orig\d+|bak\d+|\d{6,})|[-_](old|bak|backup|copy|orig))$/

const without: Readonly<Record<Config['kind'], string>> = {
  bridge: 'it FAILS on every release', vlan: 'on 6 and 7 it FAILS; on 5 it says "[OK]", and nothing is made', bond: 'no bond is started by it, and its slaves wait for it',
  interface: 'nothing is started by it, and a slave is not found by its bond', alias: '',
}

const withoutDevice = (view: View): LintFinding[] => view.configs.filter(({ kind, values, problems, path }) => kind !== 'alias' && !values.has('DEVICE')
  && !problems.some(({ text }) => text.includes('DEVICE=')) && !copyName.test(path)).map(({ path, kind, values, suffix }) => {
  const byMac = kind === 'interface' && values.has('HWADDR')
  return found(nameRules.E01, { file: path, line: 1 }, `no DEVICE in the file of ${kind === 'interface' ? 'a NIC' : `a ${kind}`}`, { fix: `add DEVICE=${suffix}`,
    reality: byMac ? '6 and 7 take the NIC that has the HWADDR; 5 takes none' : without[kind], ...(byMac && view.release !== 'el5' ? { severity: 'warning' as const } : {}) })
})

const copies = (view: View): LintFinding[] => Object.keys(view.files).filter((path) => path.startsWith(`${scripts}/ifcfg-`) && !/\/ifcfg-lo$/.test(path)).flatMap((path) => {
  const name = baseName(path)
  const on = releasesOf(view).filter((release) => isLive(path, release))
  const [first] = on
  if (copyName.test(name) && first !== undefined) {
    const device = view.configs.find((config) => config.path === path)?.device ?? name.slice(6)
    return [found(nameRules.E17, { file: path, line: 1 }, `${name} looks like a copy, and is live${view.release === undefined && on.length < 3 ? ` on ${on.join(' and ')}` : ''}`, {
      reality: `the network scripts start ${device} by it as well: names sort it after the real file, and what it says wins or is mixed in`, fix: 'move it out of network-scripts, for example to /root' })]
  }
  return copyName.test(name) || !isLive(path, undefined) ? [found(nameRules.E17, { file: path }, `${name} is a copy`, { severity: 'note',
    reality: 'the network scripts skip it; other programs that read the folder may not', fix: 'keep copies outside of network-scripts' })] : []
})

/** Two live files for one device, neither of which looks like a copy. */
const twice = (view: View): LintFinding[] => {
  const own = view.configs.filter(({ kind, path }) => kind !== 'alias' && !copyName.test(path))
  return own.flatMap(({ device, path }, index) => {
    const other = own.slice(0, index).find((before) => before.device === device)?.path
    return other === undefined ? [] : [found(nameRules.E17, placeOf(view, path, 'DEVICE'), `${baseName(path)} and ${baseName(other)} both configure ${device}`, {
      reality: 'both are started, in the order of their names: what the second says wins or is mixed in', fix: 'keep one of them in network-scripts' })]
  })
}

/** Whether each file names its device, and each device has one file. */
export const nameFindings = (view: View): LintFinding[] => [...withoutDevice(view), ...copies(view), ...twice(view)]
