import type { Activation, ActivationCommand } from '../../model/changes.ts'
import type { Facts, FileFact } from '../../model/facts.ts'
import type { Host } from '../../model/host.ts'
import type { DeviceKind, Network } from '../../model/network.ts'
import { devicesOf, lowerDevices } from '../../model/network.ts'
import type { RenderedFile } from '../../model/backend.ts'
import { masterOf, readConfigs, type Config } from './configs.ts'
import { effectOf } from './effective.ts'
import { pathAfter, pathBefore } from './managementPath.ts'
import { globalFile, scriptFile } from './paths.ts'
import { readAssignments } from './shell.ts'
import { defaultDelay } from './render.ts'

/** The scripts' own order on all three releases: plain devices, bonds, VLANs, bridges. Down is the reverse. */
const levels: readonly DeviceKind[] = ['interface', 'bond', 'vlan', 'bridge']

interface Entry {
  readonly device: string
  /** What ifup and ifdown are told. */
  readonly word: string
  readonly level: number
  /** Seconds that its ifup may take. */
  readonly timeout: number
}

const command = (words: readonly string[], timeout: number): ActivationCommand => ({ words, timeout, mayFail: true })
const ifdown = ({ word }: Entry): ActivationCommand => command(['ifdown', word], 20)
const ifup = ({ word, timeout }: Entry): ActivationCommand => command(['ifup', word], timeout)

/** Lowest first; devices of the management path first or last of all. A path is closed downwards, so both orders hold. */
const upwards = (entries: readonly Entry[], path: ReadonlySet<string>): Entry[] =>
  entries.toSorted((left, right) => Number(path.has(right.device)) - Number(path.has(left.device)) || left.level - right.level || (left.device < right.device ? -1 : 1))
const downwards = (entries: readonly Entry[], path: ReadonlySet<string>): Entry[] =>
  entries.toSorted((left, right) => Number(path.has(left.device)) - Number(path.has(right.device)) || right.level - left.level || (left.device < right.device ? -1 : 1))

/** Files of the desired network in the form that the old ones come in, so that both are read by the same rules. */
const asFiles = (rendered: readonly RenderedFile[]): Record<string, FileFact> =>
  Object.fromEntries(rendered.map(({ path, content, mode }) => [path, { path, content, mode, binary: false, uid: 0, gid: 0, links: 1 }]))

/** What all files of a device do together; its aliases are started by its own ifup. */
const effects = (configs: readonly Config[], device: string): string =>
  JSON.stringify(configs.filter((config) => config.device === device).map((config) => [config.suffix, effectOf(config)]).toSorted())

/** Devices whose files change in a way that a running device has to take up. */
const changedDevices = (old: readonly Config[], next: readonly Config[], changed: readonly string[]): Set<string> => {
  const named = new Set([...old, ...next].filter(({ path }) => changed.includes(path)).map(({ device }) => device))
  const routes = changed.flatMap((path) => { const file = scriptFile(path); return file?.kind === 'routes' ? [file.device] : [] })
  return new Set([...[...named].filter((device) => effects(old, device) !== effects(next, device)), ...routes.filter((device) => next.some((config) => config.device === device))])
}

/** Whether the host-wide file changes what the device with the gateway does. */
const gatewayChanges = (before: string, after: string): boolean =>
  ['GATEWAY', 'GATEWAYDEV', 'IPV6_DEFAULTGW', 'IPV6_DEFAULTDEV'].some((key) => (readAssignments(before).values.get(key) ?? '') !== (readAssignments(after).values.get(key) ?? ''))

/** ifup of a slave goes through its bond, which alone can release and take it. */
const throughBonds = (devices: ReadonlySet<string>, configs: readonly Config[]): string[] =>
  [...devices].flatMap((device) => { const masters = configs.filter((config) => config.device === device).flatMap((config) => masterOf(config) ?? []); return masters.length === 0 ? [device] : masters })

/** arping, ethtool and a slow driver fit into 30 s; dhclient -1 gives up after 60; with STP the scripts wait for the ports. */
const timeoutOf = (network: Network, name: string): number => {
  const bridge = network.bridges[name]
  const device = network.interfaces[name] ?? network.bonds[name] ?? network.vlans[name] ?? bridge
  const waits = bridge?.stp === true ? 2 * (bridge.forwardDelay ?? defaultDelay(true)) + 7 : 0
  return (device?.dhcp === true ? 90 : 30) + waits + 5 * (network.bonds[name]?.slaves.length ?? 0) + 5 * (device?.addresses?.length ?? 0)
}

const oldEntries = (old: readonly Config[], devices: readonly string[]): Entry[] =>
  old.flatMap((config) => {
    if (config.kind === 'alias' || !devices.includes(config.device) || masterOf(config) !== undefined) return []
    const slaves = old.filter((other) => masterOf(other) === config.device).length
    const waits = ['on', 'yes', '1'].includes(config.values.get('STP') ?? '') ? 37 : 0
    return [{ device: config.device, word: config.suffix, level: levels.indexOf(config.kind), timeout: (config.values.get('BOOTPROTO') === 'dhcp' ? 90 : 35) + waits + 5 * slaves }]
  })

