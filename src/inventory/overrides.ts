import { parseDocument } from 'yaml'
import { FleetError } from '../model/errors.ts'
import { parsePath, showPath } from './path.ts'
import type { Path } from './path.ts'
import { toPlain } from './plain.ts'
import type { Tree } from './tree.ts'
import { partErrors } from './validate.ts'

/** One `-e PATH=VALUE`: settings that lie over everything else of every host. */
export interface Override {
  readonly path: Path
  readonly settings: Tree
}

/** How errors name it; without its value, which may be what should not be shown. */
export const showOverride = ({ path }: Override): string => `-e ${showPath(path)}`

/**
 * Reads one `-e PATH=VALUE`; the value is YAML.
 *
 * @throws FleetError kind usage
 * @example parseOverride('network.vlans."bond0.50".mtu=9000')
 */
export const parseOverride = (text: string): Override => {
  const parts = /^((?:[^="']|"[^"]*"|'[^']*')*)=(.*)$/s.exec(text)
  const [, left = '', right = ''] = parts ?? []
  const path = parsePath(left.trim())
  if (!parts || !path || path.includes('__proto__'))
    throw usage('expected -e PATH=VALUE, found no path before a =', `for example -e ssh.user=admin, or -e 'network.vlans."bond0.50".mtu=9000'`)
  const document = parseDocument(right, { prettyErrors: false })
  const { value, objections } = toPlain(document)
  if (document.errors.length + document.warnings.length + objections.length > 0)
    throw usage(`expected a YAML value after -e ${showPath(path)}=, found none`, `quote it for the shell and for YAML: -e 'vars.text="a: b"'`)
  return { path, settings: path.reduceRight<Tree>((inner, key, index) => ({ [key]: index === path.length - 1 ? value : inner }), {}) }
}

/** What the schema says of it. */
export const overrideErrors = (override: Override): FleetError[] =>
  partErrors(override.settings).map(({ what, next, path }) =>
    new FleetError({ kind: 'inventory', what: `${showOverride(override)}: ${what}`, next, path: showPath(path) }))

const usage = (what: string, next: string): FleetError => new FleetError({ kind: 'usage', what, next: [next] })

