import type { Finding } from '../../model/backend.ts'
import type { Facts } from '../../model/facts.ts'
import { matchesGlob } from '../../model/glob.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { error, list, warning, type NetworkFinding } from '../../model/rules/finding.ts'
import { nicFindings } from '../checkNics.ts'
import { runningFindings } from '../checkRunning.ts'
import { addressingOf } from './addressing.ts'
import { ownerFindings } from './checkOwners.ts'
import { deviceOf, masterOf, portsOf, readConfigs, slavesOf, type Config } from './configs.ts'
import { isOurs } from './edit.ts'
import { extrasOf } from './extras.ts'
import { claimingPaths, fallenDevices } from './files.ts'
import { isSourced, readInterfaces, type Interfaces } from './interfaces.ts'
import { devicePath, folder, mainFile, ownFiles } from './paths.ts'

type Taken = (device: string) => boolean

/** Options of stanzas that go, and that the inventory has no word for. */
const lostFindings = (configs: readonly Config[], facts: Facts, taken: Taken): NetworkFinding[] => configs.filter(({ device }) => taken(device)).flatMap(({ device, stanzas }) => {
  const foreign = stanzas.filter(({ path }) => { const file = facts.files[path]; return file !== undefined && !isOurs(file) })
  const extras = extrasOf({ stanzas: foreign })
  return extras.length === 0 ? [] : [warning(undefined, [foreign[0]?.path ?? mainFile], `${device}: ${extras.join('; ')} in ${list([...new Set(foreign.map(({ path }) => path))])} goes, and nothing takes its place`,
    'Where it is still needed, write it by a step of your own; the checkpoint keeps the file.')]
})

/** What picks or renames devices by a pattern or a script, so that it may take one of ours. */
const pickedFindings = ({ stanzas, unread }: Interfaces, network: Network): NetworkFinding[] => [
  ...stanzas.flatMap((stanza) => {
    if (stanza.kind === 'selection' && stanza.names.some((name) => name.includes('/'))) return [error('E15', [stanza.path],
      `\`${stanza.word} ${stanza.names.join(' ')}\` in ${stanza.path} picks devices by a pattern, which may be ours`, 'Name the devices there.')]
    const names = devicesOf(network).map(({ name }) => name)
    const hit = stanza.kind === 'renaming' ? names.filter((name) => stanza.names.some((pattern) => pattern.split('=').some((part) => part.split('*').length > 4 || matchesGlob([part], name)))) : []
    return stanza.kind !== 'renaming' || hit.length === 0 ? [] : [error('E15', [stanza.path],
      `\`${stanza.word} ${stanza.names.join(' ')}\` in ${stanza.path} gives ${list(hit)} another stanza or name`, `Take ${list(hit)} out of it.`)]
  }),
  ...unread.map((source) => warning('E15', [source.path], `\`source ${source.patterns.join(' ')}\` in ${source.path} reads files that fleetnet does not: what they say of its devices is not known`,
    `Move them to ${folder}, or look that they hold no stanza of a device of the inventory.`)),
]

/** Devices that are left alone and whose stanzas take one of ours, or bring a default route beside ours. */
const strangerFindings = (network: Network, configs: readonly Config[], taken: Taken): NetworkFinding[] => {
  const routed = devicesOf(network).find(({ gateway }) => gateway !== undefined && !gateway.includes(':'))?.name
  return configs.filter(({ device }) => !taken(device)).flatMap((config) => {
    const { device, kind, started } = config
    const path = config.stanzas[0]?.path ?? mainFile
    const own = kind === 'bridge' ? portsOf(config) : kind === 'bond' ? slavesOf(config, configs) : []
    const grabbed = own.filter(taken)
    const into = masterOf(config)
    const { gateway, dhcp } = addressingOf(config)
    return [
      ...(grabbed.length > 0 ? [error('E15', [path], `${device} is not declared, and its stanza in ${path} takes ${list(grabbed)}`, `Declare ${device}, or take ${list(grabbed)} out of it.`)] : []),
      ...(into !== undefined && taken(into) ? [error('E15', [path], `${device} is not declared, and its stanza in ${path} puts it into ${into}`, `Declare ${device}, or remove its stanza.`)] : []),
      ...(started && gateway !== undefined && !gateway.includes(':') && routed !== undefined
        ? [error('E14', [path], `${device} is not declared, and its stanza in ${path} has gateway ${gateway} beside that of ${routed}: the second one fails, and its ifup with it`,
          `Take the gateway out of it, or declare ${device}.`)] : []),
      ...(started && dhcp === true && routed !== undefined ? [warning('E14', [path], `${device} is not declared and asks DHCP, whose router may stand beside the gateway of ${routed}`, `Declare ${device}.`)] : []),
    ]
  })
}

