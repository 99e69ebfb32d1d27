import type { ActivationKnowledge, RenderedFile } from '../../model/backend.ts'
import type { Activation, ActivationCommand } from '../../model/changes.ts'
import type { Facts, FileFact, Release } from '../../model/facts.ts'
import type { Host } from '../../model/host.ts'
import { devicesOf, type DeviceKind } from '../../model/network.ts'
import { defaultDelay } from '../bridgeDelay.ts'
import { flush, givenAddresses, restore } from '../byHand.ts'
import { above, pathAfter, pathBefore } from '../managementPath.ts'
import { command, downwards, nowhere, seconds, upwards, type Entry } from '../order.ts'
import { differencesOf } from '../verify.ts'
import { listedSlaves, masterOf, optionOf, portsOf, readConfigs, slavesOf, type Config } from './configs.ts'
import { cycledDevices } from './cycle.ts'
import { effectsOf } from './effects.ts'
import { lowerOf, parseConfigs } from './parse.ts'

/** VLANs go down before bridges: `ifdown` of a bridge deletes its VLAN ports, and theirs would then fail for nothing. */
const downLevels: Readonly<Record<DeviceKind, number>> = { interface: 0, bond: 1, bridge: 2, vlan: 3 }

/** `--force`: also what the state file in /run/network does not know, because somebody else brought it up. */
const ifdown = ({ word }: Entry): ActivationCommand => command(['ifdown', '--force', word], 20)
const ifup = ({ word, timeout }: Entry): ActivationCommand => command(['ifup', word], timeout)

/**
 * What the state files call configured although it is not, since somebody took it away without `ifdown` (a rollback with
 * `ip` is one), `ifup` would leave alone. `ifup --force` is no way out: for a VLAN it brings up the bond below once more,
 * which throws out its slaves. The one file was the state until 0.8, then those of each device are.
 */
const forget = (entries: readonly Entry[]): ActivationCommand[] =>
  entries.length === 0
    ? []
    : [
        command(['sed', '-i', ...entries.flatMap(({ device }) => ['-e', `/^${device.replaceAll('.', '\\.')}=/d`]), '/run/network/ifstate'], 10),
        command(['rm', '-f', ...entries.map(({ device }) => `/run/network/ifstate.${device}`)], 10),
      ]

/** A slave that the bond lists: `ifup` of the bond takes it in, and nobody starts it by itself. */
const isListed = ({ device }: Config, configs: readonly Config[]): boolean => configs.some((other) => other.kind === 'bond' && listedSlaves(other).includes(device))

const storey = (config: Config, configs: readonly Config[], seen: readonly string[] = []): number => {
  const lower = seen.includes(config.device) ? [] : configs.filter(({ device }) => lowerOf(config, configs).includes(device))
  return config.kind === 'interface' ? 0 : 1 + Math.max(0, ...lower.map((below) => storey(below, configs, [...seen, config.device])))
}

const entryOf = (config: Config, configs: readonly Config[], level: number): Entry => {
  const { device, kind, stanzas } = config
  const stp = ['on', 'yes', '1', 'true'].includes(optionOf(config, 'bridge_stp') ?? '')
  return { device, word: device, level, timeout: seconds({
    dhcp: stanzas.some(({ method }) => method === 'dhcp'),
    stpDelay: kind === 'bridge' && stp ? Math.min(30, Number(optionOf(config, 'bridge_fd') ?? defaultDelay(true)) || 0) : undefined,
    slaves: kind === 'bond' ? slavesOf(config, configs).length : 0,
    // Each IPv6 address is tried for a duplicate, 6 s at most.
    addresses: 2 * stanzas.length,
  }) }
}

const toDown = (configs: readonly Config[], names: ReadonlySet<string>): Entry[] =>
  configs.filter((config) => names.has(config.device) && (!isListed(config, configs) || config.started || masterOf(config) !== undefined))
    .map((config) => entryOf(config, configs, downLevels[config.kind]))

/** What nobody starts stays down; a slave that joins its bond by itself is started after it. */
const toUp = (configs: readonly Config[], names: ReadonlySet<string>, live: ReadonlySet<string>): Entry[] =>
  configs.filter((config) => names.has(config.device) && live.has(config.device) && !isListed(config, configs))
    .map((config) => entryOf(config, configs, masterOf(config) === undefined ? storey(config, configs) : 1.5))

/** Until ifenslave 2.13 `ifdown` of a bond leaves it there, empty and down. */
const leavesBonds = (release: Release | undefined): boolean =>
  ['debian7', 'debian8', 'debian9', 'debian10', 'ubuntu14.04', 'ubuntu16.04', 'ubuntu18.04', 'ubuntu20.04'].some((old) => old === release)

const deleteBonds = (entries: readonly Entry[], gone: (device: string) => boolean, release: Release | undefined): ActivationCommand[] =>
  (leavesBonds(release) ? entries.filter(({ device, level }) => level === downLevels.bond && gone(device)) : [])
    .map(({ device }) => command(['ip', 'link', 'delete', device], 10))

