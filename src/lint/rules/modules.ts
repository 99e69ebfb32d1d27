import { readMode } from '../../backends/bondingOptions.ts'
import { modprobeConf } from '../../backends/ifcfg/paths.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { baseName, numbered, type View } from '../subject.ts'

export const moduleRules = {
  E09: {
    code: 'E09', severity: 'warning', what: 'options of the bonding module, or max_bonds, beside BONDING_OPTS; modes that disagree; on RHEL 5 a bond without its alias',
    reality: 'BONDING_OPTS wins; `options bond0` acts only if the module is first loaded through that alias and BONDING_OPTS is empty; max_bonds=2 with one ifcfg file leaves a stray bond1 in balance-rr',
    fix: 'keep `alias bond0 bonding` alone (RHEL 5), and all options in BONDING_OPTS', source: 'Red Hat Networking Guide, "Create a Channel Bonding Interface"; initscripts 8.45.25 and 8.45.30; seen running',
  },
} as const satisfies Record<string, Rule>

const isModprobe = (path: string): boolean => path === modprobeConf || /^\/etc\/modprobe\.d\/[^/]+$/.test(path)

/** What modprobe's files say of bonding beside the bonds' own files. */
export const moduleFindings = (view: View): LintFinding[] => {
  const bonds = view.configs.filter(({ kind }) => kind === 'bond')
  const files = Object.values(view.files).filter(({ path }) => isModprobe(path))
  const lines = files.flatMap(({ path, content }) => numbered(content).map(([line, text]) => ({ path, line, words: text.trim().split(/\s+/) })))
  const aliases = new Set(lines.flatMap(({ words: [verb, name, module] }) => (verb === 'alias' && module === 'bonding' && name !== undefined ? [name] : [])))
  const old = files.find(({ path }) => path === modprobeConf)
  return [
    ...lines.flatMap(({ path, line, words: [verb, name = '', ...words] }) => {
      if (verb !== 'options' || (name !== 'bonding' && !/^bond\d+$/.test(name))) return []
      const beside = bonds.filter(({ device, values }) => (name === 'bonding' || name === device) && values.get('BONDING_OPTS'))
      return words.flatMap((word): LintFinding[] => {
        const [key = '', value = ''] = word.split('=', 2)
        if (key === 'max_bonds') return [found(moduleRules.E09, { file: path, line }, `${word} in ${baseName(path)}`, { reality: `the driver makes ${value} bonds by itself when it is loaded: one without a file of its own stays behind as a stray balance-rr, down`, fix: beside.length > 0 ? 'take it out: BONDING_OPTS makes each bond' : 'take it out, and give each bond BONDING_OPTS' })]
        const differs = beside.filter(({ values }) => key === 'mode' && readMode(/(?:^|\s)mode=(\S+)/.exec(values.get('BONDING_OPTS') ?? '')?.[1]) !== readMode(value))
        if (differs.length > 0) return [found(moduleRules.E09, { file: path, line }, `${word} disagrees with ${differs.map(({ device, values }) => `${/(?:^|\s)(mode=\S+)/.exec(values.get('BONDING_OPTS') ?? '')?.[1] ?? 'no mode'} of ${device}`).join(' and ')}`, { reality: 'BONDING_OPTS wins, and who reads this file believes another mode', fix: `take ${word} out` })]
        return beside.length > 0 ? [found(moduleRules.E09, { file: path, line }, `${word} beside BONDING_OPTS of ${beside.map(({ device }) => device).join(' and ')}`, { reality: 'BONDING_OPTS wins', fix: `take ${word} out` })] : []
      })
    }),
    ...(view.release !== 'el5' || (old === undefined && view.facts === undefined) ? [] : bonds.filter(({ device }) => !aliases.has(device)).map(({ device, values }) =>
      found(moduleRules.E09, { file: modprobeConf, line: 1 }, `no \`alias ${device} bonding\``, { severity: values.get('BONDING_OPTS') ? 'warning' : 'error',
        reality: `${values.get('BONDING_OPTS') ? 'initscripts before 8.45.30' : 'RHEL 5'} cannot load the driver for ${device}: it FAILS, VLANs on it say "[OK]"`, fix: `add alias ${device} bonding` }))),
  ]
}
