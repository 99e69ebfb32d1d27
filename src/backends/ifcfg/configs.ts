import type { FileFact, Release } from '../../model/facts.ts'
import { isLive, scriptFile } from './paths.ts'
import { readAssignments, type Problem } from './shell.ts'

export type ConfigKind = 'interface' | 'bond' | 'vlan' | 'bridge' | 'alias'

/** One file that the network scripts would take for a device, as it is. */
export interface Config {
  readonly path: string
  /** What ifup and ifdown are told: the file's name after `ifcfg-`. */
  readonly suffix: string
  readonly kind: ConfigKind
  /** DEVICE; for an alias that of its parent. */
  readonly device: string
  readonly values: ReadonlyMap<string, string>
  readonly comments: readonly string[]
  readonly problems: readonly Problem[]
}

type Raw = Omit<Config, 'kind'> & { readonly alias: boolean }

const rawConfig = (file: FileFact): Raw | undefined => {
  const name = scriptFile(file.path)
  if (!name || name.kind === 'routes') return undefined
  const { values, comments, problems } = readAssignments(file.content)
  const device = name.kind === 'alias' ? name.device : (values.get('DEVICE') ?? name.suffix)
  return { path: file.path, suffix: name.suffix, device: device.split(':')[0] ?? device, alias: name.kind === 'alias' || device.includes(':'),
    values, comments, problems }
}

/** MASTER counts only with SLAVE=yes, exactly. */
export const masterOf = (config: Pick<Config, 'values'>): string | undefined =>
  config.values.get('SLAVE') === 'yes' ? config.values.get('MASTER') || undefined : undefined

/** The bridge that the device is a port of. */
export const bridgeOf = (config: Pick<Config, 'values'>): string | undefined => config.values.get('BRIDGE') || undefined

const dotted = /^(?<parent>.+)\.(?<id>\d{1,4})$/

/** Parent and id of a VLAN file: by its name first, as ifup does, else by PHYSDEV and VID or the number in `vlanN`. */
export const vlanOf = (config: Pick<Config, 'values' | 'device'>): { readonly parent: string; readonly id: number } => {
  const parts = dotted.exec(config.device)?.groups
  const named = /^vlan0*(?<id>\d{1,4})$/.exec(config.device)?.groups?.['id']
  const id = config.values.get('VID')
  return { parent: parts?.['parent'] ?? config.values.get('PHYSDEV') ?? '', id: Number(id ?? parts?.['id'] ?? named ?? 0) || 0 }
}

/**
 * Every file that the scripts would act on, in the order in which they read them. What a device is follows from what
 * the scripts look at: TYPE=Bridge and VLAN=yes exactly; a bond has BONDING_OPTS, or a slave, or is called bondN.
 */
export const readConfigs = (files: Readonly<Record<string, FileFact>>, release: Release | undefined): Config[] => {
  const raw = Object.values(files)
    .filter(({ path }) => isLive(path, release))
    .flatMap((file) => rawConfig(file) ?? [])
    .toSorted((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
  const masters = new Set(raw.flatMap((config) => masterOf(config) ?? []))
  return raw.map(({ alias, ...config }) => {
    const { values, device } = config
    const kind: ConfigKind = alias ? 'alias'
      : values.get('TYPE') === 'Bridge' ? 'bridge'
        : values.get('VLAN') === 'yes' ? 'vlan'
          : values.has('BONDING_OPTS') || masters.has(device) || /^bond\d+$/.test(device) ? 'bond' : 'interface'
    return { ...config, kind }
  })
}
