import test from 'ava'
import fc from 'fast-check'
import { ifupdown } from '../../src/backends/ifupdown/index.ts'
import type { ActivationCommand } from '../../src/model/changes.ts'
import type { Facts, LinkFact } from '../../src/model/facts.ts'
import { completeNetwork, devicesOf, lowerDevices, type Network, type NetworkDocument } from '../../src/model/network.ts'
import { usersOf } from '../../src/model/rules/topology.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'
import { networkPairs } from './networks.ts'

const enabled = '/etc/systemd/system/multi-user.target.wants/networking.service'
const main = '/etc/network/interfaces'
const present = (...paths: string[]): Facts['files'] => Object.fromEntries(paths.map((path) => [path, fileFact(path, '')]))
const hook = { ifenslave: '/etc/network/if-pre-up.d/ifenslave', vlan: '/etc/network/if-pre-up.d/vlan', bridge: '/etc/network/if-pre-up.d/bridge', ethtool: '/etc/network/if-up.d/ethtool' }
const filesOf = (network: Network, facts: Facts): Facts['files'] =>
  Object.fromEntries(ifupdown.render({ host: hostWith(network), facts }, { addresses: true }).map(({ path, content }) => [path, fileFact(path, content)]))

/** A host that runs exactly as its files say. */
const runs = (network: Network): Facts => bareFacts('debian12', {
  files: filesOf(network, bareFacts('debian12')),
  links: devicesOf(network).map(({ kind, name, addresses = [] }): LinkFact => {
    const { bonds, bridges } = usersOf(network, name)
    const [master] = [...bonds, ...bridges]
    return linkFact(name, { kind: kind === 'interface' ? 'physical' : kind, addresses, ...(master === undefined ? {} : { master }) })
  }),
})

const words = (commands: readonly ActivationCommand[]): string[] => commands.map((command) => command.words.join(' '))
const names = (commands: readonly ActivationCommand[], verb: string): string[] => commands.filter(({ words: [first] }) => first === verb).map((command) => command.words.at(-1) ?? '')

const change = (before: Network, after: Network) => {
  const facts = runs(before)
  const host = hostWith(after)
  const rendered = ifupdown.render({ host, facts }, { addresses: true })
  const changed = rendered.filter(({ path, content }) => facts.files[path]?.content !== content).map(({ path }) => path)
  const files = Object.fromEntries([...Object.entries(facts.files).filter(([path]) => !ifupdown.stale({ host, facts }).includes(path)), ...rendered.map(({ path, content }) => [path, fileFact(path, content)] as const)])
  return { facts, after: files, ...ifupdown.activation({ host, facts }, [...changed, ...ifupdown.stale({ host, facts })], { after: files }) }
}

/** Each device comes after what it stands on, where that comes at all. */
const inOrder = (network: Network, list: readonly string[]): boolean => list.every((name, at) => lowerDevices(network, name).every((lower) => list.indexOf(lower) < at))

test('from any network to any other: nothing comes up that was not down, in order, and all of it goes back', (t) => {
  fc.assert(fc.property(networkPairs('debian12'), ([before, after]) => {
    const { facts, after: files, down, up, undoDown, undoUp } = change(before, after)
    const [downNames, upNames] = [names(down, 'ifdown'), names(up, 'ifup')]
    const started = ifupdown.parse(files)
    const was = ifupdown.parse(facts.files)
    const slaves = new Set(Object.values(was.bonds).flatMap((bond) => bond.slaves as readonly string[]))
    t.true(inOrder(started, upNames), words(up).join('\n'))
    t.is(new Set(upNames).size, upNames.length)
    // ifup does nothing for what the state file calls configured; slaves are not in it.
    for (const name of upNames) t.true(!hasStanza(facts, name) || slaves.has(name) || downNames.includes(name), `${name}\n${words(down).join('\n')}`)
    // What stands on a bond or VLAN that goes has gone with it; a bridge that stays gets its port back.
    for (const device of devicesOf(started)) {
      for (const lower of lowerDevices(started, device.name)) {
        if (!upNames.includes(lower)) continue
        if (device.kind === 'vlan' || device.kind === 'bond') t.true(upNames.includes(device.name), `${device.name} on ${lower}`)
        if (device.kind === 'bridge' && !upNames.includes(device.name)) t.true(words(up).includes(`brctl addif ${device.name} ${lower}`), `${device.name} ${lower}`)
      }
    }
    t.deepEqual(upNames.filter((name) => !names(undoDown, 'ifdown').includes(name)), [])
    t.true(inOrder(was, names(undoUp, 'ifup')))
    t.deepEqual(downNames.filter((name) => !slaves.has(name) && !names(undoUp, 'ifup').includes(name)), [])
  }), { numRuns: 60, endOnFailure: true })
})

