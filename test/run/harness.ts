// A simulated fleet and a run over it: what the tests of the run share.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { createSecretSource, createSshTransport } from '../../src/transport/index.ts'
import { loadPlaybook } from '../../src/playbook/index.ts'
import type { Connection, Transport } from '../../src/model/connection.ts'
import type { RunEvent } from '../../src/model/events.ts'
import type { Host } from '../../src/model/host.ts'
import { completeNetwork } from '../../src/model/network.ts'
import type { Playbook, Rolling } from '../../src/model/playbook.ts'
import { type Clock, type FleetResult, type Journal, openJournal, planFromPlaybook, planRollbackOf, rollbackRequestOf, type RunningFleet, startFleetRun } from '../../src/run/index.ts'
import { type FleetOptions, type SimulatedFleet, type SimulatedHostSpec, startFleet } from '../../src/sim/index.ts'

export interface TestFleet {
  readonly folder: string
  readonly fleet: SimulatedFleet
  readonly hosts: Host[]
  readonly playbook: Playbook
  readonly transport: Transport
}

const two = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase()

/** A host of seed 000's layout: eth0 and eth1 become bond0, three VLANs, three bridges, its address on vlan100. */
export const trunkHost = (index: number, spec: Partial<SimulatedHostSpec> = {}): SimulatedHostSpec => ({
  name: `h${index}`,
  release: 'el5',
  nics: [0, 1].map((nic) => ({ name: `eth${nic}`, mac: `00:14:5E:C0:${two(index)}:${two(nic)}` })),
  address: `10.1.1.${100 + index}/24`,
  gateway: '10.1.1.1',
  ...spec,
})

const networkOf = ({ nics, address }: SimulatedHostSpec): Host['network'] =>
  completeNetwork({
    interfaces: Object.fromEntries(nics.map(({ name, mac }) => [name, { mac }])),
    bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad', lacpRate: 'fast', switch: { lacp: true } } },
    vlans: { 'bond0.50': {}, 'bond0.51': {}, 'bond0.100': {} },
    bridges: { vlan50: { ports: ['bond0.50'] }, vlan51: { ports: ['bond0.51'] }, vlan100: { ports: ['bond0.100'], gateway: '10.1.1.1', addresses: [address] } },
  })

/** Starts simulated hosts; they are gone, processes and trees, when the test ends. T1 and T2 are seconds. */
export const openFleet = async (t: Pick<ExecutionContext, 'teardown'>, specs: readonly SimulatedHostSpec[], options: Partial<FleetOptions> & { readonly timeouts?: Host['timeouts'] } = {}): Promise<TestFleet> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-run-'))
  const { timeouts = { cutOver: 8, confirm: 8 }, ...fleetOptions } = options
  const fleet = await startFleet({ folder: join(folder, 'hosts'), hosts: specs, silence: 'refuse', ...fleetOptions })
  const transport = createSshTransport({ secrets: createSecretSource({ env: {}, ask: async () => '' }), hostKeys: 'strict' })
  t.teardown(async () => {
    await transport.close()
    await fleet.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const hosts = fleet.hosts.map((simulated, index): Host => {
    const spec = specs[index] ?? trunkHost(index)
    return {
      name: simulated.name,
      groups: [],
      ssh: { connectTimeout: 5, keepalive: 5, become: false, ...simulated.reach.ssh },
      platform: {},
      playbook: undefined,
      network: networkOf(spec),
      group: undefined,
      acknowledge: [],
      vars: {},
      root: simulated.reach.root,
      timeouts,
      position: { file: 'test' },
    }
  })
  return { folder, fleet, hosts, playbook: await loadPlaybook('oracle-vm-trunk', { cwd: folder }), transport }
}

export interface TestRun {
  readonly running: RunningFleet
  readonly result: Promise<FleetResult>
  readonly events: RunEvent[]
  readonly folder: string
}

let runs = 0

/** Starts an apply. `onEvent` sees each event as it comes. */
export const startApply = async (
  { folder, hosts, playbook, transport }: TestFleet,
  options: { readonly rolling?: Partial<Rolling>; readonly transport?: Transport; readonly clock?: Clock; readonly forks?: number; readonly only?: readonly string[]; readonly rollback?: boolean; readonly reboot?: boolean; readonly onEvent?: (event: RunEvent) => void; readonly journal?: (journal: Journal) => Journal } = {},
): Promise<TestRun> => {
  const runId = `test-${String((runs += 1)).padStart(4, '0')}`
  const runFolder = join(folder, 'runs', runId)
  const events: RunEvent[] = []
  const rolled: Playbook = { ...playbook, rolling: { ...playbook.rolling, batches: ['100%'], ...options.rolling } }
  const running = startFleetRun({
    runId,
    command: options.rollback === true ? 'rollback' : 'apply',
    inventory: 'test',
    hosts: options.only === undefined ? hosts : hosts.filter(({ name }) => options.only?.includes(name)),
    playbookOf: () => rolled,
    planner: options.rollback === true ? planRollbackOf : planFromPlaybook,
    ...(options.rollback === true ? { request: (host: Host) => rollbackRequestOf(host, rolled) } : {}),
    transport: options.transport ?? transport,
    journal: (options.journal ?? ((journal) => journal))(await openJournal(runFolder)),
    listeners: [(event) => void events.push(event), (event) => options.onEvent?.(event)],
    forks: options.forks ?? 20,
    strict: false,
    ...(options.reboot === undefined ? {} : { reboot: options.reboot }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  })
  return { running, result: running.result, events, folder: runFolder }
}

/** How each host ended, by name. */
export const outcomesOf = ({ outcomes }: FleetResult): Record<string, string> => Object.fromEntries([...outcomes].map(([name, { outcome }]) => [name, outcome]))

/** A transport whose connections a test may look at, change, or cut. */
export const wrapTransport = (transport: Transport, wrap: (connection: Connection, host: string, count: number) => Connection): Transport => {
  const counts = new Map<string, number>()
  return {
    connect: async (host, target, options) => {
      const connection = await transport.connect(host, target, options)
      const count = (counts.get(host) ?? 0) + 1
      counts.set(host, count)
      return wrap(connection, host, count)
    },
    close: async () => undefined,
  }
}
