import { found, type LintFinding, type Rule } from '../finding.ts'
import { numbered, type View } from '../subject.ts'
import { managementRules } from './management.ts'

export const xenserverRules = {
  X10: {
    code: 'X10', severity: 'error', what: 'xe bond-create with a mode that is none, a hashing algorithm under another name, or properties in another mode than lacp',
    reality: 'xapi answers INVALID_VALUE and makes no bond',
    fix: 'mode=active-backup, balance-slb or lacp; with lacp alone properties:hashing_algorithm=src_mac or tcpudp_ports', source: 'xapi_bond.ml:279',
  },
  X11: {
    code: 'X11', severity: 'warning', what: '`service xapi restart` to hand the master\'s bonds on, or the advice to move the management address by hand',
    reality: 'members copy the bonds by the position of their PIFs, and errors are only logged; since 6.0 Bond.create moves the address and the management interface itself',
    fix: 'xe-toolstack-restart, one member at a time; then compare, and reconfigure only what is wrong', source: 'xapi.ml:1367, xapi_bond.ml:516-522',
  },
} as const satisfies Record<string, Rule>

const isNotes = (path: string): boolean => /^\/xe[^/]*$/.test(path)

const created = (path: string, line: number, text: string): LintFinding[] => {
  const [, mode] = /\bmode=(\S+)/.exec(text) ?? []
  const hashing = [...text.matchAll(/\b(?:properties[:-])([\w-]+)=(\S+)/g)].map(([, key = '', value = '']) => ({ key, value }))
  return [
    ...(mode !== undefined && !['active-backup', 'balance-slb', 'lacp'].includes(mode) ? [found(xenserverRules.X10, { file: path, line }, `xe has no bond mode ${mode}`)] : []),
    ...hashing.flatMap(({ key, value }) => (key !== 'hashing_algorithm' ? [found(xenserverRules.X10, { file: path, line }, `properties:${key} is no property of a bond`, { fix: 'write properties:hashing_algorithm' })]
      : !['src_mac', 'tcpudp_ports'].includes(value) ? [found(xenserverRules.X10, { file: path, line }, `hashing_algorithm=${value} is none`)] : [])),
    ...(hashing.length > 0 && mode !== 'lacp' ? [found(xenserverRules.X10, { file: path, line }, `properties with mode ${mode ?? 'balance-slb'}`)] : []),
  ]
}

/** Notes and commands of `xe` beside a pool's files: names that begin with xe. */
export const xenserverFindings = ({ files }: View): LintFinding[] => Object.values(files).filter(({ path, binary }) => isNotes(path) && !binary).flatMap(({ path, content }) => numbered(content).flatMap(([line, text]) => [
  ...(/\bxe\s+bond-create\b/.test(text) ? created(path, line, text) : []),
  ...(/\bservice xapi restart\b|management interface of each host must.*manually/i.test(text) ? [found(xenserverRules.X11, { file: path, line }, 'the members are to take the bonds over by `service xapi restart`')] : []),
  ...(/^eth\d+\s+eth\d+\s+Management\b/i.test(text.trim()) ? [found(managementRules.E19, { file: path, line }, `the management interface is to be bonded: ${text.trim().split(/\s+/).slice(0, 2).join(', ')}`, { severity: 'note', fix: 'create it last, one host at a time, with a way back that does not need the connection' })] : []),
]))
