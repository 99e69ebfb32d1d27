/** Where a stanza stands: lines are counted from 0, `to` is the first line after it. */
interface Place {
  readonly path: string
  readonly from: number
  readonly to: number
}

/** `iface NAME FAMILY METHOD` and what follows it. */
export interface Iface extends Place {
  readonly kind: 'iface'
  readonly name: string
  readonly family: string
  readonly method: string
  readonly inherits: string | undefined
  /** As written; names keep their dashes. An option may be there several times (`up`). */
  readonly options: readonly (readonly [name: string, value: string])[]
}
/** `auto NAME…`, `allow-hotplug NAME…`, `no-scripts NAME…`: what picks devices by name. */
export interface Selection extends Place {
  readonly kind: 'selection'
  readonly word: string
  readonly names: readonly string[]
}
/** `source PATTERN`, `source-directory PATTERN`. */
export interface Source extends Place {
  readonly kind: 'source'
  readonly patterns: readonly string[]
  readonly directory: boolean
}
/** `mapping PATTERN…` with its script, `rename CUR=NEW…`: they may give a device another stanza or another name. */
export interface Renaming extends Place {
  readonly kind: 'renaming'
  readonly word: string
  readonly names: readonly string[]
}

export type Stanza = Iface | Selection | Source | Renaming

interface Line {
  readonly from: number
  readonly to: number
  readonly words: readonly string[]
  readonly text: string
}

/** Lines as ifup joins them: a backslash at the end continues any line but a comment. Blank lines and comments are left out. */
const logicalLines = (content: string): Line[] => {
  const lines = content.split('\n')
  const found: Line[] = []
  for (let from = 0; from < lines.length;) {
    let to = from + 1
    let text = (lines[from] ?? '').trimStart()
    if (!text.startsWith('#')) {
      for (; text.endsWith('\\') && to < lines.length; to += 1) text = text.slice(0, -1) + (lines[to] ?? '')
      text = text.trim()
      if (text !== '') found.push({ from, to, text, words: text.split(/\s+/) })
    }
    from = to
  }
  return found
}

const isFamily = (word: string | undefined): boolean => word !== undefined && /^(inet6?|ipx|can|meta|link|tunnel|wpan)$/.test(word)

const ifaceOf = (path: string, { from, to, words }: Line): Iface => {
  const [, name = '', ...rest] = words
  const at = rest.indexOf('inherits')
  const [family, method] = isFamily(rest[0]) ? [rest[0] ?? '', rest[1] === 'inherits' ? '' : (rest[1] ?? '')] : ['', '']
  return { kind: 'iface', path, from, to, name, family, method, inherits: at === -1 ? undefined : rest[at + 1], options: [] }
}

/**
 * Reads a file of interfaces(5), tolerant: what is neither a stanza nor in one is passed over, as ifup passes it over.
 *
 * @example readStanzas('/etc/network/interfaces', 'auto lo')[0] // { kind: 'selection', word: 'auto', names: ['lo'], … }
 */
export const readStanzas = (path: string, content: string): Stanza[] => {
  const stanzas: Stanza[] = []
  let open: Iface | Renaming | undefined
  for (const line of logicalLines(content)) {
    const { from, to, words, text } = line
    const [word = '', ...names] = words
    if (word === 'iface' || word === 'mapping') {
      open = word === 'iface' ? ifaceOf(path, line) : { kind: 'renaming', path, from, to, word, names }
      stanzas.push(open)
    } else if (word === 'auto' || /^allow-./.test(word) || word === 'no-auto-down' || word === 'no-scripts') {
      open = undefined
      stanzas.push({ kind: 'selection', path, from, to, word: word === 'allow-auto' ? 'auto' : word, names })
    } else if (word === 'source' || word.startsWith('source-dir')) {
      open = undefined
      stanzas.push({ kind: 'source', path, from, to, patterns: names, directory: word !== 'source' })
    } else if (word === 'rename') {
      open = undefined
      stanzas.push({ kind: 'renaming', path, from, to, word, names })
    } else if (open !== undefined) {
      open = open.kind === 'iface' ? { ...open, to, options: [...open.options, [word, text.slice(word.length).trim()]] } : { ...open, to }
      stanzas[stanzas.length - 1] = open
    }
  }
  return stanzas
}

/** Whole-line comments, without `#` and surrounding blanks. */
export const commentsOf = (content: string): string[] => content.split('\n').flatMap((line) =>
  (/^\s*#/.test(line) ? [line.replace(/^\s*#\s*/, '').trimEnd()] : []))
