import { orderTargets } from '../backends/bondingOptions.ts'
import { readConfigs, type Config } from '../backends/ifcfg/configs.ts'
import { globalFile, isLive, scriptFile } from '../backends/ifcfg/paths.ts'
import { readAssignments } from '../backends/ifcfg/shell.ts'
import { parseAddress, prefixOf } from '../model/address.ts'
import { mendQuotes } from './quotes.ts'
import { dropsTarget, targetsOf } from './rules/bonding.ts'
import { copyName } from './rules/names.ts'
import type { Subject } from './subject.ts'

/** A file that `--fix` would write. */
export interface Mended {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A line with what is safe to mend in it mended, or undefined where the line goes. */
type MendLine = (line: string, config: Config | undefined) => string | undefined

const mendComment: MendLine = (line) => (/^\s*#/.test(line) ? line.replace(/(DEVICE|TYPE|SLAVE)=\s*/g, '$1 = ') : line)

/** The line with another value for its only key, in the quotes that it had. */
const withValue = (line: string, key: string, value: string): string => {
  const [, head = '', tail = ''] = new RegExp(`^(\\s*(?:export\\s+)?${key}=)(?:"[^"]*"|'[^']*'|[^\\s#'"]*)(\\s*(?:#.*)?)$`).exec(line) ?? []
  if (head === '') return line
  return `${head}${/^[\w.:/,+-]*$/.test(value) ? value : `"${value}"`}${tail}`
}

const only = (line: string, key: string): string | undefined => {
  const { values, problems } = readAssignments(line)
  return problems.length === 0 && values.size === 1 ? values.get(key) : undefined
}

const mendType: MendLine = (line) => (/^bridge$/i.test(only(line, 'TYPE') ?? '') && only(line, 'TYPE') !== 'Bridge' ? withValue(line, 'TYPE', 'Bridge') : line)

const mendStp: MendLine = (line) => {
  const stp = only(line, 'STP')
  return stp !== undefined && stp !== stp.toLowerCase() && ['on', 'off', 'yes', 'no'].includes(stp.toLowerCase()) ? withValue(line, 'STP', stp.toLowerCase()) : line
}

const mendMaster: MendLine = (line) => {
  const master = only(line, 'MASTER')
  return master !== undefined && /^[\w.-]+$/.test(master) && /MASTER='/.test(line) ? withValue(line, 'MASTER', master) : line
}

const mendOptions: MendLine = (line) => {
  const options = only(line, 'BONDING_OPTS')
  if (options === undefined) return line
  const words = options.split(/\s+/).filter((word) => word !== '')
  const modes = words.filter((word) => word.startsWith('mode='))
  const targets = targetsOf(options)
  const ordered = dropsTarget(targets) ? words.map((word) => (word.startsWith('arp_ip_target=') ? `arp_ip_target=${orderTargets(targets).join(',')}` : word)) : words
  const first = modes.length === 1 && !(ordered[0] ?? '').startsWith('mode=') ? [...modes, ...ordered.filter((word) => !word.startsWith('mode='))] : ordered
  // As written, where nothing is to be mended: blanks are a matter of taste.
  return first.join(' ') === words.join(' ') ? line : withValue(line, 'BONDING_OPTS', first.join(' '))
}

/** BROADCAST and NETWORK that are not those of address and mask go. */
const mendEnds: MendLine = (line, config) => {
  const key = ['BROADCAST', 'NETWORK'].find((name) => only(line, name) !== undefined)
  const { values } = config ?? {}
  const length = values?.get('PREFIX') ?? prefixOf(values?.get('NETMASK') ?? '')
  const own = length === undefined ? undefined : parseAddress(`${values?.get('IPADDR') ?? ''}/${length}`)
  if (key === undefined || own?.family !== 4) return line
  const host = (1n << BigInt(32 - own.prefix)) - 1n
  const wanted = key === 'BROADCAST' ? own.value | host : own.value & ~host
  return parseAddress(only(line, key) ?? '')?.value === wanted ? line : undefined
}

const menders: readonly MendLine[] = [mendQuotes, mendComment, mendType, mendStp, mendMaster, mendOptions, mendEnds]

const mendLine: MendLine = (line, config) => menders.reduce<string | undefined>((mended, mend) => (mended === undefined ? undefined : mend(mended, config)), line)

/** DEVICE= after the comments at the top, where the file's name is a device's and nothing in it speaks of another. */
const withDevice = (lines: readonly string[], config: Config | undefined): string[] => {
  const { kind, values, suffix = '', path = '', problems = [] } = config ?? {}
  if (kind === undefined || kind === 'alias' || values?.has('DEVICE') === true || copyName.test(path) || !/^[A-Za-z][\w.-]{0,14}$/.test(suffix) || problems.some(({ text }) => text.includes('DEVICE='))) return [...lines]
  const at = lines.findIndex((line) => !/^\s*(#|$)/.test(line))
  return lines.toSpliced(at === -1 ? lines.length : at, 0, `DEVICE=${suffix}`)
}

const mendedText = (content: string, config: (content: string) => Config | undefined): string => {
  const unix = content.replaceAll('\r\n', '\n')
  const lines = unix.split('\n')
  const first = lines.flatMap((line) => mendLine(line, config(unix)) ?? [])
  return withDevice(first, config(first.join('\n'))).join('\n')
}

/**
 * What is safe to mend in the files of the network scripts, and nothing else: what the author can only have meant one
 * way. Doing it twice changes nothing more.
 *
 * @example fixes({ files: { [path]: file('TYPE=bridge\n') }, release: 'el5' })[0]?.after // DEVICE=xenbr0\nTYPE=Bridge\n
 */
export const fixes = ({ files, release }: Subject): Mended[] => Object.values(files).flatMap((file) => {
  const { path, content, binary, symlink } = file
  const kind = scriptFile(path)?.kind
  if (binary || symlink !== undefined || !(path === globalFile || ((kind === 'ifcfg' || kind === 'alias') && isLive(path, release)))) return []
  const after = mendedText(content, (text) => readConfigs({ [path]: { ...file, content: text } }, release)[0])
  return after === content ? [] : [{ path, before: content, after }]
})
