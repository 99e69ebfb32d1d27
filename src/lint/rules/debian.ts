import { releaseFindings } from '../../backends/ifupdown/check.ts'
import { deviceOf, optionName, readConfigs, type Config } from '../../backends/ifupdown/configs.ts'
import { readInterfaces, type Interfaces } from '../../backends/ifupdown/interfaces.ts'
import { parseNetwork } from '../../backends/ifupdown/parse.ts'
import { folder, mainFile } from '../../backends/ifupdown/paths.ts'
import type { Iface } from '../../backends/ifupdown/stanzas.ts'
import { networkFindings, type NetworkFinding } from '../../model/rules.ts'
import { fieldOf } from '../../model/rules/bondOptions.ts'
import { found, type LintFinding, type Place, type Rule } from '../finding.ts'
import { namesOf } from '../quotes.ts'
import { baseName, numbered, type View } from '../subject.ts'
import { inReality } from './reality.ts'
import { syntaxRules } from './syntax.ts'
import { inFileWords } from './words.ts'

export const debianRules = {
  D01: {
    code: 'D01', severity: 'error', what: '/etc/network/interfaces with a line outside of a stanza, an option without value, an unknown method or family',
    reality: 'ifup gives the whole file up ("misplaced option", "couldn\'t read interfaces file"): at the next boot no interface is started, loopback included',
    fix: 'put the line into its stanza, or take it out; try it: ifup -n -a -i FILE', source: 'seen running, ifupdown 0.8.41',
  },
  D02: {
    code: 'D02', severity: 'warning', what: 'a stanza that nothing starts, or a name that is started and has no stanza; a static stanza without address; one option twice',
    reality: 'without `auto` or `allow-hotplug` an interface stays down at boot; for a name without stanza ifup says "unknown interface" and fails; an option that is there twice is handed on as two lines',
    fix: 'add `auto NAME`, or the stanza; correct the option\'s name', source: 'seen running, ifupdown 0.8.41',
  },
  D03: {
    code: 'D03', severity: 'error', what: 'a copy in /etc/network/interfaces.d that a `source` reads, or a file there that nothing reads',
    reality: '`source /etc/network/interfaces.d/*` reads every name, .bak too, so that a device has two stanzas; `source-directory` skips every name with a dot in it',
    fix: 'move copies elsewhere; name files with letters, digits, _ and - alone for source-directory', source: 'interfaces(5)',
  },
} as const satisfies Record<string, Rule>

const methods: Readonly<Record<string, readonly string[]>> = {
  inet: ['loopback', 'static', 'manual', 'dhcp', 'bootp', 'ppp', 'wvdial', 'tunnel', 'ipv4ll'],
  inet6: ['loopback', 'auto', 'static', 'manual', 'dhcp', 'v4tunnel', '6to4'],
}

const lineIn = (view: View, { path, from, to }: Iface, ...names: readonly string[]): Place => {
  const lines = (view.files[path]?.content ?? '').split('\n').slice(from, to)
  const at = names.flatMap((name) => lines.findIndex((line) => optionName(line.trim().split(/\s/)[0] ?? '') === name)).find((index) => index >= 0)
  return { file: path, line: from + 1 + (at ?? 0) }
}

/** Lines that belong to no stanza: what ifup calls misplaced. */
const misplaced = (view: View, { stanzas }: Interfaces): LintFinding[] => [...new Set(stanzas.map(({ path }) => path)), ...(stanzas.length === 0 && view.files[mainFile] ? [mainFile] : [])].flatMap((path) => {
  const covered = stanzas.filter((stanza) => stanza.path === path)
  let continued = false
  return numbered(view.files[path]?.content ?? '').flatMap(([line, text]) => {
    const isComment = !continued && /^\s*#/.test(text)
    const skip = text.trim() === '' || isComment || continued
    continued = !isComment && text.trimEnd().endsWith('\\')
    return skip || covered.some(({ from, to }) => line > from && line <= to) ? [] : [found(debianRules.D01, { file: path, line }, `${JSON.stringify(text.trim().slice(0, 80))} stands in no stanza`)]
  })
})

