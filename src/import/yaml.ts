import { Document, isMap, isScalar, isSeq, Scalar, type Node } from 'yaml'
import { asMap, type Tree } from '../inventory/tree.ts'
import { compose, type ComposedHost } from './compose.ts'
import { noteText } from './notes.ts'
import type { ImportedHost } from './source.ts'

/** Characters of a line; longer maps take a line a key. */
const lineLength = 110

/** Keys of settings in the order in which a person reads them. */
const order = ['ssh', 'platform', 'playbook', 'group', 'acknowledge', 'timeouts', 'root', 'vars', 'network']

const sorted = (tree: Tree): Tree => Object.fromEntries(Object.entries(tree).toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right)))

/** A host of which everything is left out has no network. */
const withoutEmpty = ({ network, ...rest }: Tree): Tree => (network === undefined || Object.keys(asMap(network)).length === 0 ? rest : { ...rest, network })

/** Text of a host, safe in a comment: printable, one line, not endless. */
const commentText = (text: string): string => ` ${text.replace(/[^\x20-\x7e\xa0-\u02ff]/g, '?').slice(0, 160)}`

const flowLength = (node: unknown): number => {
  if (isScalar(node)) return String(node.value).length + 2
  if (isSeq(node)) return node.items.reduce<number>((sum, item) => sum + flowLength(item) + 2, 2)
  return isMap(node) ? node.items.reduce<number>((sum, { key, value }) => sum + flowLength(key) + flowLength(value) + 2, 4) : 0
}

const macAddress = /^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$/

/** Short maps on one line, MAC addresses in quotes: other readers of YAML take some of them for numbers. */
const style = (node: Node | null | undefined, depth: number, block: boolean): void => {
  if (isScalar(node) && typeof node.value === 'string' && macAddress.test(node.value)) node.type = Scalar.QUOTE_DOUBLE
  if (isSeq(node)) {
    node.flow = true
    for (const item of node.items) if (isScalar(item) || isMap(item)) style(item, depth, false)
  }
  if (!isMap(node)) return
  node.flow = !block && depth + flowLength(node) <= lineLength
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const devices = isMap(value) && value.items.length > 1 && ['bonds', 'bridges'].includes(name)
    if (isScalar(value) || isSeq(value) || isMap(value)) style(value, depth + 2, name === 'network' || devices)
  }
}

/**
 * An inventory of imported hosts, as a person would have written it: what hosts share stands at their group. Comments tell
 * what of a host is not in it.
 *
 * @param from where it comes from, in words
 */
export const inventoryText = (hosts: readonly ImportedHost[], from: string): string => {
  const { groups, hosts: single } = compose(hosts)
  const tree = (members: readonly ComposedHost[]): Tree => Object.fromEntries(members.map(({ host, own }) => [host.name, withoutEmpty(sorted(own))]))
  const document = new Document({
    ...(groups.length === 0 ? {} : { groups: Object.fromEntries(groups.map(({ name, shared, hosts: members }) => [name, { ...sorted(shared), hosts: tree(members) }])) }),
    ...(single.length === 0 ? {} : { hosts: tree(single) }),
  }, { aliasDuplicateObjects: false })
  document.commentBefore = commentText(`Imported by fleetnet from ${from}.`)
  const settle = (path: readonly string[], members: readonly ComposedHost[], told: readonly string[]): void => {
    const map = document.getIn(path)
    if (!isMap(map)) return
    map.flow = false
    members.forEach(({ host }, index) => {
      const pair = map.items[index]
      if (pair === undefined) return
      if (isMap(pair.value)) style(pair.value, 4, true)
      comment(pair.key, notesOf(host).filter((note) => !told.includes(note)))
    })
  }
  groups.forEach(({ name, hosts: members }, index) => {
    const group = document.getIn(['groups', name])
    if (isMap(group)) style(group, 2, true)
    const [first = [], ...rest] = members.map(({ host }) => notesOf(host))
    const told = rest.length === 0 ? [] : first.filter((note) => rest.every((notes) => notes.includes(note)))
    const map = document.get('groups')
    if (isMap(map)) comment(map.items[index]?.key, told)
    settle(['groups', name, 'hosts'], members, told)
  })
  settle(['hosts'], single, [])
  return withoutPadding(document.toString({ lineWidth: 0 }))
}

const notesOf = ({ notes }: ImportedHost): string[] => notes.filter(({ kind }) => kind !== 'drift').map((note) => commentText(noteText(note)))

const comment = (key: unknown, notes: readonly string[]): void => {
  const shown = notes.length > 20 ? [...notes.slice(0, 20), commentText(`and ${notes.length - 20} more, which \`fleetnet import\` tells`)] : notes
  if (shown.length > 0 && isScalar(key)) key.commentBefore = shown.join('\n')
}

/** Lists as people write them: [eth0, eth1]. The library pads lists where it pads maps. */
const withoutPadding = (text: string): string => text.split('\n').map((line) =>
  (/^\s*#/.test(line) ? line : line.replaceAll(/\[ ([\w.:/+-]+(?:, [\w.:/+-]+)*) \]/g, '[$1]'))).join('\n')