/** Default routes that would be lost without a word, since the inventory declares none. IPv4 alone: IPv6 routers mostly announce themselves. */
const routeFindings = (network: Network, facts: Facts, taken: Taken): NetworkFinding[] => {
  const devices = devicesOf(network)
  if (devices.some(({ gateway, dhcp }) => dhcp === true || (gateway !== undefined && !gateway.includes(':')))) return []
  return facts.routes.filter(({ destination, gateway, device }) => destination === 'default' && gateway !== undefined && !gateway.includes(':') && taken(device))
    .map(({ gateway = '', device }) => error('E14', [device, 'gateway'], `default route by ${gateway} on ${device} would be lost: declare gateway: ${gateway} on the device that reaches it`,
      'Declare it, or take the route off the host first: `ip route del default`.'))
}

/** Files that stand where ours come and hold more than ours, and files that would be read once ours are. */
const placeFindings = (network: Network, { files }: Facts, { stanzas }: Interfaces, taken: Taken): NetworkFinding[] => {
  const occupied = devicesOf(network).map(({ name }) => devicePath(network, name)).flatMap((path) => {
    const others = stanzas.flatMap((stanza) => (stanza.kind === 'iface' && stanza.path === path && !taken(deviceOf(stanza.name)) ? [stanza.name] : []))
    return others.length === 0 ? [] : [error(undefined, [path], `${path} holds stanzas of ${list(others)}, which are not declared`, 'Move them to another file.')]
  })
  if (isSourced(stanzas, `${folder}/10-eth0.conf`)) return occupied
  const read = new Set(stanzas.map(({ path }) => path))
  const woken = Object.values(files).filter((file) => matchesGlob([ownFiles], file.path) && !read.has(file.path) && !isOurs(file))
  return [...occupied, ...woken.map(({ path }) => error(undefined, [path],
    `${path} is not read now, and would be: ${mainFile} gets a line that reads ${ownFiles}`, 'Remove it, or give it another name.'))]
}

/** Options of wpasupplicant and wireless-tools that are passwords. */
const secretOption = /^\s*(wpa[-_](psk|password|private[-_]key[-_]passwd)|wireless[-_]key\d*|.*passw(or)?d)\s+\S/im

/** A diff of such a file would show what nobody but root may read. */
const secretFindings = (network: Network, facts: Facts): NetworkFinding[] => claimingPaths(network, facts).filter((path) => secretOption.test(facts.files[path]?.content ?? ''))
  .map((path) => error(undefined, [path], `${path} holds a password, and the plan would show it: stanzas of managed devices have to be taken out of that file`,
    `Move the stanza with the password to a file of its own in ${folder}.`))

const binaryFindings = ({ files }: Facts): NetworkFinding[] => Object.values(files).filter(({ path, binary }) => binary && (path === mainFile || path.startsWith(`${folder}/`)))
  .map(({ path }) => error('E03', [path], `${path} is not UTF-8 text, so that nothing can be taken out of it`, `Look at it by hand: od -c ${path}`))

/**
 * What the host itself has against the desired network.
 *
 * @param said its files say the network already, so that none is written anew
 */
export const hostFindings = (network: Network, facts: Facts, said: boolean): Finding[] => {
  const interfaces = readInterfaces(facts.files)
  const configs = readConfigs(facts.files)
  const gone = fallenDevices(network, facts.files)
  const managed = new Set(devicesOf(network).map(({ name }) => name))
  const taken: Taken = (device) => managed.has(device) || gone.has(device)
  const claims = configs.filter(({ device, started }) => started && !taken(device))
    .map((config) => ({ device: config.device, path: config.stanzas[0]?.path ?? mainFile, addresses: [...(addressingOf(config).addresses ?? [])] }))
  return [
    ...nicFindings(network, facts),
    ...ownerFindings(network, facts, configs),
    ...pickedFindings(interfaces, network),
    ...(said ? [] : lostFindings(configs, facts, taken)),
    ...strangerFindings(network, configs, taken),
    ...routeFindings(network, facts, taken),
    ...(said ? [] : placeFindings(network, facts, interfaces, taken)),
    ...runningFindings(network, facts, gone, claims),
    ...secretFindings(network, facts),
    ...binaryFindings(facts),
  ]
}
