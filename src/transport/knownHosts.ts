import { createHmac } from 'node:crypto'

/** One line of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
export interface KnownHost {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly marker: 'revoked' | 'cert-authority' | undefined
  /** Comma-separated patterns, or one hashed name. */
  readonly names: string
  readonly type: string
  /** Base64. */
  readonly key: string
}

const hashed = /^\|1\|([A-Za-z0-9+/=]+)\|([A-Za-z0-9+/=]+)$/
const keyType = /^(ssh-|ecdsa-|sk-)/

/** Lines that cannot be understood are left out, as ssh does. */
export const parseKnownHosts = (text: string, file: string): KnownHost[] =>
  text.split('\n').flatMap((content, index) => {
    const words = content.trim().split(/\s+/)
    const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined
    const [names, type, key] = words
    if (names === undefined || names.startsWith('#') || type === undefined || key === undefined || !keyType.test(type)) return []
    if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') return []
    return [{ file, line: index + 1, marker, names, type, key }]
  })

/** What a host is called in known_hosts. Example: [10.1.1.101]:2222 */
export const knownName = (host: string, port: number): string => {
  const name = host.toLowerCase()
  return port === 22 ? name : `[${name}]:${port}`
}

/** Finds a name's lines. Plain names are looked up; patterns and hashed names are tried one by one. */
export interface KnownHosts {
  find(name: string): KnownHost[]
  add(line: KnownHost): void
}

export const indexKnownHosts = (lines: readonly KnownHost[]): KnownHosts => {
  const plain = new Map<string, KnownHost[]>()
  const others: KnownHost[] = []
  const add = (line: KnownHost): void => {
    if (/[*?!|]/.test(line.names)) {
      others.push(line)
      return
    }
    for (const name of line.names.toLowerCase().split(',')) {
      const same = plain.get(name)
      if (same === undefined) plain.set(name, [line])
      else same.push(line)
    }
  }
  for (const line of lines) add(line)
  return { add, find: (name) => [...(plain.get(name) ?? []), ...others.filter((line) => matches(line.names, name))] }
}

/** Whether one of the patterns is the name's, and no negated one. */
export const matches = (names: string, name: string): boolean => {
  const parts = hashed.exec(names)
  if (parts !== null)
    return (
      createHmac('sha1', Buffer.from(parts[1] ?? '', 'base64'))
        .update(name)
        .digest('base64') === parts[2]
    )
  const patterns = names.toLowerCase().split(',')
  if (patterns.some((pattern) => pattern.startsWith('!') && wildcard(pattern.slice(1), name))) return false
  return patterns.some((pattern) => !pattern.startsWith('!') && wildcard(pattern, name))
}

/** `*` and `?`, without backtracking over more than the last `*`: a pattern is not ours, and must not take for ever. */
const wildcard = (pattern: string, name: string): boolean => {
  let at = 0
  let place = 0
  let star = -1
  let resume = 0
  while (place < name.length) {
    if (pattern[at] === '*') {
      star = at
      at += 1
      resume = place
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[place])) {
      at += 1
      place += 1
    } else if (star >= 0) {
      at = star + 1
      resume += 1
      place = resume
    } else return false
  }
  while (pattern[at] === '*') at += 1
  return at === pattern.length
}

/** What known_hosts says of the key that a host showed. */
export type HostKeyVerdict =
  | { readonly type: 'known' }
  | { readonly type: 'revoked'; readonly line: KnownHost }
  /** Other keys are known for the host, this one is not. */
  | { readonly type: 'changed'; readonly lines: readonly KnownHost[] }
  /** `authorities` are lines that would need host certificates. */
  | { readonly type: 'unknown'; readonly authorities: readonly KnownHost[] }

/**
 * Judges a key by the lines of its host. A key of another type than the known ones counts as changed, not as new: the host
 * was asked for the known types first, so one that shows another type does not have them any more.
 * `usable` are the key types that can be asked for; what is known only in other types is not held against a host.
 */
export const judgeHostKey = (key: Uint8Array, lines: readonly KnownHost[], usable: (type: string) => boolean): HostKeyVerdict => {
  const shown = Buffer.from(key).toString('base64')
  const revoked = lines.find((line) => line.marker === 'revoked' && line.key === shown)
  if (revoked !== undefined) return { type: 'revoked', line: revoked }
  const known = lines.filter((line) => line.marker === undefined)
  if (known.some((line) => line.key === shown)) return { type: 'known' }
  const others = known.filter((line) => usable(line.type))
  if (others.length > 0) return { type: 'changed', lines: others }
  return { type: 'unknown', authorities: lines.filter((line) => line.marker === 'cert-authority') }
}
