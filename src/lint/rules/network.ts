import { releaseFindings } from '../../backends/ifcfg/check.ts'
import { globalFile } from '../../backends/ifcfg/paths.ts'
import type { RedHatRelease } from '../../model/facts.ts'
import { networkFindings, type NetworkFinding } from '../../model/rules.ts'
import { found, type LintFinding, type Place, type Rule } from '../finding.ts'
import { configOf, lineOf, placeOf, releasesOf, type View } from '../subject.ts'
import { inReality } from './reality.ts'
import { inFileWords } from './words.ts'

export const networkRules = {
  E23: {
    code: 'E23', severity: 'error', what: 'an MTU larger than that of the device below',
    reality: 'the kernel refuses it, ifup says "[OK]" all the same: large packets are lost', fix: 'set the MTU on the bond and the NICs too', source: 'seen running',
  },
} as const satisfies Record<string, Rule>

const bondFields = ['mode', 'miimon', 'updelay', 'downdelay', 'lacpRate', 'xmitHashPolicy', 'primary', 'arpInterval', 'arpIpTarget', 'options', 'switch']

/** The key of an ifcfg file that holds a field of the network. */
const keyOf: Readonly<Record<string, string>> = {
  gateway: 'GATEWAY', dhcp: 'BOOTPROTO', mtu: 'MTU', mac: 'HWADDR', parent: 'PHYSDEV', id: 'VID', stp: 'STP', forwardDelay: 'DELAY', helloTime: 'BRIDGING_OPTS', maxAge: 'BRIDGING_OPTS',
  ethtool: 'ETHTOOL_OPTS', ...Object.fromEntries(bondFields.map((field) => [field, 'BONDING_OPTS'])),
}

/** The place of an address: the device's own file or an alias of it. */
const addressPlace = (view: View, device: string, what: string): Place => {
  const files = view.configs.filter((config) => config.device === device)
  const places = files.flatMap(({ path, values }) => [...values].filter(([key, value]) => /^(IPADDR\d*|IPV6ADDR)$/.test(key) && value !== '').map(([key, value]) => ({ path, key, value })))
  const hit = places.find(({ value }) => what.includes(value.split('/')[0] ?? value)) ?? places[0]
  return placeOf(view, hit?.path ?? files[0]?.path ?? globalFile, hit?.key ?? 'DEVICE')
}

const placeIn = (view: View, { keys, what }: NetworkFinding): Place => {
  const [, device = '', field = ''] = keys
  if (field === 'addresses') return addressPlace(view, device, what)
  const path = configOf(view, device)?.path ?? globalFile
  const key = keyOf[field] ?? 'DEVICE'
  if (key === 'GATEWAY' && lineOf(view.files[path]?.content ?? '', 'GATEWAY') === undefined && view.globals.has('GATEWAY')) return placeOf(view, globalFile, 'GATEWAY')
  return placeOf(view, path, key)
}

const fieldsOf = (finding: { readonly path: string }): NetworkFinding['keys'] => ('keys' in finding && Array.isArray(finding.keys) ? finding.keys.map(String) : [finding.path])

/** What a release has against the network. Where the release is not known, what one alone has is a warning. */
const ofReleases = (view: View): NetworkFinding[] => {
  const own = (release: RedHatRelease | undefined): NetworkFinding[] => releaseFindings(view.network, release).map((finding) => ({ ...finding, keys: fieldsOf(finding) }))
  if (view.release !== undefined) return releasesOf(view).flatMap(own)
  const sure = own(undefined)
  const known = new Set(sure.map(({ what }) => what))
  const maybe = releasesOf(view).flatMap(own).filter(({ what }) => !known.has(what)).map((finding) => ({ ...finding, severity: 'warning' as const }))
  return [...sure, ...new Map(maybe.map((finding) => [finding.what, finding])).values()]
}

/** One rule says one thing of one place once: the gravest. */
const gravest = (findings: readonly NetworkFinding[]): NetworkFinding[] => findings.filter(({ rule, path, severity }) => severity === 'error' || rule === undefined
  || !findings.some((other) => other.rule === rule && other.path === path && other.severity === 'error'))

/** What stands in the way of verification alone, and what the rules of the files tell more exactly. */
const toldElsewhere = /^verification reads|^kernels of el5 and el6 have no hash policy|^el5 reads no setting for | stands on \S+, which is not declared$/

/**
 * What the network that the files stand for could not be on any host, or on this release, each at the line that says it.
 *
 * @param ruleOf the rule of a code; codes that are not in the table have none
 */
export const networkFileFindings = (view: View, ruleOf: (code: string | undefined) => Rule): LintFinding[] => {
  if (view.configs.length === 0) return []
  // A line that cannot be read leaves the default: told once, at that line.
  const unread = ({ keys: [, device = '', field = ''], what }: NetworkFinding): boolean => {
    const key = /has no mac/.test(what) ? 'HWADDR' : keyOf[field]
    return key !== undefined && (configOf(view, device)?.problems ?? []).some(({ text }) => text.includes(`${key}=`))
  }
  return gravest([...networkFindings(view.network), ...ofReleases(view)]).filter((finding) => !toldElsewhere.test(finding.what) && !unread(finding)).map((finding) => {
    const rule = ruleOf(finding.rule)
    return found(rule, placeIn(view, finding), inFileWords(finding.what), { severity: finding.severity, fix: inFileWords(finding.next), ...inReality(finding.what, finding.severity, rule) })
  })
}
