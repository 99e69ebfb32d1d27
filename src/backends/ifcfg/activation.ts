import type { ActivationKnowledge, RenderedFile } from '../../model/backend.ts'
import type { Activation, ActivationCommand } from '../../model/changes.ts'
import type { Facts, FileFact, Release } from '../../model/facts.ts'
import type { Host } from '../../model/host.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf, peerOf } from '../../model/network.ts'
import { usersOf } from '../../model/rules/topology.ts'
import { flush, givenAddresses, restore } from '../byHand.ts'
import { defaultDelay } from '../bridgeDelay.ts'
import { resets } from './bondResets.ts'
import { masterOf, vlanOf, type Config } from './configs.ts'
import { above, pathAfter, pathBefore } from '../managementPath.ts'
import { command, downwards, levels, nowhere, seconds, upwards, type Entry } from '../order.ts'
import { parseNetwork } from './parse.ts'
import { gatewayOf } from './effective.ts'
import { fileSet, movedDevices, throughBonds } from './moved.ts'
import { runsByHand } from './runsByHand.ts'
import { differencesOf } from '../verify.ts'

const arp = (device: string, word: 'on' | 'off'): ActivationCommand => command(['ip', 'link', 'set', 'dev', device, 'arp', word], 10)
const ifdown = ({ word }: Entry): ActivationCommand => command(['ifdown', word], 20)
const ifup = ({ word, timeout }: Entry): ActivationCommand => command(['ifup', word], timeout)

/** Above its bridge: it tells the neighbours of its address once that can get through. */
const pairLevel = levels.length

const newEntries = (network: Network, configs: readonly Config[], names: ReadonlySet<string>): Entry[] =>
  devicesOf(network).filter(({ name }) => names.has(name)).map((device) => ({
    device: device.name,
    // Another name only on the way back to files that others wrote.
    word: configs.find((config) => config.device === device.name && config.kind !== 'alias')?.suffix ?? device.name,
    level: device.kind === 'interface' && device.peer !== undefined ? pairLevel : levels.indexOf(device.kind),
    timeout: seconds({
      dhcp: device.dhcp === true,
      stpDelay: device.kind === 'bridge' && device.stp === true ? (device.forwardDelay ?? defaultDelay(true)) : undefined,
      slaves: device.kind === 'bond' ? device.slaves.length : 0,
      addresses: device.addresses?.length ?? 0,
    }),
  }))

const oldEntries = (configs: readonly Config[], names: ReadonlySet<string>): Entry[] =>
  configs.filter((config) => config.kind !== 'alias' && names.has(config.device)
    && masterOf(config) === undefined).map(({ device, suffix, kind, values }) => ({
    device,
    word: suffix,
    level: peerOf(device) !== undefined && configs.some((other) => other.device === peerOf(device)) ? pairLevel : levels.indexOf(kind),
    timeout: seconds({
      dhcp: values.get('BOOTPROTO') === 'dhcp',
      stpDelay: ['on', 'yes', '1'].includes(values.get('STP') ?? '') ? Number(values.get('DELAY') ?? defaultDelay(true)) || 0 : undefined,
      slaves: configs.filter((other) => masterOf(other) === device).length,
      addresses: configs.filter((other) => other.device === device).length,
    }),
  }))

/** Whether the files give a device an IPv4 address: its own, or an alias. */
const hasAddress = (configs: readonly Config[], device: string): boolean => configs.some((config) => config.device === device && config.values.has('IPADDR'))

/** What nobody started before: on the way back, a NIC without an address whose file says ONBOOT=no. What we write says yes. */
const stayDown = (configs: readonly Config[], device: string): boolean =>
  configs.some(({ device: name, kind, values }) => name === device && kind === 'interface' && /^no$/i.test(values.get('ONBOOT') ?? '')
    && !hasAddress(configs, device) && !['dhcp', 'bootp'].includes(values.get('BOOTPROTO') ?? ''))

/**
 * VLANs that do not change themselves but lose their routes when the bond or NIC below them is cycled: those with
 * addresses. Another ifup gives routes back and does no harm to what is there. A bridge above keeps its own.
 */
