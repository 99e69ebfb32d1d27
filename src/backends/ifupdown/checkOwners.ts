import type { Facts } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { error, list, warning, type NetworkFinding } from '../../model/rules/finding.ts'
import { givenAddresses } from '../byHand.ts'
import type { Config } from './configs.ts'
import { folder, hooks, networkingUnit, rivals } from './paths.ts'

/** Scripts that ifup needs for what the network has, by the Debian package that brings them. */
const packageFindings = (network: Network, { files }: Facts): NetworkFinding[] => {
  const bonds = Object.keys(network.bonds)
  const named = Object.entries(network.vlans).filter(([name, { parent, id }]) => name !== `${parent}.${id}`).map(([name]) => name)
  const bridges = Object.keys(network.bridges)
  const tuned = Object.entries(network.interfaces).filter(([, { ethtool }]) => ethtool?.trim()).map(([name]) => name)
  const needs = [
    { names: bonds, hook: hooks.ifenslave, package: 'ifenslave' },
    { names: named, hook: hooks.vlan, package: 'vlan' },
    { names: bridges, hook: hooks.bridge, package: 'bridge-utils' },
    { names: tuned, hook: hooks.ethtool, package: 'ethtool' },
  ]
  return needs.flatMap(({ names, hook, package: name }) => (names.length === 0 || files[hook] ? []
    : [error(undefined, [hook], `${list(names)}: ifup needs the package ${name}, and ${hook} is not there`, `apt-get install ${name}`)]))
}

/** Another program that reads the same files otherwise. */
const readerFindings = ({ files }: Facts): NetworkFinding[] => ([['ifupdown2', rivals.ifupdown2], ['ifupdown-ng', rivals.ifupdownNg]] as const)
  .flatMap(([name, path]) => (files[path] ? [error(undefined, [path], `${name} is installed and reads /etc/network/interfaces in its own way`,
    `Only Debian's ifupdown is served: install ifupdown in place of ${name}, or leave the host out.`)] : []))

/** Programs that own devices beside ifupdown: they leave alone what has a stanza, unless they are told not to. */
const managerFindings = (network: Network, facts: Facts, configs: readonly Config[]): NetworkFinding[] => {
  const { files } = facts
  const stanzas = new Set(configs.map(({ device }) => device))
  const owned = Object.keys(network.interfaces).filter((name) => !stanzas.has(name) && (givenAddresses(facts, name).length > 0 || facts.session?.device === name))
  const managers = [...(facts.networkManager ? ['NetworkManager'] : []), ...(files[rivals.networkd] ? ['systemd-networkd'] : [])]
  return [
    ...(owned.length > 0 && managers.length > 0 ? [error(undefined, ['interfaces', owned[0] ?? ''],
      `${list(managers)} seems to own ${list(owned)}: there is an address, and no stanza in /etc/network/interfaces`,
      `Disable ${list(managers)} (and netplan) for these devices and give them stanzas first, then plan again.`)] : []),
    ...(facts.networkManager && /^\s*managed\s*=\s*true\b/im.test(files[rivals.networkManager]?.content ?? '')
      ? [error(undefined, [rivals.networkManager], 'NetworkManager runs, and managed=true lets it own what stands in /etc/network/interfaces',
        `Set managed=false under [ifupdown] in ${rivals.networkManager}, and restart NetworkManager.`)] : []),
  ]
}

/** cloud-init writes its file anew, by default at the first boot of an instance. */
const cloudFindings = (network: Network, { files }: Facts, configs: readonly Config[]): NetworkFinding[] => {
  if (/config:\s*["']?disabled/.test(files[rivals.cloudInitOff]?.content ?? '')) return []
  const written = configs.flatMap(({ device, stanzas }) => stanzas.filter(({ path }) => path.startsWith(`${folder}/`) && path.includes('cloud-init')).map(({ path }) => ({ device, path })))
    .filter(({ device }) => network.interfaces[device])
  return [...new Map(written.map((entry) => [entry.path, entry])).values()].map(({ device, path }) => warning(undefined, [path],
    `cloud-init wrote ${path} for ${device}, and may write it again`, `Turn that off: \`network: {config: disabled}\` in ${rivals.cloudInitOff}.`))
}

/** From Debian 9 on a unit of its own starts ifupdown at boot; before, an init script that nothing turns off by accident. */
const bootFindings = ({ files, init, release }: Facts): NetworkFinding[] =>
  (init !== 'systemd' || files[networkingUnit] || ['debian7', 'debian8', 'ubuntu14.04'].some((old) => old === release) ? []
    : [error(undefined, [networkingUnit], 'networking.service is not enabled: at the next boot nothing would bring this network up', 'systemctl enable networking.service')])

/** The boot guard's SysV script belongs to runlevels 2 to 5, and Debian's networking to rcS, before all of them. */
const guardFindings = ({ init }: Facts): NetworkFinding[] => (init !== 'sysv' ? []
  : [error(undefined, ['/etc/rcS.d'], 'with SysV init Debian starts the network in rcS, before the boot guard could put the old one back', 'Change the host from its console.')])

/** Whether ifupdown is what brings the network up, with all that it needs, and alone. */
export const ownerFindings = (network: Network, facts: Facts, configs: readonly Config[]): NetworkFinding[] => [
  ...packageFindings(network, facts),
  ...readerFindings(facts),
  ...managerFindings(network, facts, configs),
  ...cloudFindings(network, facts, configs),
  ...bootFindings(facts),
  ...guardFindings(facts),
]
