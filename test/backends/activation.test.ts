import test from 'ava'
import fc from 'fast-check'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import type { Activation, ActivationCommand } from '../../src/model/changes.ts'
import type { Facts, FileFact, Release } from '../../src/model/facts.ts'
import { completeNetwork, devicesOf, lowerDevices, type Network } from '../../src/model/network.ts'
import { bareFacts, fileFact, hostWith, linkFact } from './facts.ts'
import { networkPairs, networks } from './networks.ts'
import { ScriptModel } from './scriptModel.ts'

const nics = ['eth0', 'eth1', 'eth2', 'eth3', 'eth4']
const host = (network: Network, facts?: Facts): ReturnType<typeof hostWith> =>
  hostWith(network, { ssh: { host: facts?.session?.serverAddress ?? 'virtual4', port: 22, user: 'root', connectTimeout: 10, keepalive: 5, become: false } })

const filesOf = (network: Network, facts: Facts): Record<string, string> =>
  Object.fromEntries(ifcfg.render({ host: host(network), facts }, { addresses: true }).map(({ path, content }) => [path, content]))

/** A host on which a network runs, started as at boot. */
const running = (network: Network, release: Release): ScriptModel => {
  const model = new ScriptModel(nics)
  model.files = filesOf(network, bareFacts(release))
  const slaves = new Set(Object.values(network.bonds).flatMap((bond): string[] => bond.slaves))
  for (const { name } of devicesOf(network)) if (!slaves.has(name)) model.ifup(name)
  return model
}

const sessionAddress = (network: Network): string | undefined => devicesOf(network).find(({ gateway, addresses }) => gateway !== undefined && addresses?.length)?.addresses?.[0]
const run = (model: ScriptModel, commands: readonly ActivationCommand[]): void => commands.forEach(({ words }) => model.run(words))
const text = (commands: readonly ActivationCommand[]): string[] => commands.map(({ words }) => words.join(' '))
const told = (commands: readonly ActivationCommand[], verb: string): string[] => commands.filter(({ words }) => words[0] === verb).map(({ words }) => words[1] ?? '')

interface CutOver { readonly facts: Facts; readonly activation: Activation; readonly model: ScriptModel; readonly before: Readonly<Record<string, string>> }

/** From one network to another; undefined when the rules refuse it. */
const cutOver = (from: Network, to: Network, release: Release): CutOver | undefined => {
  const model = running(from, release)
  const facts = model.facts(release, sessionAddress(from))
  const context = { host: host(to, facts), facts }
  if (ifcfg.check(context.host, facts).some(({ severity }) => severity === 'error')) return undefined
  const before = model.files
  const stale = new Set(ifcfg.stale(context))
  const after = { ...Object.fromEntries(Object.entries(before).filter(([path]) => !stale.has(path))), ...filesOf(to, facts) }
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path])
  const activation = ifcfg.activation(context, changed)
  run(model, activation.down)
  model.files = after
  run(model, activation.up)
  return { facts, activation, model, before }
}

for (const release of ['el5', 'el6', 'el7'] as const satisfies readonly Release[]) {
  test(`${release}: any network becomes any other, and comes back`, (t) => {
    let tried = 0
    fc.assert(fc.property(networkPairs(release), ([from, to]) => {
      t.deepEqual(ifcfg.verify(from, running(from, release).facts(release, undefined)), [], 'the model brings up what is rendered')
      const done = cutOver(from, to, release)
      if (!done) return
      tried += 1
      const { model, activation, before } = done
      t.deepEqual(ifcfg.verify(to, model.facts(release, undefined)), [])
      t.deepEqual(model.bondOptions(to), running(to, release).bondOptions(to), 'options that are not listed any more do not stay')
      run(model, activation.undoDown)
      model.files = before
      run(model, activation.undoUp)
      t.deepEqual(ifcfg.verify(from, model.facts(release, undefined)), [])
      t.deepEqual(model.bondOptions(from), running(from, release).bondOptions(from))
    }), { numRuns: 200, endOnFailure: true })
    t.true(tried > 50, `${tried} tried`)
  })
}

