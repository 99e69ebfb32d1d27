import { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Inventory } from './inventory.ts'
import { didYouMean } from './nearest.ts'

/**
 * The hosts that a `--limit` means, in the inventory's order.
 *
 * Patterns stand between commas or colons: a host, a group, `all`, or a glob (`*`, `?`, `[abc]`, `[0-9]`) over both. `!PATTERN`
 * takes away and `&PATTERN` keeps only those, after all others, whatever the order; with nothing else, of all hosts.
 *
 * @throws FleetError kind usage: a pattern that fits no host and no group, or a selection that leaves none
 * @example selectHosts(inventory, 'ovm,!virtual9')
 */
export const selectHosts = (inventory: Pick<Inventory, 'name' | 'hosts' | 'groups'>, limit?: string): Host[] => {
  if (limit === undefined) return [...inventory.hosts]
  const patterns = limit.split(/[,:]/).map((pattern) => pattern.trim()).filter((pattern) => pattern !== '')
  if (patterns.length === 0) throw fail('expected hosts or groups after --limit, found nothing', "for example --limit 'ovm,!virtual9'")
  const meant = patterns.map((pattern) => ({ sign: pattern[0], names: resolve(inventory, pattern.replace(/^[!&]\s*/, '')) }))
  const plain = meant.filter(({ sign }) => sign !== '!' && sign !== '&')
  const left = inventory.hosts.filter(({ name }) =>
    (plain.length === 0 || plain.some(({ names }) => names.has(name))) &&
    meant.every(({ sign, names }) => (sign === '&' ? names.has(name) : sign !== '!' || !names.has(name))))
  if (left.length > 0) return left
  throw fail(
    `expected --limit to leave a host, \`${limit}\` leaves none of ${inventory.hosts.length} in ${inventory.name}`,
    'look at what each pattern takes away: `!` excludes, `&` keeps only what fits both',
  )
}

const fail = (what: string, next: string): FleetError => new FleetError({ kind: 'usage', what, next: [next] })

const resolve = ({ name: inventory, hosts, groups }: Pick<Inventory, 'name' | 'hosts' | 'groups'>, pattern: string): ReadonlySet<string> => {
  const names = hosts.map(({ name }) => name)
  if (pattern === 'all' || pattern === '*') return new Set(names)
  const isGlob = /[*?[]/.test(pattern)
  const fits = isGlob ? glob(pattern) : (name: string) => name === pattern
  const found = [...names.filter(fits), ...Object.keys(groups).filter(fits)]
  if (found.length > 0) return new Set(found.flatMap((name) => (Object.hasOwn(groups, name) ? groups[name] ?? [] : [name])))
  const [near] = didYouMean(pattern, [...names, ...Object.keys(groups)])
  const some = `${names.slice(0, 5).join(', ')}${names.length > 5 ? `, … (${names.length})` : ''}`
  throw fail(
    `--limit: no host and no group ${isGlob ? 'fits' : 'is called'} \`${pattern}\` in ${inventory}`,
    near ?? `groups are ${Object.keys(groups).join(', ') || 'none'}, hosts ${some}`,
  )
}

/** A shell glob as a test of whole names; a bracket that never closes is itself. */
const glob = (pattern: string): ((name: string) => boolean) => {
  const source = pattern.replaceAll(/\[(!?)([^\]/]+)\]|[\s\S]/g, (text: string, not: string | undefined, set: string | undefined) => {
    if (set !== undefined) return `[${not ? '^' : ''}${set.replaceAll(/[\\\]^[]/g, String.raw`\$&`)}]`
    return text === '*' ? '.*' : text === '?' ? '.' : text.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
  })
  try {
    const expression = new RegExp(`^${source}$`, 's')
    return (name) => expression.test(name)
  } catch {
    return () => false // a range that runs backwards: [z-a]
  }
}