/**
 * How the running network goes from the old files to the new: ifdown and ifup of the devices concerned, no restart of
 * the service, which would stop every guest's bridge. VLANs and bridges whose files do not change stay up: they live
 * through `ifdown bond0; ifup bond0`.
 *
 * The management path goes down last and comes up first. Last, so that everything that can go wrong before has done so
 * while the host still answers; first, because it is away from its own ifdown to its own ifup, and nothing else is
 * allowed to prolong that. What shares a bond with it follows once it is back.
 */
export const activationOf = (host: Host, facts: Facts, rendered: readonly RenderedFile[], changed: readonly string[]): Activation => {
  const { network } = host
  const old = readConfigs(facts.files, facts.release)
  const untouched = old.filter(({ path, device }) => !changed.includes(path) && !devicesOf(network).some(({ name }) => name === device))
  const next = [...readConfigs(asFiles(rendered), facts.release), ...untouched]
  const moved = changedDevices(old, next, changed)
  const global = rendered.find(({ path }) => path === globalFile)
  if (changed.includes(globalFile) && global && gatewayChanges(facts.files[globalFile]?.content ?? '', global.content)) {
    for (const { name, gateway } of devicesOf(network)) if (gateway !== undefined) moved.add(name)
  }
  const present = new Map(facts.links.map((link) => [link.name, link]))
  const downNames = new Set(throughBonds(moved, old))
  const upNames = new Set(throughBonds(moved, next))
  // A bond that is taken down to release a slave, or to take one, goes through both.
  for (const name of [...downNames, ...upNames]) if (network.bonds[name] || old.some(({ device, kind }) => kind === 'bond' && device === name)) { downNames.add(name); upNames.add(name) }

  const down = oldEntries(old, [...downNames]).filter(({ device }) => present.has(device))
  const strays = [...moved].filter((name) => !old.some(({ device }) => device === name) && (present.get(name)?.addresses ?? []).some((address) => !address.startsWith('fe80:')))
  const declared = devicesOf(network)
  const slaves = new Set(Object.values(network.bonds).flatMap((bond): string[] => bond.slaves))
  const up: Entry[] = declared.filter(({ name }) => !slaves.has(name) && (upNames.has(name) || standsOn(network, name, upNames)))
    .map(({ kind, name }) => ({ device: name, word: name, level: levels.indexOf(kind), timeout: timeoutOf(network, name) }))
  const others: Entry[] = oldEntries(untouched, [...upNames])
  const before = pathBefore(facts)
  const after = pathAfter(network, host, facts)
  const wasUp = down.filter(({ device }) => present.get(device)?.up === true)
  const fresh = downwards(up.filter(({ device, level }) => level > 0 && !present.has(device)), new Set())
  const cycled = up.filter(({ device }) => upNames.has(device))
  const members = [...downNames, ...upNames].flatMap((name) => [...(network.bonds[name]?.slaves ?? []), ...old.filter((config) => masterOf(config) === name).map(({ device }) => device)])
  const touched = new Set([...moved, ...downNames, ...upNames, ...members, ...up.map(({ device }) => device)].filter((name) => present.has(name)))
  return {
    down: [...downwards(down, before).map(ifdown), ...strays.map((name) => command(['ip', 'addr', 'flush', 'dev', name], 10))],
    up: upwards([...up, ...others], after).map(ifup),
    undoDown: [...downwards(cycled, new Set()).map(ifdown), ...leftovers(network, fresh)],
    undoUp: upwards(wasUp, before).map(ifup),
    newDevices: fresh.map(({ device }) => device),
    touchedDevices: facts.links.map(({ name }) => name).filter((name) => touched.has(name)),
  }
}

/**
 * Whether a device that does not change itself loses routes when what it stands on goes down: a VLAN with addresses on
 * a bond that is cycled. Another ifup gives them back, and does no harm to what is there. A bridge keeps its own.
 */
const standsOn = (network: Network, name: string, cycled: ReadonlySet<string>): boolean => {
  const vlan = network.vlans[name]
  return vlan !== undefined && ((vlan.addresses?.length ?? 0) > 0 || vlan.dhcp === true) && lowerDevices(network, name).some((lower) => cycled.has(lower))
}

/** What ifdown leaves behind: a bridge without ports, and a bond. el5 cannot delete a bond so; it stays, down and empty. */
const leftovers = (network: Network, fresh: readonly Entry[]): ActivationCommand[] =>
  fresh.flatMap(({ device }) =>
    network.bridges[device] ? [command(['brctl', 'delbr', device], 10)] : network.bonds[device] ? [command(['ip', 'link', 'delete', device], 10)] : [])