test('nothing is started before what it stands on, or taken down after it; the management path is away the shortest', (t) => {
  fc.assert(fc.property(networkPairs('el6'), ([from, to]) => {
    const done = cutOver(from, to, 'el6')
    if (!done) return
    const { activation } = done
    const up = told(activation.up, 'ifup')
    t.is(new Set(up).size, up.length)
    for (const [index, device] of up.entries()) for (const lower of lowerDevices(to, device)) if (up.includes(lower)) t.true(up.indexOf(lower) < index, `${device} before ${lower}: ${up.join(' ')}`)
    const down = told(activation.down, 'ifdown')
    for (const [index, device] of down.entries()) for (const lower of lowerDevices(from, device)) if (down.includes(lower)) t.true(down.indexOf(lower) > index, `${device} after ${lower}: ${down.join(' ')}`)
    const carries = (network: Network, device: string, path: string): boolean => device === path || lowerDevices(network, path).some((lower) => carries(network, device, lower))
    const session = done.facts.session?.device
    if (session !== undefined) {
      const path = down.map((device) => carries(from, device, session))
      t.deepEqual(path, path.toSorted((left, right) => Number(left) - Number(right)))
    }
  }), { numRuns: 150, endOnFailure: true })
})

test('what does not change is not touched', (t) => {
  fc.assert(fc.property(networks('el7'), (network) => {
    const done = cutOver(network, network, 'el7')
    t.deepEqual(done?.activation, { down: [], up: [], undoDown: [], undoUp: [], newDevices: [], touchedDevices: [] })
  }), { numRuns: 50, endOnFailure: true })
})

const trunk = (changes: Partial<Network> = {}): Network => ({
  interfaces: { eth0: { mac: '00:14:5E:C0:00:00' }, eth1: { mac: '00:14:5E:C0:00:01' } },
  bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'active-backup', miimon: 100 } },
  vlans: { 'bond0.50': { parent: 'bond0', id: 50 }, 'bond0.100': { parent: 'bond0', id: 100 } },
  bridges: { vlan50: { ports: ['bond0.50'] }, vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } },
  ...changes,
})

test('one more VLAN touches nothing that runs', (t) => {
  const more = trunk({ vlans: { ...trunk().vlans, 'bond0.51': { parent: 'bond0', id: 51 } }, bridges: { ...trunk().bridges, vlan51: { ports: ['bond0.51'] } } })
  const activation = cutOver(trunk(), more, 'el5')?.activation
  t.deepEqual([text(activation?.down ?? []), text(activation?.up ?? []), activation?.newDevices, activation?.touchedDevices], [[], ['ifup bond0.51', 'ifup vlan51'], ['vlan51', 'bond0.51'], []])
})

test('other bond options cycle the bond; VLANs and bridges live through it', (t) => {
  const done = cutOver(trunk(), trunk({ bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'balance-rr', miimon: 50 } } }), 'el6')
  t.deepEqual([text(done?.activation.down ?? []), text(done?.activation.up ?? [])], [['ifdown bond0'], ['ifup bond0']])
  t.deepEqual(done?.activation.newDevices, [])
})

test('a slave that leaves, or joins, takes its bond down and up, for the others and for its options', (t) => {
  const less = trunk({ bonds: { bond0: { slaves: ['eth0'], mode: 'active-backup', miimon: 100 } } })
  const leaves = cutOver(trunk(), less, 'el6')
  t.deepEqual([text(leaves?.activation.down ?? []), text(leaves?.activation.up ?? [])], [['ifdown bond0'], ['ifup bond0', 'ifup eth1']])
  t.deepEqual(leaves && ifcfg.verify(less, leaves.model.facts('el6', undefined)), [])
  const joins = cutOver(less, trunk(), 'el6')
  t.deepEqual([text(joins?.activation.down ?? []), text(joins?.activation.up ?? [])], [['ifdown eth1', 'ifdown bond0'], ['ifup bond0']])
  t.deepEqual(joins && ifcfg.verify(trunk(), joins.model.facts('el6', undefined)), [])
})