const broken = (view: View, ifaces: readonly Iface[]): LintFinding[] => ifaces.flatMap((iface) => {
  const { family, method, inherits, name, options, from, path } = iface
  const place = { file: path, line: from + 1 }
  const known = methods[family]
  const single = options.map(([key]) => optionName(key)).filter((key) => !['up', 'down', 'pre_up', 'post_down', 'dns_nameservers', 'dns_nameserver'].includes(key))
  const twice = single.find((key, index) => single.indexOf(key) < index && ['address', 'netmask', 'gateway', 'mtu'].includes(key))
  const bare = method === 'static' && inherits === undefined && !single.includes('address')
  const near = bare ? options.find(([key]) => /^add?re?s+e?$/i.test(key) && key !== 'address')?.[0] : undefined
  return [
    ...(inherits === undefined && (family === '' || (known !== undefined && !known.includes(method))) ? [found(debianRules.D01, place, `iface ${name}: ${family === '' ? 'no family' : `${family} has no method ${method || '(none)'}`}`, { fix: 'write iface NAME inet static, manual or dhcp' })] : []),
    ...options.filter(([, value]) => value === '').map(([key]) => found(debianRules.D01, lineIn(view, iface, optionName(key)), `${key} of ${name} has no value`, { fix: 'give it one, or take it out' })),
    ...(bare ? [found(debianRules.D02, place, `${name} is static and has no address${near === undefined ? '' : `, but ${near}`}`, { severity: 'error', reality: 'ifup says "missing required variable: address", and the interface stays down', fix: near === undefined ? 'add address' : `write address in the place of ${near}` })] : []),
    ...(twice === undefined ? [] : [found(debianRules.D02, lineIn(view, iface, twice), `${twice} stands twice in the stanza of ${name}`, { severity: 'error', reality: 'ifup joins both by a line end: the command that it runs with them is broken', fix: 'keep one; a second address has an iface stanza of its own' })]),
  ]
})

