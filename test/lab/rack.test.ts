import test from 'ava'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { loadInventory } from '../../src/inventory/index.ts'
import { describeRack, loadPlatform, rackHost, rackInventory, rackPaths, readRack, withLock, type Rack } from '../../src/lab/index.ts'
import { hostWires, switchPorts, switchWires } from '../../src/lab/wires.ts'
import { FleetError } from '../../src/model/errors.ts'

const rack = (hosts: number, nics = 2): Rack => describeRack({ name: 'unit', platform: 'debian', hosts, nics, vlans: [51, 50], memory: 192, inventory: '/nowhere/unit.yaml' })

const words = (wire: string): Record<string, string> => Object.fromEntries(wire.slice(wire.indexOf(':') + 1).split(',').map((word): [string, string] => {
  const [key = '', value = ''] = word.split('=')
  return [key, value]
}))

test('every wire has two ends, and each end is the mirror image of the other', (t) => {
  for (const [hosts, nics] of [[1, 2], [8, 4]] as const) {
    const described = rack(hosts, nics)
    const ends = [...described.hosts.flatMap((host) => hostWires(described, host)), ...switchWires(described).slice(1)].map(words)
    t.is(ends.length, hosts * nics * 2)
    t.is(new Set(ends.map((end) => end['srcport'])).size, ends.length, 'no port is used twice')
    for (const end of ends) {
      const other = ends.filter((each) => each['srcport'] === end['dstport'])
      t.is(other.length, 1)
      t.is(other[0]?.['dstport'], end['srcport'])
      t.is(other[0]?.['rx_session'], end['tx_session'])
      t.is(other[0]?.['tx_session'], end['rx_session'])
    }
    t.is(switchPorts(described).length, hosts * nics)
    for (const { name } of switchPorts(described)) t.true(`w${name}`.length <= 15, 'a device name of the kernel')
  }
})

test('the switch’s wires are in the order of its ports', (t) => {
  const described = rack(3)
  const ports = switchPorts(described).map((port) => port.name)
  t.deepEqual(ports, ['unit1-eth0', 'unit1-eth1', 'unit2-eth0', 'unit2-eth1', 'unit3-eth0', 'unit3-eth1'])
  const wires = switchWires(described)
  for (const [index, host] of described.hosts.entries())
    for (const [nic, own] of hostWires(described, host).entries()) {
      const wire = wires[1 + index * 2 + nic] ?? ''
      t.true(wire.startsWith(`vec${1 + index * 2 + nic}:`))
      t.is(words(wire)['dstport'], words(own)['srcport'])
    }
})

test('names, addresses and MACs are the same every time, and nobody shares one', (t) => {
  const described = rack(8, 4)
  t.deepEqual(described, rack(8, 4))
  const macs = [...described.hosts.flatMap((host) => host.nics.map((nic) => nic.mac)), ...switchPorts(described).map((port) => port.mac)]
  t.is(new Set(macs).size, macs.length)
  t.is(new Set(described.hosts.map((host) => host.address)).size, 8)
  t.deepEqual(described.vlans, [50, 51, 100])
})

test('the inventory that a rack writes loads without an error', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-lab-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const described = rack(2)
  await writeFile(join(folder, 'unit.yaml'), stringify(rackInventory(described, rackPaths('unit'))))
  const { hosts } = await loadInventory(join(folder, 'unit.yaml'), { cwd: folder })
  t.deepEqual(hosts.map((host) => host.name), ['unit1', 'unit2'])
})

test('what is not there is one clear error', async (t) => {
  const missing = await t.throwsAsync(readRack('nosuch'), { instanceOf: FleetError })
  t.regex(missing?.what ?? '', /no rack|a rack named nosuch/)
  t.regex((await t.throwsAsync(loadPlatform('solaris'), { instanceOf: FleetError }))?.next.join() ?? '', /--platform debian/)
  t.throws(() => rackHost(rack(1), 'unit9'), { instanceOf: FleetError, message: /unit9/ })
})

test('the platform that comes with fleetnet is whole', async (t) => {
  const platform = await loadPlatform('debian')
  t.is(platform.init, '/lib/systemd/systemd')
  t.true(platform.packages.includes('ifupdown'))
})

test('one command at a time; a lock ends with its owner', async (t) => {
  const name = `unit-${process.pid}`
  await withLock(name, async () => {
    const busy = await t.throwsAsync(withLock(name, async () => 'never'), { instanceOf: FleetError })
    t.is(busy?.kind, 'busy')
    t.regex(busy?.what ?? '', new RegExp(`process ${process.pid}\\b`))
  })
  t.is(await withLock(name, async () => 'free again'), 'free again')

  const lock = new URL('../../src/lab/lock.ts', import.meta.url).href
  const holder = spawn(process.execPath, ['--input-type=module', '-e', `const { withLock } = await import(${JSON.stringify(lock)}); await withLock(${JSON.stringify(name)}, () => new Promise(() => { console.log('held'); setInterval(() => undefined, 1000) }))`], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  await t.throwsAsync(withLock(name, async () => 'never'), { instanceOf: FleetError, message: new RegExp(`process ${holder.pid}\\b`) })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  t.is(await withLock(name, async () => 'nothing is left to take over'), 'nothing is left to take over')
})
