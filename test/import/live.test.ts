// Hosts are read over SSH, imported and planned: as they are at first, and as fleetnet left them.
import test from 'ava'
import { importRequest, liveSource } from '../../src/import/index.ts'
import { settingsOf } from '../../src/cli/liveHosts.ts'
import type { HostSource } from '../../src/import/index.ts'
import { planHost, requestFor } from '../../src/plan/index.ts'
import { loadPlaybook } from '../../src/playbook/index.ts'
import { readFleet } from '../../src/run/index.ts'
import { openFleet, outcomesOf, startApply, trunkHost, type TestFleet } from '../run/harness.ts'
import { importAll } from './imported.ts'

const sourcesOf = async ({ hosts, transport }: TestFleet): Promise<HostSource[]> =>
  (await readFleet({ hosts, request: importRequest, transport, forks: 4 })).map((reading) => {
    if ('error' in reading) throw reading.error
    return liveSource(reading.host.name, [], settingsOf(reading.host, reading.host.name), reading.facts)
  })

/** The playbook that the import chose, planned over the same wires. */
const changesOf = async ({ transport, folder }: TestFleet, hosts: Awaited<ReturnType<typeof importAll>>['hosts']): Promise<unknown[]> => {
  const playbooks = new Map(await Promise.all([...new Set(hosts.map(({ playbook = '' }) => playbook))].map(async (name) => [name, await loadPlaybook(name, { cwd: folder })] as const)))
  const playbookOf = ({ playbook = '' }: (typeof hosts)[number]) => {
    const found = playbooks.get(playbook)
    if (found === undefined) throw new Error(`no playbook ${playbook}`)
    return found
  }
  const readings = await readFleet({ hosts, request: (host) => requestFor(host, playbookOf(host)), transport, forks: 4 })
  return readings.map((reading) => {
    if ('error' in reading) throw reading.error
    return planHost({ host: reading.host, playbook: playbookOf(reading.host), facts: reading.facts, strict: false }).changes.map(({ target }) => target)
  })
}

test('hosts of three releases, as they are: nothing to do', async (t) => {
  const fleet = await openFleet(t, [trunkHost(4), trunkHost(5, { release: 'el6' }), trunkHost(6, { release: 'el7' })])
  const { hosts, notes, text } = await importAll(t, await sourcesOf(fleet))
  t.deepEqual(hosts.map(({ name }) => name), ['h4', 'h5', 'h6'], text)
  t.deepEqual(hosts.map(({ network }) => network.interfaces['eth0']?.addresses), [['10.1.1.104/24'], ['10.1.1.105/24'], ['10.1.1.106/24']])
  t.deepEqual(notes.map((list) => list.filter((note) => note.startsWith('mistake') || note.startsWith('drift'))), [[], [], []])
  t.deepEqual(await changesOf(fleet, hosts), [[], [], []])
})

test('hosts that fleetnet changed, imported into one group: nothing to do, by the playbook that did it', async (t) => {
  const fleet = await openFleet(t, [trunkHost(4), trunkHost(5)])
  const run = await startApply(fleet)
  t.deepEqual(Object.values(outcomesOf(await run.result)), ['committed', 'committed'])
  const { hosts, notes, text } = await importAll(t, await sourcesOf(fleet))
  t.deepEqual(notes, [[], []])
  t.deepEqual(hosts.map(({ playbook, groups }) => [playbook, groups]), [['oracle-vm-trunk', ['el5-xen']], ['oracle-vm-trunk', ['el5-xen']]], text)
  t.deepEqual(hosts.map(({ network }) => network.bridges['vlan100']), fleet.hosts.map(({ network }) => network.bridges['vlan100']))
  t.deepEqual(await changesOf(fleet, hosts), [[], []])
})
