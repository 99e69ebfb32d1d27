import { FleetError } from '../model/errors.ts'
import type { SourcePosition } from '../model/errors.ts'
import type { SourceDocument } from './document.ts'
import { showPath } from './path.ts'
import type { Path } from './path.ts'
import { asMap, isMap } from './tree.ts'
import type { Tree } from './tree.ts'

/** Settings that stand in one place of a file. Later layers lie over earlier ones. */
export interface Layer {
  readonly settings: Tree
  readonly document: SourceDocument
  /** Of the map that holds the settings. Example: ['groups', 'ovm'] */
  readonly path: Path
}

/** A host as the files tell of it, not merged yet. */
export interface HostEntry {
  readonly name: string
  /** Every group that it is in, in the order in which their settings count: outer before inner, then as in the file. */
  readonly groups: string[]
  /** For each of its places the groups around it, outermost first. */
  readonly chains: (readonly string[])[]
  readonly own: Layer[]
}

/** All that the files of one inventory say, by name. */
export interface Collected {
  readonly defaults: readonly Layer[]
  /** A group may be told of in several files of a folder: one layer each. */
  readonly groups: ReadonlyMap<string, readonly Layer[]>
  readonly hosts: ReadonlyMap<string, HostEntry>
  readonly errors: readonly FleetError[]
}

const safeName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/

/**
 * Collects defaults, groups and hosts from the documents, in their order. What is no map where one belongs is passed over:
 * the schema reports it.
 *
 * Errors: names that cannot be file names or that mean something to --limit, a group in two places, a host in two files
 * or both inside and outside of groups, a name that is a group's and a host's.
 */
export const collect = (documents: readonly SourceDocument[]): Collected => {
  const defaults: Layer[] = []
  const groups = new Map<string, Layer[]>()
  const hosts = new Map<string, HostEntry>()
  const errors: FleetError[] = []
  const complain = ({ document, path }: Place, what: string, next: string): void => {
    errors.push(new FleetError({ kind: 'inventory', position: document.position(path, 'key'), path: showPath(path), what, next: [next] }))
  }

  const takeHosts = (document: SourceDocument, around: Path, chain: readonly string[], value: unknown): void => {
    for (const [name, settings] of Object.entries(asMap(value))) {
      const layer: Layer = { document, path: [...around, 'hosts', name], settings: asMap(settings) }
      if (!safeName.test(name))
        complain(layer, `\`${name.slice(0, 80)}\` cannot name a host`, 'use letters, digits, . _ and -; an address goes into ssh.host')
      const known = hosts.get(name)
      const first = known?.own[0]
      if (known && first && first.document !== document)
        complain(layer, `host ${name} stands in two files, first in ${where(first)}`, 'keep it in one file; there it may be in several groups')
      else if (known && first && (chain.length === 0 || known.chains.some((other) => other.length === 0)))
        complain(layer, `host ${name} stands in a group and outside of all groups, first in ${where(first)}`, 'keep one of the two')
      else if (known) {
        known.chains.push(chain)
        known.groups.push(...chain.filter((group) => !known.groups.includes(group)))
        known.own.push(layer)
      } else hosts.set(name, { name, groups: [...chain], chains: [chain], own: [layer] })
    }
  }

  const takeGroups = (document: SourceDocument, around: Path, chain: readonly string[], value: unknown): void => {
    for (const [name, group] of Object.entries(asMap(value))) {
      const { hosts: members, children, ...settings } = asMap(group)
      const layer: Layer = { document, path: [...around, name], settings }
      const known = groups.get(name)
      const first = known?.[0]
      if (name === 'all') complain(layer, 'the group `all` is every host already', 'put its settings into `defaults`, its children into `groups`')
      else if (!safeName.test(name)) complain(layer, `\`${name.slice(0, 80)}\` cannot name a group`, 'use letters, digits, . _ and -')
      if (!known || !first) groups.set(name, [layer])
      else if (first.document !== document && showPath(first.path) === showPath(layer.path)) known.push(layer)
      else complain(layer, `group ${name} stands in two places, first in ${where(first)}`, 'rename one: --limit knows a group by its name')
      takeHosts(document, layer.path, [...chain, name], members)
      takeGroups(document, [...layer.path, 'children'], [...chain, name], children)
    }
  }

  for (const document of documents) {
    const root = asMap(document.value)
    if (isMap(root['defaults'])) defaults.push({ document, path: ['defaults'], settings: root['defaults'] })
    takeGroups(document, ['groups'], [], root['groups'])
    takeHosts(document, [], [], root['hosts'])
  }
  for (const [name, { own }] of hosts) {
    const [group] = groups.get(name) ?? []
    const [place] = own
    if (group && place) complain(place, `${name} is a host's name and a group's, in ${where(group)}`, 'rename one: --limit must tell them apart')
  }
  return { defaults, groups, hosts, errors }
}

type Place = Pick<Layer, 'document' | 'path'>

const where = ({ document, path }: Place): string => shown(document.position(path, 'key'))

/** Example: inventory/prod.yaml:12 */
export const shown = ({ file, line }: SourcePosition): string => (line === undefined ? file : `${file}:${line}`)