const bereft = (configs: readonly Config[], cycled: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(configs.filter((config) => config.kind === 'vlan' && !cycled.has(config.device) && cycled.has(vlanOf(config).parent) &&
    (hasAddress(configs, config.device) || config.values.has('IPV6ADDR') || config.values.get('BOOTPROTO') === 'dhcp')).map(({ device }) => device))

/** What ifdown leaves behind: a bridge that never had a port, and a bond. el5 cannot delete a bond by `ip`: it stays, down and empty. */
const leftovers = (network: Network, fresh: readonly Entry[], release: Release | undefined): ActivationCommand[] =>
  fresh.flatMap(({ device }) => {
    if (network.bridges[device]?.ports.length === 0) return [command(['brctl', 'delbr', device], 10)]
    return network.bonds[device] && release !== 'el5' ? [command(['ip', 'link', 'delete', device], 10)] : []
  })

/** Bonds that no file makes any more: ifdown leaves them there, down and empty. */
const vanished = (down: readonly Entry[], after: readonly Config[], release: Release | undefined): ActivationCommand[] =>
  release === 'el5' ? [] : down.filter(({ device, level }) => level === levels.indexOf('bond')
    && !after.some((config) => config.device === device)).map(({ device }) => command(['ip', 'link', 'delete', device], 10))

/**
 * How the running network goes from the old files to the new: ifdown and ifup of the devices concerned, no restart of
 * the service, which would take every guest's bridge down. VLANs and bridges whose files do not change in effect stay
 * as they are: they live through `ifdown bond0; ifup bond0`.
 *
 * The management path goes down last and comes up first. Last, because what can go wrong before shall do so while the
 * host still answers. First, because the host is away from its own ifdown to its own ifup, and nothing else may prolong
 * that; what shares a bond with it follows when it is back.
 *
 * Every command may fail: exit codes of these scripts prove nothing in either direction, verification decides.
 */
export const activationOf = (
  host: Host,
  facts: Facts,
  rendered: readonly RenderedFile[],
  changed: readonly string[],
  { after: planned, drifted = [] }: ActivationKnowledge = {},
): Activation => {
  const { network } = host
  const before = fileSet(facts.files, facts.release)
  const after = fileSet(planned ?? { ...without(facts.files, changed), ...asFiles(rendered, changed) }, facts.release)
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  // A device whose files stay the same in effect is left alone only if it runs as they say: it has to in the end.
  const unlike = changed.length === 0 ? [] : differencesOf(parseNetwork(facts.files), facts)
    .filter(({ mendable }) => mendable !== false).map(({ device }) => device)
  const moved = new Set([...movedDevices(before, after, changed, managed), ...[...drifted, ...unlike].filter((device) => managed.has(device))])
  // A bond that releases a slave has to come back for the others; one that takes a slave has to be down for its options.
  const all = [...before.configs, ...after.configs]
  const bonds = new Set([...Object.keys(network.bonds), ...all.filter(({ kind }) => kind === 'bond').map(({ device }) => device)])
  const throughOld = throughBonds(moved, before.configs)
  const throughNew = throughBonds(moved, after.configs)
  const both = [...throughOld, ...throughNew].filter((name) => bonds.has(name))
  const downNames = new Set([...throughOld, ...both])
  const upNames = new Set([...throughNew, ...both])

  const links = new Map(facts.links.map((link) => [link.name, link]))
  const isUp = ({ device }: Entry): boolean => links.get(device)?.up === true
  const idle = (entry: Entry): boolean => !links.has(entry.device) || (entry.level === 0 && !isUp(entry)
    && links.get(entry.device)?.addresses.length === 0)
  const starts = (names: ReadonlySet<string>): Entry[] => [...newEntries(network, after.configs, names).filter(({ device }) => !stayDown(after.configs, device)),
    ...oldEntries(after.configs.filter(({ device }) => !managed.has(device)), names)]
  const down = oldEntries(before.configs, downNames).filter((entry) => !idle(entry))
  const cycled = starts(upNames)
  // On the way back also what has the default route now, where a new device's gateway replaces that.
  const replaces = devicesOf(network).some(({ name, gateway }) => gateway !== undefined && upNames.has(name))
    || after.configs.some(({ device, values }) => upNames.has(device) && gatewayOf(device, values, after.globals) !== undefined)
  const routers = facts.routes.filter(({ destination, device }) => replaces && destination === 'default'
    && !downNames.has(device)).map(({ device }) => device)
  const rerouted = oldEntries(before.configs, new Set([...bereft(before.configs, downNames), ...routers]))
  // Addresses that no ifdown takes off: given by hand, or left from before the files made the device a slave.
  const addressed = (name: string): boolean => givenAddresses(facts, name).length > 0
  const slaves = all.filter((config) => upNames.has(masterOf(config) ?? '')).map(({ device }) => device)
  const byHand = [...new Set([...moved, ...slaves])].filter((name) => addressed(name) && !down.some(({ device }) => device === name))
    .map((name): Entry => ({ device: name, word: name, level: 0, timeout: 10 }))
  const takeDown = (entry: Entry): ActivationCommand[] => {
    if (byHand.includes(entry)) return [flush(entry.device)]
    // An ifdown that gave up half-way would leave the address on a slave or port, beside the one above it.
    const { bonds: masters, bridges } = usersOf(network, entry.device)
    return addressed(entry.device) && masters.length + bridges.length > 0 ? [ifdown(entry), flush(entry.device)] : [ifdown(entry)]
  }

  const comesBack = ({ device }: Entry): boolean => runsByHand(facts, before.configs, device)

  const pathOld = pathBefore(facts)
  const fresh = downwards(cycled.filter(({ device, level }) => level > 0 && level < pairLevel && !links.has(device)), nowhere)
  const touched = above(facts, [...moved, ...downNames, ...upNames, ...slaves])
  // A new device's gateway takes the default route from where it is now, be that a device that nobody declares.
  const displaced = new Set(facts.routes.filter(({ destination }) => replaces && destination === 'default').map(({ device }) => device))
  // Bonds that are there before and after: ifdown and ifup leave them what only the other files give them.
  const kept = [...bonds].filter((bond) => links.has(bond) && both.includes(bond)
    && [before, after].every(({ configs }) => configs.some(({ device }) => device === bond)))
  // ifup-local does this at boot, for devices whose own ifup never gets there. Nothing where nothing else is to be done.
  const busy = down.length + byHand.length + cycled.length > 0
  const silenced = devicesOf(network).filter((device) => busy && device.kind !== 'bridge' && device.arp === false && links.get(device.name)?.arp !== false).map(({ name }) => name)
  return {
    down: [...downwards([...down, ...byHand], pathOld).flatMap(takeDown), ...vanished(down, after.configs, facts.release),
      ...resets(before.configs, after.configs, kept, host.root)],
    up: [...upwards([...cycled, ...starts(bereft(after.configs, upNames))], pathAfter(network, host, facts)).map(ifup), ...silenced.map((name) => arp(name, 'off'))],
    undoDown: [...silenced.map((name) => arp(name, 'on')), ...downwards(cycled, nowhere).map(ifdown), ...leftovers(network, fresh, facts.release), ...resets(after.configs, before.configs, kept, host.root)],
    undoUp: upwards([...down, ...byHand.filter(comesBack), ...rerouted].filter(isUp), pathOld).flatMap((entry) =>
      (comesBack(entry) ? restore(facts, entry.device) : [ifup(entry)])),
    newDevices: fresh.map(({ device }) => device),
    touchedDevices: facts.links.map(({ name }) => name).filter((name) => touched.has(name) || displaced.has(name)),
  }
}

const without = (files: Readonly<Record<string, FileFact>>, changed: readonly string[]): Record<string, FileFact> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !changed.includes(path)))

/** The rendered files that change, in the form that the old ones come in, so that one set of rules reads both. */
const asFiles = (rendered: readonly RenderedFile[], changed: readonly string[]): Record<string, FileFact> =>
  Object.fromEntries(rendered.filter(({ path }) => changed.includes(path)).map(({ path, content, mode }) =>
    [path, { path, content, mode, binary: false, uid: 0, gid: 0, links: 1 }]))