/** Bridges that stay as they are get back the ports that were cycled. */
const rejoin = (port: string, configs: readonly Config[], stays: (bridge: string) => boolean): ActivationCommand[] =>
  configs.filter((config) => config.kind === 'bridge' && stays(config.device) && portsOf(config).includes(port))
    .map(({ device }) => command(['brctl', 'addif', device, port], 10))

const asFiles = (rendered: readonly RenderedFile[]): Record<string, FileFact> =>
  Object.fromEntries(rendered.map(({ path, content, mode }) => [path, { path, content, mode, binary: false, uid: 0, gid: 0, links: 1 }]))

const without = (files: Facts['files'], changed: readonly string[]): Record<string, FileFact> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !changed.includes(path)))

/**
 * How the running network goes from the old files to the new: ifdown and ifup of the devices concerned, never
 * networking.service, which would take every guest's bridge down. The management path goes down last and comes up first:
 * the host is away from its own ifdown to its own ifup, and nothing else may prolong that.
 *
 * `ifdown` runs while the old stanzas are in place, since it undoes what they say.
 *
 * Every command may fail: `ifup` ends with 1 when one hook of many does, verification decides.
 */
export const activationOf = (
  host: Host,
  facts: Facts,
  rendered: readonly RenderedFile[],
  changed: readonly string[],
  { after: planned, drifted = [] }: ActivationKnowledge = {},
): Activation => {
  const { network } = host
  const before = readConfigs(facts.files)
  const after = readConfigs(planned ?? { ...without(facts.files, changed), ...asFiles(rendered.filter(({ path }) => changed.includes(path))) })
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const [was, will] = [effectsOf(before), effectsOf(after)]
  const running = parseConfigs(before)
  // A device whose files stay the same in effect is left alone only if it runs as they say: it has to in the end.
  const unlike = changed.length === 0 ? [] : differencesOf(running, facts).filter(({ mendable }) => mendable !== false).map(({ device }) => device)
  const moved = [
    ...[...new Set([...was.keys(), ...will.keys()])].filter((device) => was.get(device) !== will.get(device)),
    ...[...drifted, ...unlike].filter((device) => managed.has(device)),
  ]
  const cycled = cycledDevices(moved, before, after)

  const links = new Map(facts.links.map((link) => [link.name, link]))
  const addressed = (device: string): boolean => givenAddresses(facts, device).length > 0
  const known = new Set(before.map(({ device }) => device))
  const slaves = [...before, ...after].filter((config) => config.kind === 'bond' && cycled.has(config.device)).flatMap((bond) => [...slavesOf(bond, before), ...slavesOf(bond, after)])
  const touched = new Set([...cycled, ...slaves])
  const down = toDown(before, new Set([...cycled, ...slaves])).filter(({ device, level }) => level > 0 || links.has(device))
  // No file tells of these: addresses that somebody gave by hand.
  const byHand = [...touched].filter((device) => addressed(device) && !known.has(device)).map((device): Entry => ({ device, word: device, level: 0, timeout: 10 }))
  const up = toUp(after, cycled, new Set(will.keys()))
  const stays = (bridge: string): boolean => links.has(bridge) && !cycled.has(bridge)
  const isNic = (device: string): boolean => links.get(device)?.kind === 'physical'
  // What ifdown could not take off a NIC would stand on a slave or port beside the address above it.
  const takeDown = (entry: Entry): ActivationCommand[] =>
    [...(byHand.includes(entry) ? [] : [ifdown(entry)]), ...(addressed(entry.device) && isNic(entry.device) ? [flush(entry.device)] : [])]
  const pathOld = pathBefore(facts)
  const undone = toDown(after, cycled)
  const isUp = ({ device }: Entry): boolean => links.get(device)?.up === true
  const fresh = downwards(undone.filter(({ device, level }) => level > 0 && !links.has(device)), nowhere)
  const displaced = new Set(facts.routes.filter(({ destination }) => destination === 'default'
    && devicesOf(network).some(({ name, gateway }) => gateway !== undefined && cycled.has(name))).map(({ device }) => device))
  const back = toUp(before, new Set([...cycled, ...slaves]), new Set(was.keys()))
  const recorded = above(facts, touched)
  return {
    down: [...downwards([...down, ...byHand], pathOld).flatMap(takeDown), ...deleteBonds(down, (device) => !will.has(device), facts.release)],
    up: [...forget(up), ...upwards(up, pathAfter(network, host, facts)).flatMap((entry) => [ifup(entry), ...rejoin(entry.device, after, stays)])],
    undoDown: [
      ...downwards(undone, nowhere).flatMap((entry) => [ifdown(entry), ...(will.has(entry.device) && isNic(entry.device) ? [flush(entry.device)] : [])]),
      ...deleteBonds(undone, (device) => !links.has(device), facts.release),
    ],
    undoUp: [...forget(back), ...upwards([...back, ...byHand].filter(isUp), pathOld).flatMap((entry) =>
      (byHand.includes(entry) ? restore(facts, entry.device) : [ifup(entry), ...rejoin(entry.device, before, stays)]))],
    newDevices: fresh.map(({ device }) => device),
    touchedDevices: facts.links.map(({ name }) => name).filter((name) => recorded.has(name) || displaced.has(name)),
  }
}
