import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { loadInventory } from '../../src/inventory/index.ts'
import { startDemoFleet } from '../../src/sim/index.ts'
import { bondedTrunk } from './helpers.ts'

test('the demo’s hosts are those of its inventory, one behind a switch that is not prepared', async (t) => {
  const { hosts } = await loadInventory(fileURLToPath(new URL('../../inventory/demo.yaml', import.meta.url)), { cwd: process.cwd() })
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-demo-')))
  const demo = await startDemoFleet({ folder, hosts })
  t.teardown(() => demo.fleet.stop({ remove: true }))
  t.deepEqual([...demo.reaches.keys()], hosts.map(({ name }) => name))
  t.is(new Set([...demo.reaches.values()].map(({ ssh }) => ssh.port)).size, hosts.length)
  for (const host of hosts) {
    const state = demo.fleet.host(host.name).state()
    t.is(state.devices['eth0']?.mac.toUpperCase(), host.network.interfaces['eth0']?.mac?.toUpperCase())
    t.deepEqual(state.devices['eth0']?.addresses, host.network.bridges['vlan100']?.addresses)
    t.deepEqual(state.reachable.map(({ device }) => device), ['eth0'])
  }
  const cut = demo.fleet.host('virtual9')
  await cut.run(`service network stop; ${bondedTrunk(cut.root)} sed -i s/10.1.1.101/10.1.1.109/ ifcfg-vlan100; service network start`)
  t.false(cut.reachable())
  await demo.mend('virtual9')
  t.true(cut.reachable())
})