test('a VLAN with an address on a bond that is cycled gets its routes back', (t) => {
  const routed = (miimon: number): Network => trunk({ bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'active-backup', miimon } }, bridges: {}, vlans: { 'bond0.100': { parent: 'bond0', id: 100, addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } } })
  const done = cutOver(routed(100), routed(50), 'el6')
  t.deepEqual(text(done?.activation.up ?? []), ['ifup bond0', 'ifup bond0.100'])
  t.deepEqual(text(done?.activation.undoUp ?? []), ['ifup bond0', 'ifup bond0.100'])
})

test('an address on the device that is only commented otherwise stays', (t) => {
  const commented = trunk({ bridges: { ...trunk().bridges, vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.101/24'], gateway: '10.1.1.1', comment: 'management' } } })
  t.deepEqual(text(cutOver(trunk(), commented, 'el6')?.activation.down ?? ['x'].map((words) => ({ words: [words], timeout: 1, mayFail: true }))), [])
})

test('what runs otherwise than its files say is cycled', (t) => {
  const model = running(trunk(), 'el6')
  model.ifdown('bond0.50')
  const bond = model.devices.get('bond0')
  if (bond) bond.mode = 'balance-rr'
  const facts = model.facts('el6', '10.1.1.101/24')
  const drifted = [...new Set(ifcfg.verify(trunk(), facts).map(({ device }) => device))]
  t.deepEqual(drifted, ['bond0', 'bond0.50', 'vlan50'])
  const activation = ifcfg.activation({ host: host(trunk(), facts), facts }, [], { after: facts.files, drifted })
  run(model, activation.down)
  run(model, activation.up)
  t.deepEqual(ifcfg.verify(trunk(), model.facts('el6', undefined)), [])
})

test('on the way back to files that others named, ifup is told their names', (t) => {
  const model = running(trunk(), 'el6')
  const facts = model.facts('el6', '10.1.1.101/24')
  const path = '/etc/sysconfig/network-scripts/ifcfg-Auto_eth0'
  const old = { [path]: fileFact(path, 'DEVICE=eth0\nIPADDR=10.1.1.101\nPREFIX=24\nONBOOT=yes\n') }
  const activation = ifcfg.activation({ host: host(ifcfg.parse(old), facts), facts }, [...Object.keys(facts.files), path], { after: old })
  t.deepEqual(text(activation.up), ['ifup Auto_eth0'])
  t.deepEqual(text(activation.down), ['ifdown vlan50', 'ifdown bond0.50', 'ifdown vlan100', 'ifdown bond0.100', 'ifdown bond0', 'ip link delete bond0'])
})

test('on the way back a NIC that was down, and said so, stays down', (t) => {
  const network = completeNetwork({ interfaces: { eth0: { addresses: ['10.1.1.4/24'] }, eth1: {} } })
  const scripts = '/etc/sysconfig/network-scripts'
  const bonded = ['eth0', 'eth1'].map((name) => fileFact(`${scripts}/ifcfg-${name}`, `DEVICE=${name}\nMASTER=bond0\nSLAVE=yes\nONBOOT=yes\n`))
  const bond = fileFact(`${scripts}/ifcfg-bond0`, 'DEVICE=bond0\nBONDING_OPTS="mode=1 miimon=100"\nIPADDR=10.1.1.4\nNETMASK=255.255.255.0\n')
  const old = [fileFact(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nIPADDR=10.1.1.4\nNETMASK=255.255.255.0\nONBOOT=yes\n'), fileFact(`${scripts}/ifcfg-eth1`, 'DEVICE=eth1\nBOOTPROTO=none\nONBOOT=no\n')]
  const files = (facts: readonly FileFact[]): Facts['files'] => Object.fromEntries(facts.map((one) => [one.path, one]))
  const facts: Facts = { ...bareFacts('el6'), files: files([...bonded, bond]), links: [linkFact('eth0', { up: true, master: 'bond0' }), linkFact('eth1', { up: true, master: 'bond0' }), linkFact('bond0', { kind: 'bond', up: true, addresses: ['10.1.1.4/24'] })] }
  const { up } = ifcfg.activation({ host: host(network), facts }, [...bonded, bond].map(({ path }) => path), { after: files(old) })
  t.deepEqual(told(up, 'ifup'), ['eth0'])
})

test('a device that loses the default route to a new gateway is recorded, whoever owns it', (t) => {
  const facts = bareFacts('el6', {
    links: [linkFact('eth0', { mac: '00:14:5E:C0:00:00' }), linkFact('eth1'), linkFact('eth4', { addresses: ['192.0.2.5/24'] })],
    routes: [{ destination: 'default', gateway: '192.0.2.1', device: 'eth4' }],
  })
  const touched = (gateway: { gateway?: string }): readonly string[] => {
    const to = trunk({ bonds: {}, vlans: {}, bridges: {}, interfaces: { eth0: { addresses: ['10.1.1.101/24'], ...gateway } } })
    return ifcfg.activation({ host: host(to, facts), facts }, Object.keys(filesOf(to, facts))).touchedDevices
  }
  t.deepEqual(touched({ gateway: '10.1.1.1' }), ['eth0', 'eth4'])
  t.deepEqual(touched({}), ['eth0'])
})

test('spanning tree makes the scripts wait, and so do we', (t) => {
  const stp = trunk({ bridges: { ...trunk().bridges, vlan50: { ports: ['bond0.50'], stp: true, forwardDelay: 15 } } })
  const up = cutOver(trunk(), stp, 'el7')?.activation.up.find(({ words }) => words[1] === 'vlan50')
  t.is(up?.timeout, 30 + 2 * 15 + 7)
})

const unstarted: Readonly<Record<string, Partial<Network>>> = {
  slave: { bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'active-backup', miimon: 100 } } },
  port: { bonds: {}, vlans: {}, bridges: { vlan100: { ports: ['eth0'], addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } } },
}
for (const [name, over] of Object.entries(unstarted)) {
  for (const written of ['all of them', 'some of them']) {
    test(`files are new (${written}), the network was never restarted: the address is taken off the ${name}, and comes back`, (t) => {
      const plain: Network = { ...trunk({ bonds: {}, vlans: {}, bridges: {} }), interfaces: { eth0: { addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' }, eth1: {} } }
      const want = trunk(over)
      const model = running(plain, 'el6')
      const after = filesOf(want, bareFacts('el6'))
      const bridge = '/etc/sysconfig/network-scripts/ifcfg-vlan100'
      model.files = written === 'all of them' ? after : { ...after, [bridge]: `${after[bridge]?.replace('GATEWAY', 'MTU=1400\nGATEWAY')}` }
      const before = model.files
      const facts = model.facts('el6', '10.1.1.101/24')
      t.is(facts.session?.device, 'eth0')
      const drifted = written === 'all of them' ? [...new Set(ifcfg.verify(want, facts).map(({ device }) => device))] : []
      const context = { host: host(want, facts), facts }
      const activation = written === 'all of them' ? ifcfg.activation(context, [], { after: facts.files, drifted }) : ifcfg.activation(context, [bridge])
      t.true(text(activation.down).includes('ip addr flush dev eth0'))
      run(model, activation.down)
      model.files = after
      run(model, activation.up)
      t.deepEqual(ifcfg.verify(want, model.facts('el6', undefined)), [])
      run(model, activation.undoDown)
      model.files = before
      run(model, activation.undoUp)
      t.deepEqual(ifcfg.verify({ ...plain, interfaces: { eth0: plain.interfaces['eth0'] ?? {} } }, model.facts('el6', undefined)), [])
      t.is(model.devices.get('eth0')?.master, undefined)
    })
  }
}
