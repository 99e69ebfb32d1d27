import { definedOnly } from '../backends/bondingOptions.ts'
import { backendFor, backends } from '../backends/index.ts'
import { partErrors } from '../inventory/validate.ts'
import { normalAddress } from '../model/address.ts'
import type { Backend, ReadNetwork } from '../model/backend.ts'
import { FleetError } from '../model/errors.ts'
import type { Facts } from '../model/facts.ts'
import { matchesGlob } from '../model/glob.ts'
import type { Host } from '../model/host.ts'
import type { Network } from '../model/network.ts'
import { devicesOf } from '../model/network.ts'
import { mapOf } from '../model/rules/names.ts'
import type { HostSettings } from '../schema/generated/inventory.ts'
import { asDocument } from './document.ts'
import { together, withoutDevices } from './leaveOut.ts'
import { playbookFor, xendScript } from './playbook.ts'
import type { HostNote, HostSource, ImportedHost } from './source.ts'

/** Addresses and MAC addresses that hosts before this one have: an inventory gives each to one. */
export type Taken = Map<string, string>

type Note = HostNote

/** Of a folder the files tell: each platform has its own. */
const backendOf = ({ name, files, release, facts }: HostSource): Backend => {
  const paths = Object.keys(files)
  const found = facts === undefined ? backends.find((backend) => backend.read !== undefined && paths.some((path) => matchesGlob([...backend.ownedGlobs, ...backend.ownedFiles], path))) : backendFor(facts)
  if (found?.read !== undefined) return found
  throw new FleetError({
    kind: 'platform', host: name, what: `no network files that can be imported were found${release === undefined ? '' : `, though it is ${release}`}`,
    next: ['ifcfg files of RHEL, CentOS and Oracle 5 to 7 are read, and /etc/network/interfaces of Debian and Ubuntu'],
  })
}

const hostOf = ({ name, release }: HostSource, network: Network): Host => ({
  name, groups: [], ssh: { host: name, port: 22, user: 'root', connectTimeout: 10, keepalive: 5, become: false },
  platform: release === undefined ? {} : { release }, playbook: undefined, network, group: undefined, acknowledge: [], vars: {}, root: '', timeouts: {}, position: { file: '' },
})

/** The device that a finding is about: names hold dots, so the longest one that fits. */
const deviceAt = (network: Network, path: string): string | undefined =>
  devicesOf(network).filter(({ kind, name }) => `${path}.`.startsWith(`${mapOf[kind]}.${name}.`)).map(({ name }) => name).toSorted((left, right) => right.length - left.length)[0]

interface Wrong {
  readonly device: string
  readonly what: string
}

/** What would keep the inventory from loading, by the device that it is about: values that no schema allows, broken rules, what another host has. */
const wrongIn = (source: HostSource, backend: Backend, network: Network, taken: Taken): Wrong[] => {
  const schema = partErrors({ network: asDocument(network) }).flatMap(({ path, what }) => (path[2] === undefined ? [] : [{ device: path[2], what: `${path.slice(3).join('.')}: ${what}` }]))
  if (schema.length > 0) return schema
  const rules = backend.check(hostOf(source, network)).filter(({ severity }) => severity === 'error').flatMap(({ path, rule, what }) => {
    const device = deviceAt(network, path)
    return device === undefined ? [] : [{ device, what: rule === undefined ? what : `${rule} ${what}` }]
  })
  const doubles = devicesOf(network).flatMap((device) => [
    ...(device.addresses ?? []).map((address) => normalAddress(address.split('/')[0] ?? '')),
    ...(device.kind === 'interface' && device.mac !== undefined ? [device.mac.toUpperCase()] : []),
  ].flatMap((own) => (taken.has(own) ? [{ device: device.name, what: `${own} is also that of ${taken.get(own) ?? ''}` }] : [])))
  return [...rules, ...doubles]
}

/** MAC addresses of the NICs, as the host tells them, where no file names one. */
const withMacs = (network: Network, facts: Facts): Network => ({
  ...network,
  interfaces: Object.fromEntries(Object.entries(network.interfaces).map(([name, device]) => {
    const link = facts.links.find((candidate) => candidate.name === name && candidate.kind === 'physical')
    return [name, device.mac !== undefined || link === undefined ? device : { mac: (link.permanentMac ?? link.mac).toUpperCase(), ...device }]
  })),
})

/** Comments that say something: no settings that somebody turned off, no names of cards, which stand at every NIC. */
const withoutNoise = (network: Network, ours: boolean): Network => {
  if (ours) return network
  const says = (comment: string | undefined): boolean => comment !== undefined && comment.length <= 100 && !comment.includes('=')
  const quiet = <Value extends { comment?: string | undefined }>(record: Readonly<Record<string, Value>>, keep: boolean): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([name, device]) => [name, keep && says(device.comment) ? device : definedOnly({ ...device, comment: undefined })]))
  return { interfaces: quiet(network.interfaces, false), bonds: quiet(network.bonds, true), vlans: quiet(network.vlans, true), bridges: quiet(network.bridges, true) }
}

