import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { loadInventory } from '../../src/inventory/index.ts'
import type { Host } from '../../src/model/host.ts'
import type { Playbook } from '../../src/model/playbook.ts'
import { requestFor } from '../../src/plan/index.ts'
import { definePlaybook } from '../../src/playbook/index.ts'
import { newRunId, openJournal, planFleet, planFromPlaybook, startFleetRun } from '../../src/run/index.ts'
import { type SimulatedFleet, startFleet } from '../../src/sim/index.ts'
import { assignAddresses, createBridges, createVlans, file, loadBondingModule, restartNetwork, writeBonds, writeSlaves } from '../../src/steps/index.ts'
import { createSecretSource, createSshTransport } from '../../src/transport/index.ts'
import { type Count, countingTransport } from './counting.ts'

const name = 'virtual4'
const rolling = { batches: ['100%' as const], maxFailures: 0 }

/** It moves the host's address from eth0 to a bridge on a VLAN on a bond, so it can cut the connection. */
const trunk = definePlaybook({ name: 'trunk', rolling, steps: [loadBondingModule(), writeBonds(), writeSlaves(), createVlans(), createBridges(), assignAddresses(), restartNetwork()] })

/** It only writes files that nothing of the network reads. */
const files = definePlaybook({ name: 'files', rolling, steps: [file({ path: '/etc/motd', content: 'Hello.\n' }), file({ path: '/etc/issue', content: 'Hello again.\n' })] })

const inventory = ({ host }: SimulatedFleet): object => ({
  hosts: {
    [name]: {
      ...host(name).reach,
      network: {
        interfaces: { eth0: { mac: '00:14:5E:C0:04:00' }, eth1: { mac: '00:14:5E:C0:04:01' } },
        bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: 'active-backup' } },
        vlans: { 'bond0.100': {} },
        bridges: { vlan100: { ports: ['bond0.100'], addresses: ['10.1.1.104/24'], gateway: '10.1.1.1' } },
      },
    },
  },
})

interface Controller {
  plan(playbook: Playbook): Promise<{ readonly status: string; readonly count: Count }>
  apply(playbook: Playbook): Promise<{ readonly outcome: string; readonly count: Count }>
}

/** One simulated host, and a controller whose connections and execs are counted. */
const controllerFor = async (t: ExecutionContext): Promise<Controller> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-counts-')))
  const nics = [{ name: 'eth0', mac: '00:14:5E:C0:04:00' }, { name: 'eth1', mac: '00:14:5E:C0:04:01' }]
  const fleet = await startFleet({ folder: join(folder, 'fleet'), minute: 3_600_000, hosts: [{ name, release: 'el6', nics, address: '10.1.1.104/24', gateway: '10.1.1.1' }] })
  const secrets = createSecretSource({ env: {}, ask: async () => '' })
  const { transport, take } = countingTransport(createSshTransport({ secrets, hostKeys: 'strict', home: folder, env: {} }))
  t.teardown(async () => {
    await transport.close()
    await fleet.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await writeFile(join(folder, 'fleet.json'), JSON.stringify(inventory(fleet)))
  const { hosts } = await loadInventory('fleet.json', { cwd: folder })
  const common = (playbook: Playbook) => ({ hosts, playbookOf: () => playbook, planner: planFromPlaybook, transport, forks: 1, strict: false })
  return {
    plan: async (playbook) => {
      const [planned] = await planFleet({ ...common(playbook), request: (host: Host) => requestFor(host, playbook) })
      return { status: planned?.result.status ?? 'none', count: take(name) }
    },
    apply: async (playbook) => {
      const runId = newRunId(Date.now())
      const journal = await openJournal(join(folder, 'runs', runId))
      const { outcomes } = await startFleetRun({ ...common(playbook), runId, command: 'apply', inventory: 'fleet', journal, listeners: [] }).result
      const end = outcomes.get(name)
      return { outcome: end?.fault === undefined ? (end?.outcome ?? 'none') : `${end.outcome}: ${end.fault.what}`, count: take(name) }
    },
  }
}

test('a dry run takes one connection and one exec', async (t) => {
  const controller = await controllerFor(t)
  t.deepEqual(await controller.plan(trunk), { status: 'changes', count: { connections: 1, execs: 1 } })
  t.deepEqual(await controller.plan(files), { status: 'changes', count: { connections: 1, execs: 1 } })
})

test('a change that cannot cut takes one connection and two execs, and again one of each when nothing is left to do', async (t) => {
  const controller = await controllerFor(t)
  t.deepEqual(await controller.apply(files), { outcome: 'committed', count: { connections: 1, execs: 2 } })
  t.deepEqual(await controller.apply(files), { outcome: 'unchanged', count: { connections: 1, execs: 1 } })
})

test('a change that can cut takes two connections and three execs, and again one of each when nothing is left to do', async (t) => {
  const controller = await controllerFor(t)
  t.deepEqual(await controller.apply(trunk), { outcome: 'committed', count: { connections: 2, execs: 3 } })
  t.deepEqual(await controller.apply(trunk), { outcome: 'unchanged', count: { connections: 1, execs: 1 } })
})
