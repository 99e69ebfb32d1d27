import { backends } from '../backends/index.ts'
import type { Examined } from '../inventory/index.ts'
import { FleetError, type SourcePosition } from '../model/errors.ts'
import { isDebian, isRedHat } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { networkFindings } from '../model/rules.ts'
import type { Finding } from '../model/backend.ts'
import { found, sorted, type LintFinding, type Place } from './finding.ts'
import { inventoryRules } from './rules/inventory.ts'
import { managementBonds, managementRules } from './rules/management.ts'
import { inReality } from './rules/reality.ts'
import { ruleOf } from './table.ts'

const placeOf = (position: SourcePosition | undefined, path: string): Place => (position === undefined ? { file: path } : { file: position.file, ...(position.line === undefined ? {} : { line: position.line }) })

/** What the host's platform, as far as it is declared, has against its network. */
const checked = (host: Host): readonly Finding[] => {
  const { backend: name, release } = host.platform
  const backend = backends.find((own) => own.name === (name ?? (isRedHat(release) ? 'ifcfg' : isDebian(release) ? 'ifupdown' : undefined)))
  return backend?.check(host) ?? networkFindings(host.network)
}

const keysOf = (finding: Finding): readonly string[] => ('keys' in finding && Array.isArray(finding.keys) ? finding.keys.map(String) : [finding.path])

/** The same of several hosts once, with their names. */
const together = (findings: readonly LintFinding[]): LintFinding[] => {
  const alike = new Map<string, LintFinding>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.file, finding.line, finding.code, finding.what])
    const known = alike.get(key)
    alike.set(key, known === undefined ? finding : { ...known, hosts: [...new Set([...(known.hosts ?? []), ...(finding.hosts ?? [])])] })
  }
  return sorted([...alike.values()])
}

/** Complaints of the schema and of the fleet that are a rule's, by what they say of which path. */
const coded: readonly (readonly [code: string, what: RegExp, path: RegExp])[] = [
  ['E05', /^expected /, /\.interfaces\..+\.mac$/],
  ['E17', /^expected /, /\.vlans\..+\.id$/],
  ['E15', /^expected /, /\.bonds\..+\.slaves$/],
  ['E08', /^expected /, /\.bonds\..+\.(mode|miimon|updelay|downdelay|lacpRate|xmitHashPolicy|primary|arpInterval|arpIpTarget)$/],
  ['E05', /^the MAC address /, /./],
  ['E12', /^the address .* belongs to /, /./],
]

const ofError = ({ position, path, host, what, next }: FleetError): LintFinding => {
  const code = coded.find(([, said, at]) => said.test(what) && at.test(path ?? ''))?.[0]
  return found(code === undefined ? inventoryRules.I01 : ruleOf(code), placeOf(position, path ?? 'inventory'), what, { severity: 'error', fix: next.join('; '), ...(host === undefined ? {} : { hosts: [host] }) })
}

/** What is wrong in an inventory: what keeps it from being read, and what its hosts' platforms have against their networks. */
export const lintInventory = ({ errors, hosts }: Examined): LintFinding[] => together([
  ...errors.map(ofError),
  ...hosts.flatMap(({ host, origin }) => {
    const at = (keys: readonly string[]): Place => { const { position, path } = origin(['network', ...keys]); return placeOf(position, path) }
    const bonds = host.acknowledge.includes('bmc') ? [] : managementBonds(host.network)
    return [
      ...checked(host).map((finding) => found(ruleOf(finding.rule), at(keysOf(finding)), finding.what, { severity: finding.severity, ...inReality(finding.what, finding.severity, ruleOf(finding.rule)), fix: finding.next, hosts: [host.name] })),
      ...bonds.map((bond) => found(managementRules.E19, at(['bonds', bond]), `the host is reached over ${bond}`, { severity: 'note', hosts: [host.name],
        fix: 'apply goes back by itself; should its NICs be shared with a management controller, turn the firmware off and say acknowledge: [bmc]' })),
    ]
  }),
])