/** NICs that files name, that the host does not have, and that nothing stands on. */
const missingNics = ({ network, standing }: ReadNetwork, facts: Facts | undefined): string[] => (facts === undefined ? [] : Object.keys(network.interfaces).filter((name) =>
  !facts.links.some((link) => link.name === name) && together(standing, [name]).size === 1))

/** Takes out what is wrong, and what hangs together with it, until nothing is. */
const settle = (source: HostSource, backend: Backend, read: ReadNetwork, taken: Taken): { readonly network: Network; readonly notes: Note[] } => {
  const all = devicesOf(read.network).map(({ name }) => name)
  const pathOf = (device: string): string => read.paths.get(device) ?? ''
  const missing = missingNics(read, source.facts)
  const own = new Set([...read.notes.flatMap(({ kind, device }) => (kind === 'left out' && device !== undefined ? [device] : [])), ...missing])
  const notes: Note[] = missing.map((device) => ({ kind: 'left out', path: pathOf(device), device, what: `the host has no ${device}` }))
  const out = new Map(together(read.standing, own))
  for (;;) {
    const network = withoutDevices(read.network, new Set(out.keys()))
    const wrong = wrongIn(source, backend, network, taken).filter(({ device }) => !out.has(device))
    if (wrong.length === 0) {
      const dragged = [...out].filter(([device, origin]) => device !== origin && !own.has(device) && all.includes(device))
      return { network, notes: [...notes, ...dragged.map(([device, origin]): Note => ({ kind: 'left out', path: pathOf(device), device, what: `it hangs together with ${origin}, which is left out` }))] }
    }
    for (const { device, what } of wrong) {
      if (!own.has(device)) notes.push({ kind: 'mistake', path: pathOf(device), device, what: `${what}; ${device} is left out` })
      own.add(device)
    }
    for (const [device, origin] of together(read.standing, wrong.map(({ device }) => device))) if (!out.has(device)) out.set(device, origin)
  }
}

/** Where a host of which only files are known will answer: the address beside the gateway, else its first one. */
const addressOf = (network: Network): string | undefined => {
  const devices = devicesOf(network)
  return (devices.find(({ gateway, addresses = [] }) => gateway !== undefined && addresses.length > 0) ?? devices.find(({ addresses = [] }) => addresses.length > 0))?.addresses?.[0]?.split('/')[0]
}

/** What a live host has against the network as it is written: what planning would say. */
const liveNotes = (source: HostSource, backend: Backend, network: Network): Note[] => {
  const { facts } = source
  if (facts === undefined) return []
  const errors = backend.check(hostOf(source, network), facts).filter(({ severity }) => severity === 'error')
  return [
    ...errors.map(({ path, rule, what }): Note => ({ kind: 'mistake', path: path.startsWith('/') ? path : '', what: `${rule === undefined ? '' : `${rule} `}${what}: planning will refuse the host` })),
    ...backend.verify(network, facts).map(({ device, expected, found }): Note => ({ kind: 'drift', path: '', device, what: `${device} runs otherwise than its files say: ${expected} in the files, found ${found}` })),
  ]
}

/**
 * One host in the inventory's words. What cannot be said in them, or would be wrong there, is left out with all that hangs
 * together with it, and noted.
 *
 * @param taken what hosts before it have; its own is added
 * @throws FleetError of kind platform: there are no files that a backend reads
 */
export const readHost = (source: HostSource, taken: Taken): ImportedHost => {
  const { name, groups, files, release, facts, xend } = source
  const backend = backendOf(source)
  const read = backend.read?.(files, release)
  if (read === undefined) throw new RangeError(`${backend.name} reads no files`)
  const ours = Object.values(files).some(({ content }) => content.startsWith('# Written by fleetnet'))
  const complete = { ...read, network: withoutNoise(facts === undefined ? read.network : withMacs(read.network, facts), ours) }
  const { network, notes } = settle(source, backend, complete, taken)
  for (const device of devicesOf(network)) {
    for (const address of device.addresses ?? []) taken.set(normalAddress(address.split('/')[0] ?? ''), name)
    if (device.kind === 'interface' && device.mac !== undefined) taken.set(device.mac.toUpperCase(), name)
  }
  const script = xendScript(files)
  const address = facts === undefined ? addressOf(network) : undefined
  const { ssh, platform: _, network: __, ...known } = source.settings
  const settings: HostSettings & { network: ReturnType<typeof asDocument> } = {
    ...(ssh !== undefined && Object.keys(ssh).length > 0 ? { ssh } : address === undefined ? {} : { ssh: { host: address } }),
    platform: { backend: backend.name, ...(release === undefined ? {} : { release }), ...(xend ? { xend } : {}) },
    playbook: playbookFor(files),
    ...known,
    network: asDocument(network),
  }
  return {
    name, groups, settings,
    notes: [...read.notes, ...notes, ...liveNotes(source, backend, network),
      ...(script === undefined ? [] : [{ kind: 'kept' as const, path: script.path, line: script.line, what: `xend builds bridges of its own with ${script.script}: they are not managed; the playbook oracle-vm-trunk takes them over` }])],
  }
}
