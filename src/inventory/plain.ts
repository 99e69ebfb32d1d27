import { isAlias, isMap as isYamlMap, isNode, isScalar, isSeq } from 'yaml'
import type { Alias, Document, Node, Scalar, YAMLMap } from 'yaml'

/** Something that YAML allows and an inventory does not. `offset` counts characters of the text. */
export interface Objection {
  readonly offset: number
  readonly what: string
  readonly next: string
  /** Offset of the other place that it clashes with. */
  readonly other?: number
}

/** A document as plain values, and what its aliases stand for. */
export interface Plain {
  readonly value: unknown
  readonly targets: ReadonlyMap<Alias, Node>
  readonly objections: readonly Objection[]
}

/** Values that aliases may add to a document; a file of nested aliases would otherwise grow without bounds ("billion laughs"). */
const mostByAlias = 200_000

interface Converted {
  readonly node: Node
  readonly value: unknown
  /** Values in it, with all that aliases bring in. */
  readonly size: number
}

/** The text of a map's key as it was written, so that `007` stays `007`; undefined when it is not a plain word. */
export const keyText = (key: unknown): string | undefined => {
  if (!isScalar(key)) return undefined
  if (typeof key.value === 'string') return key.value
  return key.value === null ? undefined : (key.source ?? String(key.value))
}

/** Turns a parsed document into plain values. Done here and not by the library for positions behind aliases, key texts and bounds. */
export const toPlain = (document: Document.Parsed): Plain => {
  const targets = new Map<Alias, Node>()
  const objections: Objection[] = []
  const anchors = new Map<string, Converted | 'open'>()
  let byAlias = 0

  const start = (node: Node): number => node.range?.[0] ?? 0
  const object = (node: Node, what: string, next: string, other?: number): void => {
    objections.push({ offset: start(node), what, next, ...(other === undefined ? {} : { other }) })
  }

  const convert = (node: unknown): Converted | undefined => {
    if (isAlias(node)) return follow(node)
    if (!isScalar(node) && !isYamlMap(node) && !isSeq(node)) return undefined
    if (node.anchor !== undefined) anchors.set(node.anchor, 'open')
    const converted = isScalar(node) ? scalar(node) : isYamlMap(node) ? map(node) : sequence(node, node.items)
    if (node.anchor !== undefined) anchors.set(node.anchor, converted)
    return converted
  }

  const scalar = (node: Scalar): Converted => ({ node, value: node.value, size: 1 })

  const sequence = (node: Node, items: readonly unknown[]): Converted => {
    const converted = items.map(convert)
    return { node, value: converted.map((item) => item?.value ?? null), size: converted.reduce((sum, item) => sum + (item?.size ?? 1), 1) }
  }

  const map = (node: YAMLMap): Converted => {
    const value: { [key: string]: unknown } = {}
    const offsets = new Map<string, number>()
    let size = 1
    for (const { key, value: item } of node.items) {
      const text = keyText(key)
      const at = isNode(key) ? key : node
      const first = text === undefined ? undefined : offsets.get(text)
      if (text === undefined || text === '') object(at, 'expected a word as key, found nothing or a list, a map or an alias', 'write a plain key')
      else if (text === '<<') object(at, 'merge keys (`<<`) are not read', 'put what hosts share into `defaults` or into a group: maps merge anyway')
      else if (text === '__proto__') object(at, 'the key `__proto__` is not allowed', 'choose another name')
      else if (first !== undefined) object(at, `\`${text}\` stands twice in one map`, 'keep one of the two', first)
      else {
        offsets.set(text, start(at))
        const converted = convert(item)
        value[text] = converted?.value ?? null
        size += converted?.size ?? 1
      }
    }
    return { node, value, size }
  }

  const follow = (alias: Alias): Converted | undefined => {
    const target = anchors.get(alias.source)
    if (target === undefined) object(alias, `the alias *${alias.source} has no anchor before it`, `write &${alias.source} at its first place`)
    else if (target === 'open') object(alias, `the alias *${alias.source} stands inside its own anchor`, 'write out what is meant')
    else {
      byAlias += target.size
      if (byAlias > mostByAlias) {
        const first = byAlias - target.size <= mostByAlias
        if (first) object(alias, `aliases make more than ${mostByAlias} values out of this file`, 'put what hosts share into a group')
        return undefined
      }
      targets.set(alias, target.node)
      return target
    }
    return undefined
  }

  return { value: convert(document.contents)?.value ?? null, targets, objections }
}
