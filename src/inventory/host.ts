import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { FleetError } from '../model/errors.ts'
import type { SourcePosition } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { completeNetwork } from '../model/network.ts'
import type { HostSettings } from '../schema/generated/inventory.ts'
import { shown } from './layers.ts'
import type { Collected, HostEntry, Layer } from './layers.ts'
import { showOverride } from './overrides.ts'
import type { Override } from './overrides.ts'
import { showPath } from './path.ts'
import type { Path } from './path.ts'
import { has, merge } from './tree.ts'
import type { Tree } from './tree.ts'

/** A host's settings, merged, and where each came from. */
export interface Merged {
  readonly entry: HostEntry
  readonly settings: Tree
  /** Where the setting that counts was set, or as much of its path as is there. */
  readonly origin: (path: Path) => Origin
}

export interface Origin {
  readonly position: SourcePosition | undefined
  /** Whole path in the file, or the -e that set it. */
  readonly path: string
}

/** Merges defaults, groups (outermost first, then in the file's order), the host's own settings, and -e, in that order. */
export const merger = ({ defaults, groups }: Collected, overrides: readonly Override[]): ((entry: HostEntry) => Merged) => {
  const bases = new Map<string, Tree>()
  const layersOf = (names: readonly string[]): Layer[] => [...defaults, ...names.flatMap((name) => groups.get(name) ?? [])]
  const baseOf = (names: readonly string[]): Tree => {
    const key = names.join('\0')
    const base = bases.get(key) ?? layersOf(names).reduce<Tree>((tree, { settings }) => merge(tree, settings), {})
    bases.set(key, base)
    return base
  }
  return (entry) => ({
    entry,
    settings: [...entry.own, ...overrides].reduce<Tree>((tree, { settings }) => merge(tree, settings), baseOf(entry.groups)),
    origin: (path) => origin([...layersOf(entry.groups), ...entry.own], overrides, path),
  })
}

const origin = (layers: readonly Layer[], overrides: readonly Override[], path: Path): Origin => {
  for (let length = path.length; length >= 0; length--) {
    const part = path.slice(0, length)
    const override = length === 0 ? undefined : overrides.findLast(({ settings }) => has(settings, part))
    if (override) return { position: undefined, path: showOverride(override) }
    const layer = layers.findLast(({ settings }) => has(settings, part))
    if (!layer) continue
    const whole = [...layer.path, ...part]
    return { position: layer.document.position(whole, length < path.length ? 'key' : undefined), path: showPath(whole) }
  }
  return { position: undefined, path: showPath(path) }
}

/** Two groups that name different playbooks for one host, unless the host or -e names one itself. */
export const playbookErrors = ({ groups }: Collected, { entry, settings, origin: from }: Merged): FleetError[] => {
  if (entry.own.some((layer) => has(layer.settings, ['playbook'])) || entry.chains.length < 2) return []
  const named = entry.chains.flatMap((chain) => {
    const layer = chain.flatMap((name) => groups.get(name) ?? []).findLast((one) => has(one.settings, ['playbook']))
    return layer ? [layer] : []
  })
  const [first] = named
  const other = named.find((layer) => layer.settings['playbook'] !== first?.settings['playbook'])
  const { position, path } = from(['playbook'])
  if (!first || !other || position === undefined) return []
  const place = (layer: Layer): string => `${String(layer.settings['playbook'])} (${shown(layer.document.position([...layer.path, 'playbook']))})`
  return [new FleetError({
    kind: 'inventory',
    host: entry.name,
    position,
    path,
    what: `expected one playbook, found ${place(first)} and ${place(other)} by its two groups`,
    next: [`name one at the host: playbook: ${String(settings['playbook'])}`],
  })]
}

/** A host with every default filled in. Relative paths of a file start at the inventory's folder, those of -e at `cwd`. */
export const toHost = ({ entry, origin: from }: Merged, settings: HostSettings, cwd: string, home: string = homedir()): Host => {
  const place = entry.own[0]
  const folder = place?.document.folder ?? cwd
  const { ssh = {} } = settings
  const path = (key: 'identityFile' | 'knownHosts' | 'identityAgent'): Partial<Record<typeof key, string>> => {
    const value = ssh[key]
    if (value === undefined || (key === 'identityAgent' && value === 'none')) return {}
    if (value === '~' || value.startsWith('~/')) return { [key]: join(home, value.slice(1)) }
    return { [key]: resolve(from(['ssh', key]).position === undefined ? cwd : folder, value) }
  }
  return {
    name: entry.name,
    groups: entry.groups,
    ssh: {
      port: 22, user: 'root', connectTimeout: 10, keepalive: 5, become: false, ...ssh, host: ssh.host ?? entry.name,
      ...path('identityFile'), ...path('knownHosts'), ...path('identityAgent'),
    },
    platform: settings.platform ?? {},
    playbook: settings.playbook,
    network: completeNetwork(settings.network),
    group: settings.group,
    acknowledge: settings.acknowledge ?? [],
    vars: settings.vars ?? {},
    root: settings.root ?? '',
    timeouts: settings.timeouts ?? {},
    position: place ? place.document.position(place.path, 'key') : { file: '' },
  }
}