const hasStanza = (facts: Facts, name: string): boolean => Object.values(facts.files).some(({ content }) => content.includes(`iface ${name} `))

test('a host that is as desired is left alone', (t) => {
  fc.assert(fc.property(networkPairs('debian12'), ([network]) => {
    const { down, up, undoDown, undoUp } = change(network, network)
    t.deepEqual([...down, ...up, ...undoDown, ...undoUp], [])
  }), { numRuns: 30, endOnFailure: true })
})

const eth0: NetworkDocument = { interfaces: { eth0: { mac: '00:14:5E:C0:FF:EE', addresses: ['10.0.0.1/8'] } } }
const text = (content: string): Facts['files'] => ({ ...present(enabled, ...Object.values(hook)), [main]: fileFact(main, content) })

interface Finds {
  readonly network?: NetworkDocument
  readonly facts?: Partial<Facts>
  /** A file that is not there. */
  readonly without?: string
  /** What is found, in part; '' for nothing. */
  readonly finds: string
}

const findings: Readonly<Record<string, Finds>> = {
  'nothing': { finds: '' },
  'a bond without ifenslave': { network: { interfaces: { eth0: {} }, bonds: { bond0: { slaves: ['eth0'] } } }, without: hook.ifenslave, finds: 'error bond0: ifup needs the package ifenslave' },
  'a bridge without bridge-utils': { network: { interfaces: { eth0: {} }, bridges: { br0: { ports: ['eth0'] } } }, without: hook.bridge, finds: 'error br0: ifup needs the package bridge-utils' },
  'a VLAN by number without vlan': { network: { interfaces: { eth0: {} }, vlans: { vlan5: { parent: 'eth0', id: 5 } } }, without: hook.vlan, finds: 'error vlan5: ifup needs the package vlan' },
  'a VLAN by name needs no package': { network: { interfaces: { eth0: {} }, vlans: { 'eth0.5': {} } }, without: hook.vlan, finds: '' },
  'an alias interface': { network: { interfaces: { eth0: { addresses: ['10.0.0.1/8'], alias: 1 } } }, finds: 'error ifupdown needs no alias interface' },
  'a VLAN by another name': { network: { interfaces: { eth0: {} }, vlans: { guests: { parent: 'eth0', id: 5 } } }, finds: 'error ifup reads the id from the name' },
  'a VLAN on a VLAN': { network: { interfaces: { eth0: {} }, vlans: { 'eth0.5': {}, 'eth0.5.6': {} } }, finds: 'error eth0.5.6 stands on the VLAN eth0.5' },
  'a bridge with a dot': { network: { bridges: { 'br.5': {} } }, finds: 'error ifup takes br.5 for a VLAN' },
  'an option that ifenslave does not know': { network: { interfaces: { eth0: {} }, bonds: { bond0: { slaves: ['eth0'], mode: '802.3ad', switch: { lacp: true }, options: { min_links: 1 } } } }, finds: 'error the scripts of ifenslave set no min_links' },
  'an ethtool line of several commands': { network: { interfaces: { eth0: { ethtool: '-K eth0 tso off' } } }, finds: 'error one `ethtool -s` is run' },
  'ifupdown2': { facts: { files: { ...text(''), ...present('/etc/network/ifupdown2/ifupdown2.conf') } }, finds: 'error ifupdown2 is installed' },
  'networking.service that is not enabled': { without: enabled, finds: 'error networking.service is not enabled' },
  'SysV init': { facts: { init: 'sysv' }, finds: 'error with SysV init' },
  'NetworkManager that owns the NIC': { facts: { networkManager: true }, finds: 'error NetworkManager seems to own eth0' },
  'NetworkManager beside a stanza': { facts: { networkManager: true, files: text('auto eth0\niface eth0 inet static\n address 10.0.0.1/8\n') }, finds: '' },
  'NetworkManager that is told to own stanzas': {
    facts: { networkManager: true, files: { ...text('iface eth0 inet dhcp\n'), '/etc/NetworkManager/NetworkManager.conf': fileFact('/etc/NetworkManager/NetworkManager.conf', '[ifupdown]\nmanaged=true\n') } },
    finds: 'error NetworkManager runs, and managed=true',
  },
  'a file of cloud-init': {
    facts: { files: { ...text('source interfaces.d/*\n'), '/etc/network/interfaces.d/50-cloud-init': fileFact('/etc/network/interfaces.d/50-cloud-init', 'auto eth0\niface eth0 inet dhcp\n') } },
    finds: 'warning cloud-init wrote /etc/network/interfaces.d/50-cloud-init for eth0',
  },
  'options that nothing replaces': { facts: { files: text('auto eth0\niface eth0 inet static\n address 10.0.0.2/8\n up ip route add 10.9.0.0/16 via 10.0.0.9\n') }, finds: 'warning eth0: up ip route add 10.9.0.0/16 via 10.0.0.9 in /etc/network/interfaces goes' },
  'options of a file that says all already': { facts: { files: text('auto eth0\niface eth0 inet static\n address 10.0.0.1/8\n up ip route add 10.9.0.0/16 via 10.0.0.9\n') }, finds: '' },
  'a pattern': { facts: { files: text('auto /eth*=lan\niface lan inet dhcp\n') }, finds: 'error `auto /eth*=lan` in /etc/network/interfaces picks devices by a pattern' },
  'a mapping': { facts: { files: text('mapping eth?\n script /bin/true\n') }, finds: 'error `mapping eth?` in /etc/network/interfaces gives eth0 another stanza' },
  'a source elsewhere': { facts: { files: text('source /run/network/more/*\n') }, finds: 'warning `source /run/network/more/*` in /etc/network/interfaces reads files that fleetnet does not' },
  'a stranger\'s bridge': { facts: { files: text('auto br7\niface br7 inet manual\n bridge_ports eth0 eth7\n') }, finds: 'error br7 is not declared, and its stanza in /etc/network/interfaces takes eth0' },
  'a stranger\'s gateway': {
    network: { interfaces: { eth0: { addresses: ['10.0.0.1/8'], gateway: '10.0.0.254' } } }, facts: { files: text('auto eth7\niface eth7 inet static\n address 192.168.1.2/24\n gateway 192.168.1.1\n') },
    finds: 'error eth7 is not declared, and its stanza in /etc/network/interfaces has gateway 192.168.1.1',
  },
  'a stranger\'s address': { facts: { files: text('auto eth7\niface eth7 inet static\n address 10.0.0.1/8\n') }, finds: 'error 10.0.0.1/8 is also in /etc/network/interfaces' },
  'a default route that nobody declares': { facts: { routes: [{ destination: 'default', gateway: '10.0.0.254', device: 'eth0' }] }, finds: 'error default route by 10.0.0.254 on eth0 would be lost' },
  'a password in a file that is to change': { facts: { files: text('auto eth0\niface eth0 inet static\n address 10.0.0.1/8\niface wlan0 inet dhcp\n wpa-psk hunter2\n') }, finds: 'error /etc/network/interfaces holds a password' },
  'a password in a file of its own': {
    facts: { files: { ...text('source interfaces.d/*\n'), '/etc/network/interfaces.d/wlan0': fileFact('/etc/network/interfaces.d/wlan0', 'iface wlan0 inet dhcp\n wpa-psk hunter2\n') } }, finds: '',
  },
  'a file in our place': {
    facts: { files: { ...text('source interfaces.d/*\n'), '/etc/network/interfaces.d/10-eth0.conf': fileFact('/etc/network/interfaces.d/10-eth0.conf', 'iface eth9 inet dhcp\n') } },
    finds: 'error /etc/network/interfaces.d/10-eth0.conf holds stanzas of eth9',
  },
  'a file that our line would wake': {
    facts: { files: { ...text(''), '/etc/network/interfaces.d/90-old.conf': fileFact('/etc/network/interfaces.d/90-old.conf', 'iface eth9 inet dhcp\n') } },
    finds: 'error /etc/network/interfaces.d/90-old.conf is not read now, and would be',
  },
}

for (const [name, { network = eth0, facts, without, finds }] of Object.entries(findings)) test(`found: ${name}`, (t) => {
  const host = bareFacts('debian12', { init: 'systemd', files: text(''), links: [linkFact('eth0', { addresses: ['10.0.0.1/8'] })], ...facts })
  const files = Object.fromEntries(Object.entries(host.files).filter(([path]) => path !== without))
  const found = ifupdown.check(hostWith(completeNetwork(network)), { ...host, files }).map(({ severity, what }) => `${severity} ${what}`)
  t.deepEqual(found.map((line) => line.slice(0, finds.length)), finds === '' ? [] : [finds], found.join('\n'))
})