const unstarted = ({ stanzas }: Interfaces, configs: readonly Config[], ifaces: readonly Iface[]): LintFinding[] => {
  const names = new Set(ifaces.map(({ name }) => name))
  const used = new Set(configs.flatMap(({ stanzas: own }) => own.flatMap(({ options }) => options.flatMap(([key, value]) => (['bond_slaves', 'slaves', 'bridge_ports', 'vlan_raw_device'].includes(optionName(key)) ? value.split(/\s+/) : [])))))
  const bonded = new Set(configs.filter(({ stanzas: own }) => own.some(({ options }) => options.some(([key]) => optionName(key) === 'bond_master'))).map(({ device }) => device))
  const renamed = stanzas.some(({ kind }) => kind === 'renaming')
  return [
    ...configs.filter(({ device, started }) => !started && !used.has(device) && !bonded.has(device)).map(({ device, stanzas: own }) => found(debianRules.D02, { file: own[0]?.path ?? mainFile, line: (own[0]?.from ?? 0) + 1 }, `nothing starts ${device}`, { fix: `add auto ${device}` })),
    ...(renamed ? [] : stanzas.flatMap((stanza) => (stanza.kind === 'selection' && (stanza.word === 'auto' || stanza.word === 'allow-hotplug') ? stanza.names.filter((name) => !/[/*=]/.test(name) && !names.has(name) && name !== 'lo').map((name) =>
      found(debianRules.D02, { file: stanza.path, line: stanza.from + 1 }, `${stanza.word} ${name}, and there is no stanza of ${name}`, { severity: stanza.word === 'auto' ? 'error' : 'warning', reality: `ifup says "unknown interface ${name}", and fails`, fix: `add iface ${name}, or take the name out` })) : []))),
  ]
}

const copy = /(~|\.(bak|old|orig|save|saved|backup|disabled|dpkg-\w+|\d{6,}))$/

const copies = ({ files }: View, { stanzas }: Interfaces): LintFinding[] => {
  const read = new Set(stanzas.map(({ path }) => path))
  return Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).flatMap((path) => {
    if (read.has(path) && copy.test(path)) return [found(debianRules.D03, { file: path, line: 1 }, `${baseName(path)} looks like a copy, and is read`, { fix: `move it out of ${folder}` })]
    return read.has(path) || copy.test(path) || !/^\s*(iface|auto|allow-)/m.test(files[path]?.content ?? '') ? [] : [found(debianRules.D03, { file: path, line: 1 }, `${baseName(path)} has stanzas, and nothing reads it`, { severity: 'warning', reality: `no \`source\` of ${mainFile} takes its name: source-directory skips names with a dot`, fix: 'give it a name that is read, or add a source line' })]
  })
}

/** The options of a stanza that hold a field of the network. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  addresses: ['address'], gateway: ['gateway'], dhcp: [], mtu: ['mtu'], slaves: ['bond_slaves', 'slaves'], ports: ['bridge_ports'], parent: ['vlan_raw_device'], stp: ['bridge_stp'], forwardDelay: ['bridge_fd'],
  ...Object.fromEntries(Object.entries(fieldOf).map(([option, field]) => [field, [`bond_${option}`]])),
}

const placeIn = (view: View, configs: readonly Config[], { keys, what }: NetworkFinding): Place => {
  const [, device = '', field = '', option = ''] = keys
  const stanzas = configs.find((config) => config.device === device)?.stanzas ?? []
  const names = field === 'options' ? [`bond_${option}`] : (optionsOf[field] ?? [])
  const has = (iface: Iface): boolean => iface.options.some(([key, value]) => names.includes(optionName(key)) && (field !== 'addresses' || what.includes(value.split('/')[0] ?? value)))
  const iface = stanzas.find(has) ?? stanzas[0]
  return iface === undefined ? { file: mainFile, line: 1 } : lineIn(view, iface, ...names)
}

/** Members without a stanza of their own are NICs that ifenslave and bridge-utils take as they are. */
const onlyUnnamed = ({ what, rule }: NetworkFinding): boolean => rule === 'E15' && / is not declared( under interfaces|$)/.test(what)

/** What is wrong in /etc/network/interfaces and what it sources. */
export const debianFindings = (view: View, ruleOf: (code: string | undefined) => Rule): LintFinding[] => {
  if (view.files[mainFile] === undefined) return []
  const interfaces = readInterfaces(view.files)
  const ifaces = interfaces.stanzas.filter((stanza) => stanza.kind === 'iface')
  const configs = readConfigs(view.files)
  const network = parseNetwork(view.files)
  const read = [...new Set([mainFile, ...interfaces.stanzas.map(({ path }) => path)])]
  return [
    ...misplaced(view, interfaces),
    ...broken(view, ifaces.filter(({ name }) => deviceOf(name) !== 'lo')),
    ...unstarted(interfaces, configs, ifaces),
    ...copies(view, interfaces),
    ...read.flatMap((path) => numbered(view.files[path]?.content ?? '').filter(([, text]) => /[^\x00-\x7f]/.test(text.replace(/#.*$/, ''))).map(([line, text]) =>
      found(syntaxRules.E03, { file: path, line }, `${JSON.stringify(text.trim().slice(0, 80))} holds ${namesOf(text)}, which is no ASCII`, { reality: 'they are part of the value that the scripts are given' }))),
    ...[...networkFindings(network), ...releaseFindings(network)].map((finding) => ({ ...finding, keys: 'keys' in finding && Array.isArray(finding.keys) ? finding.keys.map(String) : [finding.path] })).filter((finding) => !onlyUnnamed(finding)).map((finding) => {
      const rule = ruleOf(finding.rule)
      return found(rule, placeIn(view, configs, finding), inFileWords(finding.what), { severity: finding.severity, fix: inFileWords(finding.next), ...inReality(finding.what, finding.severity, rule) })
    }),
  ]
}
